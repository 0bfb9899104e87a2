import { kroner, signed } from '../budget/numbers.ts';
import type { CauseLine } from '../budget/reasons.ts';
import { useText } from '../texts/use-text.tsx';
import { FigureLink } from './amount.tsx';
import { StepBar } from './bars.tsx';

type WaterfallProps = {
  readonly lines: readonly CauseLine[];
  readonly before: { readonly name: string; readonly ore: bigint };
  readonly after: { readonly name: string; readonly ore: bigint };
};

/** Why an amount changed, as a table with its picture inside: from last year to this, one cause a row. */
export function Waterfall({ lines, before, after }: WaterfallProps) {
  const t = useText();
  const levels: bigint[] = [before.ore];
  for (const { amountOre } of lines) levels.push((levels.at(-1) ?? 0n) + amountOre);
  const lowest = levels.reduce((least, level) => (level < least ? level : least));
  const highest = levels.reduce((most, level) => (level > most ? level : most));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('table.cause')}</th>
          <td />
          <th scope="col" className="number">
            {t('table.changeKr')}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{before.name}</th>
          <td />
          <td className="number">{kroner(before.ore)}</td>
        </tr>
        {lines.map(({ id, name, reason, amountOre, figureId }, at) => (
          <tr key={id}>
            <th scope="row">
              {name}
              {reason === '' ? null : <span className="small">{reason}</span>}
            </th>
            <td>
              <StepBar from={levels[at] ?? 0n} to={levels[at + 1] ?? 0n} lowest={lowest} highest={highest} />
            </td>
            <td className="number">
              {figureId === null ? (
                signed(kroner(amountOre))
              ) : (
                <FigureLink figureId={figureId} label={name}>
                  {signed(kroner(amountOre))}
                </FigureLink>
              )}
            </td>
          </tr>
        ))}
        <tr className="sum">
          <th scope="row">{after.name}</th>
          <td />
          <td className="number">{kroner(after.ore)}</td>
        </tr>
      </tbody>
    </table>
  );
}
