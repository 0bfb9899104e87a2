import { existsSync, readFileSync } from 'node:fs';
import { folderReport } from '@samstyr/contract/json/check-folder';
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
    const personvern = model.total.find(({ service }) => service === 'personvern');
    expect(personvern?.amountOre).toBe(459_800_000n);
    const findings = findingsIn(model);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is the same draft whatever format the document came in', async () => {
    const text = new TextDecoder().decode(bytesOf('felles-budsjett-rent.md'));
    const { model } = await modelOf(bytesOf('felles-budsjett-rent.md'), 'b.md');
    for (const guise of ['docx', 'xlsx', 'html', 'tagged.pdf', 'untagged.pdf'] as const) {
      const other = await modelOf(await inGuise(text, guise), `b.${guise}`);
      const amounts = ({ adopted, total }: typeof model) =>
        [...adopted, ...total].map(({ service, amountOre }) => `${service} ${amountOre}`);
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
