import { type CheckReport, checkReport } from '@samstyr/contract/check-findings';
import { checkPublished } from '@samstyr/core/control/published/check-published';
import { ok, type Result } from '@samstyr/core/result/result';
import { type ReadProblem, readPublished } from './read-published.ts';

/** A file's bytes → the report on it, or why it cannot be read. */
export function checkBytes(bytes: Uint8Array, file: string): Result<CheckReport, ReadProblem> {
  const read = readPublished(bytes);
  if (!read.ok) return read;
  const { language, tables } = read.value;
  return ok(checkReport({ file, language, tables: tables.length, findings: checkPublished(read.value) }));
}
