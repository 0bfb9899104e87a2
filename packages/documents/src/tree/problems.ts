import type { Sentence, Texts } from '@samstyr/contract/texts/language';

/** Where in a document: chapter, then table or section, then row and column, as a reader finds it. */
export type DocumentPlace = readonly string[];

/** Why a document is refused. Nothing is written then. */
export type DocumentProblem =
  | { readonly code: 'document.missingFigure'; readonly place: DocumentPlace; readonly figure: string }
  | { readonly code: 'document.unreadableText'; readonly place: DocumentPlace; readonly text: string }
  | { readonly code: 'document.unknownFormat'; readonly place: DocumentPlace; readonly format: string }
  | {
      readonly code: 'document.sumDiffers';
      readonly place: DocumentPlace;
      readonly printed: string;
      readonly computed: string;
    }
  | {
      readonly code: 'document.changeDiffers';
      readonly place: DocumentPlace;
      readonly printed: string;
      readonly computed: string;
    }
  | { readonly code: 'document.noUnit'; readonly place: DocumentPlace }
  | { readonly code: 'document.emptyHeader'; readonly place: DocumentPlace }
  | {
      readonly code: 'document.cellCount';
      readonly place: DocumentPlace;
      readonly cells: number;
      readonly columns: number;
    }
  | { readonly code: 'document.noTwin'; readonly place: DocumentPlace; readonly table: string }
  | { readonly code: 'document.noAlt'; readonly place: DocumentPlace }
  | { readonly code: 'document.skippedLevel'; readonly place: DocumentPlace; readonly level: number }
  | { readonly code: 'document.repeatedId'; readonly place: DocumentPlace; readonly id: string }
  | { readonly code: 'document.brokenLink'; readonly place: DocumentPlace; readonly to: string }
  /** The problem carries no amount: problems end up in logs. */
  | { readonly code: 'document.withheldShown'; readonly place: DocumentPlace; readonly figure: string };

const at = ({ place }: { readonly place: DocumentPlace }): string => place.join(' › ');

const told = <P extends { readonly place: DocumentPlace }>(
  nb: (problem: P) => string,
  nn: (problem: P) => string,
  en: (problem: P) => string,
): Sentence<P> => ({
  nb: (problem) => `${at(problem)}: ${nb(problem)}`,
  nn: (problem) => `${at(problem)}: ${nn(problem)}`,
  en: (problem) => `${at(problem)}: ${en(problem)}`,
});

export const documentProblemTexts: Texts<DocumentProblem> = {
  'document.missingFigure': told(
    ({ figure }) => `Teksten viser til et tall som ikke finnes, «${figure}». Rett navnet, eller ta det bort.`,
    ({ figure }) => `Teksten viser til eit tal som ikkje finst, «${figure}». Rett namnet, eller ta det bort.`,
    ({ figure }) =>
      `The text refers to a figure that does not exist, “${figure}”. Correct the name or remove it.`,
  ),
  'document.unreadableText': told(
    ({ text }) =>
      `Kan ikke lese «${text}». Et tall i teksten skrives {{navn | format}}, og halvfet **slik**.`,
    ({ text }) =>
      `Kan ikkje lese «${text}». Eit tal i teksten blir skrive {{namn | format}}, og halvfeit **slik**.`,
    ({ text }) =>
      `Cannot read “${text}”. A figure in a text is written {{name | format}}, and bold **like this**.`,
  ),
  'document.unknownFormat': told(
    ({ format }) => `Tallformatet «${format}» finnes ikke. Velg kr, 1000kr, mill1, percent1 eller count.`,
    ({ format }) => `Talformatet «${format}» finst ikkje. Vel kr, 1000kr, mill1, percent1 eller count.`,
    ({ format }) => `There is no number format “${format}”. Choose kr, 1000kr, mill1, percent1 or count.`,
  ),
  'document.sumDiffers': told(
    ({ printed, computed }) => `Summen er ${printed}, men radene over gir ${computed}.`,
    ({ printed, computed }) => `Summen er ${printed}, men radene over gir ${computed}.`,
    ({ printed, computed }) => `The sum is ${printed}, but the rows above give ${computed}.`,
  ),
  'document.changeDiffers': told(
    ({ printed, computed }) => `Cellen er ${printed}, men de andre kolonnene gir ${computed}.`,
    ({ printed, computed }) => `Cella er ${printed}, men dei andre kolonnane gir ${computed}.`,
    ({ printed, computed }) => `The cell is ${printed}, but the other columns give ${computed}.`,
  ),
  'document.noUnit': told(
    () => 'Tabellen mangler benevning.',
    () => 'Tabellen manglar nemning.',
    () => 'The table has no unit of measure.',
  ),
  'document.emptyHeader': told(
    () => 'En overskrift i tabellen er tom.',
    () => 'Ei overskrift i tabellen er tom.',
    () => 'A header of the table is empty.',
  ),
  'document.cellCount': told(
    ({ cells, columns }) => `Raden har ${cells} celler, tabellen ${columns} kolonner.`,
    ({ cells, columns }) => `Rada har ${cells} celler, tabellen ${columns} kolonnar.`,
    ({ cells, columns }) => `The row has ${cells} cells, the table ${columns} columns.`,
  ),
  'document.noTwin': told(
    ({ table }) => `Figuren viser til tabellen «${table}», som ikke finnes.`,
    ({ table }) => `Figuren viser til tabellen «${table}», som ikkje finst.`,
    ({ table }) => `The chart refers to the table “${table}”, which does not exist.`,
  ),
  'document.noAlt': told(
    () => 'Figuren mangler alternativ tekst.',
    () => 'Figuren manglar alternativ tekst.',
    () => 'The chart has no alternative text.',
  ),
  'document.skippedLevel': told(
    ({ level }) => `Overskriften er på nivå ${level} uten en overskrift på nivået over.`,
    ({ level }) => `Overskrifta er på nivå ${level} utan ei overskrift på nivået over.`,
    ({ level }) => `The heading is on level ${level} without one on the level above.`,
  ),
  'document.repeatedId': told(
    ({ id }) => `«${id}» står to ganger i dokumentet.`,
    ({ id }) => `«${id}» står to gonger i dokumentet.`,
    ({ id }) => `“${id}” stands twice in the document.`,
  ),
  'document.brokenLink': told(
    ({ to }) => `Lenken viser til «${to}», som ikke finnes.`,
    ({ to }) => `Lenkja viser til «${to}», som ikkje finst.`,
    ({ to }) => `The link refers to “${to}”, which does not exist.`,
  ),
  'document.withheldShown': told(
    ({ figure }) => `Tallet «${figure}» skal ikke vises i denne utgaven.`,
    ({ figure }) => `Talet «${figure}» skal ikkje visast i denne utgåva.`,
    ({ figure }) => `The figure “${figure}” must not be shown in this edition.`,
  ),
};
