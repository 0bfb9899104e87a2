import type { Block, Cell, ChapterNode, DocumentTree, TableNode } from '@samstyr/documents/tree/node';
import { numberText, signText } from '@samstyr/documents/tree/number-text';
import { chartNumbers, plainText, tableNumbers } from '@samstyr/documents/tree/walk';

/** The words and numbers of a cell, as every format must show them. */
export function cellText(cell: Cell, tree: DocumentTree): string {
  switch (cell.cell) {
    case 'figure': {
      const figure = tree.figures.get(cell.ref.figure);
      if (figure === undefined) return '?';
      return `${numberText(figure, cell.ref, tree.language)}${figure.provisional ? '*' : ''}`;
    }
    case 'sign':
      return signText(cell.sign, tree.language);
    case 'text':
      return plainText(cell.content, tree);
    case 'tag':
      return cell.tag.text;
    case 'bar':
      return '▭';
    default:
      return '';
  }
}

/** The document as a text a person reads in a diff: structure by indentation, tables by columns. */
export function treeText(tree: DocumentTree): string {
  const tables = tableNumbers(tree);
  const charts = chartNumbers(tree);
  const lines: string[] = [
    `# ${tree.cover.owner}: ${tree.cover.title}`,
    plainText(tree.cover.subtitle, tree),
    plainText(tree.cover.pictureText, tree),
    tree.cover.versionLine,
    '',
  ];
  const table = (node: TableNode): readonly string[] => {
    const head = [node.head, ...node.columns.map((column) => column.head.join(' / '))];
    const mark = { row: '', groupSum: '= ', sum: '== ', outside: '+ ' };
    const rows = node.rows.map(({ kind, header, cells }) => [
      `${mark[kind]}${plainText(header, tree)}`,
      ...cells.map((cell) => cellText(cell, tree)),
    ]);
    return [
      `Tabell ${tables.get(node.id)}: ${plainText(node.caption, tree)} (${plainText(node.unit, tree)})`,
      ...[head, ...rows].map((row) => `| ${row.join(' | ')} |`),
      ...(node.note === null ? [] : [`  ${plainText(node.note, tree)}`]),
    ];
  };
  const block = (node: Block): readonly string[] => {
    switch (node.node) {
      case 'table':
        return table(node);
      case 'section':
        return [
          '',
          `${'#'.repeat(node.level + 1)} ${node.title}`,
          ...node.children.flatMap(block),
          ...node.aside.map(({ title, content }) => `  > ${title}: ${plainText(content, tree)}`),
        ];
      case 'details':
        return [`<${node.title}>`, ...node.children.flatMap(block)];
      case 'list':
        return node.items.map(
          (item, at) => `- ${node.prefix === null ? '' : `${node.prefix}${at + 1} `}${plainText(item, tree)}`,
        );
      case 'facts':
        return node.items.map(
          ({ label, value, context }) =>
            `* ${label}: ${plainText(value, tree)}${context.length === 0 ? '' : ` (${plainText(context, tree)})`}`,
        );
      case 'steps':
        return node.items.map(
          ({ name, formula, result, unit }, at) =>
            `${at + 1}. ${name}: ${plainText(formula, tree)} → ${plainText(result, tree)} ${unit}`,
        );
      case 'decisions':
        return node.items.map(
          ({ name, wording, tag }, at) => `${at + 1}. ${name}: ${plainText(wording, tree)} [${tag.text}]`,
        );
      case 'chart':
        return [
          `Figur ${charts.get(node.id)}: ${plainText(node.caption, tree)} (${plainText(node.unit, tree)})`,
          ...node.bars.map(
            ({ name, figures }) =>
              `  ${name} ${figures.map((figure) => plainText([figure], tree)).join(' ')}`,
          ),
          `  alt: ${plainText(node.alt, tree)}`,
        ];
      case 'empty':
        return [`(${plainText(node.content, tree)})`];
      default:
        return [plainText(node.content, tree)];
    }
  };
  const chapter = ({ title, kicker, lead, children }: ChapterNode): readonly string[] => [
    '',
    ...(kicker === null ? [] : [plainText(kicker, tree)]),
    `## ${title}`,
    plainText(lead, tree),
    ...children.flatMap(block),
  ];
  for (const part of tree.parts) lines.push('', `== ${part.name} ==`, ...part.chapters.flatMap(chapter));
  return `${lines.join('\n').replaceAll('\u00a0', ' ')}\n`;
}
