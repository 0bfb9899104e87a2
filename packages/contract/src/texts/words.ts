import type { Attendance, CauseKind } from '@samstyr/core/budget/view';
import type { KeyStanding } from '@samstyr/core/cooperation/decisions';
import type { EditOp } from '@samstyr/core/model/edit';
import type {
  Basis,
  ChangeKind,
  ChangeStatus,
  DecisionRow,
  Distribution,
  GrowthKind,
  LegalForm,
  PartyKind,
  RoundingMode,
  ServiceKind,
  VersionStatus,
} from '@samstyr/core/model/rows';
import type { Language } from './language.ts';

/** One word or a short phrase in every language. */
export type Word = { readonly [L in Language]: string };
type Words<C extends string> = { readonly [K in C]: Word };

const word = (nb: string, nn: string, en: string): Word => ({ nb, nn, en });

/** Words of the overview, the explanation and the what-if: headings, labels and states, without an end mark. */
export const words = {
  sum: word('Sum', 'Sum', 'Total'),
  change: word('Endring', 'Endring', 'Change'),
  budget: word('Budsjett', 'Budsjett', 'Budget'),
  unit: word('Enhet', 'Eining', 'Unit'),
  service: word('Tjeneste', 'Teneste', 'Service'),
  party: word('Part', 'Part', 'Party'),
  municipality: word('Kommune', 'Kommune', 'Municipality'),
  amount: word('Beløp', 'Beløp', 'Amount'),
  figure: word('Tall', 'Tal', 'Figure'),
  wholeBudget: word('Hele budsjettet', 'Heile budsjettet', 'The whole budget'),
  before: word('Før', 'Før', 'Before'),
  after: word('Etter', 'Etter', 'After'),
  difference: word('Forskjell', 'Skilnad', 'Difference'),
  cause: word('Årsak', 'Årsak', 'Cause'),
  unexplained: word('Uforklart', 'Uforklart', 'Unexplained'),
  provisional: word('Foreløpig', 'Førebels', 'Provisional'),
  awaits: word('Avventer', 'Ventar på', 'Awaiting'),
  awaitsRegister: word(
    'Registertallet er ikke publisert ennå',
    'Registertalet er ikkje publisert enno',
    'The register is not published yet',
  ),
  byKeyInForce: word('Etter nøkkelen som gjelder', 'Etter nøkkelen som gjeld', 'By the key in force'),
  unknownAmount: word('ukjent beløp', 'ukjent beløp', 'unknown amount'),
  absent: word('deltar ikke', 'deltek ikkje', 'takes no part'),
  hidden: word('skjermet', 'skjerma', 'hidden'),
  key: word('Nøkkel', 'Nøkkel', 'Key'),
  register: word('Register', 'Register', 'Register'),
  source: word('Kilde', 'Kjelde', 'Source'),
  decision: word('Vedtak', 'Vedtak', 'Decision'),
  decisionNotRegistered: word('vedtak ikke registrert', 'vedtak ikkje registrert', 'decision not registered'),
  agreement: word('Avtale', 'Avtale', 'Agreement'),
  basis: word('Grunnlag', 'Grunnlag', 'Basis'),
  formula: word('Regnestykke', 'Reknestykke', 'Formula'),
  calculatedFrom: word('Regnet av', 'Rekna av', 'Computed from'),
  rounding: word('Avrunding', 'Avrunding', 'Rounding'),
  unavoidable: word('Kostnad som blir igjen', 'Kostnad som blir att', 'Cost that remains'),
  warning: word('Merk', 'Merk', 'Note'),
  warnings: word('Merknader', 'Merknader', 'Notes'),
  previousYear: word('Året før', 'Året før', 'Year before'),
  perYear: word('i året', 'i året', 'a year'),
  noChange: word('Ingen endring', 'Inga endring', 'No change'),
  kroner: word('kr', 'kr', 'kr'),
} as const satisfies Words<string>;

export const kindWords: Words<ServiceKind> = {
  operating: word('Drift', 'Drift', 'Operating'),
  investment: word('Investering', 'Investering', 'Investment'),
};

/** Why a figure changed, in the one fixed order. */
export const causeWords: Words<CauseKind> = {
  cost: word('Kostnad', 'Kostnad', 'Cost'),
  unexplained: word('Uforklart', 'Uforklart', 'Unexplained'),
  register: word('Registertall', 'Registertal', 'Register values'),
  key: word('Fordelingsnøkkel', 'Fordelingsnøkkel', 'Allocation key'),
  membership: word('Deltakelse', 'Deltaking', 'Membership'),
  rounding: word('Avrunding', 'Avrunding', 'Rounding'),
};

export const attendanceWords: Words<Attendance> = {
  member: word('deltar', 'deltek', 'takes part'),
  absent: word('deltar ikke', 'deltek ikkje', 'takes no part'),
  unknown: word('ukjent beløp', 'ukjent beløp', 'unknown amount'),
  unregistered: word('ikke registrert', 'ikkje registrert', 'not registered'),
};

export const standingWords: Words<KeyStanding | 'none'> = {
  inForce: word('gjelder', 'gjeld', 'in force'),
  awaited: word('avventer vedtak', 'ventar på vedtak', 'awaiting decision'),
  rejected: word('avslått', 'avslått', 'rejected'),
  none: word('ingen nøkkel', 'ingen nøkkel', 'no key'),
};

