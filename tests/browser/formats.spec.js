// Documents in other formats, as a publisher's API serves them: told apart, converted on the way, and read from the page.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './support/command.js';
import { expect, lamplit, test } from './support/fixtures.js';
import { bare, listen, mount, stage } from './support/stage.js';
import { tight } from './support/words.js';

const folder = 'tests/fixtures/formats';

/** @typedef {{ file: string, format: string, title?: string, expected: string[], absent?: string[] }} Fixture */
/** @type {Fixture[]} */
const fixtures = JSON.parse(readFileSync(join(root, folder, 'index.json'), 'utf8')).documents;

/** One of each way there: bodies of HTML, trees, newsrooms, a feed, right to left. */
const some = [
  'wordpress.json',
  'json-ld.json',
  'prose-mirror.json',
  'netease.json',
  'guardian-page.json',
  'readability.json',
];

for (const { file, format, title, expected, absent = [] } of fixtures.filter((one) => some.includes(one.file))) {
  test(file, async ({ page, problems }) => {
    // Their pictures lie on hosts that do not exist.
    problems.expect(/img-src|Failed to load resource|NS_ERROR/);
    const told = await listen(page);
    await stage(page, { src: `/${folder}/${file}` });
    const widget = lamplit(page);
    await widget.reaches('ready');
    if (title) await expect(widget.title).toHaveText(title);
    const all = tight((await widget.article.textContent()) ?? '');
    const body = tight((await widget.body.textContent()) ?? '');
    for (const line of expected) expect(all).toContain(tight(line));
    for (const line of absent) expect(body).not.toContain(tight(line));
    const [{ format: found, minutes }] = await told('load');
    expect(found).toBe(format);
    expect(minutes).toBeGreaterThan(0);
  });
}

test('what the importer dropped is told with its place', async ({ page, problems }) => {
  problems.expect(/img-src|Failed to load resource|NS_ERROR/);
  const told = await listen(page);
  await stage(page, { src: `/${folder}/wordpress.json` });
  await lamplit(page).reaches('ready');
  const [{ warnings }] = await told('load');
  expect(warnings.map((/** @type {any} */ { code }) => code)).toContain('dropped-ad');
  for (const { path } of warnings) expect(path).toMatch(/^\$/);
  const kept = await page.evaluate(
    () => /** @type {any} */ (document.querySelector('lamplit-reader')).article.warnings,
  );
  expect(kept).toEqual(warnings);
});

test('a broken one is refused with its place, and the fallback stays', async ({ page }) => {
  const told = await listen(page);
  await stage(page, { src: `/${folder}/broken/apple-news-role.json` }, 'The fallback.');
  await lamplit(page).reaches('failed');
  await expect(page.getByText('The fallback.')).toBeVisible();
  const [{ code, path }] = await told('error');
  expect({ code, path }).toEqual({ code: 'invalid-article', path: '$.components[1].role' });
});

test('a sound document in which nothing stands leaves the fallback', async ({ page }) => {
  const told = await listen(page);
  await page.route('**/empty.json', (route) =>
    route.fulfill({ json: [{ _type: 'block', children: [], markDefs: [], style: 'normal' }] }),
  );
  await page.goto(bare);
  await mount(page, { src: '/empty.json' }, 'The fallback.');
  await lamplit(page).reaches('failed');
  await expect(page.getByText('The fallback.')).toBeVisible();
  expect((await told('error'))[0].code).toBe('invalid-article');
});
