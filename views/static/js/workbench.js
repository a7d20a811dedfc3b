// The workbench: words selected become a claim, keys do what the buttons do, and
// after a swap focus, scroll and the current claim's mark are where they were.
import { forget } from './drafts.js';
import { stored } from './requests.js';
import { snap, spanOf } from './selection.js';

// What each key does. A key works when the page shows something with that
// aria-keyshortcuts: the button prints the key, the script presses the button.
const keys = [
  { key: 'j', does: 'Next claim', repeats: true },
  { key: 'k', does: 'Previous claim', repeats: true },
  { key: 'n', does: 'Next sentence; Enter makes it a claim', repeats: true, run: () => sentence(1) },
  { key: 'p', does: 'Previous sentence', repeats: true, run: () => sentence(-1) },
  { key: 'a', does: 'Accept the candidate' },
  { key: 'x', does: 'Decline: opens the reasons' },
  { key: 'e', does: 'Edit the statement' },
  { key: 'c', does: 'Add a source' },
  { key: 'v', does: 'Choose the rating' },
  { key: 'r', does: 'Submit for review' },
  { key: 't', does: 'Take the claim' },
  { key: 'u', does: 'Undo what you did last on this article' },
  { key: 'Shift+U', does: 'Redo what you undid' },
  { key: 'Shift+A', does: 'Approve' },
  { key: 'Shift+R', does: 'Request changes' },
  { key: 'Enter', does: 'Confirm: it is still this claim', run: () => confirmPlace() },
  { key: '1', upTo: '9', does: 'Selected words: make a claim of that type' },
  { key: '+', does: 'Selected words: add to the current claim' },
  { key: '?', does: 'This list', run: () => sheet() },
  { key: 'Escape', shown: 'Esc', does: 'Close what is open, or leave the field', typing: true, run: () => escape() },
];

const popoverPlace = new CSSStyleSheet();
let cursor = '';
let before = null;
let chosen = null;
let settled = 0;

const bench = () => document.querySelector('[data-workbench]');
const text = () => document.querySelector('[data-text]');
const popover = () => document.querySelector('[data-popover]');
const announce = (words) => {
  const live = document.querySelector('[data-announce]');
  if (live) live.textContent = words;
};

// Keys

const typing = (el) => el.isContentEditable || el.matches?.('textarea, select, input:not([type=radio], [type=checkbox], [type=button], [type=submit])');

