import { dayText } from '@samstyr/contract/texts/day-text';
import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import { fileText } from '@samstyr/contract/texts/source-text';
import { basisWords, standingWords } from '@samstyr/contract/texts/words';
import { caseState } from '@samstyr/core/cooperation/decisions';
import { partyOn } from '@samstyr/core/cooperation/parties';
import type { Explanation, ExplanationNode } from '@samstyr/core/explain/node';
import { firstDayOf, parseDay } from '@samstyr/core/period/day';
import { Link } from 'react-router';
import { nameIn } from '../budget/budget.ts';
import { useBudget } from '../budget/use-budget.ts';
import { usePath } from '../shell/links.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { nodesFrom } from './explain-panel.tsx';

/** What a figure stands on: key, registers, decision, where it is written, and its own lasting address. */
export function Grounds({
  explanation,
  root,
}: {
  readonly explanation: Explanation;
  readonly root: ExplanationNode;
}) {
  const t = useText();
  const language = useLanguage();
  const path = usePath();
  const { index, year } = useBudget();
  const nodes = nodesFrom(explanation);
  const key = root.key === null ? undefined : index.model.key.find(({ id }) => id === root.key?.id);
  const registers = new Map(
    nodes.flatMap(({ register }) =>
      register === null ? [] : [[`${register.register} ${register.date}`, register] as const],
    ),
  );
  const decision = nodes.find((node) => node.decision !== null)?.decision ?? null;
  const files = [
    ...new Set(nodes.flatMap(({ source }) => (source === null ? [] : (fileText(source) ?? [])))),
  ];
  const awaiting =
    decision === null || decision === 'notRegistered' ? [] : caseState(index, decision.case).awaiting;
  const partyName = (party: string): string => partyOn(index, party, firstDayOf(year))?.name ?? party;
  return (
    <dl>
      {key === undefined ? null : (
        <>
          <dt>{t('explain.key')}</dt>
          <dd>
            <Link to={path(`nokkel/${key.service}`)}>
              {keyInWords(key.key, keyWordNames(index.model, language), language)}
            </Link>
            <span className="small">
              {basisWords[key.basis][language]} · {standingWords[root.key?.standing ?? 'inForce'][language]}
              {key.paragraph === null ? '' : ` · ${key.paragraph}`}
            </span>
          </dd>
        </>
      )}
      {registers.size === 0 ? null : (
        <>
          <dt>{t('explain.register')}</dt>
          <dd>
            {[...registers].slice(0, 6).map(([name, { register, date }]) => {
              const row = index.model.register.find(({ id }) => id === register);
              const day = parseDay(date);
              return (
                <div key={name}>
                  {row === undefined ? register : nameIn(row, language)}{' '}
                  {day === null ? date : dayText(day, language)}
                  {row?.source == null ? null : <span className="small">{row.source}</span>}
                </div>
              );
            })}
          </dd>
        </>
      )}
      <dt>{t('explain.decision')}</dt>
      <dd>
        {decision === null || decision === 'notRegistered' ? (
          t('explain.notRegistered')
        ) : awaiting.length > 0 ? (
          <Link className="tag waiting" to={path('vedtak')}>
            {t('decision.awaits', { names: awaiting.map(partyName).join(', ') })}
          </Link>
        ) : (
          <Link to={path('vedtak')}>
            {index.model.case.find(({ id }) => id === decision.case)?.title ?? decision.case}
          </Link>
        )}
      </dd>
      {files.length === 0 ? null : (
        <>
          <dt>{t('explain.source')}</dt>
          <dd>
            {files.slice(0, 5).map((file) => (
              <div key={file}>{file}</div>
            ))}
            {files.length > 5 ? (
              <span className="small">{t('explain.moreFiles', { count: files.length - 5 })}</span>
            ) : null}
          </dd>
        </>
      )}
      <dt>{t('explain.address')}</dt>
      <dd>
        <code>{explanation.root}</code>
      </dd>
    </dl>
  );
}
