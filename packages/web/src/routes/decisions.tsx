import { listed } from '@samstyr/contract/texts/list-text';
import { caseState } from '@samstyr/core/cooperation/decisions';
import { partyOn } from '@samstyr/core/cooperation/parties';
import { firstDayOf } from '@samstyr/core/period/day';
import { useBudget } from '../budget/use-budget.ts';
import { CaseView } from '../decide/case-view.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

export const meta = titled('menu.decisions');

/** What is valid now, and whom one waits for. (S-WEB-15, S-WEB-42) */
export default function Decisions() {
  const t = useText();
  const language = useLanguage();
  const { index, year } = useBudget();
  const cases = index.model.case;
  const name = (party: string): string => partyOn(index, party, firstDayOf(year))?.name ?? party;
  const waits = (id: string): readonly string[] =>
    index.proposals.has(id) ? [] : caseState(index, id).awaiting;
  const open = cases.filter(({ id }) => waits(id).length > 0);
  const who = [...new Set(open.flatMap(({ id }) => waits(id)))].map(name);
  // What waits for somebody first, then what is only proposed, then what is settled.
  const place = (id: string): number => (waits(id).length > 0 ? 0 : index.proposals.has(id) ? 1 : 2);
  const sorted = [...cases].sort((a, b) => place(a.id) - place(b.id));
  return (
    <main id="innhold">
      <PageHead
        crumb={t('menu.decisions')}
        title={t('menu.decisions')}
        lead={
          cases.length === 0
            ? t('decision.none')
            : [
                t('decision.lead', { open: open.length, count: cases.length }),
                ...(who.length === 0 ? [] : [t('decision.waitsFor', { names: listed(who, language) })]),
              ].join(' ')
        }
      />
      {cases.length === 0 ? <p className="empty">{t('decision.noneHelp')}</p> : null}
      {sorted.map((row) => (
        <CaseView key={row.id} row={row} name={name} />
      ))}
    </main>
  );
}
