import { formatCount } from '@samstyr/core/money/kroner';
import type { FileProblem, Place } from '../folder/file-problem.ts';
import { cellProblemTexts } from './cell-problems.ts';
import type { Language, Texts } from './language.ts';
import { oneOf } from './one-of.ts';

/** What the parser calls it, as a person would. */
const yamlReasons: { readonly [reason: string]: { readonly [L in Language]: string } } = {
  BAD_INDENT: {
    nb: 'innrykket stemmer ikke med linjene over',
    nn: 'innrykket stemmer ikkje med linjene over',
    en: 'the indentation does not match the lines above',
  },
  TAB_AS_INDENT: {
    nb: 'det står tabulator der det skal være mellomrom',
    nn: 'det står tabulator der det skal vere mellomrom',
    en: 'there is a tab where there should be spaces',
  },
  MISSING_CHAR: {
    nb: 'det mangler et tegn, ofte et kolon eller en sluttklamme',
    nn: 'det manglar eit teikn, ofte eit kolon eller ein sluttklamme',
    en: 'a character is missing, often a colon or a closing bracket',
  },
  MULTILINE_IMPLICIT_KEY: {
    nb: 'et feltnavn går over flere linjer, ofte fordi et kolon mangler',
    nn: 'eit feltnamn går over fleire linjer, ofte fordi eit kolon manglar',
    en: 'a field name spans several lines, often because a colon is missing',
  },
  MULTIPLE_DOCS: {
    nb: 'filen har flere dokumenter (---)',
    nn: 'fila har fleire dokument (---)',
    en: 'the file holds several documents (---)',
  },
  TOO_DEEP: {
    nb: 'det er for mange nivåer inni hverandre',
    nn: 'det er for mange nivå inni kvarandre',
    en: 'there are too many levels inside each other',
  },
};
const yamlReason = (reason: string, language: Language): string =>
  yamlReasons[reason]?.[language] ??
  { nb: 'skrivemåten er ikke gyldig', nn: 'skrivemåten er ikkje gyldig', en: 'it is not well formed' }[
    language
  ];

const shapes = {
  fields: { nb: 'felter (navn: verdi)', nn: 'felt (namn: verdi)', en: 'fields (name: value)' },
  list: { nb: 'en liste', nn: 'ei liste', en: 'a list' },
  text: { nb: 'en tekst', nn: 'ein tekst', en: 'a text' },
} as const;

const encodings = {
  'utf-16': { nb: 'UTF-16', nn: 'UTF-16', en: 'UTF-16' },
  'windows-1252': {
    nb: 'et annet tegnsett enn UTF-8, trolig Windows-1252',
    nn: 'eit anna teiknsett enn UTF-8, truleg Windows-1252',
    en: 'another encoding than UTF-8, probably Windows-1252',
  },
  binary: { nb: 'noe som ikke er tekst', nn: 'noko som ikkje er tekst', en: 'something that is not text' },
} as const;

const isYaml = ({ place }: { readonly place: Place }): boolean => place.file.endsWith('.yaml');

