import { budgetPair } from '@samstyr/core/budget/overview';
import type { BudgetProblem } from '@samstyr/core/budget/problems';
import { applyCommand } from '@samstyr/core/command/apply-command';
import type { AnyCommandProblem, Command } from '@samstyr/core/command/command';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import type { Model } from '@samstyr/core/model/rows';
import { ok, type Result } from '@samstyr/core/result/result';
import { onlyServices } from '../budget/budget.ts';

type Moved = { readonly party: string; readonly beforeOre: bigint; readonly afterOre: bigint };

/** What a command moves in one service, by the same rules the server will follow; nothing is sent. (S-WEB-23) */
export function effectOf(
  model: Model,
  { service, year, command }: { readonly service: string; readonly year: number; readonly command: Command },
): Result<readonly Moved[], AnyCommandProblem | BudgetProblem> {
  const done = applyCommand(model, command);
  if (!done.ok) return done;
  const [before, after] = [model, done.value.model].map((one) =>
    budgetPair(indexModel(onlyServices(one, (id) => id === service)), {
      year,
      version: null,
      rounding: 'agreement',
    }),
  );
  if (before === undefined || after === undefined || !after.ok) return after?.ok === false ? after : ok([]);
  const old = new Map(
    (before.ok ? (before.value.current.get(service)?.parts ?? []) : []).map((part) => [
      part.party,
      part.amountOre ?? 0n,
    ]),
  );
  return ok(
    (after.value.current.get(service)?.parts ?? []).map(({ party, amountOre }) => ({
      party,
      beforeOre: old.get(party) ?? 0n,
      afterOre: amountOre ?? 0n,
    })),
  );
}
