// Words typed and not sent, in other forms than the one that is sent: an action
// marked [data-unsaved-first] asks what to do with them before it goes on, and a
// swap that comes from another form puts them back.
import { discard, unsentForms } from './forms.js';
import { read, write } from './drafts.js';

const asked = new WeakSet();
let before = null;

function make(tag, className, words) {
  const el = document.createElement(tag);
  el.className = className;
  el.textContent = words;
  return el;
}

function button(words, does) {
  const el = make('button', 'button small', words);
  el.type = 'button';
  el.addEventListener('click', does);
  return el;
}

function unmark() {
  for (const box of document.querySelectorAll('.unsaved-ask')) box.remove();
  for (const form of document.querySelectorAll('form[data-unsaved]')) delete form.dataset.unsaved;
}

function open(el) {
  for (let at = el.closest('details'); at; at = at.parentElement.closest('details')) at.open = true;
}

/** Asks in the first form with unsent words; goOn sends what was asked for without them. */
function ask(forms, goOn) {
  unmark();
  for (const form of forms) form.dataset.unsaved = '';
  const [form] = forms;
  open(form);
  const box = make('div', 'notice warn unsaved-ask', '');
  box.setAttribute('role', 'alert');
  box.tabIndex = -1;
  const choices = make('div', 'actions', '');
  choices.append(
    button('Save first', () => {
      unmark();
      form.requestSubmit();
    }),
    button('Send without them', () => {
      unmark();
      goOn();
    }),
  );
  box.append(make('p', 'notice-title', `${form.dataset.guard} Save first, or send without.`), choices);
  form.prepend(box);
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: 'center' });
}

function submitted(event) {
  const form = event.target;
  if (asked.delete(form) || !form.hasAttribute('data-unsaved-first')) return;
  const forms = unsentForms().filter((other) => other !== form);
  if (forms.length === 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  ask(forms, () => {
    asked.add(form);
    if (!form.hasAttribute('hx-post')) forms.forEach(discard);
    form.requestSubmit(event.submitter?.isConnected ? event.submitter : null);
  });
}

function clicked(event) {
  const link = event.target.closest('a[data-unsaved-first]');
  const forms = unsentForms();
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || forms.length === 0) return;
  event.preventDefault();
  ask(forms, () => {
    forms.forEach(discard);
    link.click();
  });
}

/** Names a part that folds so that it is found again after a swap; those without a form are left as they come. */
function nameOf(details) {
  if (details.id) return details.id;
  const form = details.closest('form') ?? details.querySelector('form[id]');
  return form?.id ? `${form.id} ${[...form.querySelectorAll('details')].indexOf(details)}` : '';
}

function beforeSwap(event) {
  const source = event.detail?.ctx?.sourceElement;
  if (!source?.matches?.('form[id]')) return;
  const forms = unsentForms().filter((form) => form !== source && form.id);
  const unfolded = [...document.querySelectorAll('#claim-panel details[open]')].filter((details) => !details.contains(source) && !source.contains(details));
  before = { typed: forms.map((form) => [form.id, read(form)]), unfolded: unfolded.map(nameOf) };
}

/** Puts back what a swap that came from another form took away: typed words, and which parts stand open. */
export function restore() {
  if (!before) return;
  const { typed, unfolded } = before;
  before = null;
  for (const details of document.querySelectorAll('#claim-panel details')) {
    if (unfolded.includes(nameOf(details))) details.open = true;
  }
  for (const [id, words] of typed) {
    const form = document.getElementById(id);
    if (!form) continue;
    write(form, words);
    form.querySelector('[data-draft-offer]')?.setAttribute('hidden', '');
  }
}

/** Starts once, for the document, before the forms' own guards. */
export function start(root) {
  if (root !== document) return;
  document.addEventListener('submit', submitted, { capture: true });
  document.addEventListener('click', clicked, { capture: true });
  document.addEventListener('htmx:before:swap', beforeSwap);
}
