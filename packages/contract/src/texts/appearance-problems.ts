import type { ModelProblem } from '@samstyr/core/model/model-problem';
import type { PictureFault } from '@samstyr/core/model/picture';
import { formatCount } from '@samstyr/core/money/kroner';
import type { Language, Texts } from './language.ts';

type AppearanceProblem = Extract<
  ModelProblem,
  { code: 'appearance.twice' | 'colour.contrast' | 'asset.picture' }
>;

/** Hundredths as people write them: 312 is 3,12, and 450 is 4,5. */
const ratioText = (hundredths: number, language: Language): string =>
  `${Math.floor(hundredths / 100)}${language === 'en' ? '.' : ','}${`${hundredths % 100}`.padStart(2, '0').replace(/0$/, '')}`;

const count = (number: number): string => formatCount(BigInt(number));

/** What is wrong with a picture, and what to do about it. */
const faultText: {
  readonly [L in Language]: (fault: PictureFault) => string;
} = {
  nb: (fault) => {
    switch (fault.fault) {
      case 'name':
        return 'kan ikke hete det. Et bilde ligger i mappen arms og slutter på .svg eller .png: arms/selbu.svg.';
      case 'tooLarge':
        return `er ${count(fault.bytes)} byte, og det meste et bilde kan være, er ${count(fault.maximum)}. Lagre det enklere eller mindre.`;
      case 'notPng':
        return 'er ingen hel PNG. Lagre bildet som PNG på nytt.';
      case 'tooManyPixels':
        return `er ${fault.width} × ${fault.height} punkter, og det meste er ${fault.maximum} hver vei. Lagre det mindre.`;
      case 'notSvg':
        return 'er ingen ren SVG-tegning i UTF-8. Lagre tegningen som «vanlig SVG» på nytt, uten tekst.';
      case 'noViewBox':
        return 'sier ikke hvor stor tegningen er. Gi den en viewBox med bredde og høyde.';
      case 'entity':
        return 'har en DOCTYPE eller en entitet. Ta den bort: den kan hente eller mangedoble innhold.';
      case 'element':
        return `har ${fault.text}, og i et våpen er bare former og farger tillatt. Lagre tegningen som «vanlig SVG», gjør tekst om til kurver, og ta bort resten.`;
      case 'attribute':
        return `har ${fault.text}, som ikke er tillatt. Lagre tegningen som «vanlig SVG», eller ta det bort.`;
      case 'reference':
        return `peker ut av tegningen: ${fault.text}. Ta det bort; en tegning kan bare peke på sine egne deler.`;
      case 'style':
        return `har en stil som ikke er tillatt: ${fault.text}. Skriv farge og strek som attributter.`;
      case 'tooMany':
        return `har flere enn ${count(fault.maximum)} former, eller former for dypt inni hverandre. Gjør tegningen enklere.`;
    }
  },
  nn: (fault) => {
    switch (fault.fault) {
      case 'name':
        return 'kan ikkje heite det. Eit bilete ligg i mappa arms og sluttar på .svg eller .png: arms/selbu.svg.';
      case 'tooLarge':
        return `er ${count(fault.bytes)} byte, og det meste eit bilete kan vere, er ${count(fault.maximum)}. Lagre det enklare eller mindre.`;
      case 'notPng':
        return 'er ingen heil PNG. Lagre biletet som PNG på nytt.';
      case 'tooManyPixels':
        return `er ${fault.width} × ${fault.height} punkt, og det meste er ${fault.maximum} kvar veg. Lagre det mindre.`;
      case 'notSvg':
        return 'er inga rein SVG-teikning i UTF-8. Lagre teikninga som «vanleg SVG» på nytt, utan tekst.';
      case 'noViewBox':
        return 'seier ikkje kor stor teikninga er. Gi henne ein viewBox med breidd og høgd.';
      case 'entity':
        return 'har ein DOCTYPE eller ein entitet. Ta han bort: han kan hente eller mangedoble innhald.';
      case 'element':
        return `har ${fault.text}, og i eit våpen er berre former og fargar tillatne. Lagre teikninga som «vanleg SVG», gjer tekst om til kurver, og ta bort resten.`;
      case 'attribute':
        return `har ${fault.text}, som ikkje er tillate. Lagre teikninga som «vanleg SVG», eller ta det bort.`;
      case 'reference':
        return `peikar ut av teikninga: ${fault.text}. Ta det bort; ei teikning kan berre peike på sine eigne delar.`;
      case 'style':
        return `har ein stil som ikkje er tillaten: ${fault.text}. Skriv farge og strek som attributt.`;
      case 'tooMany':
        return `har fleire enn ${count(fault.maximum)} former, eller former for djupt inni kvarandre. Gjer teikninga enklare.`;
    }
  },
  en: (fault) => {
    switch (fault.fault) {
      case 'name':
        return 'cannot have that name. A picture is in the folder arms and ends in .svg or .png: arms/selbu.svg.';
      case 'tooLarge':
        return `is ${count(fault.bytes)} bytes, and a picture can be ${count(fault.maximum)} at most. Save it simpler or smaller.`;
      case 'notPng':
        return 'is no whole PNG. Save the picture as PNG again.';
      case 'tooManyPixels':
        return `is ${fault.width} × ${fault.height} pixels, and ${fault.maximum} each way is the most. Save it smaller.`;
      case 'notSvg':
        return 'is no plain SVG drawing in UTF-8. Save the drawing as “plain SVG” again, without text.';
      case 'noViewBox':
        return 'does not say how large the drawing is. Give it a viewBox with width and height.';
      case 'entity':
        return 'has a DOCTYPE or an entity. Remove it: it can fetch or multiply content.';
      case 'element':
        return `has ${fault.text}, and arms may hold shapes and colours only. Save the drawing as “plain SVG”, turn text into paths, and remove the rest.`;
      case 'attribute':
        return `has ${fault.text}, which is not allowed. Save the drawing as “plain SVG”, or remove it.`;
      case 'reference':
        return `points out of the drawing: ${fault.text}. Remove it; a drawing may only point at its own parts.`;
      case 'style':
        return `has a style that is not allowed: ${fault.text}. Write colour and stroke as attributes.`;
      case 'tooMany':
        return `has more than ${count(fault.maximum)} shapes, or shapes too deep inside each other. Simplify the drawing.`;
    }
  },
};

