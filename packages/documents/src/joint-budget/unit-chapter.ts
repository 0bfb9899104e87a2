import { dayText } from '@samstyr/contract/texts/day-text';
import { fraction } from '@samstyr/core/fraction/fraction';
import type { UnitRow } from '@samstyr/core/model/rows';
import type { Block, ChapterNode, FactNode, Inline, SectionNode } from '../tree/node.ts';
import { ref, sentences, text } from '../tree/say.ts';
import { agreementSection, growthAside } from './agreement.ts';
import { type Context, directionOf, nodeId, unitName } from './context.ts';
import type { RowFigures } from './figure-store.ts';
import { investmentBlocks } from './investments.ts';
import { keySections } from './key-section.ts';
import { groupInline } from './language.ts';
import { besideLastYear } from './last-year.ts';
import { type NarrativeSection, narrative, otherSections, sectionOf } from './narrative.ts';
import { frameSection, memoSection } from './outside-sums.ts';
import { perInhabitant } from './per-inhabitant.ts';
import { causesSection, mainCause } from './unit-causes.ts';
import { unitTables } from './unit-tables.ts';
import { volumesSection } from './volumes.ts';

export const unitChapterId = (unit: string): string => nodeId('enhet', unit);

const placed = ['status', 'mal', 'endringer', 'utfordringer', 'investeringer'];

/** One unit: what it costs and why, what it says itself, who pays and by which rule, and what is decided. */
export function unitChapter(context: Context, unit: UnitRow): ChapterNode {
  const { t } = context;
  const name = unitName(context, unit.id);
  const figures = context.figures({ unit: unit.id, service: null, party: null, kind: 'operating' });
  return {
    node: 'chapter',
    id: unitChapterId(unit.id),
    title: name,
    shortTitle: name.replace(/^VR\s+/, ''),
    kicker:
      unit.group === null
        ? [text(t.unit.kicker)]
        : [text(`${t.unit.kicker} · `), ...groupInline(context, unit.group)],
    lead: figures === null ? [] : lead(context, unit, name, figures),
    children: [
      ...(figures === null ? [] : [{ node: 'facts' as const, items: facts(context, unit, figures) }]),
      textSection(
        context,
        unit,
        'status',
        t.unit.status,
        t.unit.emptyStatus,
        null,
        growthAside(context, unit),
      ),
      textSection(context, unit, 'mal', t.unit.goals, t.unit.emptyGoals, t.unit.goalPrefix, []),
      ...otherSections(context, unit.id, placed).map((section) =>
        textSection(context, unit, section, null, [], null, []),
      ),
      ...(figures === null ? [] : unitTables(context, unit)),
      ...frameSection(context, unit),
      ...memoSection(context, unit),
      ...(figures === null
        ? []
        : [causesSection(context, unit, figures, narrativeOf(context, unit, 'endringer'))]),
      ...keySections(context, unit),
      ...volumesSection(context, unit),
      ...investmentSection(context, unit),
      agreementSection(context, unit),
      textSection(context, unit, 'utfordringer', t.unit.challenges, t.unit.emptyChallenges, null, []),
    ],
  };
}

function investmentSection(context: Context, unit: UnitRow): readonly SectionNode[] {
  const blocks = investmentBlocks(context, unit, 'enhet');
  return blocks.length === 0
    ? []
    : [
        {
          node: 'section',
          id: nodeId('enhet', unit.id, 'investering'),
          title: context.t.unit.investments,
          level: 2,
          children: [...narrativeOf(context, unit, 'investeringer'), ...blocks],
          aside: [],
        },
      ];
}

function lead(context: Context, unit: UnitRow, name: string, figures: RowFigures): readonly Inline[] {
  const { t, year, store } = context;
  const amount = ref(figures.current, 'auto');
  const previous = store.get(figures.previous);
  if (previous?.value === null) return t.unit.leadNew(name, amount, year);
  const direction = directionOf(store.get(figures.change));
  return sentences(
    t.unit.lead(name, amount, year, ref(figures.change, 'auto', 'never'), direction),
    direction === 'same' ? [] : mainCause(context, unit, direction),
  );
}

