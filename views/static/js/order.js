// Ordered lists that are put in order by number inputs ([data-order] holding
// [data-order-item], each with a [data-order-position]) get buttons that move an
// item up or down: the item moves, the numbers follow, the order is announced.
const ordered = new WeakSet();

function renumber(list) {
  [...list.querySelectorAll('[data-order-item]')].forEach((item, i) => {
    const input = item.querySelector('[data-order-position]');
    if (input) input.value = String(i + 1);
  });
}

function move(list, item, by, button) {
  const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (!other) return;
  if (by < 0) other.before(item);
  else other.after(item);
  renumber(list);
  button.focus();
  list.dispatchEvent(new Event('input', { bubbles: true }));
  const place = [...list.children].indexOf(item) + 1;
  const live = document.getElementById(list.dataset.order);
  if (live) live.textContent = `${place} / ${list.children.length}`;
}

/** Shows the buttons (they are hidden without this module) and makes them work. */
export function start(root) {
  for (const list of root.querySelectorAll('[data-order]')) {
    if (ordered.has(list)) continue;
    ordered.add(list);
    for (const button of list.querySelectorAll('[data-move]')) button.hidden = false;
    list.addEventListener('click', (event) => {
      const button = event.target.closest('[data-move]');
      if (button) move(list, button.closest('[data-order-item]'), Number(button.dataset.move), button);
    });
  }
}
