import { contrast, leastContrast, lightGround } from './contrast.ts';
import type { ModelProblem } from './model-problem.ts';
import { pictureFault } from './picture.ts';
import { type AnyRow, pairsWithin, rowPlace } from './row-place.ts';
import type { Model, TableName } from './rows.ts';

/** One look for each party, colours that words can be read in, and pictures that are what they say. (S-ARMS-01 to S-ARMS-06) */
export function appearanceProblems(model: Model): readonly ModelProblem[] {
  const twice = pairsWithin(model.appearance, ({ party }) => party).map(
    ([a, b]): ModelProblem => ({
      code: 'appearance.twice',
      at: rowPlace('appearance', b, 'party'),
      other: rowPlace('appearance', a, 'party'),
      party: b.party,
    }),
  );
  const pictures = model.asset.flatMap((row): readonly ModelProblem[] => {
    const fault = pictureFault(row.id, row.content);
    return fault === null
      ? []
      : [{ code: 'asset.picture', at: rowPlace('asset', row, 'content'), file: row.id, fault }];
  });
  return [
    ...twice,
    ...model.cooperation.flatMap((row) => contrastProblem('cooperation', row, 'accent', row.accent)),
    ...model.appearance.flatMap((row) => contrastProblem('appearance', row, 'colour', row.colour)),
    ...pictures,
  ];
}

function contrastProblem(
  table: TableName,
  row: AnyRow,
  field: string,
  colour: string | null,
): readonly ModelProblem[] {
  const ratio = colour === null ? leastContrast : contrast(colour, lightGround);
  return colour === null || ratio >= leastContrast
    ? []
    : [{ code: 'colour.contrast', at: rowPlace(table, row, field), colour, ratio, least: leastContrast }];
}
