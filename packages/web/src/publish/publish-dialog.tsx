import { versionStatusWords } from '@samstyr/contract/texts/words';
import { useBudget } from '../budget/use-budget.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { editionName, formatNames, languageNames, type Wanted } from './editions.ts';

type PublishDialogProps = {
  readonly wanted: Wanted;
  readonly publish: () => void;
  readonly close: () => void;
};

/** What publishing does that cannot be undone, before it is done. */
export function PublishDialog({ wanted, publish, close }: PublishDialogProps) {
  const t = useText();
  const language = useLanguage();
  const { overview, year } = useBudget();
  return (
    <Dialog title={t('publish.title', { year })} close={close}>
      <p>
        {t('publish.what', {
          edition: editionName(wanted.edition, overview.parties, t),
          language: languageNames[wanted.language],
          status: versionStatusWords[overview.version.status][language],
        })}
      </p>
      <ul>
        <li>{t('publish.freezes')}</li>
        <li>{t('publish.forAll')}</li>
        <li>{t('publish.few')}</li>
        <li>{t('publish.files', { files: wanted.formats.map((one) => t(formatNames[one])).join(', ') })}</li>
      </ul>
      <p className="acts">
        <button type="button" className="button primary" onClick={publish}>
          {t('publish.do')}
        </button>
        {/* What cannot be undone is not the first thing Enter does. */}
        <button type="button" className="button" ref={(cancel) => cancel?.focus()} onClick={close}>
          {t('publish.cancel')}
        </button>
      </p>
    </Dialog>
  );
}
