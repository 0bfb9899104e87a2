import type { FolderReport } from '@samstyr/contract/json/check-folder';
import { ofOre } from '@samstyr/core/fraction/fraction';
import { type Ore, ore } from '@samstyr/core/money/ore';
import type { Block, Cell, ChapterNode, Row, TableNode } from '../tree/node.ts';
import { text } from '../tree/say.ts';
import { column, empty, figureCell } from './cells.ts';
import { type Context, nodeId } from './context.ts';

type Finding = FolderReport['findings'][number];

const appendixNumber = 2;

/**
 * Where the published document and the model do not agree, and what is open: for those who make the budget, so never in a public edition.
 * Null there. (S-EDI-06)
 */
export function findingsChapter(context: Context): ChapterNode | null {
  const { t, source, language, options } = context;
  if (options.edition !== 'internal') return null;
  const findings = source.findings(language);
  const errors = findings.filter(({ severity }) => severity !== 'info');
  const printed = [
    ...errors.filter(({ unit }) => unit === '1000 kr'),
    ...errors.filter(({ unit }) => unit === 'kr'),
  ];
  const told = errors.filter(({ unit }) => unit === null);
  const rounding = findings.filter((one) => one.class === 'rounding').length;
  const soft = findings.filter((one) => one.class === 'soft' && one.severity === 'info');
  const numbers = new Map(printed.map(({ id }, at) => [id, `${at + 1}`]));
  const units = (['1000 kr', 'kr'] as const).filter((unit) => printed.some((one) => one.unit === unit));
  return {
    node: 'chapter',
    id: 'funn',
    title: t.findings.title,
    shortTitle: t.findings.short,
    kicker: [text(t.findings.kicker(appendixNumber))],
    lead: findings.length === 0 ? t.findings.none : t.findings.lead(findings.length, errors.length),
    children: [
      ...units.map((unit) =>
        findingsTable(
          context,
          unit,
          printed.filter((one) => one.unit === unit),
          numbers,
        ),
      ),
      ...(rounding === 0 ? [] : [{ node: 'note' as const, content: t.findings.roundingText(rounding) }]),
      ...(told.length === 0 ? [] : [sentencesOf('rettes', t.findings.errors, told)]),
      ...(soft.length === 0 ? [] : [sentencesOf('orientering', t.findings.soft, soft)]),
    ],
  };
}

const sentencesOf = (id: string, title: string, some: readonly Finding[]): Block => ({
  node: 'section',
  id: nodeId('funn', id),
  title,
  level: 2,
  children: [{ node: 'list', prefix: null, items: some.map(({ sentence }) => [text(sentence)]) }],
  aside: [],
});

function findingsTable(
  context: Context,
  unit: '1000 kr' | 'kr',
  findings: readonly Finding[],
  numbers: ReadonlyMap<string, string>,
): TableNode {
  const { t } = context;
  const unitText = unit === 'kr' ? t.units.kr : t.units.kr1000;
  return {
    node: 'table',
    id: nodeId('tabell', 'funn', unit),
    caption: t.findings.errorsCaption,
    unit: [text(unitText)],
    head: t.findings.what,
    columns: [
      column('number', [t.findings.number], 'text'),
      column('place', [t.findings.place], 'text'),
      column('printed', [t.findings.printed], 'ratio'),
      column('computed', [t.findings.computed], 'ratio'),
      column('difference', [t.findings.difference], 'ratio'),
      column('cause', [t.findings.cause], 'text'),
    ],
    rows: findings.map((finding): Row => {
      const amount = (what: 'expected' | 'difference'): Cell => amountCell(context, finding, what);
      return {
        kind: 'row',
        header: [text(subjectOf(finding))],
        group: null,
        cells: [
          words(numbers.get(finding.id) ?? ''),
          words(placeOf(context, finding)),
          printedCell(context, finding),
          amount('expected'),
          amount('difference'),
          words(causeOf(context, finding, numbers)),
        ],
      };
    }),
    note: null,
    layout: 'text',
  };
}

const words = (content: string): Cell =>
  content === '' ? empty : { cell: 'text', content: [text(content)] };

/** What the sentence speaks of: all of it before the figures. */
const subjectOf = ({ sentence }: Finding): string => sentence.split(': ')[0] ?? sentence;

const placeOf = ({ t }: Context, { place }: Finding): string =>
  [
    ...(place.page === null ? [] : [t.findings.page(place.page)]),
    ...(place.line === null ? [] : [t.findings.line(place.line)]),
  ].join(', ');

function causeOf({ t }: Context, { cause }: Finding, numbers: ReadonlyMap<string, string>): string {
  if (cause === null) return '';
  const known = t.findings.causes[cause];
  if (known !== undefined) return known;
  const root = numbers.get(cause);
  return root === undefined ? (t.findings.causes['otherRow'] ?? '') : t.findings.follows(root);
}

/** What stands printed, written as every other number of the document; what is no whole number stays as it was printed. */
function printedCell({ store }: Context, { id, printed, unit, sentence }: Finding): Cell {
  if (printed === null) return { cell: 'sign', sign: 'missing' };
  const plain = printed.replace(/\s/g, '').replace('−', '-').replace(',', '.');
  if (!/^-?\d+(?:\.0+)?$/.test(plain)) return words(printed);
  const value = ofOre(inOre(plain, unit === 'kr' ? 1n : 1000n));
  const figure = store.add({ id: `finding/${id}/printed`, label: sentence, value });
  return figureCell(figure, unit === 'kr' ? 'kr' : 'kr1000');
}

/** Decimal text in the finding's own unit, as a figure of the document. */
function amountCell({ store }: Context, finding: Finding, what: 'expected' | 'difference'): Cell {
  const given = finding[what];
  if (given === null) return { cell: 'sign', sign: 'missing' };
  const amount = inOre(given, finding.unit === 'kr' ? 1n : 1000n);
  const id = store.add({
    id: `finding/${finding.id}/${what}`,
    label: finding.sentence,
    value: ofOre(amount),
  });
  return figureCell(id, finding.unit === 'kr' ? 'kr' : 'kr1000');
}

/** Decimal text in kroner or thousands as øre; the checker writes every decimal there is, so that none is lost here. */
function inOre(decimal: string, kroner: bigint): Ore {
  const [whole = '0', rest = ''] = decimal.replace('-', '').split('.');
  const scaled = (BigInt(`${whole}${rest}`) * kroner * 100n) / 10n ** BigInt(rest.length);
  return ore(decimal.startsWith('-') ? -scaled : scaled);
}
