import type { Language } from '@samstyr/contract/texts/language';
import { renderWord } from '@samstyr/documents/docx/render-word';
import { renderHtml } from '@samstyr/documents/html/render-html';
import { renderPdf } from '@samstyr/documents/pdf/render-pdf';
import type { DocumentTree } from '@samstyr/documents/tree/node';
import { chaptersOf } from '@samstyr/documents/tree/walk';
import { describe, expect, test } from 'vitest';
import { wordLanguages } from '../read-pdf.ts';
import { exampleEdition, exampleIndex, treeOf } from './example-document.ts';
import { readDocx } from './readers/read-docx.ts';

const { model } = exampleIndex();
const named = exampleEdition('public');
const nameless = exampleEdition('public', { model: { ...model, unitGroup: [] } });

/** One chapter of the document: a unit's, whose kicker has the group's name. */
function oneUnit(language: Language, edition = nameless): DocumentTree {
  const tree = treeOf(edition, language);
  const chapter = chaptersOf(tree).find(({ id }) => id === 'enhet-ppt');
  if (chapter === undefined) throw new Error('the example has no PPT');
  const alone = { ...chapter, lead: [], children: [] };
  return { ...tree, finder: [], contentsNotes: [], parts: [{ name: chapter.title, chapters: [alone] }] };
}

describe('a group of units', () => {
  test('has its name in the language of the document, in rows and over chapters', () => {
    const page = renderHtml(treeOf(named, 'en'));
    expect(page).toContain('Total health and welfare');
    expect(page).toContain('<p class="kicker">Unit · Children and young people</p>');
    expect(page).not.toContain('helse og velferd');
  });

  test('without one is in bokmål, and marked so on the page', () => {
    const page = renderHtml(treeOf(nameless, 'en'));
    expect(page).toContain('Total <span lang="nb">helse og velferd</span>');
    expect(page).toContain('<p class="kicker">Unit · <span lang="nb">Oppvekst</span></p>');
    expect(renderHtml(treeOf(nameless, 'nb'))).toContain('Sum helse og velferd');
  });

  test('is marked as bokmål in the PDF and in Word too', async () => {
    const languagesIn = async (language: Language, edition = nameless): Promise<readonly string[]> => {
      const pdf = await renderPdf(oneUnit(language, edition));
      return [...(await wordLanguages(pdf.ok ? pdf.value : new Uint8Array()))];
    };
    expect(await languagesIn('nn')).toContain('nb');
    expect(await languagesIn('nn', named)).not.toContain('nb');
    const word = readDocx(await renderWord(oneUnit('nn')));
    expect(word.paragraphs.find(({ text }) => text === 'Eining · Oppvekst')?.languages).toContain('nb-NO');
  });
});
