// What stands in a page that was saved as text, read the simple way: line by line, by the order that such pages have.

/** @param {string} line a card's first, perhaps with a kicker: 【…】, (…) or …| */
function card(line) {
  const [, square, round, bar, title = line] = /^(?:【(.+?)】|\((.+?)\)|([^|]+)\|)?(.+)$/.exec(line) ?? [];
  return { kicker: square ?? round ?? bar ?? '', title };
}

/** @param {string} text */
export function captured(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  const [home = '', site = '', meta = ''] = lines;
  const [, time = '', headline = '', views = ''] = /^时间:(.+) 作者:(.+) 浏览量:(\d+)$/.exec(meta) ?? [];
  const fold = lines.indexOf('展开全文');
  const body = lines.slice(3, fold);
  const offers = lines.slice(lines.indexOf('相关文章') + 1, lines.indexOf('相关资讯'));
  const indented = (/** @type {string} */ line) => /^[\s\u3000]/.test(line);
  return {
    home,
    site,
    time,
    headline,
    views: Number(views),
    authors: /^\S*?电\((.+?)\)/.exec(body[0]?.trim() ?? '')?.[1]?.split(' ') ?? [],
    paragraphs: body.filter(indented).map((line) => line.trim()),
    captions: body.filter((line) => !indented(line)),
    cards: offers.flatMap((line, index) =>
      index % 2 ? [] : [{ ...card(line), excerpt: (offers[index + 1] ?? '').trim() }],
    ),
  };
}
