import { existsSync, readFileSync } from 'node:fs';
import { folderReport } from '@samstyr/contract/json/check-folder';
import { keyInWords } from '@samstyr/contract/texts/key-in-words';
import { keyWordNames } from '@samstyr/contract/texts/key-word-names';
import { checkCooperation } from '@samstyr/core/control/check-cooperation';
import { indexModel } from '@samstyr/core/cooperation/indexed-model';
import type { Model } from '@samstyr/core/model/rows';
import { draftCooperation } from '@samstyr/formats/draft/draft-cooperation';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { fileBytes, writeFolder } from '@samstyr/formats/folder/write-folder';
import { checkBytes } from '@samstyr/formats/published/check-bytes';
import { describe, expect, it } from 'vitest';
import { inGuise } from './guises.ts';

async function draftOf(bytes: Uint8Array, file: string) {
  const checked = await checkBytes(bytes, file);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const { document, report } = checked.value;
  return draftCooperation(document, {
    name: 'Dalregionen',
    file,
    format: report.format,
    findings: report.findings,
  });
}

async function modelOf(bytes: Uint8Array, file: string) {
  const draft = await draftOf(bytes, file);
  if (!draft.ok) throw new Error(JSON.stringify(draft.problems));
  const files = writeFolder(draft.value.model);
  const again = readFolder(new Map([...files].map(([name, content]) => [name, fileBytes(content)])));
  if (!again.ok) throw new Error(JSON.stringify(again.problems));
  return { model: again.value, questions: draft.value.questions };
}

const findingsIn = (model: Model) => {
  const index = indexModel(model);
  return folderReport('utkast', index, checkCooperation(index), 'nb').findings;
};

const bytesOf = (file: string): Uint8Array => readFileSync(new URL(file, import.meta.url));

describe('a draft of a published joint budget', () => {
  it('has its units, members and both years, to the last krone', async () => {
    const { model } = await modelOf(bytesOf('felles-budsjett-rent.md'), 'felles-budsjett-rent.md');
    expect(model.unit.map(({ name }) => name)).toEqual([
      'Personvern',
      'Innkjøpskontor',
      'Regnskap og lønn',
      'Barnevern',
      'Legevakt',
      'Landbruk',
    ]);
    expect(model.party.map(({ party }) => party)).toEqual([
      'fjellvik',
      'strandnes',
      'myrdalen',
      'oyhamn',
      'kvitfoss',
      'lauvstad',
    ]);
    const personvern = model.line.filter(({ service }) => service === 'personvern');
    expect(personvern.reduce((total, { amountOre }) => total + amountOre, 0n)).toBe(459_800_000n);
    const findings = findingsIn(model);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is the same draft whatever format the document came in', async () => {
    const text = new TextDecoder().decode(bytesOf('felles-budsjett-rent.md'));
    const { model } = await modelOf(bytesOf('felles-budsjett-rent.md'), 'b.md');
    for (const guise of ['docx', 'xlsx', 'html', 'tagged.pdf', 'untagged.pdf'] as const) {
      const other = await modelOf(await inGuise(text, guise), `b.${guise}`);
      const amounts = ({ adopted, line, total }: typeof model) =>
        [...adopted, ...line, ...total].map(({ service, amountOre }) => `${service} ${amountOre}`);
      expect(amounts(other.model), guise).toEqual(amounts(model));
    }
  });

  it('asks about what is wrong or unclear, with its place', async () => {
    const { questions } = await modelOf(bytesOf('felles-budsjett-feil.md'), 'felles-budsjett-feil.md');
    expect(questions).toContainEqual(
      expect.objectContaining({ code: 'draft.sum', service: 'Personvern', place: 'linje 47' }),
    );
    expect(questions.filter(({ code }) => code === 'draft.finding').length).toBe(5);
  });

  it('says so where nobody pays anything', async () => {
    expect(await draftOf(bytesOf('aarsmelding-rein.txt'), 'aarsmelding-rein.txt')).toMatchObject({
      ok: false,
      problems: [{ code: 'draft.noShares' }],
    });
  });
});

