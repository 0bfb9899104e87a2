import { describe, expect, test } from 'vitest';
import { exampleEdition, exampleIndex, treeOf } from './example-document.ts';
import { treeText } from './tree-text.ts';

// A person reads the diff: `npm run golden` writes these files anew.
describe('the joint budget of the example', () => {
  const edition = exampleEdition('public');
  test.each(['nb', 'nn', 'en'] as const)('in %s reads as the golden file', async (language) => {
    await expect(treeText(treeOf(edition, language))).toMatchFileSnapshot(
      `../golden/joint-budget/vaernesregionen-2025.${language}.txt`,
    );
  });

  test('internally shows what the public edition hides', async () => {
    const internal = treeText(treeOf(exampleEdition('internal'), 'nb'));
    expect(internal).toContain('| Frosta | 300 | 1 700 | 920 | 1 946 | 4 866 |');
    expect(treeText(treeOf(edition, 'nb'))).toContain('| Frosta | : | : | : | 1 946 | 4 866 |');
  });

  test('is the same twice, whatever the time zone', () => {
    const zone = process.env['TZ'];
    // Made anew each time: of a model that is given.
    const made = (): string =>
      treeText(treeOf(exampleEdition('public', { model: exampleIndex().model }), 'nb'));
    const first = made();
    process.env['TZ'] = 'Pacific/Kiritimati';
    expect(made()).toBe(first);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
});
