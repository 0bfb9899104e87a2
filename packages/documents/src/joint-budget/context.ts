import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import type { Language } from '@samstyr/contract/texts/language';
import { figureId, parseFigureId } from '@samstyr/core/budget/figure-id';
import type { Overview, OverviewRow, PartyView } from '@samstyr/core/budget/view';
import { type IndexedModel, indexModel } from '@samstyr/core/cooperation/indexed-model';
import { partyOn } from '@samstyr/core/cooperation/parties';
import { currentVersion } from '@samstyr/core/cooperation/versions';
import type { Key } from '@samstyr/core/key/grammar';
import type { Model, ServiceKind, ServiceRow, UnitRow } from '@samstyr/core/model/rows';
import { ore } from '@samstyr/core/money/ore';
import { firstDayOf } from '@samstyr/core/period/day';
import { presented } from '@samstyr/core/present/presented';
import type { Direction, DocumentTexts } from '../texts/document-texts.ts';
import { documentTexts } from '../texts/document-texts.ts';
import type { Figure } from '../tree/figure.ts';
import type { Inline } from '../tree/node.ts';
import type { DocumentPlace, DocumentProblem } from '../tree/problems.ts';
import { link, text } from '../tree/say.ts';
import { FigureStore, type RowFigures } from './figure-store.ts';
import { groupsOf, type UnitGroup } from './groups.ts';
import type { BudgetSource, JointBudgetOptions, Scope } from './source.ts';

/** Everything a chapter needs: source, names in the document's language, figures, and where problems go. */
export type Context = {
  readonly source: BudgetSource;
  readonly index: IndexedModel;
  readonly options: JointBudgetOptions;
  readonly language: Language;
  readonly t: DocumentTexts;
  readonly year: number;
  readonly store: FigureStore;
  /** Parties with a column of their own, in the cooperation's order. */
  readonly columns: readonly PartyView[];
  readonly units: readonly UnitRow[];
  /** The units that have a chapter in this edition. */
  readonly chapters: ReadonlySet<string>;
  readonly groups: readonly UnitGroup[];
  readonly report: (problem: DocumentProblem) => void;
  readonly row: (at: RowPlace) => OverviewRow | undefined;
  /** The figures of an overview row; null when it does not exist. */
  readonly figures: (at: RowPlace) => RowFigures | null;
  readonly keyWords: (key: Key) => string;
  /** The id of a figure people name, in its long or short form, as it stands in the store; null when there is none. */
  readonly resolve: (name: string) => string | null;
};

export type RowPlace = {
  readonly unit: string | null;
  readonly service: string | null;
  readonly party: string | null;
  readonly kind: ServiceKind;
};

const placeName = ({ unit, service, party, kind }: RowPlace): string =>
  `${unit ?? ''}|${service ?? ''}|${party ?? ''}|${kind}`;

