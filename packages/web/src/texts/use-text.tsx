import type { Language } from '@samstyr/contract/texts/language';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { MessageId } from './messages.ts';

type Values = { readonly [name: string]: string | number };

/** A sentence of the pages in the reader's language. */
export function useText(): (id: MessageId, values?: Values) => string {
  const intl = useIntl();
  return (id, values) => intl.formatMessage({ id }, values);
}

/** A sentence with its figures in bold: `<b>432,5 mill. kr</b>`. */
export function useRichText(): (id: MessageId, values?: Values) => ReactNode {
  const intl = useIntl();
  return (id, values) =>
    intl.formatMessage({ id }, { ...values, b: (parts: ReactNode[]) => <b key={`${parts}`}>{parts}</b> });
}

export const useLanguage = (): Language => useIntl().locale as Language;