export const basisWords: Words<Basis> = {
  published: word('publisert', 'publisert', 'published'),
  derived: word('utledet', 'utleidd', 'derived'),
  assumed: word('antatt', 'anteken', 'assumed'),
};

export const roundingModeWords: Words<RoundingMode> = {
  largestRemainder: word('største rest', 'største rest', 'largest remainder'),
  hostTakesRest: word('verten tar resten', 'verten tek resten', 'the host takes the rest'),
};

export const versionStatusWords: Words<VersionStatus> = {
  proposal: word('forslag', 'forslag', 'proposal'),
  recommended: word('innstilt', 'innstilt', 'recommended'),
  adopted: word('vedtatt', 'vedteke', 'adopted'),
  amended: word('justert', 'justert', 'amended'),
};

export const decisionWords: Words<DecisionRow['result']> = {
  adopted: word('vedtatt', 'vedteke', 'adopted'),
  rejected: word('avslått', 'avslått', 'rejected'),
  awaited: word('avventer', 'ventar', 'awaited'),
};

export const growthWords: Words<GrowthKind> = {
  wage: word('lønn', 'løn', 'wages'),
  price: word('priser', 'prisar', 'prices'),
  deflator: word('deflator', 'deflator', 'deflator'),
  income: word('inntekter', 'inntekter', 'income'),
};

export const changeWords: Words<ChangeKind> = {
  wage: word('lønnsvekst', 'lønsvekst', 'wage growth'),
  price: word('prisvekst', 'prisvekst', 'price growth'),
  deflator: word('deflator', 'deflator', 'deflator'),
  fullYear: word('helårsvirkning', 'heilårsverknad', 'full-year effect'),
  volume: word('volum', 'volum', 'volume'),
  technical: word('teknisk flytting', 'teknisk flytting', 'technical move'),
  correction: word('retting', 'retting', 'correction'),
  measure: word('tiltak', 'tiltak', 'measure'),
  saving: word('innsparing', 'innsparing', 'saving'),
  key: word('ny nøkkel', 'ny nøkkel', 'new key'),
  member: word('deltakelse', 'deltaking', 'membership'),
  oneOff: word('engangsbeløp', 'eingongsbeløp', 'one-off'),
};

export const changeStatusWords: Words<ChangeStatus> = {
  proposed: word('foreslått', 'foreslått', 'proposed'),
  accepted: word('godtatt', 'godteke', 'accepted'),
  adjusted: word('justert', 'justert', 'adjusted'),
  rejected: word('avvist', 'avvist', 'rejected'),
};

export const distributionWords: Words<Distribution> = {
  shared: word('deles etter nøkkelen', 'blir delt etter nøkkelen', 'shared by the key'),
  direct: word('direkte', 'direkte', 'direct'),
  agreed: word('avtalt beløp', 'avtalt beløp', 'agreed amount'),
  contribution: word('innskudd', 'innskot', 'contribution'),
  memo: word('til opplysning', 'til opplysning', 'for information'),
};

export const legalFormWords: Words<LegalForm> = {
  vertskommune: word('vertskommunesamarbeid', 'vertskommunesamarbeid', 'host municipality cooperation'),
  oppgavefellesskap: word(
    'kommunalt oppgavefellesskap',
    'kommunalt oppgåvefellesskap',
    'municipal task community',
  ),
  'politisk-rad': word(
    'interkommunalt politisk råd',
    'interkommunalt politisk råd',
    'inter-municipal political council',
  ),
  iks: word('interkommunalt selskap', 'interkommunalt selskap', 'inter-municipal company'),
  as: word('aksjeselskap', 'aksjeselskap', 'limited company'),
  samvirke: word('samvirkeforetak', 'samvirkeføretak', 'cooperative'),
  avtale: word('avtale', 'avtale', 'agreement'),
};

export const partyKindWords: Words<PartyKind> = {
  municipality: word('kommune', 'kommune', 'municipality'),
  county: word('fylkeskommune', 'fylkeskommune', 'county'),
  state: word('staten', 'staten', 'the state'),
  'health-trust': word('helseforetak', 'helseføretak', 'health trust'),
  parish: word('menighet', 'kyrkjelyd', 'parish'),
  company: word('selskap', 'selskap', 'company'),
  association: word('forening', 'foreining', 'association'),
};

/** What an edit does, as a problem with it begins. */
export const editWords: Words<EditOp> = {
  setKey: word('Ny nøkkel', 'Ny nøkkel', 'New key'),
  setRegisterDate: word('Ny registerdato', 'Ny registerdato', 'New register date'),
  setRegisterValue: word('Nytt registertall', 'Nytt registertal', 'New register value'),
  leave: word('Uttreden', 'Uttreding', 'Leaving'),
  join: word('Inntreden', 'Inntreding', 'Joining'),
  setGrowth: word('Endret vekst', 'Endra vekst', 'Changed growth'),
  addGrowth: word('Ny vekst', 'Ny vekst', 'New growth'),
  addChange: word('Ny endring', 'Ny endring', 'New change'),
  removeChange: word('Fjernet endring', 'Fjerna endring', 'Removed change'),
  setAmount: word('Nytt beløp', 'Nytt beløp', 'New amount'),
  setVolume: word('Nytt volum', 'Nytt volum', 'New volume'),
  setExternal: word('Tilskudd utenfra', 'Tilskot utanfrå', 'Outside funding'),
  setAvoidable: word('Kostnad som kan spares', 'Kostnad som kan sparast', 'Avoidable cost'),
  recordDecision: word('Vedtak', 'Vedtak', 'Decision'),
};
