// Related articles from a list of the publisher's: the attribute `related`.
import { expect, lamplit, test } from './support/fixtures.js';
import { bare, listen, mount } from './support/stage.js';
import { armTraps, trap, traps } from './support/traps.js';

/** @typedef {import('@playwright/test').Page} Page */

/** @param {string} title @param {string} text @param {object} [more] */
const native = (title, text, more) => ({ version: 'lamplit/1', title, lang: 'en', blocks: [text], ...more });

/** @type {Record<string, object>} */
const documents = {
  tea: native('Green tea in the hills', 'Tea is picked by hand.'),
  dear: native('Tea is dear', 'The harvest of tea was small.'),
  own: native('The publisher has chosen', 'It is about tea.', {
    related: [{ title: 'A chosen one', src: 'tea.json' }],
  }),
};
const cards = [
  { title: 'A new train', url: 'train.html' },
  { title: 'This very one', src: '../news/tea.json' },
  { title: 'Tea is dear', src: '../news/dear.json', excerpt: 'There was little tea.' },
];

/**
 * Opens the bare page with documents at `/news/` and a list at `/lists/new.json`.
 * @param {Page} page @param {Record<string, string>} attributes
 * @param {(number: number) => unknown} [list] what the list holds, as it is asked for
 */
async function open(page, attributes, list = () => cards) {
  const told = await listen(page);
  const asked = { times: 0 };
  await page.route('**/news/*.json', (route) => {
    const name = /(\w+)\.json$/.exec(route.request().url())?.[1] ?? '';
    return route.fulfill({ json: documents[name] });
  });
  await page.route('**/lists/new.json', async (route) => {
    asked.times++;
    const answer = await list(asked.times);
    await (answer === 404 ? route.fulfill({ status: 404 }) : route.fulfill({ json: answer }));
  });
  await page.goto(bare);
  await mount(page, attributes);
  const widget = lamplit(page);
  return { ...widget, told, asked, headings: widget.cards.getByRole('heading') };
}

const both = { src: '/news/tea.json', related: '/lists/new.json' };

test('the most like it comes first, and addresses are those of the list', async ({ page }) => {
  const { reaches, headings, cards: shown, carousel, told } = await open(page, both);
  await reaches('ready');
  await expect(headings).toHaveText(['Tea is dear', 'A new train']);
  await expect(carousel).toHaveAttribute('aria-label', 'Related articles');
  await expect(shown.nth(0).getByRole('link')).toHaveAttribute('data-src', /\/news\/dear\.json$/);
  await expect(shown.nth(1).getByRole('link')).toHaveAttribute('href', /\/lists\/train\.html$/);
  expect((await told('load'))[0].warnings).toEqual([]);
  expect(await told('error')).toEqual([]);
});

for (const [what, list] of /** @type {[string, unknown][]} */ ([
  ['a native document', { version: 'lamplit/1', related: cards }],
  ['native articles', [native('A new train', 'It runs.'), native('Tea is dear', 'Little tea.')]],
  [
    'a JSON Feed',
    {
      version: 'https://jsonfeed.org/version/1.1',
      items: [
        { id: '1', title: 'A new train', url: 'https://a.example/train', content_html: '<p>It runs.</p>' },
        {
          id: '2',
          title: 'Tea is dear',
          url: 'https://a.example/tea',
          content_html: '<p>Little tea.</p>',
          tags: ['tea'],
        },
      ],
    },
  ],
])) {
  test(what, async ({ page }) => {
    const { reaches, headings } = await open(page, both, () => list);
    await reaches('ready');
    await expect(headings).toHaveText(['Tea is dear', 'A new train']);
  });
}

test('an article in another format', async ({ page }) => {
  const { reaches, headings, told } = await open(page, {
    src: '/tests/fixtures/captured/page.txt',
    related: '/lists/new.json',
  });
  await reaches('ready');
  expect((await told('load'))[0].format).toBe('captured page');
  // It has some of its own.
  await expect(headings).not.toHaveCount(0);
  await expect(headings.filter({ hasText: 'A new train' })).toHaveCount(0);
});

