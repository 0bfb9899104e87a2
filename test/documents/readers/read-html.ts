import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { captionName, type ReadTable } from './read-table.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => 'tagName' in node;
const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
const attribute = (element: Element, name: string): string | null =>
  element.attrs.find((one) => one.name === name)?.value ?? null;

/** Everything of a name below, in reading order. */
const every = (node: Node, tag: string): readonly Element[] =>
  childrenOf(node).flatMap((child) =>
    isElement(child) ? [...(child.tagName === tag ? [child] : []), ...every(child, tag)] : [],
  );

/** What is seen: not what only a screen reader says, and no drawing. */
const seen = (node: Node): string => {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (isElement(node) && (attribute(node, 'class') === 'vh' || node.tagName === 'svg')) return '';
  return childrenOf(node).map(seen).join('');
};

const rowsIn = (table: Element, part: string): readonly (readonly string[])[] =>
  every(table, part).flatMap((one) =>
    every(one, 'tr').map((row) =>
      childrenOf(row)
        .filter(
          (cell): cell is Element => isElement(cell) && (cell.tagName === 'th' || cell.tagName === 'td'),
        )
        .map(seen),
    ),
  );

/** The tables of a web page, by the parser browsers are held to. */
export const readHtml = (page: string): readonly ReadTable[] =>
  every(parse(page), 'table').map((table) => ({
    name: captionName(every(table, 'caption').map(seen).join('')),
    head: rowsIn(table, 'thead'),
    rows: rowsIn(table, 'tbody'),
  }));