function nameOf(event) {
  if (/^\p{Lu}$/u.test(event.key) && event.shiftKey) return `Shift+${event.key}`;
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

function keydown(event) {
  if (!bench() || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const name = nameOf(event);
  const entry = keys.find((k) => k.key === name || (k.upTo && name.length === 1 && name >= k.key && name <= k.upTo));
  if (!entry || (event.repeat && !entry.repeats)) return;
  if (typing(event.target) && !entry.typing) return;
  if (document.querySelector('dialog[open]') && entry.key !== 'Escape') return;
  if (entry.run ? entry.run() : press(name)) event.preventDefault();
}

/** Does what the visible control of that key does; returns whether there is one. */
function press(key) {
  const control = [...document.querySelectorAll(`[aria-keyshortcuts=${JSON.stringify(key)}]`)].find((el) => el.checkVisibility());
  if (!control) return false;
  if (control.matches('summary')) unfold(control.parentElement);
  else if (control.matches('input[type=radio]')) focusRadio(control);
  else if (control.matches('textarea, input')) control.focus();
  else control.click();
  return true;
}

// Enter does what has the focus, and only where nothing has it what the page waits for.
function confirmPlace() {
  return !document.activeElement?.matches('a[href], button, summary, input, select') && press('Enter');
}

function focusRadio(first) {
  const group = [...first.form.elements[first.name]];
  (group.find((radio) => radio.checked) ?? first).focus();
}

function unfold(details) {
  details.open = true;
  details.querySelector('input:not([type=hidden]), select, textarea')?.focus();
  details.scrollIntoView({ block: 'nearest' });
}

function sentence(by) {
  const takes = [...document.querySelectorAll('.take')];
  if (takes.length === 0) return false;
  const at = takes.findIndex((el) => el === document.activeElement || el.closest('[data-sentence]').id === cursor);
  const next = takes[at < 0 ? 0 : Math.min(Math.max(at + by, 0), takes.length - 1)];
  cursor = next.closest('[data-sentence]').id;
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
  return true;
}

function escape() {
  if (hideSelection()) return true;
  const chooser = document.querySelector('.wb-choose');
  if (chooser) {
    chooser.remove();
    return true;
  }
  if (!typing(document.activeElement)) return false;
  document.activeElement.blur();
  return true;
}

function sheet() {
  const dialog = document.getElementById('keys') ?? makeSheet();
  dialog.showModal();
  return true;
}

function makeSheet() {
  const dialog = make('dialog', 'dialog stack');
  dialog.id = 'keys';
  dialog.setAttribute('aria-labelledby', 'keys-title');
  const title = make('h2', '', 'Keys');
  title.id = 'keys-title';
  const list = make('dl', 'keysheet');
  for (const { key, shown = key, upTo, does } of keys) {
    const term = make('dt');
    term.append(make('kbd', 'keycap', shown));
    if (upTo) term.append(' – ', make('kbd', 'keycap', upTo));
    list.append(term, make('dd', '', does));
  }
  const close = make('button', 'button', 'Close');
  close.type = 'button';
  close.dataset.closes = '';
  const note = make('p', 'hint', 'Keys do nothing while you type in a field.');
  dialog.append(title, list, note, close);
  document.body.append(dialog);
  return dialog;
}

function make(tag, className = '', words = '') {
  const el = document.createElement(tag);
  if (className) el.className = className;
  if (words) el.textContent = words;
  return el;
}

// Selection

function offer(exact) {
  const root = text();
  const box = popover();
  const selection = getSelection();
  if (!root || !box || selection.rangeCount === 0 || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const found = range.intersectsNode(root) ? spanOf(root, range) : null;
  const span = found && snap(root, found, exact);
  if (!span) return;
  for (const input of box.querySelectorAll('[data-span-start]')) input.value = span.start;
  for (const input of box.querySelectorAll('[data-span-end]')) input.value = span.end;
  box.querySelector('[data-picked]').textContent = span.words;
  box.dataset.words = span.words;
  box.showPopover();
  place(box, range.getClientRects());
  announce(`Selected: ${span.words.slice(0, 60)}. Keys 1 to 9 make a claim of it, Escape closes.`);
}

// The place is a rule of a style sheet of its own: the page allows no style attributes.
function place(box, rects) {
  const last = rects[rects.length - 1];
  const { width, height } = box.getBoundingClientRect();
  const left = Math.max(8, Math.min(last.right - width / 2, document.documentElement.clientWidth - width - 8));
  const below = last.bottom + 10;
  const top = below + height > innerHeight && rects[0].top - height - 10 > 0 ? rects[0].top - height - 10 : below;
  popoverPlace.replaceSync(`.wb-popover, .wb-choose { left: ${left + scrollX}px; top: ${top + scrollY}px; }`);
}

/** Closes the popover; returns whether it was open. */
function hideSelection() {
  const box = popover();
  if (!box?.matches(':popover-open')) return false;
  box.hidePopover();
  getSelection().removeAllRanges();
  return true;
}

function selectionChanged() {
  const box = popover();
  if (matchMedia('(pointer: coarse)').matches) { // handles are dragged without pointer events
    clearTimeout(settled);
    settled = setTimeout(offer, 400, false);
  }
  if (getSelection().isCollapsed && box?.matches(':popover-open') && !box.contains(document.activeElement)) box.hidePopover();
}

// Marks

function click(event) {
  const target = event.target;
  if (!target.closest('.wb-choose')) document.querySelector('.wb-choose')?.remove();
  const mark = target.closest('[data-text] mark[data-ids]');
  if (mark && !event.ctrlKey && !event.metaKey && !event.shiftKey) markClicked(event, mark);
  const step = target.closest('[data-unfolds]');
  if (step) {
    event.preventDefault();
    unfold(document.getElementById(step.dataset.unfolds));
  }
  const refused = target.closest('a[aria-disabled=true]');
  if (refused) announce(document.getElementById(refused.getAttribute('aria-describedby'))?.textContent ?? '');
  if (target.closest('[data-keys]')) sheet();
  if (target.closest('[data-dismiss]')) hideSelection();
  if (target.closest('[data-copy]')) navigator.clipboard?.writeText(popover().dataset.words).then(() => announce('Copied.'));
  if (target.closest('[data-add-point]')) addPoint(target.closest('form'));
}

/** Selecting words over a mark is not a click on it; a mark of several claims offers them, one leads on. */
function markClicked(event, mark) {
  if (chosen) return;
  const ids = mark.dataset.ids.split(' ');
  if (!getSelection().isCollapsed) {
    event.preventDefault();
    event.stopPropagation();
  } else if (ids.length > 1) {
    event.preventDefault();
    event.stopPropagation();
    choose(mark, ids);
  } else if (!event.target.closest('a')) {
    document.querySelector(`#mark-${ids[0]} a`)?.click();
  }
}

function choose(mark, ids) {
  document.querySelector('.wb-choose')?.remove();
  const box = make('ul', 'wb-choose');
  for (const id of ids) {
    const link = document.querySelector(`#mark-${id} a`);
    if (!link) continue;
    const button = make('button', 'button quiet', link.querySelector('[data-skip]').textContent.replace(/: $/, ''));
    button.type = 'button';
    button.addEventListener('click', () => {
      box.remove();
      follow(link);
    });
    const item = make('li');
    item.append(button);
    box.append(item);
  }
  bench().append(box);
  place(box, mark.getClientRects());
  box.querySelector('button')?.focus();
}

/** Follows a mark's link past markClicked, which would offer the choice again. */
function follow(link) {
  chosen = link;
  link.click();
  chosen = null;
}

function addPoint(form) {
  const rows = form.querySelectorAll('[data-point]');
  const row = rows[rows.length - 1].cloneNode(true);
  for (const el of row.querySelectorAll('[id], [for]')) {
    for (const name of ['id', 'for']) {
      if (el.hasAttribute(name)) el.setAttribute(name, el.getAttribute(name).replace(/\d+$/, String(rows.length)));
    }
  }
  const input = row.querySelector('input');
  input.value = '';
  rows[rows.length - 1].after(row);
  input.focus();
}

// Swaps

function beforeSwap() {
  if (!bench()) return;
  const active = document.activeElement;
  before = {
    claim: document.getElementById('claim-panel')?.dataset.claim,
    id: active === document.body ? '' : active.id,
    key: active.getAttribute('aria-keyshortcuts') ?? '',
    focused: active !== document.body,
  };
}

function afterSwap(event) {
  const ctx = event.detail?.ctx;
  const answer = ctx?.response?.raw;
  // Also where the answer is another page, such as the list after the last review.
  if (answer?.redirected) {
    history.replaceState(history.state, '', answer.url);
    if (stored(ctx) && ctx.sourceElement?.dataset?.draft) forget(ctx.sourceElement.dataset.draft);
  }
  if (!bench()) return;
  if (stored(ctx) && ctx.sourceElement?.closest?.('[data-popover]')) {
    hideSelection();
    getSelection().removeAllRanges();
  }
  const panel = document.getElementById('claim-panel');
  const alert = document.querySelector('#main [role=alert]');
  if (panel?.dataset.claim !== before?.claim) {
    document.querySelector('.wb-side')?.scrollTo({ top: 0 });
    toCurrent();
    announce([document.querySelector('.wb-position'), document.querySelector('.panel-title')].map((el) => el?.textContent.trim() ?? '').join('. '));
  }
  if (before?.focused && document.activeElement === document.body) refocus(panel);
  alert?.scrollIntoView({ block: 'nearest' });
  before = null;
}

function refocus(panel) {
  const same = (before.id && document.getElementById(before.id)) || (before.key && document.querySelector(`[aria-keyshortcuts=${JSON.stringify(before.key)}]`));
  (same || panel)?.focus({ preventScroll: true });
}

/** Brings the current claim into view: its mark, or the panel where the two stand one below the other. */
function toCurrent() {
  if (matchMedia('(max-width: 49.99rem)').matches) document.getElementById('claim-panel')?.scrollIntoView();
  else document.querySelector('[data-text] .current')?.scrollIntoView({ block: 'center' });
}

/** Starts once for the document; what comes in later is found by delegation. */
export function start(root) {
  for (const control of root.querySelectorAll('[data-keys], [data-add-point]')) control.hidden = false;
  if (root !== document) return;
  document.adoptedStyleSheets.push(popoverPlace);
  document.addEventListener('keydown', keydown);
  document.addEventListener('click', click, { capture: true });
  document.addEventListener('selectionchange', selectionChanged);
  document.addEventListener('mousedown', (event) => {
    if (event.target.closest('[data-popover]')) event.preventDefault();
  });
  document.addEventListener('pointerup', (event) => {
    if (!event.target.closest('[data-popover]')) setTimeout(offer, 10, event.shiftKey);
  });
  document.addEventListener('keyup', (event) => {
    if (event.shiftKey && /^(Arrow|Home|End)/.test(event.key) && !typing(event.target)) offer(false);
  });
  document.addEventListener('htmx:before:swap', beforeSwap);
  document.addEventListener('htmx:after:swap', afterSwap);
  const named = location.hash === '#claim-panel' || new URLSearchParams(location.search).has('claim');
  if (named && document.querySelector('.wb-columns')) toCurrent();
}
