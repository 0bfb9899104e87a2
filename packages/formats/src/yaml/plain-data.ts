import type { FileProblem } from '@samstyr/contract/folder/file-problem';
import { ok, type Result } from '@samstyr/core/result/result';
import { decode } from '../text/decode.ts';
import { readYaml, type YamlNode } from './read-yaml.ts';

/** Plain data as a YAML or JSON file has it: lists, fields and texts. A number stays the text it was written as. */
export type PlainData = string | null | readonly PlainData[] | { readonly [field: string]: PlainData };

/** Reads YAML, and JSON as the part of YAML it is, so that no digit of a number is lost on the way. An empty file is null. */
export function readPlainData(file: string, bytes: Uint8Array): Result<PlainData, FileProblem> {
  const text = decode(file, bytes);
  if (!text.ok) return text;
  if (text.value.trim() === '') return ok(null);
  const node = readYaml(file, text.value);
  return node.ok ? ok(plain(node.value)) : node;
}

function plain(node: YamlNode): PlainData {
  if (node.kind === 'text') return node.text === 'null' ? null : node.text;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.fields.map(({ name, value }) => [name, plain(value)]));
}
