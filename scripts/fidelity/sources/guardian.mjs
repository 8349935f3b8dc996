// The Guardian: the Content API, and what its own pages are rendered from.
//
// | title | fields.headline, else headline, else webTitle |
// | head | standfirst, the caption and credit of the main picture |
// | body | of each block its title and its elements, or its bodyHtml; else fields.body |
// | may stand | trailText, the byline, credits with displayCredit false, titles and descriptions of films and sounds |
// A block may have both elements and bodyHtml, and they need not agree in a test's document: either is right.
import { anything, html, isObject, list, maybe, run, sniff, text } from '../piece.mjs';

/** @typedef {import('../piece.mjs').Piece} Piece */
/** @typedef {import('../piece.mjs').Source} Source */

/** @param {any} data @param {any} element @returns {Piece} */
const picture = (data, element) => [
  html(data.caption),
  (data.displayCredit ?? element.displayCredit) === false ? maybe(html(data.credit)) : html(data.credit),
];

/** What the film or sound is called is no part of the text. @param {any} data @returns {Piece} */
const media = (data) => [
  maybe(sniff(data.title), html(data.html), sniff(data.description), sniff(data.source)),
  sniff(data.caption),
  maybe(sniff(data.credit)),
];

/** @param {any} data @returns {Piece} */
const written = (data) => [
  sniff(data.prefix),
  sniff(data.title),
  html(data.html),
  sniff(data.attribution),
  sniff(data.caption),
];

/** @param {any} data @returns {Piece} */
const box = (data) => [
  sniff(data.title),
  html(data.html ?? data.body),
  sniff(data.description),
  maybe(sniff(data.credit)),
];

/** An element of the Content API. @param {any} element @returns {Piece} */
function capi(element) {
  const data = Object.entries(element ?? {}).find(([key]) => key.endsWith('TypeData'))?.[1] ?? {};
  switch (element?.type) {
    case 'image':
    case 'cartoon':
      return picture(data, element);
    case 'video':
    case 'audio':
      return media(data);
    case 'rich-link':
    case 'richlink':
      return [maybe(text(data.linkPrefix)), text(data.linkText)];
    default:
      return written(data);
  }
}

/** An element of a rendered page. @param {any} element @returns {Piece} */
function dcr(element) {
  const kind = text(element?._type).split('.').at(-1) ?? '';
  if (kind === 'ImageBlockElement') return picture(element.data ?? {}, element);
  if (/Video|Youtube|Audio/.test(kind)) return media(element);
  if (kind === 'RichLinkBlockElement') return run([maybe(text(element.prefix)), text(element.text)]);
  if (/^(QA|Guide|Profile|Timeline|Explainer|Callout)/.test(kind)) {
    return [
      box(element),
      list(element.events).map((event) => [maybe(text(event?.date)), sniff(event?.title), html(event?.body)]),
    ];
  }
  // A recipe's record for machines: what it says stands in the text beside it.
  if (kind === 'RecipeBlockElement') return maybe(box(element));
  if (kind === 'CommentBlockElement')
    return [maybe(text(element.username ?? element.authorName)), html(element.body ?? element.html)];
  return kind ? written(element) : anything(element);
}

/** @param {any} element @returns {Piece} */
const elementText = (element) => (element?._type ? dcr(element) : capi(element));

/** @param {any} block @param {boolean} byElements @returns {Piece} */
function blockText(block, byElements) {
  const elements = list(block?.elements);
  const useElements = elements.length > 0 && (byElements || !text(block?.bodyHtml));
  return [
    maybe(sniff(block?.title), sniff(block?.attributes?.title)),
    // When a part of a live report was written stands over it, in the view's own form.
    maybe(text(block?.firstPublishedDate ?? block?.blockFirstPublishedDisplay ?? block?.publishedDate)),
    useElements ? elements.map(elementText) : html(block?.bodyHtml),
  ];
}

/** The main picture, which stands above the text. @param {any} content @param {boolean} byElements @returns {Piece} */
function mainOf(content, byElements) {
  if (Array.isArray(content.mainMediaElements)) return content.mainMediaElements.map(elementText);
  if (isObject(content.blocks?.main)) return blockText(content.blocks.main, byElements);
  const main = list(content.elements).find((element) => element?.relation === 'main')?.assets?.[0]?.typeData;
  return maybe(isObject(main) ? picture(main, {}) : html(content.fields?.main));
}

/** @param {any} content @param {boolean} byElements @returns {Piece} */
function bodyOf(content, byElements) {
  const blocks = Array.isArray(content.blocks) ? content.blocks : list(content.blocks?.body);
  if (blocks.length > 0) return blocks.map((/** @type {any} */ block) => blockText(block, byElements));
  const written = content.fields?.body ?? content.bodyHtml;
  if (text(written)) return html(written);
  const elements = list(content.elements).filter((element) => element?.relation !== 'main');
  return elements.map((element) => list(element?.assets).map((asset) => html(asset?.typeData?.html)));
}

/** @param {any} document @returns {Source[]} */
export function read(document) {
  const response = document.response ?? document;
  const content = response.content ?? list(response.results)[0] ?? response;
  const fields = content.fields ?? {};
  return [true, false].map((byElements) => ({
    title: sniff(text(fields.headline) || text(content.headline) || text(content.webTitle)),
    head: [
      html(fields.standfirst ?? content.standfirst),
      maybe(
        sniff(fields.trailText ?? content.trailText),
        text(content.webTitle),
        text(fields.byline ?? content.byline),
      ),
      mainOf(content, byElements),
    ],
    body: bodyOf(content, byElements),
  }));
}
