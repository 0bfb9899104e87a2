import { dayText } from '@samstyr/contract/texts/day-text';
import { versionStatusWords } from '@samstyr/contract/texts/words';
import { fail, type Result } from '@samstyr/core/result/result';
import { checkTree } from '../tree/check-tree.ts';
import type { ChapterNode, Cover, DocumentTree, PartNode } from '../tree/node.ts';
import type { DocumentProblem } from '../tree/problems.ts';
import { ref } from '../tree/say.ts';
import { printedFigures } from '../tree/walk.ts';
import { appendixChapter } from './appendix-chapter.ts';
import { type Context, contextOf, nameOf, unitName } from './context.ts';
import { driversChapter } from './drivers-chapter.ts';
import { explanationsOf } from './explanations.ts';
import { guideChapter } from './guide.ts';
import { investmentsChapter } from './investments.ts';
import { municipalityChapter, municipalityId } from './municipality-chapter.ts';
import { overviewChapter } from './overview-chapter.ts';
import type { BudgetSource, JointBudgetOptions } from './source.ts';
import { totalFigures } from './totals.ts';
import { unitChapter } from './unit-chapter.ts';

const chapters = (...all: readonly (ChapterNode | null)[]): readonly ChapterNode[] =>
  all.filter((one): one is ChapterNode => one !== null);

/** The joint budget as a document, held against its own rules: refused with every place that is wrong, or good for every renderer. */
export function jointBudget(
  source: BudgetSource,
  options: JointBudgetOptions,
): Result<DocumentTree, DocumentProblem> {
  const problems: DocumentProblem[] = [];
  const context = contextOf(source, options, (problem) => problems.push(problem));
  const { t, year, columns, index } = context;
  const { version } = source.overview;
  const names = t.document.parts;
  const parts: readonly PartNode[] = [
    {
      name: names.overview,
      chapters: chapters(guideChapter(context), overviewChapter(context), driversChapter(context)),
    },
    { name: names.units, chapters: context.units.map((unit) => unitChapter(context, unit)) },
    { name: names.investments, chapters: chapters(investmentsChapter(context)) },
    {
      name: names.municipalities,
      chapters: chapters(...columns.map((party) => municipalityChapter(context, party))),
    },
    { name: names.appendix, chapters: [appendixChapter(context)] },
  ].filter((part) => part.chapters.length > 0);
  const status = versionStatusWords[version.status][options.language];
  const cover = coverOf(
    context,
    t.document.versionLine(
      status,
      dayText(version.asOf, options.language),
      t.document.edition[options.edition],
    ),
  );
  const printed = printedFigures({ parts, cover });
  const checked = checkTree({
    language: options.language,
    edition: options.edition,
    title: `${t.document.title(year)}, ${cover.owner}`,
    accent: index.model.cooperation[0]?.accent ?? null,
    date: version.asOf,
    isDraft: version.status === 'proposal' || version.status === 'recommended',
    cover,
    parts,
    finder: columns
      .filter((party) => parts.some((part) => part.chapters.some(({ id }) => id === municipalityId(party))))
      .map((party) => ({ name: party.name, to: municipalityId(party) })),
    contentsNotes: [{ title: t.document.sameFigures, content: t.document.sameFiguresText, tag: null }],
    figures: context.store.figures,
    explanations: explanationsOf(context, printed),
    hidden: options.hidden,
  });
  const all = [...problems, ...(checked.ok ? [] : checked.problems)];
  const [first, ...rest] = all;
  return first === undefined ? checked : fail(first, ...rest);
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
  return {
    owner: nameOf(index.model.cooperation[0], language) || source.overview.cooperation,
    kind: t.document.kind,
    title: t.document.title(year),
    subtitle: t.document.subtitle(context.units.length, year - 1),
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
    pictureText: total === null ? [] : t.document.picture(ref(total.current, 'auto')),
    versionLine,
  };
}
