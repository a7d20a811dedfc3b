// What became of a request that htmx sent: a form that was stored says so beside
// its button, one that was not says why and keeps the words. Both are announced.
const failures = {
  unreached: (form) => (form ? 'Not saved: the server could not be reached. Your words are still here; try again.' : 'Not loaded: the server could not be reached. Try again.'),
  failed: (form) => (form ? 'Not saved: the server could not do it. Your words are still here; try again in a minute.' : 'Not loaded: the server could not do it. Try again in a minute.'),
};

let live = null;
let place = null;

const posted = (ctx) => (ctx?.sourceElement?.matches?.('form[method=post]') ? ctx.sourceElement : null);

function make(tag, className, words = '') {
  const el = document.createElement(tag);
  el.className = className;
  el.textContent = words;
  return el;
}

function fail(ctx, kind) {
  const form = posted(ctx);
  const box = make('div', 'notice error request-failed');
  box.setAttribute('role', 'alert');
  box.append(make('p', 'notice-title', failures[kind](form)));
  clear();
  const strip = document.querySelector('.wb-strip');
  if (form && !strip?.contains(form)) form.prepend(box);
  else (strip ?? document.getElementById('main')).prepend(box);
  box.scrollIntoView({ block: 'nearest' });
}

function clear() {
  for (const box of document.querySelectorAll('.request-failed')) box.remove();
}

/** An answer of a server that is down holds no page to put in. */
function answered(event) {
  const { ctx } = event.detail;
  const { status } = ctx.response;
  if (status < 500) return;
  event.preventDefault();
  fail(ctx, [502, 503, 504].includes(status) ? 'unreached' : 'failed');
}

function broken(event) {
  const { ctx } = event.detail;
  if (ctx && ctx.text === undefined) fail(ctx, 'unreached');
}

/** Reports whether the answer of a form says that it was stored: it leads on to a page, other than to sign in. */
export function stored(ctx) {
  const answer = ctx?.response?.raw;
  return Boolean(answer?.ok && answer.redirected && new URL(answer.url).pathname !== '/login');
}

function beforeSwap(event) {
  const form = posted(event.detail?.ctx);
  place = form && { form, section: form.closest('section[aria-labelledby]')?.getAttribute('aria-labelledby') };
}

function afterSwap(event) {
  const { ctx } = event.detail ?? {};
  if (!place || !stored(ctx)) return;
  const time = new Date().toLocaleTimeString(document.documentElement.lang || undefined, { hour: '2-digit', minute: '2-digit' });
  const words = `Saved ${time}`;
  for (const old of document.querySelectorAll('.saved')) old.remove();
  spot()?.append(make('span', 'saved', words));
  live.textContent = '';
  live.textContent = `${words}.`;
  place = null;
}

/** Where "Saved" goes: beside the button, in the heading when the form is gone or folded, else among the next steps. */
function spot() {
  const button = place.form.isConnected ? place.form.querySelector('button:not([type=button])') : null;
  const strip = document.querySelector('.wb-strip');
  if (button?.checkVisibility() && !strip?.contains(button)) return button.parentElement;
  const heading = place.section && place.section !== 'panel-title' ? document.getElementById(place.section) : null;
  return heading ?? strip ?? document.querySelector('.panel-title');
}

/** Starts once, for the document. */
export function start(root) {
  if (root !== document) return;
  live = make('p', 'visually-hidden');
  live.setAttribute('role', 'status');
  document.body.append(live);
  document.addEventListener('htmx:before:request', clear);
  document.addEventListener('htmx:after:request', answered);
  document.addEventListener('htmx:error', broken);
  document.addEventListener('htmx:before:swap', beforeSwap);
  document.addEventListener('htmx:after:swap', afterSwap);
  document.addEventListener('input', (event) => event.target.closest('form')?.querySelector('.saved')?.remove());
}
