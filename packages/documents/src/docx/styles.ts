import {
  AlignmentType,
  BorderStyle,
  type ICharacterStyleOptions,
  ImportedXmlComponent,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import { colours, fonts, type TableSize, tableSizes, twips } from './look.ts';

const points = (pt: number): number => Math.round(pt * 20);
const halfPoints = (pt: number): number => Math.round(pt * 2);

/** Space in points; `line` in parts of a line. Without the rule LibreOffice reads an exact height and cuts pictures. */
const spacing = (before: number, after: number, line = 1.15) => ({
  before: points(before),
  after: points(after),
  line: Math.round(240 * line),
  lineRule: LineRuleType.AUTO,
});

/** The id Word files a style under: its name without what an id may not hold. */
export const styleId = (name: string): string =>
  name.replace(/[^A-Za-zÆØÅæøå0-9]/g, '').replace(/[æøå]/g, (letter) => ({ æ: 'ae', ø: 'o' })[letter] ?? 'a');

export type TableRole =
  | 'Tabelltekst'
  | 'Tabelltall'
  | 'Tabellhode'
  | 'Tabellhodetall'
  | 'Tabellsum'
  | 'Tabellsumtall';
export const tableStyle = (role: TableRole, { name }: TableSize): string => styleId(`${role}${name}`);

const style = (
  name: string,
  run: NonNullable<IParagraphStyleOptions['run']>,
  paragraph: NonNullable<IParagraphStyleOptions['paragraph']>,
  basedOn = 'Normal',
  next = 'Normal',
): IParagraphStyleOptions => ({ id: styleId(name), name, basedOn, next, quickFormat: true, run, paragraph });

const serif = { font: fonts.serif };

function tableStyles(): readonly IParagraphStyleOptions[] {
  return tableSizes.flatMap((size) => {
    const { name, pt } = size;
    const own = (role: TableRole, isBold: boolean, isNumber: boolean, less = 0): IParagraphStyleOptions =>
      style(
        `${role}${name}`,
        { size: halfPoints(pt - less), ...(isBold ? { bold: true } : {}) },
        { spacing: spacing(0, 0, 1), ...(isNumber ? { alignment: AlignmentType.RIGHT } : {}) },
        'Normal',
        tableStyle(role, size),
      );
    return [
      own('Tabelltekst', false, false),
      own('Tabelltall', false, true),
      own('Tabellhode', true, false, pt < 8 ? 0 : 1),
      own('Tabellhodetall', true, true, pt < 8 ? 0 : 1),
      own('Tabellsum', true, false),
      own('Tabellsumtall', true, true),
    ];
  });
}

const paragraphStyles = (accent: string): readonly IParagraphStyleOptions[] => [
  style('Ingress', { ...serif, size: halfPoints(13) }, { spacing: spacing(0, 16, 1.2) }),
  style(
    'Stikkord',
    { size: halfPoints(9.5), bold: true, color: accent },
    { spacing: spacing(0, 5, 1), keepNext: true },
    'Normal',
    'Heading1',
  ),
  style('Samarbeid', { size: halfPoints(11), bold: true }, { spacing: spacing(0, 20, 1) }),
  style('Forsidetekst', { size: halfPoints(9), color: colours.muted }, { spacing: spacing(0, 6, 1.1) }),
  style(
    'Nøkkelfakta',
    { size: halfPoints(9.5), color: colours.muted },
    {
      spacing: spacing(0, 4, 1.05),
      keepLines: true,
      indent: { left: twips(92), hanging: twips(92) },
    },
  ),
  style('Regnestykke', {}, { spacing: spacing(0, 5), keepLines: true }),
  style('Vedtak', {}, { spacing: spacing(3, 5), keepLines: true }),
  style('Listepunkt', {}, { spacing: spacing(0, 4) }),
  style('Undertittel', { bold: true }, { spacing: spacing(8, 3), keepNext: true }),
  style('Note', { size: halfPoints(8.5), color: colours.muted }, { spacing: spacing(4, 8, 1.05) }),
  style(
    'Sidenote',
    { size: halfPoints(9), color: colours.muted },
    {
      spacing: spacing(2, 7, 1.05),
      keepLines: true,
      indent: { left: twips(4) },
      border: { left: { style: BorderStyle.SINGLE, size: 12, color: colours.rule, space: 8 } },
    },
  ),
  style('Ikke oppgitt', { color: colours.muted, italics: true }, { spacing: spacing(0, 6) }),
  style('Figur', {}, { spacing: spacing(2, 10, 1) }),
  style(
    'Topptekst',
    { size: halfPoints(8), color: colours.muted },
    {
      spacing: spacing(0, 0, 1),
      border: { bottom: { style: BorderStyle.SINGLE, size: 3, color: colours.rule, space: 5 } },
    },
  ),
  style('Bunntekst', { size: halfPoints(8), color: colours.muted }, { spacing: spacing(0, 0, 1) }),
  style(
    'Innholdstittel',
    { ...serif, size: halfPoints(25), bold: true },
    { spacing: spacing(0, 14, 1), keepNext: true },
  ),
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { size: halfPoints(9.5), bold: true, color: colours.ink },
    paragraph: { spacing: spacing(10, 4, 1), keepNext: true, keepLines: true },
  },
  {
    id: 'TOC1',
    name: 'toc 1',
    basedOn: 'Normal',
    next: 'Normal',
    run: { size: halfPoints(10.5), bold: true },
    paragraph: {
      spacing: spacing(0, 0, 1),
      border: { bottom: { style: BorderStyle.SINGLE, size: 3, color: colours.rule, space: 2 } },
    },
  },
  ...tableStyles(),
];

