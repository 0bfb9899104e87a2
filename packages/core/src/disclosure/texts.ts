import { figureId, parseFigureId } from '../budget/figure-id.ts';
import type { Overview } from '../budget/view.ts';
import type { TextRow } from '../model/rows.ts';
import type { DisclosureProblem } from './problem.ts';
import type { Withheld } from './withhold.ts';

const reference = /\{\{\s*([^|}]+?)\s*(?:\|[^}]*)?\}\}/g;
const number = /\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3})+|\d+/g;
const persons =
  '(?:bruker|brukar|person|deltaker|deltakar|barn|pasient|elev|familie|søker|søkar|ansatt|tilsett|client|user|child|patient|pupil|family|participant)';
const few = new RegExp(
  `(?<![\\p{L}\\d])(?:[1-4]|én|ein|ett|eitt|to|tre|fire|one|two|three|four|en)\\s+${persons}(?:e|er|ar|en|et|ene|ane|s|ren)?(?!\\p{L})`,
  'giu',
);

/** Amounts of at least three digits, as kroner and as thousands: what a person could have typed into a text. */
function typedForms(amount: bigint): readonly string[] {
  const kroner = (amount < 0n ? -amount : amount) / 100n;
  const thousands = kroner % 1000n === 0n ? kroner / 1000n : null;
  return [kroner, ...(thousands === null ? [] : [thousands])].map(String).filter((text) => text.length >= 3);
}

/**
 * What a narrative tells that the tables hide: a reference to a hidden figure, a hidden amount typed as digits in the text of its unit,
 * and phrases about one to four persons (to be looked at; they do not stop publishing). (S-DISC-07)
 */
export function textProblems(
  texts: readonly TextRow[],
  overview: Overview,
  withheld: Withheld,
): readonly DisclosureProblem[] {
  const versions = new Map(
    [overview.version, overview.previousVersion].flatMap((row) =>
      row === null ? [] : [[row.year, row.id] as const],
    ),
  );
  const hidden = [...withheld.primary, ...withheld.secondary];
  const rows = new Map([...overview.rows, ...overview.totals].map((row) => [row.current.figureId, row]));
  const problems: DisclosureProblem[] = [];
  for (const { unit, language, section, body, year } of texts) {
    if (year !== overview.year) continue;
    const where = { unit, language, section };
    for (const [, id = ''] of body.matchAll(reference)) {
      const parsed = parseFigureId(id, (of) => versions.get(of) ?? `${of}`);
      if (parsed !== null && withheld.hides(figureId(parsed)))
        problems.push({ code: 'disclosure.textReference', ...where, figureId: id });
    }
    const prose = body.replaceAll(reference, '');
    const typed = new Set([...prose.matchAll(number)].map(([text]) => text.replaceAll(/\D/g, '')));
    for (const figure of hidden) {
      const row = rows.get(figure.figureId);
      if (figure.unit !== unit || row === undefined) continue;
      const amounts = [row.previous.ore, row.current.ore, row.changeOre].filter((amount) => amount !== null);
      if (amounts.some((amount) => amount !== 0n && typedForms(amount).some((text) => typed.has(text))))
        problems.push({ code: 'disclosure.textAmount', ...where, figureId: figure.figureId });
    }
    for (const [words] of prose.matchAll(few))
      problems.push({ code: 'disclosure.textFewPersons', ...where, words });
  }
  return problems;
}
