// Relative times: <time datetime="…" data-relative> shows "5 minutes ago" and
// keeps the full date as its title. Without this module the server's text stays.
const steps = [
  ['year', 31557600], ['month', 2629800], ['week', 604800],
  ['day', 86400], ['hour', 3600], ['minute', 60],
];

/** Returns how long before or after `now` the instant `then` is, in the page's language. */
export function relative(then, now, locale) {
  const seconds = Math.round((then - now) / 1000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, 'minute');
}

function refresh(root) {
  const locale = document.documentElement.lang || undefined;
  for (const node of root.querySelectorAll('time[data-relative]')) {
    const then = Date.parse(node.dateTime);
    if (Number.isNaN(then)) continue;
    node.title ||= node.textContent.trim();
    node.textContent = relative(then, Date.now(), locale);
  }
}

/** Rewrites the times below root; the document's are refreshed every minute. */
export function start(root) {
  refresh(root);
  if (root === document) setInterval(() => refresh(document), 60_000);
}
