import { createHash } from 'node:crypto';
import { pageNumbers } from '@samstyr/documents/docx/page-numbers';
import { renderWord } from '@samstyr/documents/docx/render-word';
import type { DocumentTree, TableNode } from '@samstyr/documents/tree/node';
import { text } from '@samstyr/documents/tree/say';
import { allBlocks, chaptersOf } from '@samstyr/documents/tree/walk';
import { estimatePageNumbersWith } from 'docx/layout';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleEdition, treeOf } from './example-document.ts';
import { type ReadWord, readDocx } from './readers/read-docx.ts';
import { every, filesOf, letters } from './readers/read-zip.ts';

const tree = treeOf(exampleEdition('public'), 'nb');
const blocks = chaptersOf(tree).flatMap(({ children }) => allBlocks(children));
const tables = blocks.filter((block): block is TableNode => block.node === 'table');
let bytes: Uint8Array;
let word: ReadWord;
beforeAll(async () => {
  bytes = await renderWord(tree);
  word = readDocx(bytes);
});

const hash = (of: Uint8Array): string => createHash('sha256').update(of).digest('hex');
/** The same document with one chapter, for what needs no long one. */
const short = (change: Partial<DocumentTree> = {}, chapters = 1): DocumentTree => ({
  ...tree,
  parts: tree.parts.slice(0, 1).map((part) => ({ ...part, chapters: part.chapters.slice(0, chapters) })),
  finder: [],
  ...change,
});

describe('the structure of the Word file', () => {
  test('has a title, then headings in order, every chapter, and never a level skipped', () => {
    const styles = word.paragraphs.map(({ style }) => style);
    expect(styles.indexOf('Title')).toBeLessThan(styles.indexOf('Heading1'));
    expect(styles.filter((style) => style === 'Title')).toHaveLength(1);
    const headings = word.paragraphs.filter(({ style }) => /^Heading\d$/.test(style));
    const levels = headings.map(({ style }) => +style.slice(7));
    expect(levels[0]).toBe(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    expect(headings.filter(({ style }) => style === 'Heading1').map((one) => one.text)).toEqual(
      chaptersOf(tree).map(({ title }) => title),
    );
    expect(headings.every((one) => one.text.trim() !== '')).toBe(true);
  });

  test('has Word’s own names on the styles that Word and screen readers know', () => {
    const names = new Map(word.styles.map(({ id, name }) => [id, name.toLowerCase()]));
    expect(names.get('Title')).toBe('title');
    for (const level of [1, 2, 3]) expect(names.get(`Heading${level}`)).toBe(`heading ${level}`);
    expect(names.get('Caption')).toBe('caption');
    expect(names.get('TOC1')).toBe('toc 1');
    const used = new Set(
      [...word.parts].flatMap(([path, part]) =>
        path.startsWith('word/') && path !== 'word/styles.xml'
          ? ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) =>
              every(part, name).map(({ attributes }) => attributes['w:val'] ?? ''),
            )
          : [],
      ),
    );
    expect([...used].filter((style) => !names.has(style))).toEqual([]);
  });

  test('has header rows on every table, a head column, and no row that may be cut', () => {
    expect(word.marks).toHaveLength(tables.length);
    for (const [at, { headRows, rows, whole, firstColumn }] of word.marks.entries()) {
      const table = tables[at];
      expect(headRows, table?.id).toBe(table?.columns.some(({ head }) => head.length > 1) ? 2 : 1);
      expect(rows, table?.id).toBe(headRows + (table?.rows.length ?? 0));
      expect(whole).toBe(rows);
      expect(firstColumn).toBe(true);
    }
    for (const { name, head } of word.tables)
      expect(
        head[0]?.every((one) => one.trim() !== ''),
        name,
      ).toBe(true);
  });

  test('has an alternative text on every chart, and marks other drawings as decoration', () => {
    const charts = blocks.filter(({ node }) => node === 'chart');
    const told = word.drawings.filter(({ isDecorative }) => !isDecorative);
    expect(told).toHaveLength(charts.length);
    for (const one of told)
      expect(one.text).toMatch(
        /^(Fossefallsdiagram|Stolpediagram med to år|Sammensatt stolpediagram)\. .+ Samme tall i tabell \d+\.$/,
      );
    expect(word.drawings.filter(({ isDecorative, text: words }) => isDecorative && words !== '')).toEqual([]);
    expect(new Set(word.drawings.map(({ id }) => id)).size).toBe(word.drawings.length);
  });

  test('has a language, and another on what is in another', async () => {
    expect(word.language).toBe('nb-NO');
    const nynorsk = readDocx(await renderWord({ ...short(), language: 'nn' }));
    expect(nynorsk.language).toBe('nn-NO');
    const phrase = { inline: 'language', language: 'en', content: [text('legal aid')] } as const;
    const [part] = short().parts;
    const [chapter] = part?.chapters ?? [];
    if (part === undefined || chapter === undefined) throw new Error('the document has no chapter');
    const mixed = readDocx(
      await renderWord(
        short({ parts: [{ ...part, chapters: [{ ...chapter, lead: [text('Dette er '), phrase] }] }] }),
      ),
    );
    expect(mixed.paragraphs.find(({ style }) => style === 'Ingress')?.languages).toEqual(['en-GB']);
  });

  test('leads every link to a mark, and has no mark twice', () => {
    const names = word.bookmarks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(word.bookmarks.map(({ id }) => id)).size).toBe(names.length);
    expect(names.filter((name) => !/^[A-Za-z]\w{0,39}$/.test(name))).toEqual([]);
    expect(word.anchors.length).toBeGreaterThan(100);
    expect(word.anchors.filter((anchor) => !names.includes(anchor))).toEqual([]);
  });

  test('lists every chapter in the contents with a page, and asks nobody to bring it up to date', () => {
    const lines = word.paragraphs.filter(({ style }) => style === 'TOC1').map((one) => one.text.split('\t'));
    expect(lines.map(([title]) => title)).toEqual(chaptersOf(tree).map(({ title }) => title));
    const pages = lines.map(([, nr]) => Number(nr));
    expect(pages[0]).toBeGreaterThanOrEqual(3);
    for (const [at, nr] of pages.entries()) if (at > 0) expect(nr).toBeGreaterThan(pages[at - 1] ?? 0);
    const settings = word.parts.get('word/settings.xml');
    expect(settings === undefined ? [] : every(settings, 'w:updateFields')).toEqual([]);
    for (const part of word.parts.values())
      for (const field of every(part, 'w:fldChar'))
        expect(field.attributes['w:dirty'] ?? 'false').toBe('false');
  });

  test('counts the pages as a layout library does that knows many more of Word’s rules', async () => {
    // The lists of contents, and enough chapters that a page too many in one of them would show in the next.
    const some = {
      ...tree,
      parts: tree.parts.map((part) => ({ ...part, chapters: part.chapters.slice(0, 2) })),
    };
    const lays = estimatePageNumbersWith({ guess: true });
    const counted: { own: unknown; theirs: unknown }[] = [];
    const chapters = new Set(chaptersOf(some).map(({ id }) => id.replaceAll('-', '_')));
    const ofChapters = (pages: ReadonlyMap<string, string>): unknown =>
      [...pages].filter(([mark]) => chapters.has(mark.replace(/^s\d+_/, ''))).map(([, page]) => page);
    await renderWord(some, {
      pagesOf: (body, context) => {
        const own = pageNumbers(body, context);
        counted.push({ own: ofChapters(own.bookmarks), theirs: ofChapters(lays(body, context).bookmarks) });
        return own;
      },
    });
    expect(counted).toHaveLength(1);
    for (const { own, theirs } of counted) {
      expect(own).toHaveLength(chapters.size);
      expect(own).toEqual(theirs);
    }
  });

  test('says on every page whose budget it is, how far it has come, and the page', () => {
    const feet = [...word.parts].filter(([path]) => path.startsWith('word/footer')).map(([, part]) => part);
    expect(feet.length).toBeGreaterThan(0);
    for (const foot of feet) {
      expect(letters(foot)).toContain(tree.cover.versionLine);
      expect(every(foot, 'w:instrText').map(letters).join('')).toContain('PAGE');
    }
    for (const [path, part] of word.parts)
      if (path.startsWith('word/header')) expect(letters(part)).toContain(tree.cover.title);
  });

  test('lays the widest table down on a page of its own', () => {
    const body = word.parts.get('word/document.xml');
    const pages =
      body === undefined ? [] : every(body, 'w:pgSz').map(({ attributes }) => attributes['w:orient']);
    expect(pages).toEqual(['portrait', 'portrait', 'landscape', 'portrait']);
  });
});

