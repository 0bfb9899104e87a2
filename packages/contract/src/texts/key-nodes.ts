import type { KeyNode } from '@samstyr/core/key/key-node';
import type { Texts } from './language.ts';

const about = ({ subject }: KeyNode, nobody = '–'): string => subject ?? nobody;

/** The labels of a division's steps. The subject is the name a person reads: a party, what a register counts («innbyggere»), a funder. */
export const keyNodeTexts: Texts<KeyNode> = {
  'key.total': {
    nb: (node) => `Samlet for ${about(node)}`,
    nn: (node) => `Samla for ${about(node)}`,
    en: (node) => `Total for ${about(node)}`,
  },
  'key.share': {
    nb: () => 'Andel i nøkkelen',
    nn: () => 'Del i nøkkelen',
    en: () => 'Share in the key',
  },
  'key.members': {
    nb: () => 'Antall deltakere',
    nn: () => 'Talet på deltakarar',
    en: () => 'Number of members',
  },
  'key.equalPart': {
    nb: () => 'Lik del',
    nn: () => 'Lik del',
    en: () => 'Equal part',
  },
  'key.agreedShare': {
    nb: (node) => `Avtalt andel for ${about(node)}`,
    nn: (node) => `Avtalt del for ${about(node)}`,
    en: (node) => `Agreed share of ${about(node)}`,
  },
  'key.agreedPart': {
    nb: (node) => `Avtalt del for ${about(node)}`,
    nn: (node) => `Avtalt beløp for ${about(node)}`,
    en: (node) => `Agreed part of ${about(node)}`,
  },
  'key.registerValue': {
    nb: (node) => `Registertall for ${about(node)}`,
    nn: (node) => `Registertal for ${about(node)}`,
    en: (node) => `Register value of ${about(node)}`,
  },
  'key.registerYears': {
    nb: (node) => `Sum av årene for ${about(node)}`,
    nn: (node) => `Sum av åra for ${about(node)}`,
    en: (node) => `Sum of the years for ${about(node)}`,
  },
  'key.years': {
    nb: () => 'Antall år',
    nn: () => 'Talet på år',
    en: () => 'Number of years',
  },
  'key.registerAverage': {
    nb: (node) => `Gjennomsnitt for ${about(node)}`,
    nn: (node) => `Gjennomsnitt for ${about(node)}`,
    en: (node) => `Average for ${about(node)}`,
  },
  'key.registerSum': {
    nb: (node) => `Sum ${about(node)}`,
    nn: (node) => `Sum ${about(node)}`,
    en: (node) => `Sum of ${about(node)}`,
  },
  'key.registerShare': {
    nb: (node) => `Andel etter ${about(node)}`,
    nn: (node) => `Andel etter ${about(node)}`,
    en: (node) => `Share by ${about(node)}`,
  },
  'key.registerPart': {
    nb: (node) => `Del etter ${about(node)}`,
    nn: (node) => `Del etter ${about(node)}`,
    en: (node) => `Part by ${about(node)}`,
  },
  'key.partCost': {
    nb: () => 'Del av kostnaden',
    nn: () => 'Del av kostnaden',
    en: () => 'Part of the cost',
  },
  'key.fixedCost': {
    nb: () => 'Fast del av kostnaden, likt per kommune',
    nn: () => 'Fast del av kostnaden, likt per kommune',
    en: () => 'Fixed part of the cost, equal for all',
  },
  'key.variableCost': {
    nb: (node) => `Del av kostnaden som deles etter ${about(node)}`,
    nn: (node) => `Del av kostnaden som blir delt etter ${about(node)}`,
    en: (node) => `Part of the cost divided by ${about(node)}`,
  },
  'key.bandFee': {
    nb: (node) => `Avgift for trinnet til ${about(node)}`,
    nn: (node) => `Avgift for trinnet til ${about(node)}`,
    en: (node) => `Fee of the band of ${about(node)}`,
  },
  'key.inBand': {
    nb: (node) => `Trinnet ${about(node)} er i`,
    nn: (node) => `Trinnet ${about(node)} er i`,
    en: (node) => `The band ${about(node)} is in`,
  },
  'key.bandPart': {
    nb: (node) => `Avgift for ${about(node)}`,
    nn: (node) => `Avgift for ${about(node)}`,
    en: (node) => `Fee of ${about(node)}`,
  },
  'key.tariffBase': {
    nb: () => 'Grunnbeløp',
    nn: () => 'Grunnbeløp',
    en: () => 'Base fee',
  },
  'key.tariffPrice': {
    nb: () => 'Pris per enhet',
    nn: () => 'Pris per eining',
    en: () => 'Price per unit',
  },
  'key.tariffVariable': {
    nb: (node) => `Beløp etter antall for ${about(node)}`,
    nn: (node) => `Beløp etter tal for ${about(node)}`,
    en: (node) => `Amount by number for ${about(node)}`,
  },
  'key.tariffPart': {
    nb: (node) => `Avgift for ${about(node)}`,
    nn: (node) => `Avgift for ${about(node)}`,
    en: (node) => `Fee of ${about(node)}`,
  },
  'key.thresholdAmount': {
    nb: () => 'Terskel',
    nn: () => 'Terskel',
    en: () => 'Threshold',
  },
  'key.belowThreshold': {
    nb: () => 'Kostnad opp til terskelen',
    nn: () => 'Kostnad opp til terskelen',
    en: () => 'Cost up to the threshold',
  },
  'key.aboveThreshold': {
    nb: () => 'Kostnad over terskelen',
    nn: () => 'Kostnad over terskelen',
    en: () => 'Cost above the threshold',
  },
  'key.nothing': {
    nb: () => 'Ingenting',
    nn: () => 'Ingenting',
    en: () => 'Nothing',
  },
  'key.capShare': {
    nb: () => 'Tak som andel',
    nn: () => 'Tak som del',
    en: () => 'Cap as a share',
  },
  'key.capAmount': {
    nb: () => 'Tak i kroner',
    nn: () => 'Tak i kroner',
    en: () => 'Cap in kroner',
  },
  'key.cap': {
    nb: () => 'Tak',
    nn: () => 'Tak',
    en: () => 'Cap',
  },
  'key.floorShare': {
    nb: () => 'Gulv som andel',
    nn: () => 'Golv som del',
    en: () => 'Floor as a share',
  },
  'key.floorAmount': {
    nb: () => 'Gulv i kroner',
    nn: () => 'Golv i kroner',
    en: () => 'Floor in kroner',
  },
  'key.floor': {
    nb: () => 'Gulv',
    nn: () => 'Golv',
    en: () => 'Floor',
  },
  'key.limitedSum': {
    nb: () => 'Sum for dem som betaler grensen',
    nn: () => 'Sum for dei som betaler grensa',
    en: () => 'Sum of those who pay the limit',
  },
  'key.restCost': {
    nb: () => 'Kostnad som er igjen til de andre',
    nn: () => 'Kostnad som er att til dei andre',
    en: () => 'Cost left for the others',
  },
  'key.restSum': {
    nb: () => 'De andres egne deler',
    nn: () => 'Dei andre sine eigne delar',
    en: () => 'The others’ own parts',
  },
  'key.restFactor': {
    nb: () => 'Kostnad som er igjen, delt på de andres deler',
    nn: () => 'Kostnad som er att, delt på delane til dei andre',
    en: () => 'Cost left, divided by the others’ parts',
  },
  'key.restPart': {
    nb: (node) => `Del for ${about(node)} etter grensen`,
    nn: (node) => `Del for ${about(node)} etter grensa`,
    en: (node) => `Part of ${about(node)} after the limit`,
  },
  'key.newKeyShare': {
    nb: () => 'Innfaset andel av ny nøkkel',
    nn: () => 'Innfasa del av ny nøkkel',
    en: () => 'Share of the new key',
  },
  'key.oldKeyShare': {
    nb: () => 'Gjenstående andel av gammel nøkkel',
    nn: () => 'Attståande del av gammal nøkkel',
    en: () => 'Share of the old key',
  },
  'key.newKeyPart': {
    nb: (node) => `Del etter ny nøkkel, ${about(node)}`,
    nn: (node) => `Del etter ny nøkkel, ${about(node)}`,
    en: (node) => `Part by the new key, ${about(node)}`,
  },
  'key.oldKeyPart': {
    nb: (node) => `Del etter gammel nøkkel, ${about(node)}`,
    nn: (node) => `Del etter gammal nøkkel, ${about(node)}`,
    en: (node) => `Part by the old key, ${about(node)}`,
  },
  'key.funderShare': {
    nb: (node) => `Andel fra ${about(node)}`,
    nn: (node) => `Del frå ${about(node)}`,
    en: (node) => `Share of ${about(node)}`,
  },
  'key.funderAmount': {
    nb: (node) => `Beløp fra ${about(node)}`,
    nn: (node) => `Beløp frå ${about(node)}`,
    en: (node) => `Amount from ${about(node)}`,
  },
  'key.funderPrice': {
    nb: (node) => `Pris per enhet fra ${about(node)}`,
    nn: (node) => `Pris per eining frå ${about(node)}`,
    en: (node) => `Price per unit from ${about(node)}`,
  },
  'key.funderUnits': {
    nb: (node) => `Antall som ${about(node)} betaler for`,
    nn: (node) => `Talet som ${about(node)} betaler for`,
    en: (node) => `Number ${about(node)} pays for`,
  },
  'key.funderPays': {
    nb: (node) => `${about(node, 'andre')} betaler`,
    nn: (node) => `${about(node, 'andre')} betaler`,
    en: (node) => `${about(node, 'others')} pays`,
  },
  'key.funderCeiling': {
    nb: (node) => `Øvre grense for ${about(node)}`,
    nn: (node) => `Øvre grense for ${about(node)}`,
    en: (node) => `Ceiling of ${about(node)}`,
  },
  'key.funderAtMost': {
    nb: (node) => `${about(node)} betaler, innenfor grensen`,
    nn: (node) => `${about(node)} betaler, innanfor grensa`,
    en: (node) => `${about(node)} pays, within the ceiling`,
  },
  'key.afterFunder': {
    nb: (node) => `Kostnad etter at ${about(node, 'andre')} har betalt`,
    nn: (node) => `Kostnad etter at ${about(node, 'andre')} har betalt`,
    en: (node) => `Cost after ${about(node, 'others')} has paid`,
  },
};
