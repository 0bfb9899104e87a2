import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderReportSchema } from '@samstyr/contract/json/check-folder';
import { draftSchema } from '@samstyr/contract/json/draft';
import { explanationSchema } from '@samstyr/contract/json/explanation';
import { fitSchema } from '@samstyr/contract/json/fit-key';
import { overviewSchema } from '@samstyr/contract/json/overview';
import { whatIfSchema } from '@samstyr/contract/json/whatif';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleFolder } from './open-example.ts';

const launcher = join(import.meta.dirname, '..', 'scripts', 'launch.mjs');
let temporary = '';
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'samstyr-prøve '));
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Runs the command line as a person does, from another folder. */
function samstyr(...args: readonly string[]): {
  readonly out: string;
  readonly error: string;
  readonly code: number | null;
} {
  const { stdout, stderr, status } = spawnSync(process.execPath, [launcher, ...args], {
    cwd: temporary,
    encoding: 'utf8',
    maxBuffer: 200_000_000,
  });
  return { out: stdout, error: stderr, code: status };
}
const json = (...args: readonly string[]): unknown => JSON.parse(samstyr(...args, '--json').out);
function file(name: string, text: string): string {
  const path = join(temporary, name);
  writeFileSync(path, text);
  return path;
}
/** A copy of the example with one file changed. */
function changed(name: string, path: string, change: (text: string) => string): string {
  const folder = join(temporary, name);
  cpSync(exampleFolder, folder, { recursive: true });
  const full = join(folder, path);
  const before = existsSync(full) ? readFileSync(full, 'utf8') : '';
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(full, after);
  return folder;
}

