import type { Model } from '@samstyr/core/model/rows';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import fc from 'fast-check';

const names = ['Nordvik', 'Midtdal', 'Lillevatn', 'Storholm', 'Fjellnes'];
const slug = (name: string): string => name.toLowerCase();

/** An amount that each party pays itself for a service: this year, last year, and whether it rests on few people. */
type Paid = { readonly now: number; readonly before: number; readonly isSensitive: boolean };
type Cooperation = { readonly parties: readonly string[]; readonly services: readonly (readonly Paid[])[] };

const kroner = fc.integer({ min: 0, max: 900 }).map((thousands) => thousands * 1000);

/** Two to four services in two units, paid by three to five municipalities that do not exist; some amounts rest on few people. */
const cooperation: fc.Arbitrary<Cooperation> = fc
  .tuple(fc.integer({ min: 3, max: 5 }), fc.integer({ min: 2, max: 4 }))
  .chain(([parties, services]) =>
    fc
      .array(
        fc.array(
          fc.record({
            now: kroner,
            before: kroner,
            isSensitive: fc.integer({ max: 3, min: 0 }).map((n) => n === 0),
          }),
          { minLength: parties, maxLength: parties },
        ),
        { minLength: services, maxLength: services },
      )
      .map((paid) => ({ parties: names.slice(0, parties), services: paid })),
  );

/** The first services stand in one unit, the last one in another, where nothing rests on few. */
function folderOf({ parties, services }: Cooperation): ReadonlyMap<string, string> {
  const slugs = parties.map(slug);
  const units = [
    { unit: 'omsorg', name: 'Omsorg', ids: services.slice(0, -1).map((_, at) => `omsorg/del${at + 1}`) },
    { unit: 'arkiv', name: 'Arkiv', ids: ['arkiv'] },
  ];
  const paidFor = (id: string): readonly Paid[] =>
    (id === 'arkiv' ? services.at(-1)?.map((one) => ({ ...one, isSensitive: false })) : null) ??
    services[Number.parseInt(id.slice('omsorg/del'.length), 10) - 1] ??
    [];
  const files = new Map([
    [
      'cooperation.yaml',
      'format: 1\nid: vatnregionen\nname: Vatnregionen\noffice: nordvik\nlanguages: [ nb ]\nroundingUnit: 1.00\nroundingMode: largestRemainder\n',
    ],
    [
      'parties.csv',
      `format: 1\nparty,kind,name,kommunenummer,column\n${parties.map((name, at) => `${slug(name)},municipality,${name},990${at},yes`).join('\n')}\n`,
    ],
    [
      'versions.csv',
      'format: 1\nid,year,status,base,asOf\n2024.adopted,2024,adopted,,2023-12-15\n2025.recommended,2025,recommended,2024.adopted,2024-12-15\n',
    ],
  ]);
  for (const [order, { unit, name, ids }] of units.entries()) {
    const each = ids.flatMap((id) => paidFor(id).map((paid, at) => ({ id, party: slugs[at] ?? '', paid })));
    files.set(
      `units/${unit}/unit.yaml`,
      `format: 1\nname: ${name}\nhost: nordvik\norder: ${order + 1}\nservices:\n${ids.map((id) => `  - id: ${id}\n    name: ${id.replace('/', ' ')}`).join('\n')}\nparticipation:\n${each.map(({ id, party }) => `  - { service: ${id}, party: ${party} }`).join('\n')}\n`,
    );
    const marked = ({ isSensitive }: Paid): string => (isSensitive ? 'yes' : '');
    files.set(
      `units/${unit}/lines.csv`,
      `format: 1\nversion,service,distribution,party,amount,sensitive,note\n${each.map(({ id, party, paid }) => `2025.recommended,${id},direct,${party},${paid.now}.00,${marked(paid)},Bekreftet`).join('\n')}\n`,
    );
    files.set(
      `units/${unit}/adopted.csv`,
      `format: 1\nversion,service,party,amount,sensitive,note\n${each.map(({ id, party, paid }) => `2024.adopted,${id},${party},${paid.before}.00,${marked(paid)},Bekreftet`).join('\n')}\n`,
    );
  }
  return files;
}

/** A small cooperation of random amounts, read from the files it would have. */
export const sensitiveModel: fc.Arbitrary<Model> = cooperation.map((one) => {
  const files = [...folderOf(one)].map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  const read = readFolder(new Map(files));
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  return read.value;
});
