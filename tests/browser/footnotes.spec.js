// Footnotes: from the sign to the note and back, by mouse and keyboard, on the page and in reader mode.
import { stageDocument } from './support/document.js';
import { axe, expect, lamplit, test } from './support/fixtures.js';

const article = {
  version: 'lamplit/1',
  title: 'Notes',
  lang: 'en',
  blocks: [
    {
      type: 'paragraph',
      content: [
        { type: 'link', url: 'https://a.example/', content: 'A claim' },
        { type: 'note-ref', note: 'a b', text: '1' },
        { text: ' and more.' },
      ],
    },
    ...Array.from({ length: 60 }, (_, index) => `Paragraph ${index + 1}: ${'words '.repeat(40)}`),
    { type: 'footnotes', notes: [{ id: 'a b', blocks: ['Its source.'] }] },
  ],
};

for (const mode of ['page', 'reader']) {
  test(`a sign leads to its note and back, in ${mode} mode`, async ({ page }) => {
    await stageDocument(page, article);
    const widget = lamplit(page);
    if (mode === 'reader') await widget.part('read').click();
    const sign = widget.part('note-ref');
    const note = widget.part('footnotes').locator('li');
    await expect(sign).toHaveText('1');
    await sign.click();
    // What was folded opens.
    await expect(note).toBeFocused();
    await expect(note).toBeInViewport();
    await expect(note).toHaveText('Its source.');
    await widget.part('note-back').press('Enter');
    await expect(sign).toBeFocused();
    await expect(sign).toBeInViewport();
    expect(new URL(page.url()).hash).toBe('');
    expect(await axe(page, { include: 'lamplit-reader' })).toEqual([]);
  });
}
