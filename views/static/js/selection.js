// From a selection to a span of the article: offsets are Unicode code points of
// the article version, read from the data-start of the elements that hold its
// text. What the page adds to the text ([data-skip]) is not counted.

const word = /[\p{L}\p{N}\p{M}_'’]/u;

const codePoints = (text) => [...text].length;

/** Yields the text nodes of the article below root, with the offset of their first code point. */
function* texts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement.closest('[data-start], [data-skip]');
    if (holder?.dataset.start !== undefined) yield { node, start: Number(holder.dataset.start) };
  }
}

/** Returns the code points of the text as an array, at their own offsets. */
function points(root) {
  const out = [];
  for (const { node, start } of texts(root)) {
    let at = start;
    for (const point of node.data) out[at++] = point;
  }
  return out;
}

/** Returns the span the range covers, { start, end }, or null when it holds none of the text. */
export function spanOf(root, range) {
  let span = null;
  for (const { node, start } of texts(root)) {
    if (!range.intersectsNode(node)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : node.data.length;
    if (from >= to) continue;
    const first = start + codePoints(node.data.slice(0, from));
    span ??= { start: first, end: first };
    span.end = first + codePoints(node.data.slice(from, to));
  }
  return span;
}

/** Drops space at the edges and, unless exact, widens the span to whole words. Returns null when nothing is left. */
export function snap(root, span, exact) {
  const text = points(root);
  const space = (at) => text[at] === undefined || /\s/u.test(text[at]);
  const inside = (at) => text[at] !== undefined && word.test(text[at]);
  let { start, end } = span;
  while (start < end && space(start)) start++;
  while (end > start && space(end - 1)) end--;
  if (start >= end) return null;
  if (!exact) {
    while (inside(start - 1) && inside(start)) start--;
    while (inside(end) && inside(end - 1)) end++;
  }
  let words = '';
  for (let at = start; at < end; at++) words += text[at] === '\n' ? ' ' : text[at] ?? '\n'; // a line break of the text is how it was wrapped
  return { start, end, words };
}
