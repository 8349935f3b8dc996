// Apple News Format.
//
// | title | the component `title`, else title |
// | body | text of every component with text (none, html or markdown); captions; tables |
// | may stand | title where there is a component, subtitle, author, byline, illustrator, photographer, metadata.excerpt, buttons |
// | not | advertisements, accessibilityCaption |

import { markdown } from '../markdown.mjs';
import { html, isObject, list, maybe, text } from '../piece.mjs';

/** @typedef {import('../piece.mjs').Piece} Piece */

const makers = ['author', 'byline', 'illustrator', 'photographer', 'logo', 'link_button'];

/** A text with its format, as a component, a caption or a cell has it. @param {any} value @returns {Piece} */
function formatted(value) {
  if (!isObject(value)) return text(value);
  if (value.format === 'html') return html(value.text);
  return value.format === 'markdown' ? markdown(text(value.text)) : text(value.text);
}

/** @param {any} data @param {boolean} labelled @returns {Piece} */
function dataTable(data, labelled) {
  const columns = list(data?.descriptors);
  return [
    labelled ? columns.map((column) => formatted(column?.label)) : null,
    list(data?.records).map((record) => columns.map((column) => formatted(record?.[column?.key]))),
  ];
}

/** @param {any} component @returns {Piece} */
function walk(component) {
  if (!isObject(component)) return null;
  const role = text(component.role);
  if (role.endsWith('advertisement')) return null;
  if (role === 'datatable') return dataTable(component.data, component.showDescriptorLabels !== false);
  if (role === 'htmltable') return html(component.html);
  // A map's caption names it, and its places come after.
  if (role === 'map' || role === 'place') {
    return [formatted(component.caption), list(component.items).map((item) => formatted(item?.caption))];
  }
  const own = [
    formatted(component),
    list(component.items).map((item) => formatted(item?.caption)),
    formatted(component.caption),
    list(component.components).map(walk),
  ];
  return makers.includes(role) ? maybe(own) : own;
}

/** @param {any} component @param {string} role @returns {any[]} */
const withRole = (component, role) => [
  ...(component?.role === role ? [component] : []),
  ...list(component?.components).flatMap((one) => withRole(one, role)),
];

/** @param {any} document @returns {import('../piece.mjs').Source} */
export function read(document) {
  const [title] = withRole(document, 'title');
  const title0 = text(document.title);
  return {
    title: title ? formatted(title) : title0,
    head: maybe(title0, text(document.subtitle), text(document.metadata?.excerpt)),
    body: list(document.components).map(walk),
  };
}
