import type { ConflictJson } from '@samstyr/contract/api/problem';
import type { LineRow } from '@samstyr/core/model/rows';
import { useState } from 'react';
import { Link, useLoaderData, useParams } from 'react-router';
import { hasRole, useMe, writesUnit } from '../api/me.ts';
import { nameIn, serviceName } from '../budget/budget.ts';
import { kroner } from '../budget/numbers.ts';
import { useBudget } from '../budget/use-budget.ts';
import { PageHead } from '../parts/page-head.tsx';
import { Refusal } from '../parts/refusal.tsx';
import { TableRegion } from '../parts/table-region.tsx';
import { deskLoader, isChecked, isDelivered, onlyForPlaces } from '../round/desk.ts';
import { History } from '../round/history.tsx';
import { Presence } from '../round/presence.tsx';
import { usePath } from '../shell/links.ts';
import { titled } from '../texts/title.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { LineGrid } from '../work/line-grid.tsx';
import { useLines } from '../work/use-lines.ts';

export const meta = titled('menu.lines');
export const loader = deskLoader;
export const shouldRevalidate = onlyForPlaces;

/** A unit's lines, written as in a spreadsheet. (S-WEB-24) */
export default function Lines() {
  const t = useText();
  const language = useLanguage();
  const path = usePath();
  const { index, overview, year } = useBudget();
  const { unit: wanted } = useParams();
  const has = (unit: string): boolean =>
    index.model.line.some(
      (line) => line.version === overview.version.id && index.service.get(line.service)?.unit === unit,
    );
  const units = index.model.unit.filter(({ id }) => has(id));
  const unit = units.find(({ id }) => id === wanted);
  return (
    <main id="innhold">
      <PageHead
        crumb={
          unit === undefined ? (
            t('overview.crumb', { year })
          ) : (
            <>
              <Link to={path('linjer')}>{t('menu.lines')}</Link> › {nameIn(unit, language)}
            </>
          )
        }
        title={unit === undefined ? t('menu.lines') : nameIn(unit, language)}
        lead={t(unit === undefined ? 'lines.choose' : 'lines.lead', { year })}
      />
      {unit === undefined ? (
        <>
          {units.length === 0 ? <p className="empty">{t('lines.none')}</p> : null}
          <ul>
            {units.map((one) => (
              <li key={one.id}>
                <Link to={path(`linjer/${one.id}`)}>{nameIn(one, language)}</Link>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <UnitLines key={unit.id} unit={unit.id} />
      )}
    </main>
  );
}

function UnitLines({ unit }: { readonly unit: string }) {
  const t = useText();
  const me = useMe();
  const { cooperation = '' } = useParams();
  const language = useLanguage();
  const budget = useBudget();
  const { index, overview, isComputed } = budget;
  const { version } = overview;
  const services = (index.servicesOf.get(unit) ?? []).filter(({ id }) => isComputed(id));
  const lines = services.flatMap((service) =>
    index.model.line.filter((line) => line.version === version.id && line.service === service.id),
  );
  const desk = useLoaderData<typeof loader>();
  const isLocked = isDelivered(desk, unit) && !hasRole(me, cooperation, 'controller');
  const isWriter =
    writesUnit(me, cooperation, unit) && (version.status === 'proposal' || version.status === 'recommended');
  const isOpen = isWriter && !isLocked;
  const [active, setActive] = useState(lines[0]?.id ?? '');
  const line = lines.find(({ id }) => id === active);
  const nameOf = ({ label, party, service }: LineRow): string => {
    const column = overview.parties.find((one) => one.party === party)?.name;
    return [serviceName(budget, service, language), label ?? column]
      .filter((part) => part != null)
      .join(', ');
  };
  const cells = useLines(
    lines,
    unit,
    `samstyr-linjer/${cooperation}/${version.id}/${unit}/${me?.user ?? ''}`,
  );
  const { unsaved, conflicts, sent } = cells;
  const said = new Map(
    (desk?.comments ?? []).flatMap(({ row }) =>
      row.about?.startsWith('line:') === true && !row.resolved
        ? [[row.about.slice('line:'.length), row.body] as const]
        : [],
    ),
  );
  return (
    <>
      {isWriter ? <Presence unit={unit} /> : null}
      {isWriter && isLocked ? (
        <p className="note info">{t(isChecked(desk, unit) ? 'round.lockedChecked' : 'round.locked')}</p>
      ) : null}
      {conflicts.map((conflict) => (
        <Conflict key={conflict.id} conflict={conflict} settle={cells.settle} />
      ))}
      {unsaved.size > 0 && conflicts.length === 0 ? (
        <div className="note info" role="status">
          <p>{t('lines.unsaved', { count: unsaved.size })}</p>
          <p className="acts">
            <button type="button" className="button" onClick={() => cells.saveAll()}>
              {t('lines.saveThem')}
            </button>
            <button type="button" className="button" onClick={() => cells.drop([...unsaved.keys()])}>
              {t('lines.dropThem')}
            </button>
          </p>
        </div>
      ) : null}
      {conflicts.length === 0 || sent?.is === 'away' ? <Refusal sent={sent} /> : null}
      <TableRegion label={t('menu.lines')} className="tall">
        <LineGrid
          services={services}
          lines={lines}
          cells={cells}
          isOpen={isOpen}
          said={said}
          onActive={setActive}
        />
      </TableRegion>
      <p className="quiet">{t(isOpen ? 'lines.keys' : 'lines.readOnly')}</p>
      {sent?.is === 'done' && unsaved.size === 0 ? (
        <p className="saved" role="status">
          {t('lines.saved')}
        </p>
      ) : null}
      {line !== undefined && hasRole(me, cooperation, 'controller', 'unitLeader', 'auditor') ? (
        <History
          key={line.id}
          table="line"
          id={line.id}
          unit={unit}
          field="amountOre"
          name={nameOf(line)}
          show={(row) => amountOf(row)}
        />
      ) : null}
    </>
  );
}

/** The amount of a row as JSON, in kroner. */
function amountOf(row: unknown): string {
  const text = (row as { readonly amountOre?: string } | null)?.amountOre;
  return text === undefined ? '–' : `${kroner(BigInt(text))}\u00a0kr`;
}

type ConflictProps = {
  readonly conflict: ConflictJson;
  readonly settle: (conflict: ConflictJson, isMine: boolean) => Promise<void>;
};

/** Others were first: what it was, what they wrote, and what one wrote oneself. Nothing is lost before one has chosen. */
function Conflict({ conflict, settle }: ConflictProps) {
  const t = useText();
  return (
    <section className="note" role="alert">
      <strong>{t('conflict.title')}</strong>
      <p>{t('conflict.base', { amount: amountOf(conflict.base) })}</p>
      <div className="both">
        <div>
          <p>{t('conflict.theirs')}</p>
          <p>
            <b>{amountOf(conflict.theirs)}</b>
          </p>
          <button type="button" className="button" onClick={() => settle(conflict, false)}>
            {t('conflict.useTheirs')}
          </button>
        </div>
        <div>
          <p>{t('conflict.yours')}</p>
          <p>
            <b>{amountOf(conflict.yours)}</b>
          </p>
          <button type="button" className="button" onClick={() => settle(conflict, true)}>
            {t('conflict.useYours')}
          </button>
        </div>
      </div>
    </section>
  );
}
