import type { Key } from './grammar.ts';

/** Whether a key is a price list: its fees are what they are, and need not sum to the cost. */
export function isFeeKey(key: Key): boolean {
  switch (key.form) {
    case 'bands':
    case 'tariff':
      return true;
    case 'cap':
    case 'floor':
      return isFeeKey(key.of);
    case 'phaseIn':
      return isFeeKey(key.from) || isFeeKey(key.to);
    case 'external':
      return isFeeKey(key.rest);
    default:
      return false;
  }
}