describe('the commands', () => {
  it('help is told, and an unknown command is wrong use', () => {
    expect(samstyr('--help').code).toBe(0);
    expect(samstyr('oversikt')).toMatchObject({ code: 2, out: '' });
    expect(samstyr('overview', exampleFolder)).toMatchObject({ code: 2, out: '' });
    expect(samstyr('overview', exampleFolder, '--year', '2025', '--farge', 'rød').error).toContain('--farge');
    expect(samstyr('overview', join(temporary, 'borte'), '--year', '2025').code).toBe(2);
  });

  it('overview --json is the published shape, for all and for one owner', () => {
    const all = overviewSchema.parse(json('overview', exampleFolder, '--year', '2025'));
    const own = overviewSchema.parse(json('overview', exampleFolder, '--year', '2025', '--party', 'Selbu'));
    expect(
      overviewSchema.parse(json('overview', exampleFolder, '--year', '2025', '--party', '5032')),
    ).toEqual(own);
    expect(own.rows.filter(({ party }) => party !== null && party !== '5032')).toEqual([]);
    expect(
      all.rows.find(({ figureId }) => figureId === 'budget/2025.recommended/nav/operating/5035')?.currentOre,
    ).toBe('6073400000');
    expect(samstyr('overview', exampleFolder, '--year', '2025', '--party', 'Selbo')).toMatchObject({
      code: 1,
      out: '',
    });
    expect(samstyr('overview', exampleFolder, '--year', '1999')).toMatchObject({ code: 1, out: '' });
  });

  it('explain tells a figure in its short form, cut where asked', () => {
    const whole = explanationSchema.parse(json('explain', exampleFolder, 'budget/2025/nav/drift/5034'));
    expect(whole.root).toBe('budget/2025.recommended/nav/drift/operating/5034');
    const cut = explanationSchema.parse(
      json('explain', exampleFolder, 'budget/2025/nav/drift/5034', '--depth', '1'),
    );
    expect(Object.keys(cut.nodes).length).toBeLessThan(Object.keys(whole.nodes).length);
    expect(samstyr('explain', exampleFolder, 'budget/2025/nav/drift/9999')).toMatchObject({
      code: 1,
      out: '',
    });
  });

  it('sweeping on the old key: Stjørdal pays 447 511,65 more and Selbu 262 461,36 less', () => {
    const edit = file(
      'nokkel.yaml',
      'edits:\n  - { op: setKey, service: brann/feiing, from: 2025-01-01, key: { parts: [ { share: 28/100, key: equal }, { share: 72/100, key: { by: population, date: 2024-01-01 } } ] } }\n',
    );
    const result = whatIfSchema.parse(
      json('whatif', exampleFolder, '--year', '2025', '--edit', edit, '--rounding', 'ore'),
    );
    const of = (party: string) =>
      result.rows.find((row) => row.service === 'brann/feiing' && row.party === party)?.differenceOre;
    expect([of('5035'), of('5032')]).toEqual(['44751165', '-26246136']);
  });

  it('a version saved beside the budget is the same as its steps, and says what it builds on', () => {
    const edits = '[{"op":"leave","service":"legevakt","party":"5032","from":"2025-07-01"}]';
    const folder = changed(
      'med-versjon',
      'alternatives.csv',
      () =>
        `format: 1\nid,base,name,why,edits\n2025.uten-selbu,2025.recommended,Uten Selbu,,"${edits.replaceAll('"', '""')}"\n`,
    );
    const saved = ['--year', '2025', '--alternative', '2025.uten-selbu'];
    const edit = file('samme.json', edits);
    const steps = json('whatif', exampleFolder, '--year', '2025', '--edit', edit);
    expect(json('whatif', folder, ...saved)).toEqual(steps);
    const { totals } = whatIfSchema.parse(steps);
    const after = overviewSchema.parse(json('overview', folder, ...saved));
    expect(after.totals.map(({ figureId, currentOre }) => [figureId, currentOre])).toEqual(
      totals.map(({ figureId, afterOre }) => [figureId, afterOre]),
    );
    expect(samstyr('overview', folder, ...saved).out).toMatch(
      /^Versjon: Uten Selbu – ikke vedtatt, bygger på 2025\.recommended\.\n/,
    );
    expect(samstyr('overview', folder, '--year', '2024', '--alternative', '2025.uten-selbu').code).toBe(2);
    expect(samstyr('overview', folder, '--year', '2025', '--alternative', 'borte')).toMatchObject({
      code: 1,
      error: expect.stringContaining('Ingen lagret versjon heter «borte»'),
    });
    expect(samstyr('whatif', folder, ...saved, '--edit', edit).code).toBe(2);
  });

  it('Selbu leaves legevakt on 1 July: what each member pays more, what remains, and the notice the law asks for', () => {
    const edit = file(
      'ut.json',
      JSON.stringify({ edits: [{ op: 'leave', service: 'legevakt', party: 5032, from: '2025-07-01' }] }),
    );
    const result = whatIfSchema.parse(
      json('whatif', exampleFolder, '--year', '2025', '--edit', edit, '--rounding', 'ore'),
    );
    const rows = result.rows.filter(({ service, party }) => service === 'legevakt' && party !== null);
    expect(rows.reduce((sum, { differenceOre }) => sum + BigInt(differenceOre), 0n)).toBe(0n);
    expect(rows.every(({ parts }) => parts.length === 2)).toBe(true);
    expect(result.unavoidable).toEqual([{ service: 'legevakt', party: '5032', amountOre: '128771066' }]);
    expect(result.warnings.map(({ text }) => text).join(' ')).toContain('§ 20-8');
  });

  it('what can be avoided is an input: half of the leaver’s part saves half', () => {
    const edit = file(
      'ut-halv.json',
      JSON.stringify({
        edits: [
          { op: 'leave', service: 'legevakt', party: '5032', from: '2025-07-01' },
          { op: 'setAvoidable', service: 'legevakt', party: '5032', share: '1/2', from: '2025-07-01' },
        ],
      }),
    );
    const result = whatIfSchema.parse(
      json('whatif', exampleFolder, '--year', '2025', '--edit', edit, '--rounding', 'ore'),
    );
    const sum =
      result.rows.find(({ service, party }) => service === 'legevakt' && party === null)?.differenceOre ??
      '0';
    expect(BigInt(sum) + BigInt(result.unavoidable[0]?.amountOre ?? '0')).toBe(0n);
  });

  it('every operation of the edit language does what it says, on the real example', () => {
    const edits = [
      { op: 'setRegisterDate', service: 'legevakt', register: 'population', date: '2024-01-01' },
      { op: 'setRegisterValue', register: 'population', date: '2024-01-01', party: 5033, value: 873 },
      { op: 'join', service: 'innkjop', party: 5031, from: '2025-05-01' },
      {
        op: 'setGrowth',
        service: 'nav/drift',
        kind: 'wage',
        ratePercent: '4.0',
        from: '2025-05-01',
        baseOre: '1600000000',
      },
      { op: 'addChange', service: 'ppt', kind: 'saving', amountOre: '-45000000', reason: 'Prøve' },
      { op: 'removeChange', service: 'it/drift', id: 'it/drift/2025.recommended/husleie' },
      { op: 'setAmount', service: 'nav/ukraina', party: 5035, amountOre: '1050000000' },
      { op: 'setExternal', service: 'vann', funder: 'stat-og-fylke', amountOre: '50000000' },
      { op: 'recordDecision', case: 'feiing-2025', party: 5032, date: '2025-01-20', result: 'adopted' },
    ];
    for (const edit of edits) {
      const answer = samstyr(
        'whatif',
        exampleFolder,
        '--year',
        '2025',
        '--edit',
        file('ett.json', JSON.stringify({ edits: [edit] })),
        '--json',
      );
      expect(answer.error, JSON.stringify(edit)).toBe('');
      const { rows } = whatIfSchema.parse(JSON.parse(answer.out));
      const moved = rows.filter(({ differenceOre }) => differenceOre !== '0').length;
      if (edit.op === 'recordDecision')
        expect(rows.find(({ service }) => service === 'brann/feiing')?.provisional).toBe(false);
      else expect(moved, JSON.stringify(edit)).toBeGreaterThan(0);
    }
  });

  it('check holds the folder against the printed budget: no difference where a key gives the shares, and the swapped digits are found', () => {
    const report = folderReportSchema.parse(json('check', exampleFolder));
    const nav = report.findings.find(
      ({ printed, expected }) => printed === '60 374' || (printed === '60374' && expected !== null),
    );
    expect(nav?.class).toBe('transcription');
    expect(nav?.sentence).toContain('byttet om');
    const keyed = [
      'nav/drift',
      'kommuneoverlege',
      'samfunnsmedisin',
      'brann/forebyggende',
      'ppt',
      'barnevern/vakt',
      'areal/byggesak',
      'areal/arealplan',
      'areal/kart',
      'legevakt',
      'forvaltning',
      'innkjop',
      'friskliv',
      'it/investering',
      'personvernombud',
      'psykologer',
      'vann',
      'brann/feiing',
    ];
    const own = report.findings.filter(
      ({ class: kind, place }) =>
        kind !== 'soft' &&
        place.page !== 3 &&
        keyed.includes(place.row ?? '') &&
        !(place.column ?? '').startsWith('sum'),
    );
    expect(own.filter(({ class: kind }) => kind !== 'rounding')).toEqual([]);
  });

  it('fit-key finds the key of NAV, and says what two members prove', () => {
    const nav = fitSchema.parse(json('fit-key', exampleFolder, '--service', 'nav/drift', '--year', '2025'));
    expect(nav.candidates[0]).toMatchObject({
      register: 'population',
      date: '2024-01-01',
      reproducesPrinted: true,
    });
    const areal = fitSchema.parse(
      json('fit-key', exampleFolder, '--service', 'areal/byggesak', '--year', '2025'),
    );
    expect(areal.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['fit.twoMembers', 'fit.circular']),
    );
  });
});

