import { versionStatusWords } from '@samstyr/contract/texts/words';
import type { PartyView } from '@samstyr/core/budget/view';
import type { ServiceKind } from '@samstyr/core/model/rows';
import { Link, useNavigate } from 'react-router';
import type { Measure } from '../budget/shown.ts';
import { versionInAddress } from '../budget/shown-version.ts';
import { useBudget } from '../budget/use-budget.ts';
import { useSearchLink } from '../shell/links.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

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
      <Pick
        name="kommune"
        label={t('table.municipality')}
        chosen={chosen}
        options={[
          { value: '', text: t('overview.all') },
          ...columns.map(({ number, name }) => ({ value: number, text: name })),
        ]}
      />
      <VersionPick />
    </div>
  );
}

type PickProps = {
  readonly name: string;
  readonly label: string;
  readonly chosen: string | null;
  readonly options: readonly { readonly value: string; readonly text: string }[];
};

/** A choice of one in many, in the address at once. */
function Pick({ name, label, chosen, options }: PickProps) {
  const t = useText();
  const link = useSearchLink();
  const navigate = useNavigate();
  return (
    <form className="pick" method="get">
      <label htmlFor={name}>{label}</label>
      <select
        id={name}
        name={name}
        value={chosen ?? ''}
        onChange={({ target: { value } }) =>
          navigate(link({ [name]: value === '' ? null : value }), { preventScrollReset: true })
        }
      >
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <noscript>
        <button className="button" type="submit">
          {t('overview.show')}
        </button>
      </noscript>
    </form>
  );
}

/** The budget, or a version saved beside it, where there is one this reader sees. (S-WEB-55) */
function VersionPick() {
  const t = useText();
  const language = useLanguage();
  const { index, year, overview, alternative } = useBudget();
  const saved = index.model.alternative.filter(({ base }) => index.version.get(base)?.year === year);
  if (saved.length === 0) return null;
  const status = versionStatusWords[overview.version.status][language].toLocaleLowerCase(language);
  return (
    <Pick
      name={versionInAddress}
      label={t('saved.version')}
      chosen={alternative?.id ?? null}
      options={[
        { value: '', text: t('saved.budget', { status }) },
        ...saved.map(({ id, name }) => ({ value: id, text: name })),
      ]}
    />
  );
}
