import type { LinkJson } from '@samstyr/contract/api/admin-routes';
import { useEffect, useRef, useState } from 'react';
import { momentText } from '../parts/moment.ts';
import { useLanguage, useText } from '../texts/use-text.tsx';

/** A link that is shown once and handed over by the administrator: the system sends no e-mail. The token stands behind `#`. */
export function LinkOnce({ link, email }: { readonly link: LinkJson; readonly email: string }) {
  const t = useText();
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const address = `${location.origin}${link.path}#${link.token}`;
  useEffect(() => field.current?.select(), []);
  return (
    <div className="note info">
      <strong>{t('admin.link', { email })}</strong>
      <p className="entry">
        <label htmlFor="lenke">{t('admin.linkHelp', { moment: momentText(link.expiresAt, language) })}</label>
        <input id="lenke" ref={field} readOnly value={address} />
      </p>
      <p className="acts">
        <button
          type="button"
          className="button"
          onClick={async () => {
            await navigator.clipboard.writeText(address);
            setCopied(true);
          }}
        >
          {t('admin.copyLink')}
        </button>
        <output>{isCopied ? t('documents.copied') : null}</output>
      </p>
    </div>
  );
}
