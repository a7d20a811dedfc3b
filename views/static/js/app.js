// Entry of the bundle: htmx and the desk's own modules. Nothing here is needed
// for a page to work; everything here makes one quicker or safer.
import 'htmx.org';
import './main.js';