describe('draft', () => {
  it('makes a folder that opens and whose budget is the printed one, and says what is open', () => {
    const document = join(import.meta.dirname, 'published/nokkel-rein.md');
    const folder = join(temporary, 'utkast');
    const draft = draftSchema.parse(json('draft', document, '--out', folder));
    expect(draft.services.map(({ name, standing, confidence }) => [name, standing, confidence])).toEqual([
      ['Kommuneadvokat', 'proven', 'high'],
      ['Beredskap', 'proven', 'high'],
      ['Renovasjon', 'unknown', null],
    ]);
    expect(draft.totals.filter(({ differenceOre }) => differenceOre !== '0')).toEqual([]);
    const overview = overviewSchema.parse(json('overview', folder, '--year', '2026'));
    // 5 120 000 + 510 000 + 6 135 000, as the document prints them.
    expect(overview.totals.find(({ party }) => party === null)?.currentOre).toBe('1176500000');
    expect(samstyr('draft', document, '--out', folder)).toMatchObject({ code: 1, out: '' });
  });
});

describe('bad input is told with place and remedy, exit 1, and nothing is written', () => {
  const population = 'registers/population.csv';
  const nav = 'units/nav/unit.yaml';
  const cases: readonly {
    readonly what: string;
    readonly path: string;
    readonly change: (text: string) => string;
    readonly says: RegExp;
  }[] = [
    {
      what: 'a key of 99,9 %',
      path: nav,
      change: (text) => text.replace('share: 3/20', 'share: 0.149'),
      says: /unit\.yaml:\d+:\d+: .*99,9/,
    },
    {
      what: 'population missing',
      path: population,
      change: (text) => text.replace(/^population\/2024-01-01\/tydal,.*\n/m, ''),
      says: /population.*tydal|Tydal.*population/i,
    },
    {
      what: 'all weights zero',
      path: 'registers/chimneys.csv',
      change: (text) => text.replace(/,(\d+),derived/g, ',0,derived'),
      says: /0/,
    },
    {
      what: 'overlapping validity',
      path: nav,
      change: (text) =>
        text.replace(
          'keys:\n',
          'keys:\n  - id: nav/drift/to\n    service: nav/drift\n    key: equal\n    basis: derived\n',
        ),
      says: /to fordelingsnøkler samtidig/,
    },
    {
      what: 'an unknown number',
      path: 'units/nav/lines.csv',
      change: (text) => text.replace(',direct,selbu,', ',direct,9999,'),
      says: /lines\.csv:\d+:\d+: .*9999/,
    },
    {
      what: '29.02.2027',
      path: nav,
      change: (text) =>
        text.replace('keys:\n  - id: nav/drift\n', 'keys:\n  - id: nav/drift\n    from: 29.02.2027\n'),
      says: /29\.02\.2027/,
    },
    {
      what: 'kroner mixed with 1 000 kr, a 300-fold outlier nobody confirmed',
      path: 'units/nav/lines.csv',
      change: (text) => text.replace('9000000.00', '9000.00'),
      says: /lines\.csv:\d+:\d+: .*(ganger|1 000 kr)/,
    },
    {
      what: 'a member twice',
      path: nav,
      change: (text) =>
        text.replace(
          'participation:\n',
          'participation:\n  - { id: nav/kvp/igjen, service: nav/kvp, party: selbu }\n',
        ),
      says: /selbu/i,
    },
    {
      what: 'a cycle',
      path: 'versions.csv',
      change: (text) => text.replace(/^(2024\.adopted,2024,adopted),/m, '$1,2025.recommended'),
      says: /2024\.adopted/,
    },
    {
      what: 'a negative weight',
      path: population,
      change: (text) => text.replace(',773,', ',-773,'),
      says: /population\.csv:\d+:\d+: /,
    },
    {
      what: 'wage growth and deflator on one base',
      path: 'units/nav/growth.csv',
      change: (text) =>
        `${text.trimEnd()}\nnav/drift/deflator,2025.recommended,nav/drift,deflator,4.1,2025-01-01,,,,\n`,
      says: /deflator/i,
    },
    {
      what: 'an unknown column',
      path: 'units/nav/lines.csv',
      change: (text) => text.replace('ansvar', 'ansvarlig'),
      says: /ansvarlig/,
    },
    {
      what: '0301 read as a number',
      path: 'parties.csv',
      change: (text) => text.replace(',5033,', ',301,'),
      says: /parties\.csv:\d+:\d+: .*301/,
    },
  ];
  for (const { what, path, change, says } of cases)
    it(what, () => {
      const folder = changed(what.replaceAll(/\W+/g, '-'), path, change);
      const out = join(temporary, `ut-${what.replaceAll(/\W+/g, '-')}`);
      const answer = samstyr('build', folder, '--year', '2025', '--out', out);
      expect({ code: answer.code, out: answer.out }).toEqual({ code: 1, out: '' });
      expect(answer.error).toMatch(says);
      expect(answer.error).not.toMatch(/undefined|\[object|Error:/);
      expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
    });
});

describe('an edition on the command line', () => {
  it('refuses a text that refers to a figure nobody has, and leaves the folder as it was', () => {
    const folder = changed('tekst-uten-tall', 'units/legevakt/2025.nb.md', (text) =>
      text.replace(/(## Status[^\n]*\n)/, '$1\nDet koster {{budget/2025/nav/drift/9999 | kr}}.\n'),
    );
    const out = join(temporary, 'ut-urørt');
    mkdirSync(out);
    writeFileSync(join(out, 'fellesbudsjett-2025.html'), 'det som sto her før');
    const answer = samstyr('build', folder, '--year', '2025', '--out', out, '--format', 'html');
    expect({ code: answer.code, out: answer.out }).toEqual({ code: 1, out: '' });
    expect(answer.error).toContain('VR Legevakt › Status');
    expect(answer.error).toContain('budget/2025/nav/drift/9999');
    expect(readdirSync(out)).toEqual(['fellesbudsjett-2025.html']);
    expect(readFileSync(join(out, 'fellesbudsjett-2025.html'), 'utf8')).toBe('det som sto her før');
  });

  it('leaves what was there when one of the files cannot be written, and says so', () => {
    const out = join(temporary, 'ut-opptatt');
    mkdirSync(join(out, 'datapackage.json'), { recursive: true });
    mkdirSync(join(out, 'data'));
    writeFileSync(join(out, 'data', 'budget.csv'), 'det som sto her før');
    const answer = samstyr('build', exampleFolder, '--year', '2025', '--out', out, '--format', 'data');
    expect({ code: answer.code, out: answer.out }).toEqual({ code: 1, out: '' });
    expect(answer.error).toContain('Det som lå der, er urørt');
    expect(answer.error).not.toContain('    at ');
    expect(readdirSync(out).sort()).toEqual(['data', 'datapackage.json']);
    expect(readdirSync(join(out, 'data'))).toEqual(['budget.csv']);
    expect(readFileSync(join(out, 'data', 'budget.csv'), 'utf8')).toBe('det som sto her før');
  });

  it.each([
    ['municipality:Selbo', 'Mente du Selbu?'],
    ['public', '--audience public'],
    ['halv', 'full, summary eller municipality:NAVN'],
  ])('answers --edition %s with what to write', (word, says) => {
    const out = join(temporary, 'ut-feil-utgave');
    const answer = samstyr('build', exampleFolder, '--year', '2025', '--out', out, '--edition', word);
    expect(answer.code).toBe(2);
    expect(answer.error).toContain(says);
    expect(existsSync(out)).toBe(false);
  });
});
