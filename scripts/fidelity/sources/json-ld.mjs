// schema.org JSON-LD: the first article of an array or a @graph.
//
// | title | headline, else name |
// | body | articleBody, else text; the updates of a live blog, each with its headline |
// | may stand | alternativeHeadline, description, what images, films and sounds are called |
import { anything, isObject, maybe, sniff, text } from '../piece.mjs';

const family = /(Article|Posting|Report|BlogPost|Review|LiveBlog|AnalysisNews|Recipe|HowTo)$/;

/** @param {any} node */
const isArticle = (node) => isObject(node) && [node['@type']].flat().some((type) => family.test(text(type)));

/** @param {any} value @returns {any[]} */
const flat = (value) =>
  [value].flat(9).flatMap((node) => (isObject(node) && node['@graph'] ? flat(node['@graph']) : [node]));

/** @param {any} article @returns {import('../piece.mjs').Piece} */
const bodyOf = (article) => sniff(text(article.articleBody) || text(article.text));

/** @param {any} document @returns {import('../piece.mjs').Source} */
export function read(document) {
  const nodes = flat(document);
  const article = nodes.find(isArticle) ?? nodes[0] ?? {};
  const updates = [article.liveBlogUpdate ?? []].flat();
  return {
    title: sniff(text(article.headline) || text(article.name)),
    head: maybe(sniff(article.alternativeHeadline), sniff(article.description), sniff(article.name)),
    body: [
      bodyOf(article),
      updates.map((update) => [sniff(update?.headline), bodyOf(update ?? {})]),
      maybe([article.image, article.video, article.audio].flat().map(anything)),
    ],
  };
}
