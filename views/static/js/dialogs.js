// Native dialogs: a button with data-opens="id" opens <dialog id>, one with
// data-closes closes the dialog it is in, and focus goes back by itself. Account
// menu and other [data-menu] <details> close on Escape and on a click outside.
function click(event) {
  const opener = event.target.closest('[data-opens]');
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  event.target.closest('[data-closes]')?.closest('dialog')?.close();
  for (const menu of document.querySelectorAll('details[data-menu][open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
}

function key(event) {
  if (event.key !== 'Escape') return;
  const menu = event.target.closest?.('details[data-menu][open]');
  if (!menu) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

/** Listens once, on the document, so parts that come later need nothing. */
export function start(root) {
  if (root !== document) return;
  document.addEventListener('click', click);
  document.addEventListener('keydown', key);
}