describe('the bytes of the Word file', () => {
  test('have no date but the version’s', () => {
    const core = word.parts.get('docProps/core.xml');
    const dates =
      core === undefined ? [] : [...every(core, 'dcterms:created'), ...every(core, 'dcterms:modified')];
    expect(dates.map(letters)).toEqual([`${tree.date}T00:00:00Z`, `${tree.date}T00:00:00Z`]);
  });

  test('are the same another time, at another place', async () => {
    const first = hash(await renderWord(short()));
    const { TZ, LANG } = process.env;
    process.env['TZ'] = 'Pacific/Auckland';
    process.env['LANG'] = 'tr_TR.UTF-8';
    const again = hash(await renderWord(short()));
    process.env['TZ'] = TZ ?? 'UTC';
    process.env['LANG'] = LANG ?? 'C';
    expect(again).toBe(first);
  });

  test('take any text as text', async () => {
    const nasty = [
      '<w:p/>',
      '&amp;',
      ']]>',
      '"\'',
      '\u0000\u0007\ufffe',
      '\ud800',
      '\u202eabc',
      'x'.repeat(5000),
    ].join(' ');
    const [part] = tree.parts;
    const [chapter] = part?.chapters ?? [];
    if (part === undefined || chapter === undefined) throw new Error('the document has no chapter');
    const changed = short({
      title: nasty,
      cover: { ...tree.cover, title: nasty, owner: nasty, versionLine: nasty },
      parts: [
        { name: nasty, chapters: [{ ...chapter, title: nasty, kicker: [text(nasty)], lead: [text(nasty)] }] },
      ],
    });
    const read = readDocx(await renderWord(changed));
    const shown = `<w:p/> &amp; ]]> "'   abc ${'x'.repeat(5000)}`;
    for (const wanted of ['Title', 'Heading1', 'Ingress', 'Stikkord'])
      expect(
        read.paragraphs.some(({ style, text: words }) => style === wanted && words === shown),
        wanted,
      ).toBe(true);
    const core = read.parts.get('docProps/core.xml');
    expect(core === undefined ? false : every(core, 'dc:title').map(letters).join('') === shown).toBe(true);
  });

  test('hold nothing that runs or is fetched', () => {
    const paths = Object.keys(filesOf(bytes));
    expect(paths.filter((path) => /vba|macro|embeddings|activeX/i.test(path))).toEqual([]);
    for (const [path, part] of word.parts)
      if (path.endsWith('.rels'))
        expect(
          every(part, 'Relationship').filter(({ attributes }) => attributes['TargetMode'] === 'External'),
        ).toEqual([]);
  });
});
