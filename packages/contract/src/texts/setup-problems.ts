import type { SetupProblem } from '@samstyr/core/setup/new-cooperation';
import { numberReasons } from './cell-problems.ts';
import type { Texts } from './language.ts';

/** What is wrong with a field of the guided set-up, and what to write in it. */
export const setupProblemTexts: Texts<SetupProblem> = {
  'setup.name': {
    nb: () => 'Skriv hva samarbeidet heter.',
    nn: () => 'Skriv kva samarbeidet heiter.',
    en: () => 'Write what the cooperation is called.',
  },
  'setup.memberName': {
    nb: () => 'Skriv navnet på kommunen, eller ta bort raden.',
    nn: () => 'Skriv namnet på kommunen, eller ta bort rada.',
    en: () => 'Write the name of the municipality, or take the row away.',
  },
  'setup.unitName': {
    nb: () => 'Skriv navnet på enheten, eller ta bort raden.',
    nn: () => 'Skriv namnet på eininga, eller ta bort rada.',
    en: () => 'Write the name of the unit, or take the row away.',
  },
  'setup.id': {
    nb: (p) =>
      `«${p.text}» kan ikke stå i en adresse. Bruk små bokstaver a–z, sifre og bindestrek, høyst 80 tegn.`,
    nn: (p) =>
      `«${p.text}» kan ikkje stå i ei adresse. Bruk små bokstavar a–z, siffer og bindestrek, høgst 80 teikn.`,
    en: (p) =>
      `“${p.text}” cannot stand in an address. Use small letters a–z, digits and hyphens, at most 80 characters.`,
  },
  'setup.year': {
    nb: () => 'Skriv året for det første budsjettet med fire sifre, fra 2000 til 2099.',
    nn: () => 'Skriv året for det første budsjettet med fire siffer, frå 2000 til 2099.',
    en: () => 'Write the year of the first budget with four digits, from 2000 to 2099.',
  },
  'setup.host': {
    nb: () => 'Velg kommunen som fører budsjettet.',
    nn: () => 'Vel kommunen som fører budsjettet.',
    en: () => 'Choose the municipality that keeps the budget.',
  },
  'setup.fewMembers': {
    nb: () => 'Et samarbeid har minst to kommuner. Legg til en.',
    nn: () => 'Eit samarbeid har minst to kommunar. Legg til ein.',
    en: () => 'A cooperation has at least two municipalities. Add one.',
  },
  'setup.noUnits': {
    nb: () => 'Legg til minst én enhet, så budsjettet har noe å fordele.',
    nn: () => 'Legg til minst éi eining, så budsjettet har noko å fordele.',
    en: () => 'Add at least one unit, so that the budget has something to share.',
  },
  'setup.sameName': {
    nb: (p) => `«${p.name}» står to ganger. Gi dem ulike navn, eller ta bort den ene.`,
    nn: (p) => `«${p.name}» står to gonger. Gi dei ulike namn, eller ta bort den eine.`,
    en: (p) => `“${p.name}” is there twice. Give them different names, or take one away.`,
  },
  'setup.number': {
    nb: (p) => `Kommunenummeret er fire sifre, ikke «${p.text}». Det kan stå tomt.`,
    nn: (p) => `Kommunenummeret er fire siffer, ikkje «${p.text}». Det kan stå tomt.`,
    en: (p) => `A municipality number is four digits, not “${p.text}”. It may be left empty.`,
  },
  'setup.sameNumber': {
    nb: (p) => `Kommunenummer ${p.number} står to ganger. Rett det ene.`,
    nn: (p) => `Kommunenummer ${p.number} står to gonger. Rett det eine.`,
    en: (p) => `Municipality number ${p.number} is there twice. Correct one of them.`,
  },
  'setup.amountMissing': {
    nb: () => 'Skriv hva enheten koster i året. Er det ikke kjent ennå, skriv 0.',
    nn: () => 'Skriv kva eininga kostar i året. Er det ikkje kjent enno, skriv 0.',
    en: () => 'Write what the unit costs a year. If it is not known yet, write 0.',
  },
  'setup.amount': {
    nb: (p) => `«${p.text}» ${numberReasons[p.why].nb}. Skriv hele kroner, for eksempel 2\u00a0150\u00a0000.`,
    nn: (p) => `«${p.text}» ${numberReasons[p.why].nn}. Skriv heile kroner, til dømes 2\u00a0150\u00a0000.`,
    en: (p) => `“${p.text}” ${numberReasons[p.why].en}. Write whole kroner, such as 2\u00a0150\u00a0000.`,
  },
  'setup.inhabitantsMissing': {
    nb: (p) =>
      `Skriv hvor mange som bor i ${p.member === '' ? 'kommunen' : p.member}: ${p.unit === '' ? 'en enhet' : p.unit} deles etter folketall.`,
    nn: (p) =>
      `Skriv kor mange som bur i ${p.member === '' ? 'kommunen' : p.member}: ${p.unit === '' ? 'noko' : p.unit} blir delt etter folketal.`,
    en: (p) =>
      `Write how many live in ${p.member === '' ? 'the municipality' : p.member}: ${p.unit === '' ? 'a unit' : p.unit} is shared by population.`,
  },
  'setup.inhabitants': {
    nb: (p) => `«${p.text}» er ikke et folketall. Skriv et helt tall, for eksempel 4\u00a0161.`,
    nn: (p) => `«${p.text}» er ikkje eit folketal. Skriv eit heilt tal, til dømes 4\u00a0161.`,
    en: (p) => `“${p.text}” is no population. Write a whole number, such as 4\u00a0161.`,
  },
  'setup.percent': {
    nb: () => 'Skriv hvor mye som deles likt, fra 1 til 99 prosent.',
    nn: () => 'Skriv kor mykje som blir delt likt, frå 1 til 99 prosent.',
    en: () => 'Write how much is shared equally, from 1 to 99 per cent.',
  },
  'setup.unitMembers': {
    nb: () => 'Kryss av for minst én kommune som deltar.',
    nn: () => 'Kryss av for minst éin kommune som er med.',
    en: () => 'Tick at least one municipality that takes part.',
  },
};