export function contextOf(
  source: BudgetSource,
  options: JointBudgetOptions,
  report: (problem: DocumentProblem) => void,
): Context {
  const { model, overview } = source;
  const { language } = options;
  const index = indexModel(model);
  const groups = groupsOf(model);
  const t = documentTexts[language];
  const rows = new Map([...overview.rows, ...overview.totals].map((row) => [placeName(row), row]));
  const store = new FigureStore(
    options.hidden,
    presented(overview, ore(100_000n), groups),
    options.edition === 'public',
  );
  const labelled = (row: OverviewRow): ((side: 'previous' | 'current' | 'change' | 'percent') => string) => {
    const what =
      row.service !== null && row.service !== row.unit
        ? `${nameOf(index.unit.get(row.unit ?? ''), language)}, ${nameOf(index.service.get(row.service), language)}`
        : row.unit === null
          ? row.kind === 'operating'
            ? t.row.sumOperating
            : t.row.sumInvestment
          : row.kind === 'investment'
            ? t.row.investment(nameOf(index.unit.get(row.unit), language))
            : nameOf(index.unit.get(row.unit), language);
    const who =
      row.party === null
        ? t.head.all.toLocaleLowerCase(language)
        : partyName(index, row.party, overview.year);
    return (side) =>
      side === 'current'
        ? `${what}, ${who} ${overview.year}`
        : side === 'previous'
          ? `${what}, ${who} ${overview.year - 1}`
          : side === 'change'
            ? `${what}, ${who}, ${t.head.change.toLocaleLowerCase(language)}`
            : `${what}, ${who}, ${t.head.change.toLocaleLowerCase(language)} %`;
  };
  const row = (at: RowPlace): OverviewRow | undefined => rows.get(placeName(at));
  const figures = (at: RowPlace): RowFigures | null => {
    const found = row(at);
    return found === undefined ? null : store.row(found, labelled(found));
  };
  const names = keyWordNames(source.model, language);
  const rowOfId = new Map<string, OverviewRow>();
  for (const one of rows.values()) {
    rowOfId.set(one.current.figureId, one);
    rowOfId.set(one.previous.figureId, one);
  }
  const resolve = (name: string): string | null => {
    const parsed = parseFigureId(name, (year) => currentVersion(index, year)?.id ?? null);
    if (parsed === null) return null;
    const amount = figureId({ ...parsed, aspect: { aspect: 'amount' } });
    const found = rowOfId.get(amount);
    if (found === undefined) return null;
    figures(found);
    const id = parsed.aspect.aspect === 'amount' ? amount : figureId(parsed);
    return store.get(id) === undefined ? null : id;
  };
  return {
    source,
    index,
    options,
    language,
    t,
    year: overview.year,
    store,
    columns: overview.parties.filter(({ column }) => column),
    units: [...model.unit].sort((a, b) => a.order - b.order),
    chapters: chaptersIn(model, overview, options.scope),
    groups,
    report,
    row,
    figures,
    resolve,
    keyWords: (key) => keyInWords(key, names, language),
  };
}

/** Every unit in the full edition, none in the summary, and a municipality's own: those it takes part in either year. */
export function chaptersIn(model: Model, overview: Overview, scope: Scope): ReadonlySet<string> {
  if (scope.scope === 'summary') return new Set();
  if (scope.scope === 'full') return new Set(model.unit.map(({ id }) => id));
  const takesPart = ({ attendance }: OverviewRow['current']): boolean =>
    attendance === 'member' || attendance === 'unknown';
  return new Set(
    overview.rows
      .filter(
        ({ party, current, previous }) =>
          party === scope.party && (takesPart(current) || takesPart(previous)),
      )
      .flatMap(({ unit }) => unit ?? []),
  );
}

/** A unit's name, as a link where it has a chapter. */
export const unitInline = (context: Context, unit: string): Inline =>
  context.chapters.has(unit)
    ? link(nodeId('enhet', unit), unitName(context, unit))
    : text(unitName(context, unit));

type Named = { readonly name: string; readonly nameNn: string | null; readonly nameEn: string | null };

export const nameOf = (row: Named | undefined, language: Language): string =>
  row === undefined
    ? ''
    : ((language === 'nn' ? row.nameNn : language === 'en' ? row.nameEn : null) ?? row.name);

export const unitName = ({ index, language }: Context, unit: string): string =>
  nameOf(index.unit.get(unit), language);
export const serviceName = ({ language }: Context, service: ServiceRow): string => nameOf(service, language);

export const partyName = (index: IndexedModel, party: string, year: number): string =>
  partyOn(index, party, firstDayOf(year))?.name ?? party;

export const registerUnits = ({ source, language }: Context, register: string): string =>
  keyWordNames(source.model, language).counted(register);

/** Services of a unit and kind, in order. */
export const servicesOf = ({ index }: Context, unit: string, kind: ServiceKind): readonly ServiceRow[] =>
  (index.servicesOf.get(unit) ?? []).filter((service) => service.kind === kind);

export const directionOf = (figure: Figure | undefined): Direction =>
  figure?.value == null || figure.value.n === 0n ? 'same' : figure.value.n > 0n ? 'up' : 'down';

export const placeOf = (...names: readonly string[]): DocumentPlace => names;

/** An id of a node: letters, digits and hyphens. */
export const nodeId = (...names: readonly string[]): string => names.join('-').replace(/[^a-z0-9-]+/gi, '-');
