import { roundShares } from '../../allocation/round-shares.ts';
import { partyNumber, tieOrder } from '../../cooperation/parties.ts';
import * as exact from '../../fraction/fraction.ts';
import type { Edit } from '../../model/edit.ts';
import type { LineRow, ServiceRow, VersionRow } from '../../model/rows.ts';
import { minus, ore, plus, sum, zero } from '../../money/ore.ts';
import { covers, type Day, daysBetween, daysInYear, firstDayOf } from '../../period/day.ts';
import { fail, ok, type Result } from '../../result/result.ts';
import { type EditContext, findServices, freeId, knownParty, openVersion } from '../context.ts';
import type { EditProblem } from '../edit-problem.ts';
import { type RowChange, write } from '../row-change.ts';

type Membership = Extract<Edit, { op: 'leave' | 'join' }>;

/**
 * A party leaves a service. Its own costs stop with the days; what was agreed for it stays with the others in proportion to what they pay,
 * since the cost remains unless somebody states what can be avoided. (P14)
 */
export function leave(context: EditContext, edit: Membership): Result<readonly RowChange[], EditProblem> {
  const found = findServices(context, edit.op, edit.service);
  const open = openVersion(context, edit.op);
  const unknown = knownParty(context, edit.op, edit.party);
  if ('problem' in found) return fail(found.problem);
  if ('problem' in open) return fail(open.problem);
  if (unknown !== null) return fail(unknown);
  const { participationOf } = context.index;
  const changes: RowChange[] = [];
  for (const service of found.services) {
    const rows = participationOf.get(service.id) ?? [];
    const row = rows.find((one) => one.party === edit.party && covers(one, edit.from));
    if (row === undefined) continue;
    if (!rows.some((one) => one.party !== edit.party && covers(one, edit.from)))
      return fail({ code: 'edit.lastMember', op: edit.op, service: service.id, party: edit.party });
    changes.push(
      write('participation', row, { ...row, until: edit.from }),
      ...ownAmounts(context, open.version, service, edit),
    );
  }
  return changes.length > 0
    ? ok(changes)
    : fail({
        code: 'edit.notMember',
        op: edit.op,
        service: edit.service,
        party: edit.party,
        from: edit.from,
      });
}

/** A leaver's lines and volumes cut to the days it takes part; agreed amounts go over to the others. */
function ownAmounts(
  context: EditContext,
  version: VersionRow,
  service: ServiceRow,
  { party, from }: { readonly party: string; readonly from: Day },
): readonly RowChange[] {
  const { index, year } = context;
  if (from <= firstDayOf(year) ? false : from >= firstDayOf(year + 1)) return [];
  const { lines, volumes } = index.rowsOf(version.id, service.id);
  const stays = exact.fraction(
    BigInt(Math.max(0, daysBetween(firstDayOf(year), from))),
    BigInt(daysInYear(year)),
  );
  const cut = (line: LineRow) => exact.roundToOre(exact.multiply(exact.ofOre(line.amountOre), stays));
  const own = lines.filter(
    (line) => line.party === party && line.distribution !== 'memo' && line.distribution !== 'contribution',
  );
  const changes: RowChange[] = own.map((line) => write('line', line, { ...line, amountOre: cut(line) }));
  const left = sum(
    own
      .filter(({ distribution }) => distribution === 'agreed')
      .map((line) => minus({ from: line.amountOre, amount: cut(line) })),
  );
  const others = lines
    .filter((line) => line.distribution === 'agreed' && line.party !== null && line.party !== party)
    .toSorted((a, b) => tieOrder(index, year)(a.party ?? '', b.party ?? ''));
  const weight = sum(others.map(({ amountOre }) => amountOre));
  if (left !== 0n && weight !== 0n) {
    const parts = others.map(({ amountOre }) => exact.fraction(left * amountOre, weight));
    const { shares } = roundShares({
      exact: parts,
      totalOre: left,
      unitOre: ore(1n),
      mode: 'largestRemainder',
      host: null,
    });
    for (const [at, line] of others.entries())
      changes.push(write('line', line, { ...line, amountOre: plus(line.amountOre, shares[at] ?? zero) }));
  }
  for (const volume of volumes.filter((row) => row.party === party))
    changes.push(
      write('volume', volume, { ...volume, count: exact.reduced(exact.multiply(volume.count, stays)) }),
    );
  return changes;
}

/** A party takes part in a service from a day on. */
export function join(context: EditContext, edit: Membership): Result<readonly RowChange[], EditProblem> {
  const found = findServices(context, edit.op, edit.service);
  const open = openVersion(context, edit.op);
  const unknown = knownParty(context, edit.op, edit.party);
  if ('problem' in found) return fail(found.problem);
  if ('problem' in open) return fail(open.problem);
  if (unknown !== null) return fail(unknown);
  const { index } = context;
  const changes: RowChange[] = [];
  for (const service of found.services) {
    const rows = index.participationOf.get(service.id) ?? [];
    if (rows.some((one) => one.party === edit.party && (one.until === null || one.until > edit.from)))
      continue;
    const id = freeId(index.model.participation, `${service.id}/${partySlug(context, edit.party)}`);
    changes.push(
      write('participation', null, {
        id,
        service: service.id,
        party: edit.party,
        from: edit.from,
        until: null,
        amount: 'known',
        note: null,
      }),
    );
  }
  return changes.length > 0
    ? ok(changes)
    : fail({
        code: 'edit.alreadyMember',
        op: edit.op,
        service: edit.service,
        party: edit.party,
        from: edit.from,
      });
}

const partySlug = ({ index, year }: EditContext, party: string): string =>
  /^[a-z0-9-]+$/.test(party) ? party : partyNumber(index, party, year);
