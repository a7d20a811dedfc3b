// Two guards every posting form gets: it cannot be sent twice, and leaving the
// page with typed but unsent words asks first. The server guards the first as
// well, by the form's idempotency key.
import { stored } from './requests.js';

const guarded = new WeakSet();
const dirty = new Set();
const sent = new WeakSet();

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
    if (dirty.delete(form)) sent.add(form);
    lock(form, event.submitter);
  }, { capture: true });
  form.addEventListener('htmx:finally:request', (event) => {
    unlock(form);
    if (sent.delete(form) && !stored(event.detail?.ctx)) dirty.add(form);
  });
}

/** Returns the forms on the page that hold words that were not sent, from top to bottom. */
export function unsentForms() {
  for (const form of dirty) if (!form.isConnected) dirty.delete(form);
  return [...dirty].sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

/** Lets a form's words go: leaving the page no longer asks about them. */
export function discard(form) {
  dirty.delete(form);
}

/** Guards the posting forms below root. */
export function start(root) {
  for (const form of root.querySelectorAll('form[method=post]')) {
    if (!guarded.has(form)) guard(form);
  }
  if (root !== document) return;
  addEventListener('beforeunload', (event) => {
    if (unsentForms().length > 0) event.preventDefault();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('form[data-sending]').forEach(unlock);
  });
}
