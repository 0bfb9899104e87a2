import { versionStatusWords } from '@samstyr/contract/texts/words';
import type { VersionRow } from '@samstyr/core/model/rows';
import { useLanguage, useText } from '../texts/use-text.tsx';

/** A version as people say it: «budsjettet for 2025 (innstilt)». */
export function useVersionName(): (version: VersionRow) => string {
  const t = useText();
  const language = useLanguage();
  return ({ year, status }) =>
    t('saved.baseName', { year, status: versionStatusWords[status][language].toLocaleLowerCase(language) });
}