const character = (
  name: string,
  run: NonNullable<ICharacterStyleOptions['run']>,
): ICharacterStyleOptions => ({
  id: styleId(name),
  name,
  basedOn: 'DefaultParagraphFont',
  quickFormat: true,
  run,
});

const shaded = (fill: string, color: string) => ({
  bold: true,
  color,
  size: halfPoints(8.5),
  shading: { type: 'clear', color: 'auto', fill } as const,
});

const characterStyles = (accent: string): readonly ICharacterStyleOptions[] => [
  { id: 'Strong', name: 'Strong', basedOn: 'DefaultParagraphFont', quickFormat: true, run: { bold: true } },
  { id: 'Hyperlink', name: 'Hyperlink', basedOn: 'DefaultParagraphFont', run: { color: accent } },
  { id: 'IndexLink', name: 'Index Link', basedOn: 'DefaultParagraphFont', run: {} },
  character('Dempet', { color: colours.muted, bold: false }),
  character('Blekk', { color: colours.ink, bold: true }),
  character('Aksent', { color: accent, bold: true }),
  character('Foreløpig', { color: colours.amber, bold: true }),
  character('Nøkkeltall', { ...serif, size: halfPoints(13), bold: true, color: colours.ink }),
  character('Status fastsatt', shaded(accent, colours.white)),
  character('Status venter', shaded(colours.amberTint, colours.amber)),
  character('Status', shaded(colours.tint, colours.ink)),
];

/** The margins of a table's cells in twips: beside the text, and above and below it. */
export const tableMargins = {
  Budsjettabell: { side: 62, above: 48 },
  Budsjettmatrise: { side: 30, above: 26 },
} as const;

/**
 * The styles of tables: cells with their own margins; lines are the rows' own, since a sum has others than a row. Given among the other
 * styles, they would take the place of the library's defaults.
 */
export const tableStyleXml = Object.entries(tableMargins).map(([id, { side, above }]) =>
  ImportedXmlComponent.fromXmlString(
    `<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr><w:tblCellMar><w:top w:w="${above}" w:type="dxa"/><w:left w:w="${side}" w:type="dxa"/><w:bottom w:w="${above}" w:type="dxa"/><w:right w:w="${side}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
  ),
);

/** Every style of the document (DOCUMENTS: Word); `language` is Word's name of the language, `nb-NO`. */
export const stylesOf = (accent: string, language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: fonts.sans, size: halfPoints(10.5), color: colours.ink, language: { value: language } },
      paragraph: { spacing: spacing(0, 6) },
    },
    title: {
      run: { ...serif, size: halfPoints(44), bold: true, color: colours.ink },
      paragraph: { spacing: spacing(0, 14, 1) },
    },
    heading1: {
      run: { ...serif, size: halfPoints(25), bold: true, color: colours.ink },
      paragraph: { spacing: spacing(0, 12, 1), keepNext: true, keepLines: true },
    },
    heading2: {
      run: { size: halfPoints(14), bold: true, color: colours.ink },
      paragraph: { spacing: spacing(18, 6, 1), keepNext: true, keepLines: true },
    },
    heading3: {
      run: { size: halfPoints(10.5), bold: true, color: colours.ink },
      paragraph: { spacing: spacing(12, 4, 1), keepNext: true, keepLines: true },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { ...serif, size: halfPoints(15) },
      paragraph: { spacing: spacing(0, 18, 1.15) },
    },
    ...paragraphStyles(accent),
  ],
  characterStyles: [...characterStyles(accent)],
});
