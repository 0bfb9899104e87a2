import { agreementIn } from '../budget/agreement.ts';
import { yearSegments } from '../budget/segments.ts';
import type { IndexedModel } from '../cooperation/indexed-model.ts';
import { membersIn, partyNumber } from '../cooperation/parties.ts';
import { currentVersion } from '../cooperation/versions.ts';
import type { Edit } from '../model/edit.ts';
import type { LegalForm } from '../model/rows.ts';
import type { Day } from '../period/day.ts';

/** What a person should know before acting on a what-if; it stops nothing. */
export type Warning =
  /** Notice to leave: `months` by the law or the agreement; null: neither says, so the agreement must. */
  | {
      readonly code: 'leave.notice';
      readonly service: string;
      readonly party: string;
      readonly from: Day;
      readonly months: number | null;
      readonly law: string;
    }
  /** A leaver saves nothing, since nobody has stated what can be avoided. */
  | { readonly code: 'leave.nothingAvoidable'; readonly service: string; readonly party: string }
  /** A party takes part with an amount nobody knows here, so sums and differences leave it out. */
  | { readonly code: 'service.unknownAmount'; readonly service: string; readonly parties: readonly string[] }
  /** The figures rest on a key some councils have not decided on. */
  | { readonly code: 'service.awaitedKey'; readonly service: string; readonly case: string }
  /** A changed register value is nobody's publication. */
  | {
      readonly code: 'register.assumed';
      readonly register: string;
      readonly date: Day;
      readonly party: string;
    };

/** Notice by law when the agreement says nothing: kommuneloven § 20-8 and IKS-loven § 30; the other forms leave it to the agreement. */
const notice: { readonly [F in LegalForm]: { readonly months: number | null; readonly law: string } } = {
  vertskommune: { months: 12, law: 'kommuneloven § 20-8' },
  oppgavefellesskap: { months: null, law: 'kommuneloven kap. 19' },
  'politisk-rad': { months: null, law: 'kommuneloven kap. 18' },
  iks: { months: 12, law: 'IKS-loven § 30' },
  as: { months: null, law: 'aksjeloven' },
  samvirke: { months: null, law: 'samvirkelova' },
  avtale: { months: null, law: 'avtalen' },
};

export function warningsOf(
  before: IndexedModel,
  after: IndexedModel,
  edits: readonly Edit[],
  year: number,
): readonly Warning[] {
  const warnings: Warning[] = [];
  const touched = new Set<string>();
  for (const edit of edits) {
    if ('service' in edit && edit.service !== null)
      for (const id of servicesMeant(before, edit.service)) touched.add(id);
    const party = 'party' in edit && edit.party !== null ? partyNumber(before, edit.party, year) : null;
    if (edit.op === 'leave' && party !== null) {
      for (const id of servicesMeant(before, edit.service)) {
        const service = before.service.get(id);
        if (service === undefined) continue;
        const agreement = agreementIn(before, service, year);
        const byLaw = notice[agreement?.legalForm ?? 'vertskommune'];
        warnings.push({
          code: 'leave.notice',
          service: id,
          party,
          from: edit.from,
          months: agreement?.noticeMonths ?? byLaw.months,
          law: byLaw.law,
        });
        if (!(after.avoidableOf.get(id) ?? []).some((row) => row.party === null || row.party === edit.party))
          warnings.push({ code: 'leave.nothingAvoidable', service: id, party });
      }
    }
    if (edit.op === 'setRegisterValue' && party !== null)
      warnings.push({ code: 'register.assumed', register: edit.register, date: edit.date, party });
  }
  for (const id of touched) {
    const unknown = [...membersIn(after, id, year).values()].filter(({ amount }) => amount === 'unknown');
    if (unknown.length > 0)
      warnings.push({
        code: 'service.unknownAmount',
        service: id,
        parties: unknown.map(({ party }) => partyNumber(after, party, year)),
      });
    const service = after.service.get(id);
    const version = currentVersion(after, year);
    if (service === undefined || version === null) continue;
    const awaited = yearSegments(after, version, service, 'counting').find(
      ({ standing }) => standing === 'awaited',
    );
    if (awaited?.key?.case)
      warnings.push({ code: 'service.awaitedKey', service: id, case: awaited.key.case });
  }
  return warnings;
}

const servicesMeant = (index: IndexedModel, service: string): readonly string[] =>
  index.service.has(service) ? [service] : (index.servicesOf.get(service) ?? []).map(({ id }) => id);
