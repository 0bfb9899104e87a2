import type {
  AdoptedRow,
  AgreementRow,
  AvoidableRow,
  ChangeRow,
  DecisionRow,
  GrowthRow,
  KeyRow,
  LineRow,
  Model,
  ParticipationRow,
  PartyRow,
  PriceRow,
  ServiceRow,
  TotalRow,
  UnitRow,
  VersionRow,
  VolumeRow,
} from '../model/rows.ts';
import { type RegisterIndex, registerIndex } from '../register/register-index.ts';

/** The rows of a service in a version. */
export type ServiceRows = {
  readonly total: TotalRow | null;
  readonly lines: readonly LineRow[];
  readonly adopted: readonly AdoptedRow[];
  readonly changes: readonly ChangeRow[];
  /** Technical moves written on another service whose opposite belongs here. */
  readonly counterparts: readonly ChangeRow[];
  readonly growth: readonly GrowthRow[];
  readonly volumes: readonly VolumeRow[];
};

/** A model with the look-ups its rules need. Made once for a model and read by everything that computes. */
export type IndexedModel = {
  readonly model: Model;
  readonly registers: RegisterIndex;
  readonly unit: ReadonlyMap<string, UnitRow>;
  readonly service: ReadonlyMap<string, ServiceRow>;
  readonly servicesOf: ReadonlyMap<string, readonly ServiceRow[]>;
  readonly version: ReadonlyMap<string, VersionRow>;
  readonly partyRows: ReadonlyMap<string, readonly PartyRow[]>;
  readonly participationOf: ReadonlyMap<string, readonly ParticipationRow[]>;
  /** Keys of each service, without those that are only proposed. */
  readonly keysOf: ReadonlyMap<string, readonly KeyRow[]>;
  readonly agreementsOf: ReadonlyMap<string, readonly AgreementRow[]>;
  readonly pricesOf: ReadonlyMap<string, readonly PriceRow[]>;
  readonly avoidableOf: ReadonlyMap<string, readonly AvoidableRow[]>;
  /** Cases that are written and not sent, and of which no council has anything registered: nothing is built on them. (S-BUD-23) */
  readonly proposals: ReadonlySet<string>;
  readonly decisionsOf: ReadonlyMap<string, readonly DecisionRow[]>;
  readonly rowsOf: (version: string, service: string) => ServiceRows;
  /** What was computed from this model under a name, computed once: the model never changes. */
  readonly remembered: <T>(name: string, compute: () => T) => T;
};

const nothing: ServiceRows = {
  total: null,
  lines: [],
  adopted: [],
  changes: [],
  counterparts: [],
  growth: [],
  volumes: [],
};

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
}

type VersionedRow = { readonly version: string; readonly service: string };
const versioned = (row: VersionedRow): string => `${row.version}|${row.service}`;

export function indexModel(model: Model): IndexedModel {
  const totals = new Map(model.total.map((row) => [versioned(row), row]));
  const lines = groupBy(model.line, versioned);
  const adopted = groupBy(model.adopted, versioned);
  const changes = groupBy(model.change, versioned);
  const counterparts = groupBy(
    model.change.filter(({ counterpart }) => counterpart !== null),
    ({ version, counterpart }) => `${version}|${counterpart}`,
  );
  const growth = groupBy(model.growth, versioned);
  const volumes = groupBy(model.volume, versioned);
  const decided = new Set(model.decision.map((row) => row.case));
  const proposals = new Set(
    model.case.flatMap(({ id, sent }) => (sent === null && !decided.has(id) ? [id] : [])),
  );
  const memory = new Map<string, unknown>();
  return {
    model,
    registers: registerIndex(model.registerValue),
    unit: new Map(model.unit.map((row) => [row.id, row])),
    service: new Map(model.service.map((row) => [row.id, row])),
    servicesOf: groupBy(model.service, ({ unit }) => unit),
    version: new Map(model.version.map((row) => [row.id, row])),
    partyRows: groupBy(model.party, ({ party }) => party),
    participationOf: groupBy(model.participation, ({ service }) => service),
    keysOf: groupBy(
      model.key.filter((key) => key.case === null || !proposals.has(key.case)),
      ({ service }) => service,
    ),
    agreementsOf: groupBy(model.agreement, ({ unit }) => unit),
    pricesOf: groupBy(model.price, ({ service }) => service),
    avoidableOf: groupBy(model.avoidable, ({ service }) => service),
    proposals,
    decisionsOf: groupBy(model.decision, (row) => row.case),
    remembered: <T>(name: string, compute: () => T): T => {
      if (!memory.has(name)) memory.set(name, compute());
      return memory.get(name) as T;
    },
    rowsOf: (version, service) => {
      const name = `${version}|${service}`;
      return {
        total: totals.get(name) ?? nothing.total,
        lines: lines.get(name) ?? nothing.lines,
        adopted: adopted.get(name) ?? nothing.adopted,
        changes: changes.get(name) ?? nothing.changes,
        counterparts: counterparts.get(name) ?? nothing.counterparts,
        growth: growth.get(name) ?? nothing.growth,
        volumes: volumes.get(name) ?? nothing.volumes,
      };
    },
  };
}