/** What is wrong with the files of a folder, and what to do about it. The place stands before the sentence. */
export const fileProblemTexts: Texts<Exclude<FileProblem, { code: 'cell.key' | 'cell.edits' | 'model' }>> = {
  ...cellProblemTexts,
  'file.missing': {
    nb: () => 'Filen mangler. Lag den; første linje skal være «format: 1».',
    nn: () => 'Fila manglar. Lag henne; første linje skal vere «format: 1».',
    en: () => 'The file is missing. Make it; its first line must be “format: 1”.',
  },
  'file.unknown': {
    nb: (p) =>
      `Filen hører ikke til i en samarbeidsmappe. Her ventes ${oneOf(p.expected, 'nb')}. Rett navnet, eller flytt filen ut.`,
    nn: (p) =>
      `Fila høyrer ikkje til i ei samarbeidsmappe. Her er ${oneOf(p.expected, 'nn')} venta. Rett namnet, eller flytt fila ut.`,
    en: (p) =>
      `The file does not belong in a cooperation folder. Expected here: ${oneOf(p.expected, 'en')}. Correct the name, or move the file out.`,
  },
  'file.tooLarge': {
    nb: (p) =>
      `Filen er på ${formatCount(BigInt(p.bytes))} byte; en fil i mappen kan være på høyst ${formatCount(BigInt(p.maximum))}. Del den, eller sjekk at det er riktig fil.`,
    nn: (p) =>
      `Fila er på ${formatCount(BigInt(p.bytes))} byte; ei fil i mappa kan vere på høgst ${formatCount(BigInt(p.maximum))}. Del henne, eller sjekk at det er rett fil.`,
    en: (p) =>
      `The file is ${formatCount(BigInt(p.bytes))} bytes; a file of the folder is at most ${formatCount(BigInt(p.maximum))}. Split it, or check that it is the right file.`,
  },
  'file.encoding': {
    nb: (p) => `Filen er skrevet som ${encodings[p.encoding].nb}. Lagre den som UTF-8 («CSV UTF-8» i Excel).`,
    nn: (p) =>
      `Fila er skriven som ${encodings[p.encoding].nn}. Lagre henne som UTF-8 («CSV UTF-8» i Excel).`,
    en: (p) => `The file is written as ${encodings[p.encoding].en}. Save it as UTF-8 (“CSV UTF-8” in Excel).`,
  },
  'file.noFormat': {
    nb: (p) => `Første linje skal være «format: 1», men der står «${p.found}». Sett den inn øverst.`,
    nn: (p) => `Første linje skal vere «format: 1», men der står «${p.found}». Set henne inn øvst.`,
    en: (p) => `The first line must be “format: 1”, but “${p.found}” stands there. Put it in at the top.`,
  },
  'file.otherFormat': {
    nb: (p) =>
      `Filen har format ${p.found}; dette programmet leser format ${p.newest}. Bruk en nyere Samstyr.`,
    nn: (p) => `Fila har format ${p.found}; dette programmet les format ${p.newest}. Bruk ein nyare Samstyr.`,
    en: (p) => `The file has format ${p.found}; this program reads format ${p.newest}. Use a newer Samstyr.`,
  },
  'csv.noHeader': {
    nb: () => 'Filen har ingen overskriftsrad. Linjen under «format: 1» skal ha kolonnenavnene.',
    nn: () => 'Fila har inga overskriftsrad. Linja under «format: 1» skal ha kolonnenamna.',
    en: () => 'The file has no header. The line below “format: 1” must have the column names.',
  },
  'csv.unclosedQuote': {
    nb: () =>
      'Hermetegnet som begynner her, blir aldri lukket, så resten av filen er ikke lest. Sett inn det andre hermetegnet.',
    nn: () =>
      'Hermeteiknet som byrjar her, blir aldri lukka, så resten av fila er ikkje lesen. Set inn det andre hermeteiknet.',
    en: () =>
      'The quote that begins here is never closed, so the rest of the file was not read. Put in the other quote.',
  },
  'csv.strayQuote': {
    nb: () =>
      'Det står et hermetegn midt i en celle. Sett hele cellen i hermetegn, og skriv hermetegnet inni dobbelt: "".',
    nn: () =>
      'Det står eit hermeteikn midt i ei celle. Set heile cella i hermeteikn, og skriv hermeteiknet inni dobbelt: "".',
    en: () =>
      'There is a quote in the middle of a cell. Put the whole cell in quotes, and write the quote inside twice: "".',
  },
  'csv.cellCount': {
    nb: (p) =>
      `Raden har ${p.found} celler, men overskriften har ${p.expected}. Sett celler med komma i hermetegn, og la tomme celler stå tomme.`,
    nn: (p) =>
      `Rada har ${p.found} celler, men overskrifta har ${p.expected}. Set celler med komma i hermeteikn, og lat tomme celler stå tomme.`,
    en: (p) =>
      `The row has ${p.found} cells, but the header has ${p.expected}. Put cells with commas in quotes, and leave empty cells empty.`,
  },
  'yaml.syntax': {
    nb: (p) =>
      `Filen kan ikke leses herfra: ${yamlReason(p.reason, 'nb')}. Rett linjen, og se også på den over.`,
    nn: (p) =>
      `Fila kan ikkje lesast herifrå: ${yamlReason(p.reason, 'nn')}. Rett linja, og sjå også på den over.`,
    en: (p) =>
      `The file cannot be read from here: ${yamlReason(p.reason, 'en')}. Correct the line, and look at the one above.`,
  },
  'yaml.twice': {
    nb: (p) => `Feltet «${p.name}» står to ganger. Behold det ene.`,
    nn: (p) => `Feltet «${p.name}» står to gonger. Behald det eine.`,
    en: (p) => `The field “${p.name}” stands twice. Keep one of them.`,
  },
  'yaml.anchor': {
    nb: () =>
      'Ankere (&) og henvisninger (*) brukes ikke. Skriv verdien helt ut, eller sett teksten i hermetegn.',
    nn: () =>
      'Anker (&) og tilvisingar (*) blir ikkje brukte. Skriv verdien heilt ut, eller set teksten i hermeteikn.',
    en: () => 'Anchors (&) and aliases (*) are not used. Write the value in full, or put the text in quotes.',
  },
  'yaml.tag': {
    nb: (p) =>
      `Typemerket «${p.tag}» brukes ikke; alle verdier er tekst. Ta det bort, eller sett teksten i hermetegn.`,
    nn: (p) =>
      `Typemerket «${p.tag}» blir ikkje brukt; alle verdiar er tekst. Ta det bort, eller set teksten i hermeteikn.`,
    en: (p) => `The tag “${p.tag}” is not used; every value is text. Remove it, or put the text in quotes.`,
  },
  'yaml.shape': {
    nb: (p) => `${p.name === null ? 'Her' : `Under «${p.name}»`} skal det stå ${shapes[p.expected].nb}.`,
    nn: (p) => `${p.name === null ? 'Her' : `Under «${p.name}»`} skal det stå ${shapes[p.expected].nn}.`,
    en: (p) => `${p.name === null ? 'Here' : `Under “${p.name}”`} there must be ${shapes[p.expected].en}.`,
  },
  'narrative.beforeHeading': {
    nb: (p) =>
      `Teksten «${p.text}» står før den første overskriften. Sett en overskrift over den: ## Status {#status}.`,
    nn: (p) =>
      `Teksten «${p.text}» står før den første overskrifta. Set ei overskrift over han: ## Status {#status}.`,
    en: (p) =>
      `The text “${p.text}” stands before the first heading. Put a heading above it: ## Status {#status}.`,
  },
  'narrative.heading': {
    nb: (p) =>
      `Overskriften «${p.text}» mangler tittel eller har en id som ikke er små bokstaver a–z, sifre og bindestrek. Skriv den som ## Status {#status}.`,
    nn: (p) =>
      `Overskrifta «${p.text}» manglar tittel eller har ein id som ikkje er små bokstavar a–z, siffer og bindestrek. Skriv henne som ## Status {#status}.`,
    en: (p) =>
      `The heading “${p.text}” lacks a title, or its id is not lower-case a–z, digits and hyphens. Write it as ## Status {#status}.`,
  },
  'column.unknown': {
    nb: (p) =>
      `${isYaml(p) ? 'Feltet' : 'Kolonnen'} «${p.name}» er ukjent.${p.near === null ? '' : ` Mente du «${p.near}»?`} Her ventes ${oneOf(p.expected, 'nb')}.`,
    nn: (p) =>
      `${isYaml(p) ? 'Feltet' : 'Kolonnen'} «${p.name}» er ${isYaml(p) ? 'ukjent' : 'ukjend'}.${p.near === null ? '' : ` Meinte du «${p.near}»?`} Her er ${oneOf(p.expected, 'nn')} venta.`,
    en: (p) =>
      `The ${isYaml(p) ? 'field' : 'column'} “${p.name}” is unknown.${p.near === null ? '' : ` Did you mean “${p.near}”?`} Expected here: ${oneOf(p.expected, 'en')}.`,
  },
  'column.missing': {
    nb: (p) => `Kolonnen «${p.name}» mangler. Legg den til i overskriften, med en verdi i hver rad.`,
    nn: (p) => `Kolonnen «${p.name}» manglar. Legg han til i overskrifta, med ein verdi i kvar rad.`,
    en: (p) => `The column “${p.name}” is missing. Add it to the header, with a value in each row.`,
  },
  'column.twice': {
    nb: (p) => `Kolonnen «${p.name}» står to ganger. Behold den ene.`,
    nn: (p) => `Kolonnen «${p.name}» står to gonger. Behald den eine.`,
    en: (p) => `The column “${p.name}” stands twice. Keep one of them.`,
  },
  'row.otherUnit': {
    nb: (p) =>
      `Tjenesten ${p.service} hører til enheten ${p.unit}. Flytt raden til units/${p.unit}/, eller rett tjenesten.`,
    nn: (p) =>
      `Tenesta ${p.service} høyrer til eininga ${p.unit}. Flytt rada til units/${p.unit}/, eller rett tenesta.`,
    en: (p) =>
      `The service ${p.service} belongs to the unit ${p.unit}. Move the row to units/${p.unit}/, or correct the service.`,
  },
  'row.unknownRegister': {
    nb: (p) =>
      `Registeret ${p.register} står ikke under «registers» i cooperation.yaml. Legg det til der, eller rett filnavnet.`,
    nn: (p) =>
      `Registeret ${p.register} står ikkje under «registers» i cooperation.yaml. Legg det til der, eller rett filnamnet.`,
    en: (p) =>
      `The register ${p.register} does not stand under “registers” in cooperation.yaml. Add it there, or correct the file name.`,
  },
};
