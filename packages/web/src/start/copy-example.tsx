import { shortName } from '@samstyr/core/setup/set-up';
import { useState } from 'react';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { Entry } from './entry.tsx';
import { ImportState } from './import-state.tsx';
import { useImport } from './use-import.ts';

/** The example under a name of its own, so that nobody takes it for theirs. (S-WEB-49) */
export function CopyExample() {
  const t = useText();
  const language = useLanguage();
  const [name, setName] = useState(t('start.copyUsual'));
  const { importing, begin } = useImport();
  const id = shortName(name).slice(0, 80);
  return (
    <form
      className="narrow-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (importing.is !== 'reading')
          void begin({ path: '/imports/example', body: { name: name.trim(), id, language } });
      }}
    >
      <Entry
        path="copy"
        label={t('start.copyName')}
        value={name}
        set={setName}
        help={t('start.idHelp', { id })}
        error={null}
      />
      <p className="acts">
        <button type="submit" className="button primary" aria-disabled={importing.is === 'reading'}>
          {t('start.copy')}
        </button>
      </p>
      <ImportState importing={importing} />
    </form>
  );
}
