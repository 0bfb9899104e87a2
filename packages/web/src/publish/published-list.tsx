import { versionStatusWords } from '@samstyr/contract/texts/words';
import { useState } from 'react';
import { useBudget } from '../budget/use-budget.ts';
import { momentText } from '../parts/moment.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';
import { editionName, languageNames, type Published } from './editions.ts';
import { FileList } from './file-list.tsx';

const addressOf = ({ id }: Published, name: string): string => `/publisert/${id}/${encodeURIComponent(name)}`;

/** Where somebody without a login reads what is published: the page, or the first file there is. */
export function pageOf(one: Published): string {
  const file = one.files.find(({ name }) => name.endsWith('.html')) ?? one.files[0];
  return file === undefined ? '/' : addressOf(one, file.name);
}

/** What is published, newest first: what, when, by whom, where, and the sums that prove it. */
export const PublishedList = ({ publications }: { readonly publications: readonly Published[] }) => (
  <ul className="publications">
    {publications.map((one) => (
      <Row key={one.id} one={one} />
    ))}
  </ul>
);

function Row({ one }: { readonly one: Published }) {
  const t = useText();
  const language = useLanguage();
  const { overview, index } = useBudget();
  const [isCopied, setCopied] = useState(false);
  const page = pageOf(one);
  const status = index.version.get(one.version)?.status;
  const name = `${editionName(one.edition, overview.parties, t)} ${one.year}`;
  return (
    <li>
      <h3>
        <a href={page}>{name}</a>
      </h3>
      <p className="small">
        {status === undefined ? null : `${versionStatusWords[status][language]} · `}
        <span lang={one.language}>{languageNames[one.language]}</span>
        {` · ${momentText(one.publishedAt, language)} · ${one.by}`}
      </p>
      <FileList files={one.files} address={(file) => addressOf(one, file)} />
      <p className="acts">
        <span className="quiet">{t('documents.address')}</span>
        <code className="hash">{page}</code>
        <button
          type="button"
          className="link"
          aria-label={`${t('documents.copy')}: ${name}`}
          onClick={async () => {
            await navigator.clipboard.writeText(new URL(page, location.href).href);
            setCopied(true);
          }}
        >
          {t('documents.copy')}
        </button>
        <output>{isCopied ? t('documents.copied') : null}</output>
      </p>
      <details>
        <summary>{t('documents.sums')}</summary>
        <p className="quiet">
          {t('documents.sumsHelp', { id: '' })} <code className="hash">{one.id}</code>
        </p>
        <dl className="sums">
          {one.files.map((file) => (
            <div key={file.name}>
              <dt>{file.name}</dt>
              <dd>
                <code className="hash">{file.sha256}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}
