import type { MetaArgs, MetaDescriptor } from 'react-router';
import { isLanguage } from '../server/language.ts';
import { type MessageId, messages } from './messages.ts';

/** The title of a browser's tab, in the reader's language. */
export const pageTitle =
  (id: MessageId) =>
  ({ matches }: MetaArgs): MetaDescriptor[] => {
    const root = matches.find((match) => match?.id === 'root');
    const said = (root?.loaderData as { readonly language?: string } | undefined)?.language;
    return [{ title: `${messages[isLanguage(said) ? said : 'nb'][id]} · Samstyr` }];
  };