function facts(context: Context, unit: UnitRow, figures: RowFigures): readonly FactNode[] {
  const { t, year, store, source } = context;
  const { fact } = t.unit;
  const members = source.overview.rows.filter(
    (row) =>
      row.unit === unit.id &&
      row.service === null &&
      row.kind === 'operating' &&
      row.party !== null &&
      (row.current.attendance === 'member' || row.current.attendance === 'unknown'),
  );
  const parties = members.map(({ party }) => source.overview.parties.find((one) => one.party === party));
  const isAllMunicipalities = parties.every((party) => party?.kind === 'municipality');
  const shown = parties.flatMap((party) => (party?.column === true ? [party.name] : []));
  const each = perInhabitant(context, unit.id, null);
  const forecast = source.model.forecast.findLast(
    (row) => row.unit === unit.id && row.expectedResultOre !== null,
  );
  return [
    {
      label: fact.budget(year),
      value: [ref(figures.current, 'auto')],
      context: besideLastYear(context, figures.previous),
    },
    {
      label: fact.change,
      value: [ref(figures.change, 'auto', 'always')],
      context:
        store.get(figures.percent)?.value == null
          ? fact.newThisYear
          : fact.percent(ref(figures.percent, 'percent1', 'always')),
    },
    ...(forecast?.expectedResultOre != null
      ? [forecastFact(context, unit, forecast.date, forecast.expectedResultOre)]
      : each === null
        ? []
        : [
            {
              label: fact.perInhabitant,
              value: [ref(each.figure, 'kr'), text(`\u00a0${t.unit.step.kr}`)],
              context: fact.average(each.parties),
            },
          ]),
    {
      label: fact.members,
      value: [text(isAllMunicipalities ? fact.municipalities(members.length) : fact.parties(members.length))],
      context: [text(t.list(shown.length > 0 ? shown : parties.flatMap((party) => party?.name ?? [])))],
    },
  ];
}

function forecastFact({ t, store, index }: Context, unit: UnitRow, date: string, amount: bigint): FactNode {
  const { fact } = t.unit;
  const label = fact.forecast(Number(date.slice(0, 4)));
  const id = `forecast/${unit.id}/${date}`;
  store.add({ id, label: `${index.unit.get(unit.id)?.name ?? unit.id}, ${label}`, value: fraction(amount) });
  return {
    label,
    value: [ref(id, 'auto')],
    context: amount < 0n ? fact.overspend : amount > 0n ? fact.underspend : fact.balance,
  };
}

const narrativeOf = (context: Context, unit: UnitRow, section: string): readonly Block[] => {
  const found = sectionOf(context, unit.id, section);
  return found === null ? [] : [...narrative(context, found, null), ...foreignNote(context, found)];
};

const foreignNote = ({ t, language }: Context, { isForeign, row }: NarrativeSection): readonly Block[] =>
  isForeign && language !== row.language
    ? [{ node: 'note', content: t.unit.notTranslated(t.languages[row.language] ?? row.language) }]
    : [];

/** A section of the unit's own words; an empty one says so. */
function textSection(
  context: Context,
  unit: UnitRow,
  section: string,
  title: string | null,
  none: readonly Inline[],
  prefix: string | null,
  aside: SectionNode['aside'],
): SectionNode {
  const found = sectionOf(context, unit.id, section);
  const forecast =
    section === 'status'
      ? context.source.model.forecast.filter((row) => row.unit === unit.id && row.text !== null)
      : [];
  return {
    node: 'section',
    id: nodeId('enhet', unit.id, section),
    title: title ?? found?.row.title ?? section,
    level: 2,
    children: [
      ...(found === null || found.row.body.trim() === ''
        ? [{ node: 'empty' as const, content: none }]
        : [...narrative(context, found, prefix), ...foreignNote(context, found)]),
      ...forecast.map((row) => ({
        node: 'note' as const,
        content: context.t.unit.forecast(row.text ?? '', dayText(row.date, context.language)),
      })),
    ],
    aside,
  };
}
