type Field = {
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'year';
  readonly columnType?: string;
  readonly description: string;
  readonly unit?: string;
};

/**
 * What every column means. `columnType` is the Fiscal Data Package's own name for it where there is one; øre are digits in a text so that
 * no reader loses the last ones.
 */
export const fields: { readonly [column: string]: Field } = {
  figureId: {
    type: 'string',
    columnType: 'budget-line-id',
    description: 'Beløpets id, den samme i alle formater',
  },
  year: { type: 'year', columnType: 'date:fiscal-year', description: 'Budsjettåret' },
  version: { type: 'string', columnType: 'phase:id', description: 'Versjonen av budsjettet' },
  status: {
    type: 'string',
    description: 'proposal, recommended, adopted eller amended: hvor langt versjonen har kommet',
  },
  kind: {
    type: 'string',
    columnType: 'economic-classification:generic:level1:code',
    description: 'operating er drift, investment er investering',
  },
  unit: {
    type: 'string',
    columnType: 'administrative-classification:generic:level1:code',
    description: 'Enhetens id',
  },
  unitName: {
    type: 'string',
    columnType: 'administrative-classification:generic:level1:label',
    description: 'Enhetens navn',
  },
  unitGroup: { type: 'string', description: 'Gruppen enheten hører til' },
  service: { type: 'string', columnType: 'activity:generic:program:code', description: 'Tjenestens id' },
  serviceName: {
    type: 'string',
    columnType: 'activity:generic:program:label',
    description: 'Tjenestens navn',
  },
  party: {
    type: 'string',
    columnType: 'payer:generic:code',
    description: 'Kommunenummer i året, eller id for den som ikke har nummer; sum er alle',
  },
  partyName: { type: 'string', columnType: 'payer:generic:name', description: 'Navnet på den som betaler' },
  partyKind: {
    type: 'string',
    description: 'Hva slags part: municipality, county, state, parish, company …',
  },
  amountOre: {
    type: 'string',
    description: 'Beløpet i hele øre. Kostnad er positiv. Tomt når det ikke er kjent eller ikke vises',
    unit: 'øre (1/100 NOK)',
  },
  amount: { type: 'number', columnType: 'value', description: 'Det samme beløpet i kroner', unit: 'NOK' },
  basis: {
    type: 'string',
    description:
      'I budsjettet: adopted (vedtatt), key (fordelt etter nøkkel), agreed (eget beløp). Ellers: published, derived, assumed',
  },
  provisional: { type: 'boolean', description: 'Et vedtak eller et register mangler ennå' },
  inForceOre: {
    type: 'string',
    description: 'Beløpet etter nøkkelen som gjelder i dag, i øre, når en ny nøkkel avventes',
    unit: 'øre (1/100 NOK)',
  },
  inForce: { type: 'number', description: 'Det samme i kroner', unit: 'NOK' },
  sign: {
    type: 'string',
    description: 'Hvorfor beløpet er tomt: «:» vises ikke fordi det gjelder få personer, «..» er ikke kjent',
  },
  cause: { type: 'string', description: 'cost, unexplained, register, key, membership eller rounding' },
  statedBy: { type: 'string', description: 'Raden som oppgir årsaken' },
  reason: { type: 'string', description: 'Årsaken slik den er skrevet' },
  id: { type: 'string', description: 'Radens id' },
  register: { type: 'string', description: 'Registerets id' },
  registerName: { type: 'string', description: 'Registerets navn' },
  group: { type: 'string', description: 'Del av registeret, for eksempel en aldersgruppe' },
  date: { type: 'date', description: 'Datoen verdien gjelder' },
  value: { type: 'string', description: 'Verdien, eksakt' },
  source: { type: 'string', description: 'Kilden' },
  published: { type: 'date', description: 'Når verdien ble publisert; tomt: kjent fra sin egen dato' },
  from: { type: 'date', description: 'Fra og med' },
  until: { type: 'date', description: 'Til, ikke med' },
  standing: { type: 'string', description: 'inForce (gjelder), awaited (avventer vedtak) eller rejected' },
  key: { type: 'string', description: 'Nøkkelen som JSON' },
  keyInWords: { type: 'string', description: 'Nøkkelen i ord' },
  members: { type: 'string', description: 'De som deler, atskilt med mellomrom' },
  case: { type: 'string', description: 'Saken der nøkkelen vedtas; tomt: vedtak er ikke registrert' },
  paragraph: { type: 'string', description: 'Hjemmel' },
  note: { type: 'string', description: 'Merknad' },
};