test('the article’s own count more, and nothing is asked for', async ({ page }) => {
  const { reaches, headings, asked, cards: shown, title } = await open(page, { ...both, src: '/news/own.json' });
  await reaches('ready');
  await expect(headings).toHaveText(['A chosen one']);
  await shown.getByRole('link').click();
  await expect(title).toHaveText('Green tea in the hills');
  await expect(headings).toHaveText(['Tea is dear', 'A new train']);
  await page.goBack();
  await expect(headings).toHaveText(['A chosen one']);
  await reaches('ready');
  expect(asked.times).toBe(1);
});

test('every article without any has them: the next, and the first again', async ({ page }) => {
  const { reaches, headings, asked, cards: shown, title } = await open(page, both);
  await shown.first().getByRole('link').click();
  await expect(title).toHaveText('Tea is dear');
  // The article that stands is not offered.
  await expect(headings).toHaveText(['A new train', 'This very one']);
  await page.goBack();
  await expect(title).toHaveText('Green tea in the hills');
  await expect(headings).toHaveText(['Tea is dear', 'A new train']);
  await reaches('ready');
  expect(asked.times).toBe(1);
});

for (const [what, list] of /** @type {[string, unknown][]} */ ([
  ['a server’s error', 404],
  ['a list of nothing', []],
  ['something else', { temperature: 21 }],
])) {
  test(`${what} is nothing but a warning`, async ({ page, problems }) => {
    problems.expect('404');
    const warning = page.waitForEvent('console', (message) =>
      message.text().startsWith('lamplit: no related articles'),
    );
    const { reaches, part, told } = await open(page, both, () => list);
    await reaches('ready');
    expect((await warning).type()).toBe('warning');
    await expect(part('related')).toBeEmpty();
    expect(await told('error')).toEqual([]);
    await reaches('ready');
  });
}

test('a list that is late is given up for another article', async ({ page }) => {
  await page.addInitScript(() => {
    /** @type {string[]} */
    const givenUp = [];
    Object.assign(globalThis, { givenUp });
    const { fetch } = globalThis;
    globalThis.fetch = (input, options) => {
      options?.signal?.addEventListener('abort', () => givenUp.push(`${input}`));
      return fetch(input, options);
    };
  });
  const { reaches, headings, host, asked } = await open(page, both, () => new Promise(() => {}));
  await reaches('ready');
  await expect.poll(() => asked.times).toBe(1);
  await host.evaluate((reader) => reader.setAttribute('src', '/news/own.json'));
  await expect(headings).toHaveText(['A chosen one']);
  await expect
    .poll(() => page.evaluate(() => /** @type {any} */ (globalThis).givenUp))
    .toEqual([new URL('/lists/new.json', page.url()).href]);
  await reaches('ready');
  await expect(headings).toHaveText(['A chosen one']);
});

test('the attribute may come, change and go', async ({ page }) => {
  const { reaches, headings, part, host } = await open(page, { src: '/news/tea.json' });
  await page.route('**/lists/other.json', (route) => route.fulfill({ json: ['Black tea'] }));
  await reaches('ready');
  await expect(part('related')).toBeEmpty();
  await host.evaluate((reader) => reader.setAttribute('related', '/lists/new.json'));
  await expect(headings).toHaveText(['Tea is dear', 'A new train']);
  await host.evaluate((reader) => reader.setAttribute('related', '/lists/other.json'));
  await expect(headings).toHaveText(['Black tea']);
  await host.evaluate((reader) => reader.removeAttribute('related'));
  await expect(part('related')).toBeEmpty();
});

test('a breakdown of the core and a time away cost nothing', async ({ page }) => {
  await armTraps(page);
  const { reaches, headings, host, asked, part } = await open(page, both);
  await expect(headings).toHaveText(['Tea is dear', 'A new train']);
  await reaches('ready');
  await trap(page, 'handle');
  await part('larger').click();
  await expect.poll(async () => (await traps(page)).instances).toBe(2);
  await expect(headings).toHaveText(['Tea is dear', 'A new train']);
  await host.evaluate(async (reader) => {
    const { parentNode } = reader;
    reader.remove();
    await new Promise((resolve) => setTimeout(resolve));
    parentNode?.append(reader);
  });
  await expect(headings).toHaveText(['Tea is dear', 'A new train']);
  expect(asked.times).toBe(1);
});
