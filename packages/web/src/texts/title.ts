import type { MetaFunction } from 'react-router';
import type { MessageId } from './messages.ts';

/** What the browser's tab is called, in the reader's language: `Vedtak · Samstyr`. */
export const titled =
  (id: MessageId): MetaFunction =>
  ({ matches }) => {
    const root = matches.find((match) => match?.id === 'root')?.loaderData as
      | { readonly messages?: { readonly [I in MessageId]: string } }
      | undefined;
    const name = root?.messages?.[id].replaceAll(/\s*\{[^}]*\}/g, '');
    return [{ title: name === undefined ? 'Samstyr' : `${name} · Samstyr` }];
  };
