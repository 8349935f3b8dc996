// ActivityStreams: an object, or that of a Create or an Announce.
//
// | title | name, else the first of nameMap |
// | body | content, else the first of contentMap |
// | may stand | summary, names of attachments |
import { html, isObject, list, maybe, sniff, text } from '../piece.mjs';

/** @param {any} map */
const first = (map) => text(Object.values(map ?? {})[0]);

/** @param {any} document @returns {import('../piece.mjs').Source} */
export function read(document) {
  let object = document;
  while (isObject(object.object)) object = object.object;
  return {
    title: sniff(text(object.name) || first(object.nameMap)),
    head: maybe(sniff(text(object.summary) || first(object.summaryMap))),
    body: [
      html(text(object.content) || first(object.contentMap)),
      maybe(list(object.attachment).map((one) => text(one?.name))),
    ],
  };
}
