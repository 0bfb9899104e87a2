import type { Texts } from './language.ts';

/** Why a folder is not written. */
export type FolderProblem =
  | { readonly code: 'save.notACooperation'; readonly folder: string }
  | { readonly code: 'save.notAFolder'; readonly folder: string }
  | { readonly code: 'save.taken'; readonly folder: string };

export const folderProblemTexts: Texts<FolderProblem> = {
  'save.notACooperation': {
    nb: (p) =>
      `Mappen «${p.folder}» har noe annet enn et samarbeid i seg (cooperation.yaml mangler), og er ikke rørt. Velg en tom eller ny mappe.`,
    nn: (p) =>
      `Mappa «${p.folder}» har noko anna enn eit samarbeid i seg (cooperation.yaml manglar), og er ikkje rørt. Vel ei tom eller ny mappe.`,
    en: (p) =>
      `The folder “${p.folder}” holds something else than a cooperation (cooperation.yaml is missing) and is left alone. Choose an empty or a new folder.`,
  },
  'save.notAFolder': {
    nb: (p) => `«${p.folder}» er en fil, ikke en mappe, og er ikke rørt. Velg en annen mappe.`,
    nn: (p) => `«${p.folder}» er ei fil, ikkje ei mappe, og er ikkje rørt. Vel ei anna mappe.`,
    en: (p) => `“${p.folder}” is a file, not a folder, and is left alone. Choose another folder.`,
  },
  'save.taken': {
    nb: (p) =>
      `Mappen «${p.folder}» er ikke tom, og er ikke rørt. Velg en ny mappe med --out, eller utelat --out for å legge året inn i mappen det rulles fra.`,
    nn: (p) =>
      `Mappa «${p.folder}» er ikkje tom, og er ikkje rørt. Vel ei ny mappe med --out, eller utelat --out for å leggje året inn i mappa det blir rulla frå.`,
    en: (p) =>
      `The folder “${p.folder}” is not empty and is left alone. Choose a new folder with --out, or leave --out out to put the year into the folder it is rolled from.`,
  },
};
