import { describe, expect, it } from 'vitest';
import { indexModel } from '../cooperation/indexed-model.ts';
import { emptyModel } from '../model/empty-model.ts';
import type { DecisionRow, KeyRow, ServiceRow, VersionRow } from '../model/rows.ts';
import { day } from '../period/day.ts';
import { yearSegments } from './segments.ts';

const note = null;
const service: ServiceRow = {
  id: 's',
  unit: 's',
  name: 'S',
  nameNn: null,
  nameEn: null,
  kind: 'operating',
  continues: null,
  note,
};
const version: VersionRow = {
  id: '2028.proposal',
  year: 2028,
  status: 'proposal',
  base: null,
  asOf: day('2027-12-31'),
  note,
};
const key = (id: string, given: Partial<KeyRow>): KeyRow => ({
  id,
  service: 's',
  from: null,
  until: null,
  known: null,
  case: null,
  key: { form: 'equal' },
  costBase: [],
  basis: 'assumed',
  paragraph: null,
  note,
  ...given,
});
const segmentsWith = (...keys: readonly KeyRow[]) =>
  yearSegments(
    indexModel({ ...emptyModel, service: [service], key: keys }),
    version,
    service,
    'counting',
  ).map(({ from, until, key: found }) => [from, until, found?.id ?? null]);

describe('the segments of a year', () => {
  it('a key that comes into force in the middle of a leap year cuts it there', () => {
    expect(
      segmentsWith(key('old', { until: day('2028-03-01') }), key('new', { from: day('2028-03-01') })),
    ).toEqual([
      ['2028-01-01', '2028-03-01', 'old'],
      ['2028-03-01', '2029-01-01', 'new'],
    ]);
  });

  it('a key that was not known on the version’s day does not exist for it', () => {
    const unknown = key('new', { from: day('2028-01-01'), known: day('2028-02-01') });
    expect(segmentsWith(key('old', {}), unknown)).toEqual([['2028-01-01', '2029-01-01', 'old']]);
  });

  it('of two keys from the same day the one that became known later counts, whatever order they are written in', () => {
    const first = key('first', { from: day('2028-01-01'), known: day('2027-01-01') });
    const second = key('second', { from: day('2028-01-01'), known: day('2027-06-01') });
    expect(segmentsWith(first, second)).toEqual([['2028-01-01', '2029-01-01', 'second']]);
    expect(segmentsWith(second, first)).toEqual([['2028-01-01', '2029-01-01', 'second']]);
  });

  it('a key of a case counts when all have adopted it, before that only where the budget assumes it, and never after a no', () => {
    const from = day('2028-01-01');
    const old = key('old', { from });
    const proposed = key('new', { from, case: 'sak' });
    const row = {
      id: 'sak',
      title: 'Sak',
      deadline: null,
      councils: ['selbu'],
      assumed: false,
      wording: null,
      note,
    };
    const decision: DecisionRow = {
      ...{ id: 'sak/selbu', case: 'sak', party: 'selbu', result: 'adopted' as const, date: null },
      ...{ wording: null, amountOre: null, caseNumber: null, note },
    };
    const standing = (
      sent: string | null,
      decisions: readonly DecisionRow[],
      { assumed = false, keys = [old, proposed] } = {},
    ) =>
      yearSegments(
        indexModel({
          ...emptyModel,
          service: [service],
          key: keys,
          case: [{ ...row, assumed, sent: sent === null ? null : day(sent) }],
          decision: decisions,
        }),
        version,
        service,
        'counting',
      ).map((segment) => [segment.key?.id, segment.standing]);
    expect(standing(null, [])).toEqual([['old', 'inForce']]);
    expect(standing('2027-10-01', [])).toEqual([['old', 'inForce']]);
    expect(standing('2027-10-01', [], { assumed: true })).toEqual([['new', 'awaited']]);
    expect(standing('2027-10-01', [decision])).toEqual([['new', 'inForce']]);
    const no = { ...decision, result: 'rejected' as const };
    for (const assumed of [false, true])
      expect(standing('2027-10-01', [no], { assumed })).toEqual([['old', 'inForce']]);
    // Where no other key covers the days, the awaited one is all there is to divide by.
    expect(standing('2027-10-01', [], { keys: [proposed] })).toEqual([['new', 'awaited']]);
    expect(standing('2027-10-01', [no], { keys: [proposed] })).toEqual([[undefined, 'none']]);
  });
});
