import type { BudgetProblem } from '../budget/problems.ts';
import { serviceBudget } from '../budget/service.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { isFrozen } from '../cooperation/versions.ts';
import type { AdoptedRow, VersionRow } from '../model/rows.ts';
import { fail, ok, problemsOf, type Result } from '../result/result.ts';
import { freeId } from '../scenario/context.ts';
import { type RowChange, write } from '../scenario/row-change.ts';
import type { CommandProblem } from './command.ts';

/**
 * A version's computed figures as adopted rows of a new version that builds on it: `2025.adopted`, and `2025.amended` when the year has an
 * adopted one. To the øre what the version showed, as the agreements round; who pays an unknown amount still does. (S-STORE-20; kl. § 14-3)
 */
export function adopt(
  index: IndexedModel,
  version: string,
): Result<readonly RowChange[], CommandProblem | BudgetProblem> {
  const { model } = index;
  const from = index.version.get(version);
  if (from === undefined)
    return fail({ code: 'command.unknownVersion', version, known: model.version.map(({ id }) => id) });
  if (isFrozen(from)) return fail({ code: 'command.versionLocked', version, by: version });
  const hasAdopted = model.version.some((row) => row.year === from.year && isFrozen(row));
  const status = hasAdopted ? 'amended' : 'adopted';
  const adopted: VersionRow = {
    id: freeId(model.version, `${from.year}.${status}`),
    year: from.year,
    status,
    base: from.id,
    asOf: from.asOf,
    note: null,
  };
  const budgets = model.service.map((service) => serviceBudget(index, from, service, 'agreement'));
  const [first, ...rest] = problemsOf(budgets);
  if (first !== undefined) return fail(first, ...rest);
  const taken = [...model.adopted];
  const rows = budgets.flatMap((budget) =>
    budget.ok ? budget.value.parts.map((part) => ({ part, budget: budget.value })) : [],
  );
  for (const { part, budget } of rows) {
    if (budget.state === 'empty' || part.attendance === 'unregistered') continue;
    const row: AdoptedRow = {
      id: freeId(taken, `${budget.service}/${adopted.id}/${part.party}`),
      version: adopted.id,
      service: budget.service,
      party: part.party,
      amountOre: part.attendance === 'unknown' ? null : part.amountOre,
      sensitive: part.sensitive,
      note: null,
    };
    taken.push(row);
  }
  const added = taken.slice(model.adopted.length);
  return added.length === 0
    ? fail({ code: 'command.nothingToAdopt', version })
    : ok([write('version', null, adopted), ...added.map((row) => write('adopted', null, row))]);
}
