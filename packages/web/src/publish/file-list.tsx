import { useText } from '../texts/use-text.tsx';
import { type Files, sizeText, sorted } from './editions.ts';

type FileListProps = { readonly files: Files; readonly address: (name: string) => string };

/** Files to fetch: the documents first, the many of the open data folded. */
export function FileList({ files, address }: FileListProps) {
  const t = useText();
  const { read, data } = sorted(files);
  const item = ({ name, bytes }: Files[number]) => (
    <li key={name}>
      <a href={address(name)}>{name}</a> <span className="quiet">{sizeText(bytes)}</span>
    </li>
  );
  return (
    <>
      {read.length === 0 ? null : <ul className="files">{read.map(item)}</ul>}
      {data.length === 0 ? null : (
        <details>
          <summary>{t('documents.dataFiles', { count: data.length })}</summary>
          <ul className="files">{data.map(item)}</ul>
        </details>
      )}
    </>
  );
}
