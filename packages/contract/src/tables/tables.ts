import type { TableName, Tables } from '@samstyr/core/model/rows';
import * as budget from './budget-tables.ts';
import * as cooperation from './cooperation-tables.ts';
import * as decision from './decision-tables.ts';
import type { AnyTable, TableSpec } from './table.ts';
import * as unit from './unit-tables.ts';

/** One specification for each table of the model, in the order a reader needs them. The compiler holds each one equal to core's row. */
export const tables: { readonly [T in TableName]: TableSpec<Tables[T]> } = {
  cooperation: cooperation.cooperationTable,
  party: cooperation.partyTable,
  appearance: cooperation.appearanceTable,
  asset: cooperation.assetTable,
  register: cooperation.registerTable,
  registerValue: cooperation.registerValueTable,
  unitGroup: cooperation.unitGroupTable,
  unit: unit.unitTable,
  service: unit.serviceTable,
  participation: unit.participationTable,
  agreement: unit.agreementTable,
  key: unit.keyTable,
  version: budget.versionTable,
  total: budget.totalTable,
  line: budget.lineTable,
  adopted: budget.adoptedTable,
  change: budget.changeTable,
  growth: budget.growthTable,
  price: budget.priceTable,
  volume: budget.volumeTable,
  frame: budget.frameTable,
  alternative: budget.alternativeTable,
  avoidable: unit.avoidableTable,
  case: decision.caseTable,
  decision: decision.decisionTable,
  forecast: decision.forecastTable,
  text: cooperation.textTable,
  published: cooperation.publishedTable,
};

export const tableNames = Object.keys(tables) as readonly TableName[];

/** A table's specification, for code that treats all tables alike. */
export const tableOf = (name: TableName): AnyTable => tables[name] as AnyTable;
