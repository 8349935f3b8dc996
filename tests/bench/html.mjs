// An article whose body is 1 MB of HTML, from the bytes to the blocks: the importer in WebAssembly against what a page would do in
// JavaScript, `JSON.parse`, the browser's own `DOMParser` and a walk over its tree. Both end in the article as an object. The runs take
// turns; what counts is the ratio of the medians.
import { chromium } from '@playwright/test';
import { launchSettings } from '../../scripts/lib/browsers.mjs';
import { isOptimised } from '../../scripts/lib/core.mjs';
import { done, Explained, say } from '../../scripts/lib/report.mjs';
import { createServer, listen } from '../../scripts/serve.mjs';

const size = 1_000_000;
const rounds = 15;

const sentences = [
  'The lamp is trimmed at six, before the first boat is heard. ',
  '灯芯剪短一点，火就稳了，屋里的影子也跟着安静下来。',
  'Nobody counts the steps to the harbour; <a href="/steps?from=hill&amp;to=sea">somebody once did</a> and got <b>two numbers</b>. ',
  '他说：&ldquo;<em>先读完这一页</em>&rdquo;，然后才去开门。',
];

/** HTML as editors write it: paragraphs, headings, lists, tables, figures. */
function body() {
  const parts = [];
  let length = 0;
  for (let index = 0; length < size; index++) {
    const text = Array.from({ length: 4 }, (_, at) => sentences[(index + at) % sentences.length]).join('');
    const part =
      index % 12 === 5
        ? `<h2 class="wp-block-heading">Part ${index}</h2>\n<ul><li>${text}</li><li>${text}</li></ul>\n`
        : index % 12 === 9
          ? `<figure class="wp-block-image"><img src="/p/${index}.jpg" alt="" width="1200" height="800"><figcaption>${text}</figcaption></figure>\n`
          : index % 24 === 11
            ? `<table><tr><th>Day</th><th>Oil</th></tr><tr><td>${index}</td><td>${text}</td></tr></table>\n`
            : `<p class="has-text" style="text-align: left">${text}</p>\n`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** Runs in the page. @param {{ bytes: number[] | string, rounds: number }} options */
async function measure({ bytes: text, rounds: times }) {
  const { convert } = /** @type {any} */ (await import(/** @type {any} */ ('/pkg/ssr.js')));
  const bytes = new TextEncoder().encode(/** @type {string} */ (text));
  const marks = /** @type {Record<string, string>} */ ({
    B: 'strong',
    STRONG: 'strong',
    I: 'em',
    EM: 'em',
    CODE: 'code',
  });

  /** @param {Node} node @param {string[]} marked @returns {any[]} */
  const inlines = (node, marked = []) =>
    [...node.childNodes].flatMap((child) => {
      if (child.nodeType === 3) {
        const words = (child.nodeValue ?? '').replace(/\s+/g, ' ');
        return words ? [{ text: words, ...(marked.length > 0 && { marks: marked }) }] : [];
      }
      if (!(child instanceof HTMLElement)) return [];
      if (child instanceof HTMLAnchorElement)
        return [{ type: 'link', url: child.getAttribute('href'), content: inlines(child, marked) }];
      const mark = marks[child.tagName];
      return inlines(child, mark ? [...marked, mark] : marked);
    });
  /** @param {Element} parent @returns {any[]} */
  const blocks = (parent) =>
    [...parent.children].map((element) => {
      switch (element.tagName) {
        case 'H2':
          return { type: 'heading', level: 2, content: inlines(element) };
        case 'UL':
          return {
            type: 'list',
            items: [...element.children].map((item) => ({ blocks: [{ type: 'paragraph', content: inlines(item) }] })),
          };
        case 'FIGURE': {
          const image = element.querySelector('img');
          const caption = element.querySelector('figcaption')?.textContent ?? undefined;
          return {
            type: 'image',
            src: image?.getAttribute('src'),
            width: image?.width,
            height: image?.height,
            caption,
          };
        }
        case 'TABLE':
          return {
            type: 'table',
            rows: [...element.querySelectorAll('tr')].map((row) =>
              [...row.children].map((cell) => ({ content: inlines(cell), header: cell.tagName === 'TH' })),
            ),
          };
        default:
          return { type: 'paragraph', content: inlines(element) };
      }
    });
  const byHand = () => {
    const feed = JSON.parse(new TextDecoder().decode(bytes));
    const page = new DOMParser().parseFromString(feed.items[0].content_html, 'text/html');
    return { version: 'lamplit/1', title: feed.items[0].title, blocks: blocks(page.body) };
  };

  /** @type {Record<string, number[]>} */
  const taken = { ours: [], theirs: [] };
  /** @type {Record<string, number>} */
  const found = {};
  const runs = { ours: () => convert(bytes), theirs: async () => byHand() };
  for (let round = 0; round <= times; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const since = performance.now();
      const article = await run();
      // The first round is for the compilers.
      if (round > 0) taken[name]?.push(performance.now() - since);
      found[name] = article.blocks.length;
    }
  }
  return { taken, found };
}

/** @param {number[]} all */
const median = (all) => all.toSorted((a, b) => a - b)[all.length >> 1] ?? Number.NaN;

if (!isOptimised()) throw new Explained('pkg/ holds no optimised build', 'Run `npm run build` first.');
const server = createServer({ tests: true });
const port = await listen(server, 4190, { search: true });
const { launchOptions } = launchSettings('chromium');
const browser = await chromium.launch(launchOptions);
try {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/tests/browser/pages/bare.html`);
  const html = body();
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: '1', title: 'Lamps', content_html: html }],
  };
  const { taken, found } = await page.evaluate(measure, { bytes: JSON.stringify(feed), rounds });
  if (found.ours !== found.theirs)
    throw new Explained(`the two do not agree: ${found.ours} and ${found.theirs} blocks`);
  const [ours, theirs] = [median(taken.ours ?? []), median(taken.theirs ?? [])];
  say(
    `HTML body of ${(html.length / 1e6).toFixed(2)} million characters, ${found.ours} blocks, medians of ${rounds} runs in turn`,
  );
  say(`Lamplit: ${ours.toFixed(1)} ms`);
  say(`JSON.parse, DOMParser and a walk: ${theirs.toFixed(1)} ms`);
  done(`ratio ${(ours / theirs).toFixed(2)}`);
} finally {
  await browser.close();
  server.close();
}
