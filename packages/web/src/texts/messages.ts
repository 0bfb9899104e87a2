import type { Language } from '@samstyr/contract/texts/language';
import { en } from './en.ts';
import { type MessageId, nb } from './nb.ts';
import { nn } from './nn.ts';

export type { MessageId };

/** Every sentence of the pages, in every language. */
export const messages: { readonly [L in Language]: { readonly [I in MessageId]: string } } = { nb, nn, en };