const whose = {
  nb: (table: string) => (table === 'cooperation' ? 'Samarbeidets farge' : 'Fargen'),
  nn: (table: string) => (table === 'cooperation' ? 'Fargen til samarbeidet' : 'Fargen'),
  en: (table: string) => (table === 'cooperation' ? 'The cooperation’s colour' : 'The colour'),
};

/** What is wrong with how a party or the cooperation is to look, and what to do about it. */
export const appearanceProblemTexts: Texts<AppearanceProblem> = {
  'appearance.twice': {
    nb: (p) => `${p.party} har to rader under «appearances», ${p.other.id} og ${p.at.id}. Behold én.`,
    nn: (p) => `${p.party} har to rader under «appearances», ${p.other.id} og ${p.at.id}. Behald éi.`,
    en: (p) => `${p.party} has two rows under “appearances”, ${p.other.id} and ${p.at.id}. Keep one.`,
  },
  'colour.contrast': {
    nb: (p) =>
      `${whose.nb(p.at.table)} ${p.colour} har kontrasten ${ratioText(p.ratio, 'nb')} mot den lyse bakgrunnen ord står på, og minst ${ratioText(p.least, 'nb')} trengs for at alle skal kunne lese dem. Velg en mørkere farge.`,
    nn: (p) =>
      `${whose.nn(p.at.table)} ${p.colour} har kontrasten ${ratioText(p.ratio, 'nn')} mot den lyse bakgrunnen ord står på, og minst ${ratioText(p.least, 'nn')} trengst for at alle skal kunne lese dei. Vel ein mørkare farge.`,
    en: (p) =>
      `${whose.en(p.at.table)} ${p.colour} has a contrast of ${ratioText(p.ratio, 'en')} against the light ground words stand on, and at least ${ratioText(p.least, 'en')} is needed for everybody to read them. Choose a darker colour.`,
  },
  'asset.picture': {
    nb: (p) => `Bildet ${p.file} ${faultText.nb(p.fault)}`,
    nn: (p) => `Biletet ${p.file} ${faultText.nn(p.fault)}`,
    en: (p) => `The picture ${p.file} ${faultText.en(p.fault)}`,
  },
};
