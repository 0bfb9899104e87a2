import { dayText } from '@samstyr/contract/texts/day-text';
import { versionStatusWords } from '@samstyr/contract/texts/words';
import type { PartyView } from '@samstyr/core/budget/view';
import { fail, type Result } from '@samstyr/core/result/result';
import { checkTree } from '../tree/check-tree.ts';
import type { ChapterNode, Cover, ExplainedTree, Explanations, PartNode } from '../tree/node.ts';
import type { DocumentProblem } from '../tree/problems.ts';
import { ref } from '../tree/say.ts';
import { printedFigures } from '../tree/walk.ts';
import { appendixChapter } from './appendix-chapter.ts';
import { type Context, contextOf, nameOf, unitName } from './context.ts';
import { driversChapter } from './drivers-chapter.ts';
import { explanationsOf } from './explanations.ts';
import { findingsChapter } from './findings-chapter.ts';
import { guideChapter } from './guide.ts';
import { investmentsChapter } from './investments.ts';
import { lookOf } from './look.ts';
import { municipalityChapter, municipalityId } from './municipality-chapter.ts';
import { overviewChapter } from './overview-chapter.ts';
import { planChapter } from './plan-chapter.ts';
import type { BudgetSource, JointBudgetOptions } from './source.ts';
import { totalFigures } from './totals.ts';
import { unitChapter } from './unit-chapter.ts';

const chapters = (...all: readonly (ChapterNode | null)[]): readonly ChapterNode[] =>
  all.filter((one): one is ChapterNode => one !== null);

/** The joint budget as a document, held against its own rules: refused with every place that is wrong, or good for every renderer. */
export function jointBudget(
  source: BudgetSource,
  options: JointBudgetOptions,
): Result<ExplainedTree, DocumentProblem> {
  const problems: DocumentProblem[] = [];
  const context = contextOf(source, options, (problem) => problems.push(problem));
  const { t, year, columns, index } = context;
  const { version } = source.overview;
  const parts = partsOf(context).filter((part) => part.chapters.length > 0);
  const status = versionStatusWords[version.status][options.language];
  const cover = coverOf(
    context,
    t.document.versionLine(
      status,
      dayText(version.asOf, options.language),
      editionWords(context),
      t.edition.model(options.content),
    ),
  );
  const own = columns[cover.own ?? -1];
  const look = own === undefined ? null : lookOf(context, own);
  const isProposal = version.status === 'proposal';
  let explained: Explanations | null = null;
  const checked = checkTree({
    language: options.language,
    edition: options.edition,
    title: `${t.document.title(year)}, ${cover.owner}`,
    accent: look?.colour ?? index.model.cooperation[0]?.accent ?? null,
    date: version.asOf,
    isDraft: version.status === 'proposal' || version.status === 'recommended',
    watermark: isProposal ? t.edition.watermark : null,
    banner: isProposal ? t.edition.banner : [],
    cover,
    parts,
    // Whom the edition is for finds its page first.
    finder: (cover.own === null ? columns : [])
      .filter((party) => parts.some((part) => part.chapters.some(({ id }) => id === municipalityId(party))))
      .map((party) => ({ name: party.name, to: municipalityId(party) })),
    contentsNotes: [{ title: t.document.sameFigures, content: t.document.sameFiguresText, tag: null }],
    figures: context.store.figures,
    explanations: () => {
      explained ??= explanationsOf(context, printedFigures({ parts, cover }));
      return explained;
    },
    hidden: options.hidden,
  });
  const all = [...problems, ...(checked.ok ? [] : checked.problems)];
  const [first, ...rest] = all;
  return first === undefined ? checked : fail(first, ...rest);
}

