import type { Model } from '@samstyr/core/model/rows';
import type { PresentGroup } from '@samstyr/core/present/presented';

const folded: { readonly [letter: string]: string } = { æ: 'ae', ø: 'o', å: 'a' };

/** «Brann, areal og miljø» as a name in a figure id: `brann-areal-og-miljo`. */
const slug = (name: string): string =>
  name
    .toLocaleLowerCase('nb')
    .replace(/[æøå]/g, (letter) => folded[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export type UnitGroup = PresentGroup & { readonly name: string };

/**
 * Units under the heading they stand under, in the order of the first unit of each. A group of one unit has no sum of its own, and units
 * without a group stand for themselves.
 */
export function groupsOf({ unit }: Pick<Model, 'unit'>): readonly UnitGroup[] {
  const groups = new Map<string, string[]>();
  for (const row of [...unit].sort((a, b) => a.order - b.order))
    if (row.group !== null) groups.set(row.group, [...(groups.get(row.group) ?? []), row.id]);
  return [...groups].map(([name, units]) => ({ id: slug(name), name, units }));
}
