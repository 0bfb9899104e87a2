import type { Model } from '@samstyr/core/model/rows';

export const payloads = [
  '<script>globalThis.taken=1</script>',
  '"><img src=x onerror="globalThis.taken=1">',
  "'-globalThis.taken=1-'",
  '</script><script>globalThis.taken=1</script>',
  '</style><svg onload=globalThis.taken=1>',
  '<!-- <![CDATA[ <b>taken</b> ]]>',
  'javascript:globalThis.taken=1',
  '\u2028\u2029\u0000\u0007&lt;b&gt;',
];

/** Ids, dates, codes and keys are grammar; every other text of every row ends with something hostile. */
const grammar = new Set(
  'id party unit service register version language section from until date published known asOf kind status form office host counterpart case case base amount roundingMode legalForm basis distribution result costBase councils languages accent kommunenummer group measure continues funder field origin key'.split(
    ' ',
  ),
);

/** The model with something hostile in every text of every row: after what stood there, or in front of it. */
export function hostile(model: Model, inFront: string | null = null): Model {
  let turn = 0;
  const row = <R extends object>(one: R): R =>
    Object.fromEntries(
      Object.entries(one).map(([name, value]) => {
        if (typeof value !== 'string' || grammar.has(name)) return [name, value];
        turn += 1;
        return [
          name,
          inFront === null ? `${value} ${payloads[turn % payloads.length]}` : `${inFront}${value}`,
        ];
      }),
    ) as R;
  return Object.fromEntries(
    Object.entries(model).map(([table, rows]) => [table, rows.map(row)]),
  ) as unknown as Model;
}