describe('the keys of a draft', () => {
  const file = 'nokkel-rein.md';
  async function keysOf(change: (text: string) => string) {
    const text = change(new TextDecoder().decode(bytesOf(file)));
    const draft = await draftOf(new TextEncoder().encode(text), file);
    if (!draft.ok) throw new Error(JSON.stringify(draft.problems));
    return draft.value;
  }
  const standings = ({ keys }: Awaited<ReturnType<typeof keysOf>>) =>
    Object.fromEntries(keys.map(({ service, guess }) => [service, guess.standing]));

  it('are put in where the population the document prints gives every amount of both years', async () => {
    const draft = await keysOf((text) => text);
    expect(standings(draft)).toEqual({
      kommuneadvokat: 'proven',
      beredskap: 'proven',
      renovasjon: 'unknown',
    });
    const [first] = draft.model.key;
    expect(first === undefined ? null : keyInWords(first.key, keyWordNames(draft.model, 'nb'), 'nb')).toBe(
      '20 prosent likt, 80 prosent etter innbyggere 1.\u00a0januar året før',
    );
    expect(draft.model.line.map(({ service }) => service)).toEqual(Array(5).fill('renovasjon'));
  });

  it('give back every printed total when the budget is made of them', async () => {
    const { totals } = await keysOf((text) => text);
    expect(totals.map(({ differenceOre }) => differenceOre)).toEqual(Array(6).fill(0n));
  });

  it('are asked about, with what they miss by and the place', async () => {
    const { questions } = await keysOf((text) => text);
    expect(questions).toContainEqual(
      expect.objectContaining({
        code: 'draft.keyFits',
        residual: '0,41',
        bothYears: true,
        place: 'linje 20',
      }),
    );
    expect(questions).toContainEqual(
      expect.objectContaining({
        code: 'draft.keyUnknown',
        service: 'Renovasjon',
        residual: '142\u00a0697,11',
      }),
    );
  });

  it('are not looked for where the document prints no register, and the amounts stay as printed', async () => {
    const draft = await keysOf((text) => text.replaceAll('Folketall', 'Saksmengde'));
    expect(standings(draft)).toEqual({
      kommuneadvokat: 'untried',
      beredskap: 'proven',
      renovasjon: 'untried',
    });
    expect(draft.questions).toContainEqual({
      code: 'draft.keysUntried',
      services: ['Kommuneadvokat', 'Renovasjon'],
    });
  });

  it('are not put in for two members, whom nearly any key fits', async () => {
    const twoMembers = await keysOf((text) => text.replace(/^\| (?:Myrdalen|Øyhamn|Kvitfoss) .*\n/gm, ''));
    expect(standings(twoMembers).beredskap).toBe('likely');
    expect(twoMembers.model.key).toEqual([]);
  });

  it('may rest on the registers of another cooperation, by the names of its parties', async () => {
    const lender = await keysOf((text) => text);
    const text = new TextDecoder().decode(bytesOf(file)).replaceAll('Folketall', 'Saksmengde');
    const checked = await checkBytes(new TextEncoder().encode(text), file);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const { document, report } = checked.value;
    const given = { name: 'x', file, format: report.format, findings: [], registers: lender.model };
    const draft = draftCooperation(document, given);
    if (!draft.ok) throw new Error(JSON.stringify(draft.problems));
    expect(standings(draft.value).kommuneadvokat).toBe('proven');
  });

  it('leave a total that was printed wrong to be seen', async () => {
    const { totals } = await keysOf((text) => text.replace('5 120 000', '5 210 000'));
    expect(totals.filter(({ differenceOre }) => differenceOre !== 0n)).toEqual([
      expect.objectContaining({ name: 'Kommuneadvokat', year: 2026, differenceOre: -9_000_000n }),
    ]);
  });
});

const seed = new URL('../../../shared/seeds/000_de552417687fbfb6.txt', import.meta.url);
if (existsSync(seed))
  describe('the public budget of 2025', () => {
    it('comes out as the sums of its units, with the part of child protection that has no table', async () => {
      const { model } = await modelOf(readFileSync(seed), '000.txt');
      const operating = new Set(model.service.flatMap(({ id, kind }) => (kind === 'operating' ? [id] : [])));
      const before = model.adopted.flatMap(({ service, amountOre }) =>
        operating.has(service) ? [amountOre ?? 0n] : [],
      );
      expect(before.reduce((total, amount) => total + amount, 0n)).toBe(41_085_046_200n);
      expect(model.service.map(({ id }) => id)).toContain('vr-barnevern/ovrig');
      const findings = findingsIn(model);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    });
  });
