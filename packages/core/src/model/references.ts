import type { TableName } from './rows.ts';

/**
 * Which fields name a row of which table. A party is named by its slug (`party.party`), everything else by its id; a list names one row
 * with each of its items. A test holds this equal to the specifications in `contract`.
 */
export const references: { readonly [T in TableName]: { readonly [field: string]: TableName } } = {
  cooperation: { office: 'party' },
  party: {},
  appearance: { party: 'party', arms: 'asset' },
  asset: {},
  register: {},
  registerValue: { register: 'register', party: 'party' },
  unitGroup: {},
  unit: { host: 'party' },
  service: { unit: 'unit', continues: 'service' },
  participation: { service: 'service', party: 'party' },
  agreement: { unit: 'unit', service: 'service', host: 'party' },
  key: { service: 'service', case: 'case' },
  version: { base: 'version' },
  total: { version: 'version', service: 'service' },
  line: { version: 'version', service: 'service', party: 'party' },
  adopted: { version: 'version', service: 'service', party: 'party' },
  change: { version: 'version', service: 'service', party: 'party', counterpart: 'service' },
  growth: { version: 'version', service: 'service' },
  price: { service: 'service', party: 'party' },
  volume: { version: 'version', service: 'service', party: 'party' },
  frame: { version: 'version', unit: 'unit' },
  alternative: { base: 'version' },
  avoidable: { service: 'service', party: 'party' },
  case: { councils: 'party' },
  decision: { case: 'case', party: 'party' },
  forecast: { unit: 'unit' },
  text: { unit: 'unit' },
  published: { unit: 'unit', service: 'service', party: 'party' },
};
