import type { KeyTrouble } from '@samstyr/contract/folder/file-problem';
import type { Key } from '@samstyr/core/key/grammar';
import type { Result } from '@samstyr/core/result/result';
import type { YamlValue } from '../yaml/write-yaml.ts';

/** What a key may name: parties by slug or kommunenummer, and registers. */
export type KeyNames = {
  readonly resolveParty: (text: string) => string | null;
  readonly hasRegister: (name: string) => boolean;
};

/** How keys are read from and written as plain data. */
export type KeyForm = {
  readonly parse: (value: YamlValue, names: KeyNames) => Result<Key, KeyTrouble>;
  readonly write: (key: Key) => YamlValue;
};