/** The chapters of an edition: the whole budget, one municipality's own first, or the short of it. (S-EDI-03) */
function partsOf(context: Context): readonly PartNode[] {
  const { t, columns, options } = context;
  const { scope } = options;
  const names = t.document.parts;
  const units: PartNode = {
    name: names.units,
    chapters: context.units
      .filter(({ id }) => context.chapters.has(id))
      .map((unit) => unitChapter(context, unit)),
  };
  const of = (some: readonly PartyView[]): PartNode => ({
    name: names.municipalities,
    chapters: chapters(...some.map((party) => municipalityChapter(context, party))),
  });
  const appendix: PartNode = { name: names.appendix, chapters: chapters(appendixChapter(context)) };
  const money: PartNode = {
    name: names.investments,
    chapters: chapters(investmentsChapter(context), planChapter(context)),
  };
  const plan: PartNode = { name: t.plan.title, chapters: chapters(planChapter(context)) };
  switch (scope.scope) {
    case 'municipality': {
      const own = columns.filter(({ party }) => party === scope.party);
      return [
        { ...of(own), name: own[0]?.name ?? '' },
        { name: names.overview, chapters: chapters(overviewChapter(context), guideChapter(context)) },
        units,
        plan,
        appendix,
      ];
    }
    case 'summary':
      return [
        { name: names.overview, chapters: chapters(overviewChapter(context), driversChapter(context)) },
        of(columns),
        plan,
      ];
    case 'full':
      return [
        {
          name: names.overview,
          chapters: chapters(guideChapter(context), overviewChapter(context), driversChapter(context)),
        },
        units,
        money,
        of(columns),
        { ...appendix, chapters: chapters(...appendix.chapters, findingsChapter(context)) },
      ];
  }
}

/** «Selbu, offentlig utgave». */
function editionWords({ t, options, columns }: Context): string {
  const { scope } = options;
  const audience = t.document.edition[options.edition];
  if (scope.scope === 'full') return audience;
  const what =
    scope.scope === 'summary'
      ? t.edition.summary
      : (columns.find(({ party }) => party === scope.party)?.name ?? '');
  return `${what}, ${audience}`;
}

/** The cover's picture: units falling by size, the parties of each in the cooperation's order. */
function coverOf(context: Context, versionLine: string): Cover {
  const { t, year, columns, source, store, index, language } = context;
  const operating = context.units.flatMap((unit) => {
    const all = context.row({ unit: unit.id, service: null, party: null, kind: 'operating' });
    return all === undefined || all.current.ore === null || all.current.ore <= 0n
      ? []
      : [{ unit, ore: all.current.ore }];
  });
  operating.sort((a, b) => (b.ore > a.ore ? 1 : -1));
  const total = totalFigures(context, null, 'operating');
  const { scope } = context.options;
  const own = scope.scope === 'municipality' ? columns.findIndex(({ party }) => party === scope.party) : -1;
  const ownParty = columns[own];
  const ownTotal = ownParty === undefined ? null : totalFigures(context, ownParty, 'operating');
  const words =
    ownParty === undefined || ownTotal === null
      ? {
          kind: scope.scope === 'summary' ? t.edition.kindSummary : t.document.kind,
          subtitle: t.document.subtitle(context.units.length, year - 1),
          pictureText: total === null ? [] : t.document.picture(ref(total.current, 'auto')),
        }
      : {
          kind: t.edition.kindMunicipality(ownParty.name),
          subtitle: t.edition.subtitleMunicipality(
            ownParty.name,
            context.chapters.size,
            context.units.length,
          ),
          pictureText: t.edition.picture(ownParty.name, ref(ownTotal.current, 'auto')),
        };
  return {
    owner: nameOf(index.model.cooperation[0], language) || source.overview.cooperation,
    title: t.document.title(year),
    ...words,
    rows: operating.map(({ unit }) => ({
      name: unitName(context, unit.id),
      parts: columns.flatMap((party, at) => {
        const figures = context.figures({
          unit: unit.id,
          service: null,
          party: party.party,
          kind: 'operating',
        });
        return figures === null || store.get(figures.current)?.value == null
          ? []
          : [{ party: at, figure: figures.current }];
      }),
    })),
    parties: columns.map(({ name }) => name),
    own: ownParty === undefined ? null : own,
    versionLine,
    arms: ownParty === undefined ? null : (lookOf(context, ownParty)?.arms ?? null),
  };
}
