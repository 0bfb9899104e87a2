import type { Place } from '@samstyr/contract/folder/file-problem';
import type { TableName } from '@samstyr/core/model/rows';
import type { YamlNode } from '../yaml/read-yaml.ts';
import type { Said } from './layout.ts';

/** A cell as it stands in a file: text, or a YAML value where a list or a key may stand. */
export type RawCell = { readonly place: Place; readonly text: string; readonly node: YamlNode | null };

/** A row as it stands in a file, before anybody knows what its cells mean. */
export type RawRow = {
  readonly table: TableName;
  /** Field → cell; a field without a cell is empty. */
  readonly cells: ReadonlyMap<string, RawCell>;
  /** Fields whose column the file lacks; said once for the file, not for each row. */
  readonly lacks: ReadonlySet<string>;
  readonly place: Place;
  readonly said: Said;
  /** The unit whose folder it stands in. */
  readonly unit: string | null;
};
