import { editsJson } from '@samstyr/contract/edit-json';
import { rowToJson } from '@samstyr/contract/tables/row-json';
import type { ChangeRow } from '@samstyr/core/model/rows';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { hasRole, useMe } from '../api/me.ts';
import type { Sent } from '../api/send.ts';
import { useBudget } from '../budget/use-budget.ts';
import { Refusal } from '../parts/refusal.tsx';
import { usePath } from '../shell/links.ts';
import { useText } from '../texts/use-text.tsx';
import { useCommand } from '../work/use-command.ts';
import { editsOf, type Step } from './step.ts';

/** Writes an alternative in the open budget, all of it or nothing. What it moves stands in the table above. (S-WEB-43) */
export function MakeReal({ steps }: { readonly steps: readonly Step[] }) {
  const t = useText();
  const me = useMe();
  const path = usePath();
  const navigate = useNavigate();
  const command = useCommand();
  const budget = useBudget();
  const { cooperation = '' } = useParams();
  const [key] = useState(() => crypto.randomUUID());
  const [sent, setSent] = useState<Sent | null>(null);
  const { year, overview } = budget;
  if (!hasRole(me, cooperation, 'controller')) return null;
  const { version } = overview;
  if (version.status !== 'proposal' && version.status !== 'recommended')
    return <p className="quiet">{t('scenario.closed', { year })}</p>;
  const commands = steps.flatMap((one, at): readonly { readonly op: string; readonly args: unknown }[] => {
    const edits = editsOf(budget, one);
    if (one.step !== 'saving')
      return editsJson(edits).map(({ op, ...args }) => ({ op: `${op}`, args: { year, ...args } }));
    const [edit] = edits;
    if (edit?.op !== 'addChange') return [];
    const row: ChangeRow = {
      id: `${one.service}/${version.id}/scenario-${key.slice(0, 8)}-${at}`,
      version: version.id,
      service: one.service,
      party: null,
      kind: 'saving',
      amountOre: edit.amountOre,
      from: null,
      until: null,
      oneOff: false,
      counterpart: null,
      reason: t('scenario.savingReason', { percent: one.percent }),
      proposer: null,
      status: 'proposed',
      proposedOre: null,
      // A given total has nothing of what is proposed only now.
      includedOre: 0n as never,
      note: null,
    };
    return [{ op: 'putRow', args: { table: 'change', row: rowToJson('change', row) } }];
  });
  const onWrite = async (): Promise<void> => {
    const answer = await command({ op: 'batch', args: { commands }, expect: {} }, key);
    setSent(answer);
    if (answer.is === 'done')
      await navigate(path(steps.every(({ step }) => step === 'saving') ? 'endringer?vis=venter' : ''));
  };
  return (
    <details className="work">
      <summary>{t('scenario.makeReal')}</summary>
      <p className="quiet">{t('scenario.makeRealHelp', { year })}</p>
      <p className="acts">
        <button type="button" className="button primary" onClick={onWrite}>
          {t('scenario.makeRealDo', { count: steps.length })}
        </button>
      </p>
      <Refusal sent={sent} />
    </details>
  );
}
