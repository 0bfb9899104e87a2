import type { Model } from './rows.ts';

/** A cooperation without a row in any table. */
export const emptyModel: Model = {
  cooperation: [],
  party: [],
  register: [],
  registerValue: [],
  unit: [],
  service: [],
  participation: [],
  agreement: [],
  key: [],
  version: [],
  total: [],
  line: [],
  adopted: [],
  change: [],
  growth: [],
  price: [],
  volume: [],
  frame: [],
  avoidable: [],
  case: [],
  decision: [],
  forecast: [],
  text: [],
  published: [],
};
