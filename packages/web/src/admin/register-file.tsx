import type { RegisterProposalJson } from '@samstyr/contract/api/work-routes';
import { dayText } from '@samstyr/contract/texts/day-text';
import type { Language } from '@samstyr/contract/texts/language';
import { parseDay } from '@samstyr/core/period/day';
import { type ChangeEvent, useId, useState } from 'react';
import { useParams } from 'react-router';
import { useMe } from '../api/me.ts';
import { type Sent, send } from '../api/send.ts';
import { useBudget } from '../budget/use-budget.ts';
import { Refusal } from '../parts/refusal.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { useCommand } from '../work/use-command.ts';
import { partyNameOf } from './grants.ts';

/** `24 028` or `12,5`: a count as it is read. */
export const countText = (digits: string, language: Language): string => {
  const [whole = '', part] = digits.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '\u00a0');
  return part === undefined ? grouped : `${grouped}${language === 'en' ? '.' : ','}${part}`;
};

export const dateOf = (text: string, language: Language): string => {
  const date = parseDay(text);
  return date === null ? text : dayText(date, language);
};

/** A file for a register: what it would change is shown, and saved only when somebody says so. (S-WEB-32) */
export function RegisterFile({ register }: { readonly register: string }) {
  const t = useText();
  const id = useId();
  const me = useMe();
  const command = useCommand();
  const { cooperation = '' } = useParams();
  const [name, setName] = useState('');
  const [sent, setSent] = useState<Sent | null>(null);
  const [proposal, setProposal] = useState<RegisterProposalJson | null>(null);
  const [isSaved, setSaved] = useState(false);
  const read = async ({ currentTarget }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = currentTarget.files ?? [];
    if (file === undefined) return;
    setName(file.name);
    setSaved(false);
    const answer = await send({
      method: 'POST',
      path: `/cooperations/${cooperation}/registers/${register}/proposals`,
      csrf: me?.csrfToken ?? '',
      bytes: new Blob([await file.arrayBuffer()]),
    });
    setSent(answer);
    setProposal(answer.is === 'done' ? (answer.answer as RegisterProposalJson) : null);
    // The same file, put right, can be chosen again.
    currentTarget.value = '';
  };
  const save = async (rows: RegisterProposalJson['rows']): Promise<void> => {
    const answer = await command({
      op: 'batch',
      args: {
        commands: rows.map(({ row }) => ({ op: 'putRow', args: { table: 'registerValue', row } })),
      },
      expect: Object.fromEntries(rows.map(({ row, version }) => [`registerValue:${row['id']}`, version])),
    });
    setSent(answer);
    if (answer.is !== 'done') return;
    setProposal(null);
    setSaved(true);
  };
  return (
    <section className="card" aria-labelledby={`${id}-h`}>
      <h2 id={`${id}-h`}>{t('register.read')}</h2>
      <p className="entry">
        <label htmlFor={id}>{t('register.file')}</label>
        <input id={id} type="file" accept=".csv,.json" aria-describedby={`${id}-k`} onChange={read} />
        <span className="small" id={`${id}-k`}>
          {t('register.kinds')}
        </span>
      </p>
      <Refusal sent={sent} />
      <output>{isSaved ? t('register.saved') : null}</output>
      {proposal === null ? null : (
        <Proposed
          proposal={proposal}
          name={name}
          save={() => save(proposal.rows)}
          drop={() => setProposal(null)}
        />
      )}
    </section>
  );
}

type ProposedProps = {
  readonly proposal: RegisterProposalJson;
  readonly name: string;
  readonly save: () => void;
  readonly drop: () => void;
};

/** What a file would change, value for value, and what of it is left out. */
function Proposed({ proposal, name, save, drop }: ProposedProps) {
  const t = useText();
  const language = useLanguage();
  const budget = useBudget();
  const { rows, unchanged, others, missing } = proposal;
  return (
    <>
      <h3>{t('register.proposed', { count: rows.length, name })}</h3>
      <p className="quiet">
        {t('register.unchanged', { count: unchanged })}
        {others.length === 0 ? null : ` ${t('register.others', { names: others.slice(0, 6).join(', ') })}`}
        {missing.length === 0
          ? null
          : ` ${t('register.missing', { names: missing.map(({ party, date }) => `${party} ${date.slice(0, 4)}`).join(', ') })}`}
      </p>
      {rows.length === 0 ? null : (
        <>
          <TableRegion label={t('register.proposed', { count: rows.length, name })}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('table.municipality')}</th>
                  <th scope="col">{t('key.date')}</th>
                  <th scope="col" className="number">
                    {t('register.before')}
                  </th>
                  <th scope="col" className="number">
                    {t('register.after')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ row, before }) => (
                  <tr key={`${row['id']}`}>
                    <th scope="row">{partyNameOf(budget, `${row['party']}`)}</th>
                    <td>{dateOf(`${row['date']}`, language)}</td>
                    <td className="number">
                      {before === null ? t('sign.new') : countText(`${before['value']}`, language)}
                    </td>
                    <td className="number">{countText(`${row['value']}`, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableRegion>
          <p className="quiet">{t('register.effect')}</p>
        </>
      )}
      <p className="acts">
        {rows.length === 0 ? null : (
          <button type="button" className="button primary" onClick={save}>
            {t('register.save', { count: rows.length })}
          </button>
        )}
        <button type="button" className="button" onClick={drop}>
          {t('register.drop')}
        </button>
      </p>
    </>
  );
}
