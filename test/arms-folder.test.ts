import { fileProblemLine } from '@samstyr/contract/texts/problem-sentence';
import { fromBase64, toBase64 } from '@samstyr/core/model/base64';
import { contrast, leastContrast, readableOn } from '@samstyr/core/model/contrast';
import { svgFault } from '@samstyr/core/model/svg';
import { readFolder } from '@samstyr/formats/folder/read-folder';
import { fileBytes, writeFolder } from '@samstyr/formats/folder/write-folder';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { armsFiles, midtdalArms, nordvikArms } from './arms-folder.ts';

type Edits = Parameters<typeof armsFiles>[0];
const refusals = (edits: Edits): readonly string[] => {
  const read = readFolder(armsFiles(edits));
  return read.ok ? [] : read.problems.map((problem) => fileProblemLine(problem, 'nb'));
};
const drawing = (inside: string, root = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 84 100"${root}>${inside}</svg>`;

test('a folder with colours and coats of arms is written back byte for byte', () => {
  const files = armsFiles();
  const read = readFolder(files);
  if (!read.ok) throw new Error(read.problems.map((problem) => fileProblemLine(problem, 'nb')).join('\n'));
  const written = [...writeFolder(read.value)].map(([path, content]) => [path, fileBytes(content)] as const);
  expect(new Map(written)).toEqual(new Map(files));
});

test('every line end and byte order mark of a drawing comes back as it was', () => {
  const text = `\uFEFF${nordvikArms.replaceAll('\n', '\r\n')}`;
  const read = readFolder(armsFiles({ 'arms/nordvik.svg': text }));
  expect(read.ok && writeFolder(read.value).get('arms/nordvik.svg')).toBe(text);
});

test('bytes are the same bytes through base64, and each has one text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect([...(fromBase64(toBase64(bytes)) ?? [])]).toEqual([...bytes]);
    }),
    { seed: 20250501 },
  );
  expect(['Zg=', 'Zh==', 'Z g=', 'Zg==Zg=='].map(fromBase64)).toEqual([null, null, null, null]);
});

