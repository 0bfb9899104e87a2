import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';
import { colours, twips } from './look.ts';
import type { Manuscript } from './manuscript.ts';

type Level = INumberingOptions['config'][number]['levels'][number];

const level = (text: string, format: Level['format'], mm: number, color: string): Level => ({
  level: 0,
  format: format ?? LevelFormat.DECIMAL,
  text,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.TAB,
  style: {
    run: { bold: true, color },
    paragraph: { indent: { left: twips(mm), hanging: twips(mm) } },
  },
});

/** Real lists: dashes, goals by their own letter («M1»), the steps of a key and the decisions to make. */
export const numberingOf = ({ prefixes, accent }: Manuscript): INumberingOptions => ({
  config: [
    { reference: 'strek', levels: [level('–', LevelFormat.BULLET, 5, colours.muted)] },
    { reference: 'steg', levels: [level('%1', LevelFormat.DECIMAL, 8, accent)] },
    ...[...prefixes].map(([prefix, reference]) => ({
      reference,
      levels: [level(`${prefix.replaceAll('%', '')}%1`, LevelFormat.DECIMAL, 9, accent)],
    })),
  ],
});
