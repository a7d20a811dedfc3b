// The desk's own modules, without htmx, so that they also run unbundled.
// Each exports start(root), which is given the document once and every piece of
// it that htmx puts in later; a module must take being started twice on one node.
import * as dialogs from './dialogs.js';
import * as drafts from './drafts.js';
import * as forms from './forms.js';
import * as order from './order.js';
import * as requests from './requests.js';
import * as times from './times.js';
import * as unsaved from './unsaved.js';
import * as workbench from './workbench.js';

const modules = [unsaved, times, drafts, forms, order, dialogs, workbench, requests];

function start(root) {
  for (const module of modules) module.start(root);
}

start(document);
document.addEventListener('htmx:after:swap', (event) => {
  start(event.detail?.ctx?.target ?? document);
  unsaved.restore();
});
