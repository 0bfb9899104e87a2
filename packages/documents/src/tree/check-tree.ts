import { type Result, unless } from '@samstyr/core/result/result';
import { checkTable } from './check-table.ts';
import type { ArmsNode, Block, Cell, ChapterNode, DocumentTree, Inline, TableNode } from './node.ts';
import type { DocumentPlace, DocumentProblem } from './problems.ts';
import { chaptersOf, plainText } from './walk.ts';

type Check = {
  readonly tree: DocumentTree;
  readonly tables: ReadonlySet<string>;
  readonly targets: ReadonlySet<string>;
  readonly report: (problem: DocumentProblem) => void;
};

/** The gate before every renderer: gives the tree back, or everything that is wrong with it, each with its place. */
export function checkTree<Tree extends DocumentTree>(tree: Tree): Result<Tree, DocumentProblem> {
  const problems: DocumentProblem[] = [];
  const ids: string[] = [];
  const tables = new Set<string>();
  for (const chapter of chaptersOf(tree)) {
    ids.push(chapter.id);
    collect(chapter.children, ids, tables);
  }
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) problems.push({ code: 'document.repeatedId', place: [tree.title], id });
    seen.add(id);
  }
  const check: Check = { tree, tables, targets: seen, report: (problem) => problems.push(problem) };
  for (const { name, to } of tree.finder)
    if (!seen.has(to)) check.report({ code: 'document.brokenLink', place: [name], to });
  for (const chapter of chaptersOf(tree)) checkChapter(chapter, check);
  checkArms(tree.cover.arms, check, [tree.title]);
  checkInline(tree.cover.subtitle, check, [tree.title]);
  checkInline(tree.cover.pictureText, check, [tree.title]);
  for (const { name, parts } of tree.cover.rows)
    for (const { figure } of parts) checkFigure(figure, check, [tree.title, name]);
  for (const [id, figure] of tree.figures) {
    if (tree.hidden.has(id) && figure.value !== null)
      problems.push({ code: 'document.withheldShown', place: [figure.label], figure: id });
  }
  return unless(problems, () => tree);
}

function collect(blocks: readonly Block[], ids: string[], tables: Set<string>): void {
  for (const block of blocks) {
    if ('id' in block) ids.push(block.id);
    if (block.node === 'table') tables.add(block.id);
    if (block.node === 'section' || block.node === 'details') collect(block.children, ids, tables);
  }
}

function checkChapter(chapter: ChapterNode, check: Check): void {
  const place = [chapter.title];
  if (chapter.title.trim() === '') check.report({ code: 'document.emptyHeader', place: [chapter.id] });
  checkArms(chapter.look?.arms ?? null, check, place);
  checkInline(chapter.kicker ?? [], check, place);
  checkInline(chapter.lead, check, place);
  checkBlocks(chapter.children, 1, check, place);
}

function checkArms(arms: ArmsNode | null, { report }: Check, place: DocumentPlace): void {
  if (arms !== null && arms.alt.trim() === '')
    report({ code: 'document.noAlt', place: [...place, arms.path] });
}

function checkBlocks(blocks: readonly Block[], level: number, check: Check, place: DocumentPlace): void {
  for (const block of blocks) checkBlock(block, level, check, place);
}

function checkBlock(block: Block, level: number, check: Check, place: DocumentPlace): void {
  const inline = (content: readonly Inline[], at: DocumentPlace = place): void =>
    checkInline(content, check, at);
  switch (block.node) {
    case 'section': {
      const here = [...place, block.title];
      if (block.title.trim() === '') check.report({ code: 'document.emptyHeader', place });
      if (block.level > level + 1)
        check.report({ code: 'document.skippedLevel', place: here, level: block.level });
      for (const { content } of block.aside) inline(content, here);
      checkBlocks(block.children, block.level, check, here);
      return;
    }
    case 'details':
      checkBlocks(block.children, level, check, [...place, block.title]);
      return;
    case 'paragraph':
    case 'note':
    case 'empty':
      inline(block.content);
      return;
    case 'list':
      for (const item of block.items) inline(item);
      return;
    case 'facts':
      for (const { label, value, context } of block.items) {
        inline(value, [...place, label]);
        inline(context, [...place, label]);
      }
      return;
    case 'steps':
      for (const { name, formula, result } of block.items) {
        inline(formula, [...place, name]);
        inline(result, [...place, name]);
      }
      return;
    case 'decisions':
      for (const { name, wording } of block.items) inline(wording, [...place, name]);
      return;
    case 'chart': {
      const here = [...place, plainText(block.caption, check.tree)];
      inline(block.caption);
      inline(block.unit, here);
      inline(block.alt, here);
      if (plainText(block.alt, check.tree).trim() === '')
        check.report({ code: 'document.noAlt', place: here });
      if (!check.tables.has(block.table))
        check.report({ code: 'document.noTwin', place: here, table: block.table });
      for (const { name, figures } of block.bars)
        for (const { figure } of figures) checkFigure(figure, check, [...here, name]);
      return;
    }
    case 'table':
      checkTableTexts(block, check, place);
      checkTable(block, check.tree, place, check.report);
  }
}

function checkTableTexts(table: TableNode, check: Check, place: DocumentPlace): void {
  const here = [...place, plainText(table.caption, check.tree)];
  checkInline(table.caption, check, here);
  checkInline(table.unit, check, here);
  if (table.note !== null) checkInline(table.note, check, here);
  for (const { header, cells } of table.rows) {
    checkInline(header, check, here);
    for (const cell of cells) checkCell(cell, check, [...here, plainText(header, check.tree)]);
  }
}

function checkCell(cell: Cell, check: Check, place: DocumentPlace): void {
  if (cell.cell === 'figure') checkFigure(cell.ref.figure, check, place);
  if (cell.cell === 'text') checkInline(cell.content, check, place);
  if (cell.cell === 'bar') {
    checkFigure(cell.figure, check, place);
    if (cell.tick !== null) checkFigure(cell.tick, check, place);
  }
}

function checkFigure(figure: string, { tree, report }: Check, place: DocumentPlace): void {
  if (!tree.figures.has(figure)) report({ code: 'document.missingFigure', place, figure });
}

function checkInline(content: readonly Inline[], check: Check, place: DocumentPlace): void {
  for (const one of content) {
    if (one.inline === 'figure') checkFigure(one.figure, check, place);
    else if (one.inline !== 'text') checkInline(one.content, check, place);
    if (one.inline === 'link' && !check.targets.has(one.to))
      check.report({ code: 'document.brokenLink', place, to: one.to });
  }
}
