import type { Key } from './grammar.ts';

/** Whether somebody outside pays by a key, wholly or in any of its parts. */
export function namesFunder(key: Key): boolean {
  switch (key.form) {
    case 'external':
      return true;
    case 'cap':
    case 'floor':
      return namesFunder(key.of);
    case 'phaseIn':
      return namesFunder(key.from) || namesFunder(key.to);
    case 'threshold':
      return namesFunder(key.below) || namesFunder(key.above);
    case 'parts':
      return key.parts.some((part) => namesFunder(part.key));
    default:
      return false;
  }
}
