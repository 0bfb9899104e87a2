/** The languages people read: bokmål first, nynorsk and English beside it. */
export type Language = 'nb' | 'nn' | 'en';

/** A sentence in every language, made from a problem's or a node's own values. A missing one does not compile. */
export type Sentence<P> = { readonly [L in Language]: (problem: P) => string };

/** Every code of a closed union has its sentences. */
export type Texts<P extends { readonly code: string }> = {
  readonly [C in P['code']]: Sentence<Extract<P, { code: C }>>;
};
