import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { Field, typed } from '../parts/field.tsx';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { ImportState } from './import-state.tsx';
import { useImport } from './use-import.ts';
import { chosenFiles, zipOf } from './zip-files.ts';

/** A folder, or a zip of it, becomes a cooperation; what is wrong with the files is told all at once. (S-WEB-49) */
export function UploadFolder() {
  const t = useText();
  const language = useLanguage();
  const id = useId();
  const folder = useRef<HTMLInputElement>(null);
  const zip = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ readonly name: string; readonly count: number } | null>(null);
  const { importing, begin, show } = useImport();
  // React has no name for it: a whole folder is chosen, with what is in it.
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), []);
  const look = (from: 'folder' | 'zip'): void => {
    const [taken, other] = from === 'folder' ? [folder, zip] : [zip, folder];
    if (other.current !== null) other.current.value = '';
    const files = chosenFiles(taken.current?.files ?? []);
    const [first] = files;
    show({ is: 'none' });
    setChosen(
      first === undefined ? null : { name: first.path.split('/')[0] ?? first.path, count: files.length },
    );
  };
  const onSubmit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (importing.is === 'reading') return;
    const query = new URLSearchParams({ language });
    const name = typed(event.currentTarget, 'id').trim();
    if (name !== '') query.set('name', name);
    const files = chosenFiles(folder.current?.files ?? []);
    const bytes = files.length > 0 ? await zipOf(files) : zip.current?.files?.[0];
    if (bytes === undefined) return show({ is: 'wrong', problems: [t('start.nothingChosen')] });
    await begin({ path: `/imports?${query}`, bytes: new Blob([bytes]), type: 'application/zip' });
  };
  return (
    <form className="narrow-form" onSubmit={onSubmit}>
      <div className="drop">
        <p className="entry">
          <label htmlFor={`${id}-f`}>{t('start.chooseFolder')}</label>
          <input
            id={`${id}-f`}
            ref={folder}
            type="file"
            multiple
            aria-describedby={`${id}-fh`}
            onChange={() => look('folder')}
          />
          <span className="small" id={`${id}-fh`}>
            {t('start.folderFiles')}
          </span>
        </p>
        <p className="entry">
          <label htmlFor={`${id}-z`}>{t('start.chooseZip')}</label>
          <input
            id={`${id}-z`}
            ref={zip}
            type="file"
            accept=".zip"
            aria-describedby={`${id}-zh`}
            onChange={() => look('zip')}
          />
          <span className="small" id={`${id}-zh`}>
            {t('start.zipFiles')}
          </span>
        </p>
        <output>{chosen === null ? null : t('start.chosen', chosen)}</output>
      </div>
      <Field label={t('start.otherId')} name="id" help={t('start.otherIdHelp')} required={false} />
      <p className="acts">
        <button type="submit" className="button primary" aria-disabled={importing.is === 'reading'}>
          {t('start.readIn')}
        </button>
      </p>
      <ImportState importing={importing} />
    </form>
  );
}
