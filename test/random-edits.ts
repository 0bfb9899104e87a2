import type { Fraction } from '@samstyr/core/fraction/fraction';
import type { Key } from '@samstyr/core/key/grammar';
import type { Edit } from '@samstyr/core/model/edit';
import { ore } from '@samstyr/core/money/ore';
import type { Day } from '@samstyr/core/period/day';
import fc from 'fast-check';

/** What random edits are made of. */
export type EditParts = {
  readonly parties: readonly string[];
  readonly services: readonly string[];
  readonly text: fc.Arbitrary<string>;
  readonly number: fc.Arbitrary<Fraction>;
  readonly day: fc.Arbitrary<Day>;
  readonly key: fc.Arbitrary<Key>;
};

/** A few steps of the edit language, of every operation. Whether they can be made is another matter. */
export function randomEdits({ parties, services, text, number, day, key }: EditParts) {
  const party = fc.constantFrom(...parties);
  const service = fc.constantFrom(...services);
  const amountOre = fc.bigInt(-(10n ** 15n), 10n ** 15n).map(ore);
  const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
  const payment = fc.oneof(fc.record({ amountOre }), fc.record({ share: number }));
  const kind = fc.constantFrom('wage' as const, 'price' as const, 'deflator' as const);
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ op: fc.constant('setKey' as const), service, from: day, key }),
    fc.record({ op: fc.constant('setRegisterDate' as const), service, register: text, date: day }),
    fc.record({
      ...{ op: fc.constant('setRegisterValue' as const), register: text, date: day, party },
      ...{ group: orNull(text), value: number },
    }),
    fc.record({ op: fc.constantFrom('leave' as const, 'join' as const), service, party, from: day }),
    fc.record({
      ...{ op: fc.constantFrom('setGrowth' as const, 'addGrowth' as const), service, kind },
      ...{ ratePercent: number, from: day, baseOre: orNull(amountOre) },
    }),
    fc.record({
      ...{ op: fc.constant('addChange' as const), service, kind: fc.constantFrom('saving', 'measure') },
      ...{ party: orNull(party), amountOre, from: orNull(day), until: orNull(day), oneOff: fc.boolean() },
      ...{ counterpart: orNull(service), reason: orNull(text) },
    }),
    fc.record({ op: fc.constant('removeChange' as const), service: orNull(service), id: text }),
    fc.record({ op: fc.constant('setAmount' as const), service, party, amountOre }),
    fc.record({
      ...{ op: fc.constant('setVolume' as const), service, party, measure: orNull(text), count: number },
    }),
    fc.record({ op: fc.constant('setExternal' as const), service, funder: party, pays: payment }),
    fc.record({
      ...{ op: fc.constant('setAvoidable' as const), service, party: orNull(party) },
      ...{ saves: payment, from: day },
    }),
    fc.record({
      ...{ op: fc.constant('recordDecision' as const), case: text, party, date: orNull(day) },
      ...{ result: fc.constantFrom('adopted' as const, 'rejected' as const, 'awaited' as const) },
      ...{ wording: orNull(text), amountOre: orNull(amountOre) },
    }),
  );
  return fc.array(edit, { maxLength: 4 });
}