describe('a drawing is refused, with the file and the reason, when it has', () => {
  test.each([
    ['a script', drawing('<script>alert(1)</script>'), '<script>'],
    ['a script in another case', drawing('<SCRIPT/>'), '<SCRIPT>'],
    ['something to run when it is shown', drawing('<path d="M0 0" onload="alert(1)"/>'), 'onload='],
    ['something to run on the drawing itself', drawing('', ' onload="alert(1)"'), 'onload='],
    ['a page inside it', drawing('<foreignObject/>'), '<foreignObject>'],
    ['a picture from elsewhere', drawing('<image href="http://example.org/a.png"/>'), '<image>'],
    ['copies of copies', drawing('<use href="#a"/>'), '<use>'],
    ['a link', drawing('<a href="http://example.org"><path d="M0 0"/></a>'), '<a>'],
    ['words, whose font is not here', drawing('<text>Nordvik</text>'), '<text>'],
    ['something that moves', drawing('<set attributeName="href" to="javascript:alert(1)"/>'), '<set>'],
    ['a style sheet', drawing('<style>@import "http://example.org/a.css"</style>'), '<style>'],
    [
      'a gradient of another file',
      drawing('<linearGradient href="http://example.org/a.svg#b"/>'),
      'peker ut',
    ],
    [
      'a fill of another file',
      drawing('<path d="M0 0" fill="url(http://example.org/a.svg#b)"/>'),
      'peker ut',
    ],
    ['a style that fetches', drawing('<path d="M0 0" style="fill:url(//example.org/a)"/>'), 'peker ut'],
    ['a style that hides what it says', drawing('<path d="M0 0" style="fill:u\\72l(#a)"/>'), 'en stil'],
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${drawing('<title>&a;</title>')}`, 'DOCTYPE'],
    ['an entity of its own', drawing('<title>&a;</title>'), 'entitet'],
    ['a sign written as a number', drawing('<path d="M0 0" fill="&#106;avascript:a"/>'), 'entitet'],
    [
      'another language inside it',
      drawing('<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>'),
      '<x:script>',
    ],
    ['a namespace of its own', drawing('', ' xmlns:x="http://www.w3.org/1999/xhtml"'), 'xmlns:x='],
    ['no size', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'viewBox'],
    ['a size of nothing', drawing('').replace('84 100', '0 100'), 'viewBox'],
    ['an end too few', drawing('<g>'), 'ingen ren SVG'],
    ['two drawings', drawing('') + drawing(''), 'ingen ren SVG'],
    ['the same attribute twice', drawing('<path d="M0 0" d="M1 1"/>'), 'ingen ren SVG'],
    ['an instruction', drawing('<?xml-stylesheet href="a.css"?>'), 'ingen ren SVG'],
    ['loose words', drawing('hei'), 'ingen ren SVG'],
    ['a page instead of a drawing', '<html><body/></html>', 'ingen ren SVG'],
    ['a picture of another kind', 'GIF89a', 'ingen ren SVG'],
    ['more shapes than a coat of arms', drawing('<g/>'.repeat(5001)), 'enklere'],
    ['shapes too deep', drawing('<g>'.repeat(80) + '</g>'.repeat(80)), 'enklere'],
  ])('%s', (_, svg, reason) => {
    const [line = '', ...rest] = refusals({ 'arms/nordvik.svg': svg });
    expect(rest).toEqual([]);
    expect(line).toContain('arms/nordvik.svg:1');
    expect(line).toContain(reason);
  });

  test('signs of no text, or more than 200 kB', () => {
    expect(refusals({ 'arms/nordvik.svg': Uint8Array.of(0xff, 0xfe, 0x3c, 0x00) })[0]).toContain(
      'arms/nordvik.svg:1',
    );
    const large = drawing(`<path d="${'M0 0'.repeat(60_000)}"/>`);
    expect(refusals({ 'arms/nordvik.svg': large })[0]).toContain('200');
  });
});

test('a drawing of shapes, gradients and clips that point at each other is taken', () => {
  const svg = drawing(
    '<!-- egen tegning --><defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient>' +
      '<linearGradient id="b" xlink:href="#a"/></defs><desc>a &lt; b</desc>' +
      `<path d="M0 0h9" fill="url(#b)" style="stroke:#000;stroke-width:2;clip-path:url('#c')"/>`,
    ' xmlns:xlink="http://www.w3.org/1999/xlink"',
  );
  expect(svgFault(svg)).toBeNull();
});

test('no drawing, however mangled, gets a word past the list of what is good', () => {
  const bad = [
    '<script>',
    ' onload="a"',
    '<foreignObject>',
    '&x;',
    '<!DOCTYPE a>',
    'href="data:a"',
    '<use/>',
  ];
  fc.assert(
    fc.property(fc.nat(nordvikArms.length), fc.constantFrom(...bad), (at, word) => {
      const svg = `${nordvikArms.slice(0, at)}${word}${nordvikArms.slice(at)}`;
      if (svgFault(svg) !== null) return;
      // What is taken is taken as words: in a title, in a name or in nothing that is read.
      const without = svg.replace(/<title>[^<]*<\/title>|\bid="[^"]*"/g, '');
      expect(without).not.toMatch(/<(?:script|foreignObject|use|!)|\son\w+=|&|data:/);
    }),
    { seed: 20250502, numRuns: 2000 },
  );
});

describe('a PNG is refused when it', () => {
  test.each([
    ['is a drawing by another name', new TextEncoder().encode(nordvikArms), 'ingen hel PNG'],
    ['is cut short', midtdalArms().subarray(0, 60), 'ingen hel PNG'],
    ['has something after its end', Uint8Array.from([...midtdalArms(), 0]), 'ingen hel PNG'],
    ['claims to be enormous', midtdalArms(60_000, 60_000), '4000'],
  ])('%s', (_, bytes, reason) => {
    const [line = ''] = refusals({ 'arms/midtdal.png': bytes });
    expect(line).toContain('arms/midtdal.png:1');
    expect(line).toContain(reason);
  });
});

test('a picture that is named and not there is said with the place that names it', () => {
  const files = armsFiles();
  files.delete('arms/nordvik.svg');
  const read = readFolder(files);
  const lines = read.ok ? [] : read.problems.map((problem) => fileProblemLine(problem, 'nb'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/cooperation\.yaml:\d+/);
  expect(lines[0]).toContain('arms/nordvik.svg finnes ikke');
});

test('a file of another kind in the folder of pictures is told where pictures go', () => {
  expect(refusals({ 'arms/nordvik.gif': 'GIF89a' })[0]).toContain('arms/<kommune>.svg');
});

test('a colour words cannot be read in is refused with its contrast and what to do, in every language', () => {
  const read = readFolder(armsFiles({ 'cooperation.yaml': (text) => text.replace('#7A1F2B', '#E8A33D') }));
  const said = (['nb', 'nn', 'en'] as const).map((language) =>
    read.ok ? '' : read.problems.map((problem) => fileProblemLine(problem, language)).join('\n'),
  );
  expect(said[0]).toMatch(/cooperation\.yaml:\d+.*#E8A33D.*1,9.*minst 4,5.*mørkere farge/);
  expect(said[1]).toContain('mørkare farge');
  expect(said[2]).toMatch(/1\.9.*at least 4\.5.*darker colour/);
});

test('two looks for one municipality are refused', () => {
  const twice = (text: string): string =>
    text.replace('registers:', '  - id: nordvik-2\n    party: nordvik\nregisters:');
  expect(refusals({ 'cooperation.yaml': twice })[0]).toContain('to rader');
});

describe('contrast is reckoned as WCAG does', () => {
  test.each([
    ['#000000', '#FFFFFF', 2100],
    ['#FFFFFF', '#FFFFFF', 100],
    ['#767676', '#FFFFFF', 454],
    ['#777777', '#FFFFFF', 447],
    ['#14506B', '#FFFFFF', 878],
  ])('%s on %s is %i hundredths', (one, other, hundredths) => {
    expect(contrast(one, other)).toBe(hundredths);
    expect(contrast(other, one)).toBe(hundredths);
  });

  test('a dark colour is lightened on a dark page until it can be read, and a light one is left', () => {
    const dark = '#12181C';
    for (const colour of ['#7A1F2B', '#000000', '#14506B', '#0000FF'])
      expect(contrast(readableOn(dark, colour), dark)).toBeGreaterThanOrEqual(leastContrast);
    expect(readableOn(dark, '#8CC6DC')).toBe('#8CC6DC');
  });
});
