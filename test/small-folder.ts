import type { FolderFiles } from '@samstyr/formats/folder/layout';

/** A small cooperation folder in canonical form: three municipalities, two units, two years. */
export const smallFolder: { readonly [path: string]: string } = {
  'cooperation.yaml': `format: 1
id: fjordregionen
name: Fjordregionen
office: oslo
languages: [ nb ]
roundingUnit: 1.00
roundingMode: largestRemainder
registers:
  - id: population
    name: Folketall
    unit: innbygger
    units: innbyggere
`,
  'parties.csv': `format: 1
id,party,kind,name,kommunenummer,orgnr,from,until,column,note
oslo,oslo,municipality,Oslo,0301,,,,yes,
selbu,selbu,municipality,Selbu,5032,,,,yes,
tydal,tydal,municipality,Tydal,5033,,,,yes,
`,
  'versions.csv': `format: 1
id,year,status,base,asOf,note
2024.adopted,2024,adopted,,2023-12-15,
2025.recommended,2025,recommended,2024.adopted,2024-12-15,
`,
  'registers/population.csv': `format: 1
id,party,date,group,value,basis,source,published,note
population/2024-01-01/oslo,oslo,2024-01-01,,717710,published,SSB,,
population/2024-01-01/selbu,selbu,2024-01-01,,4161,published,SSB,,
population/2024-01-01/tydal,tydal,2024-01-01,,773,published,SSB,,
`,
  'units/legevakt/unit.yaml': `format: 1
name: Legevakt
host: oslo
order: 1
services:
  - id: legevakt
    name: Legevakt
participation:
  - { id: legevakt/oslo, service: legevakt, party: oslo }
  - { id: legevakt/selbu, service: legevakt, party: selbu }
  - { id: legevakt/tydal, service: legevakt, party: tydal }
keys:
  - id: legevakt
    service: legevakt
    key: { parts: [ { share: 3/20, key: equal }, { share: 17/20, key: { by: population, date: previousYear-01-01 } } ] }
    basis: published
`,
  'units/legevakt/lines.csv': `format: 1
id,version,service,distribution,party,amount,label,funksjon,art,ansvar,sensitive,note
legevakt/2025.recommended/lonn,2025.recommended,legevakt,shared,,12000000.00,Lønn,241,010,,,
legevakt/2025.recommended/drift,2025.recommended,legevakt,shared,,1500000.00,Drift,241,100,,,
legevakt/2025.recommended/husleie,2025.recommended,legevakt,shared,,900000.00,Husleie,241,190,,,
`,
  'units/legevakt/adopted.csv': `format: 1
id,version,service,party,amount,sensitive,note
legevakt/2024.adopted/oslo,2024.adopted,legevakt,oslo,12500000.00,,
legevakt/2024.adopted/selbu,2024.adopted,legevakt,selbu,800000.00,,
legevakt/2024.adopted/tydal,2024.adopted,legevakt,tydal,700000.00,,
`,
  'units/legevakt/growth.csv': `format: 1
id,version,service,kind,ratePercent,from,base,included,published,note
legevakt/2025.recommended/wage,2025.recommended,legevakt,wage,4.6,2025-05-01,12000000.00,,,
`,
  'units/legevakt/2025.nb.md': `format: 1

## Status {#status}

Legevakten har vakt hele døgnet.

## Utfordringer {#utfordringer}
`,
  'units/nav/unit.yaml': `format: 1
name: NAV
order: 2
services:
  - id: nav/drift
    name: Lønn og drift
  - id: nav/kvp
    name: Kvalifiseringsprogrammet
`,
};

/** The folder's bytes, after edits: a text that is replaced, a whole file, or null for a file that is gone. */
export function smallFiles(
  edits: { readonly [path: string]: readonly [string, string] | string | Uint8Array | null } = {},
): FolderFiles {
  const files = new Map(
    Object.entries(smallFolder).map(([path, text]) => [path, new TextEncoder().encode(text)]),
  );
  for (const [path, edit] of Object.entries(edits)) {
    if (edit === null) files.delete(path);
    else if (typeof edit === 'string') files.set(path, new TextEncoder().encode(edit));
    else if (edit instanceof Uint8Array) files.set(path, new Uint8Array(edit));
    else {
      const [was, becomes] = edit;
      const text = smallFolder[path] ?? '';
      if (!text.includes(was)) throw new Error(`Invariant broken: ${path} has «${was}»`);
      files.set(path, new TextEncoder().encode(text.replace(was, becomes)));
    }
  }
  return files;
}
