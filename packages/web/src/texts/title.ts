import type { Language } from '@samstyr/contract/texts/language';
import type { MetaFunction } from 'react-router';
import { type MessageId, messages } from './messages.ts';

/** What the browser's tab is called, in the reader's language: `Vedtak · Samstyr`. */
export const titled =
  (id: MessageId): MetaFunction =>
  ({ matches }) => {
    const root = matches.find((match) => match?.id === 'root')?.loaderData as
      | { readonly language?: Language }
      | undefined;
    return [{ title: `${messages[root?.language ?? 'nb'][id].replaceAll(/\s*\{[^}]*\}/g, '')} · Samstyr` }];
  };
