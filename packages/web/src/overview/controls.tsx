import type { PartyView } from '@samstyr/core/budget/view';
import type { ServiceKind } from '@samstyr/core/model/rows';
import { Link, useNavigate } from 'react-router';
import type { Measure } from '../budget/shown.ts';
import { useSearchLink } from '../shell/links.ts';
import { useText } from '../texts/use-text.tsx';

type ControlsProps = {
  readonly columns: readonly PartyView[];
  readonly chosen: string | null;
  readonly measure: Measure;
  readonly kind: ServiceKind;
  readonly isWide: boolean;
};

/** Switches that are links: they work without JavaScript, and the choice is in the address. */
export function OverviewControls({ columns, chosen, measure, kind, isWide }: ControlsProps) {
  const t = useText();
  const link = useSearchLink();
  const navigate = useNavigate();
  const option = (name: string, value: string | null, isOn: boolean, text: string) => (
    <Link to={link({ [name]: value })} preventScrollReset aria-current={isOn ? 'true' : undefined}>
      {text}
    </Link>
  );
  return (
    <div className="controls">
      <nav className="switch" aria-label={t('overview.measure')}>
        {option('vis', 'kr', measure === 'kr', t('unit.kr'))}
        {option('vis', null, measure === '1000', t('unit.kr1000'))}
        {option('vis', 'innb', measure === 'innb', t('unit.perInhabitant'))}
      </nav>
      <nav className="switch for-wide" aria-label={t('overview.years')}>
        {option('aar', null, !isWide, t('overview.oneYear'))}
        {option('aar', 'begge', isWide, t('overview.bothYears'))}
      </nav>
      <nav className="switch" aria-label={t('overview.kind')}>
        {option('slag', null, kind === 'operating', t('overview.operating'))}
        {option('slag', 'investering', kind === 'investment', t('overview.investment'))}
      </nav>
      <form className="pick" method="get">
        <label htmlFor="kommune">{t('table.municipality')}</label>
        <select
          id="kommune"
          name="kommune"
          value={chosen ?? ''}
          onChange={(event) =>
            navigate(link({ kommune: event.target.value === '' ? null : event.target.value }), {
              preventScrollReset: true,
            })
          }
        >
          <option value="">{t('overview.all')}</option>
          {columns.map(({ number, name }) => (
            <option key={number} value={number}>
              {name}
            </option>
          ))}
        </select>
        <noscript>
          <button className="button" type="submit">
            {t('overview.show')}
          </button>
        </noscript>
      </form>
    </div>
  );
}
