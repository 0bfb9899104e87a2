import type { OverviewRow } from '../budget/view.ts';
import type { TextRow } from '../model/rows.ts';
import { audit } from './audit.ts';
import type { DisclosureProblem } from './problem.ts';
import { textProblems } from './texts.ts';
import type { Withheld, WithholdInput } from './withhold.ts';

export type PublishableInput = WithholdInput & {
  readonly withheld: Withheld;
  readonly texts: readonly TextRow[];
  /** The figures as the edition prints them (`presented`); null where it prints øre only. */
  readonly printed: ((figureId: string) => bigint | null) | null;
};

const isUnhandled = (row: OverviewRow, withheld: Withheld): boolean =>
  (row.previous.sensitive || row.current.sensitive) &&
  row.service !== null &&
  row.party !== null &&
  !(withheld.hides(row.current.figureId) && withheld.hides(row.previous.figureId));

/**
 * Everything that is not handled before an edition leaves the house; `stopsPublishing` says which problems refuse it. The edition is
 * audited twice: as an outsider with every øre sees it (the workbook), and with the rounded figures of the printed table.
 */
export function publishable(input: PublishableInput): readonly DisclosureProblem[] {
  const { overview, withheld, unitOre, keyed, published, groups, printed, texts } = input;
  const shown = overview.rows.flatMap((row): DisclosureProblem[] =>
    isUnhandled(row, withheld)
      ? [
          {
            code: 'disclosure.shown',
            service: row.service ?? '',
            party: row.party ?? '',
            figureId: row.current.figureId,
          },
        ]
      : [],
  );
  const seen = { overview, unitOre, hides: withheld.hides, keyed, published, groups };
  const audited = [
    ...audit({ ...seen, printed: null }),
    ...(printed === null ? [] : audit({ ...seen, printed })),
  ];
  const told = new Set<string>();
  const once = audited.filter((problem) => {
    const name =
      'figureId' in problem && 'side' in problem ? `${problem.code} ${problem.side} ${problem.figureId}` : '';
    if (told.has(name)) return false;
    told.add(name);
    return true;
  });
  return [...withheld.problems, ...shown, ...once, ...textProblems(texts, overview, withheld)];
}
