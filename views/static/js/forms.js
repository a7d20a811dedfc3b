// Two guards every posting form gets: it cannot be sent twice, and leaving the
// page with typed but unsent words asks first. The server guards the first as
// well, by the form's idempotency key.
const guarded = new WeakSet();
const dirty = new Set();

function lock(form, submitter) {
  form.dataset.sending = '';
  const button = submitter ?? form.querySelector('button:not([type=button])');
  if (button) button.dataset.busy = '';
}

function unlock(form) {
  delete form.dataset.sending;
  for (const button of form.querySelectorAll('[data-busy]')) delete button.dataset.busy;
}

function guard(form) {
  guarded.add(form);
  form.addEventListener('input', () => {
    if (form.hasAttribute('data-guard')) dirty.add(form);
  });
  form.addEventListener('submit', (event) => {
    if ('sending' in form.dataset) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    dirty.delete(form);
    lock(form, event.submitter);
  }, { capture: true });
  form.addEventListener('htmx:finally:request', () => unlock(form));
}

/** Reports whether any form on the page holds words that were not sent. */
export function unsent() {
  for (const form of dirty) if (!form.isConnected) dirty.delete(form);
  return dirty.size > 0;
}

/** Guards the posting forms below root. */
export function start(root) {
  for (const form of root.querySelectorAll('form[method=post]')) {
    if (!guarded.has(form)) guard(form);
  }
  if (root !== document) return;
  addEventListener('beforeunload', (event) => {
    if (unsent()) event.preventDefault();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('form[data-sending]').forEach(unlock);
  });
}
