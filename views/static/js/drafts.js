// Local drafts: a form with data-draft="name@revision" keeps what is typed in
// this tab's session storage until it is sent. A draft never overwrites what the
// server says: when the two differ, the form's [data-draft-offer] is shown and
// the person chooses. A draft of another revision has another name, and is not offered.
const prefix = 'factdesk.draft.';
const kept = new WeakSet();

function fields(form) {
  return [...form.elements].filter((el) => el.name && !['hidden', 'password', 'file', 'submit', 'button'].includes(el.type));
}

/** Returns what is typed into a form, for write. */
export function read(form) {
  return JSON.stringify(fields(form).map((el) => [el.name, ['checkbox', 'radio'].includes(el.type) ? el.checked : el.value]));
}

/** Puts back what read returned. */
export function write(form, text) {
  const values = Map.groupBy(JSON.parse(text), ([name]) => name);
  for (const el of fields(form)) {
    const value = values.get(el.name)?.shift()?.[1];
    if (value === undefined) continue;
    if (['checkbox', 'radio'].includes(el.type)) el.checked = value;
    else el.value = value;
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

function offer(form, key, text) {
  const box = form.querySelector('[data-draft-offer]');
  if (!box) return;
  box.hidden = false;
  box.querySelector('[data-draft-restore]')?.addEventListener('click', () => {
    write(form, text);
    box.hidden = true;
  }, { once: true });
  box.querySelector('[data-draft-discard]')?.addEventListener('click', () => {
    sessionStorage.removeItem(key);
    box.hidden = true;
  }, { once: true });
}

function keep(form) {
  kept.add(form);
  const key = prefix + form.dataset.draft;
  const stored = sessionStorage.getItem(key);
  if (stored !== null && stored !== read(form)) offer(form, key, stored);
  let timer = 0;
  const save = () => {
    clearTimeout(timer);
    timer = 0;
    sessionStorage.setItem(key, read(form));
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(save, 500);
  });
  document.addEventListener('visibilitychange', () => {
    if (timer && document.visibilityState === 'hidden') save();
  });
  form.addEventListener('submit', save);
}

/** Drops the drafts the server says are stored: <meta name="factdesk-saved" content="name@revision">. */
function drop(root) {
  for (const meta of root.querySelectorAll('meta[name=factdesk-saved]')) sessionStorage.removeItem(prefix + meta.content);
}

/** Drops one draft, of a form whose answer says that it was stored. */
export function forget(name) {
  sessionStorage.removeItem(prefix + name);
}

/** Keeps drafts of the forms below root. */
export function start(root) {
  drop(root);
  for (const form of root.querySelectorAll('form[data-draft]')) {
    if (!kept.has(form)) keep(form);
  }
}
