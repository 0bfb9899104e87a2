import { fraction } from '../fraction/fraction.ts';
import type { Key, KeyPart } from '../key/grammar.ts';
import { emptyModel } from '../model/empty-model.ts';
import type { Model } from '../model/rows.ts';
import { slugFrom } from '../model/slug.ts';
import { ore } from '../money/ore.ts';
import { day, firstDayOf } from '../period/day.ts';
import { type Result, unless } from '../result/result.ts';
import type { NewCooperation, NewUnit, SetupProblem } from './new-cooperation.ts';

const register = 'population';
/** What the first line of a unit is called until its leader divides it. */
const lineNames: { readonly [language: string]: string } = { nn: 'Samla kostnad', en: 'Total cost' };
const usualLineName = 'Samlet kostnad';

/** `Lønn/regnskap` → `lonn-regnskap`: one part, as an id in a folder and in an address. */
export const shortName = (text: string): string => slugFrom(text.replaceAll('/', ' ')).replaceAll('.', '-');

/**
 * A cooperation with its first budget as a proposal, made of what a person has said: members, a register of their population where a key
 * needs it, and units with one service, one line and one key each. Everything that is wrong is told at once, each with its field.
 * (S-SETUP-01)
 */
export function setUp(wish: NewCooperation): Result<Model, SetupProblem> {
  return unless(problemsIn(wish), () => modelOf(wish));
}

const readsPopulation = ({ key }: NewUnit): boolean => key !== 'equal';

function problemsIn(wish: NewCooperation): readonly SetupProblem[] {
  const { id, name, year, host, members, units } = wish;
  const problems: SetupProblem[] = [];
  const add = (problem: SetupProblem): void => {
    problems.push(problem);
  };
  if (shortName(name) === '') add({ code: 'setup.name', path: 'name' });
  if (id !== '' && (id !== shortName(id) || id.length > 80)) add({ code: 'setup.id', path: 'id', text: id });
  if (year === null || year < 2000 || year > 2099) add({ code: 'setup.year', path: 'year' });
  if (members.length < 2) add({ code: 'setup.fewMembers', path: 'members' });
  members.forEach((member, at) => {
    const path = `members.${at}`;
    const slug = shortName(member.name);
    if (slug === '') add({ code: 'setup.memberName', path: `${path}.name` });
    else if (members.slice(0, at).some((other) => shortName(other.name) === slug))
      add({ code: 'setup.sameName', path: `${path}.name`, name: member.name });
    const { kommunenummer } = member;
    if (kommunenummer !== '' && !/^\d{4}$/.test(kommunenummer))
      add({ code: 'setup.number', path: `${path}.kommunenummer`, text: kommunenummer });
    else if (
      kommunenummer !== '' &&
      members.slice(0, at).some((other) => other.kommunenummer === kommunenummer)
    )
      add({ code: 'setup.sameNumber', path: `${path}.kommunenummer`, number: kommunenummer });
    const needing = units.find((unit) => readsPopulation(unit) && unit.members.includes(at));
    if (member.inhabitants !== null && member.inhabitants < 1n)
      add({ code: 'setup.inhabitants', path: `${path}.inhabitants`, text: `${member.inhabitants}` });
    else if (member.inhabitants === null && needing !== undefined)
      add({
        code: 'setup.inhabitantsMissing',
        path: `${path}.inhabitants`,
        member: member.name,
        unit: needing.name,
      });
  });
  if (host === null || members[host] === undefined) add({ code: 'setup.host', path: 'host' });
  if (units.length === 0) add({ code: 'setup.noUnits', path: 'units' });
  units.forEach((unit, at) => {
    const path = `units.${at}`;
    const slug = shortName(unit.name);
    if (slug === '') add({ code: 'setup.unitName', path: `${path}.name` });
    else if (units.slice(0, at).some((other) => shortName(other.name) === slug))
      add({ code: 'setup.sameName', path: `${path}.name`, name: unit.name });
    if (unit.amountOre === null) add({ code: 'setup.amountMissing', path: `${path}.amount` });
    const { equalPercent, key } = unit;
    if (key === 'mixed' && !(equalPercent !== null && equalPercent > 0 && equalPercent < 100))
      add({ code: 'setup.percent', path: `${path}.equalPercent` });
    if (unit.members.length === 0 || unit.members.some((member) => members[member] === undefined))
      add({ code: 'setup.unitMembers', path: `${path}.members` });
  });
  return problems;
}

const note = null;
const other = { nameNn: null, nameEn: null, note } as const;
const always = { from: null, until: null } as const;

function modelOf({ id, name, year: said, language, host, members, units }: NewCooperation): Model {
  const year = said ?? 0;
  const version = `${year}.proposal`;
  const parties = members.map((member) => shortName(member.name));
  const hostParty = parties[host ?? 0] ?? '';
  const taking = (unit: NewUnit): readonly string[] =>
    parties.filter((_, place) => unit.members.includes(place));
  const needsRegister = members.some(({ inhabitants }) => inhabitants !== null);
  const date = firstDayOf(year - 1);
  return {
    ...emptyModel,
    cooperation: [
      {
        id: id === '' ? shortName(name) : id,
        name: name.trim(),
        ...other,
        office: hostParty,
        languages: [language],
        roundingUnitOre: ore(100n),
        roundingMode: 'largestRemainder',
        accent: null,
      },
    ],
    party: members.map((member, at) => ({
      id: parties[at] ?? '',
      party: parties[at] ?? '',
      kind: 'municipality',
      name: member.name.trim(),
      kommunenummer: member.kommunenummer === '' ? null : member.kommunenummer,
      orgnr: null,
      ...always,
      column: true,
      note,
    })),
    register: needsRegister
      ? [
          {
            id: register,
            name: 'Folketall',
            nameNn: 'Folketal',
            nameEn: 'Population',
            unit: 'innbygger',
            units: 'innbyggere',
            source: null,
            note,
          },
        ]
      : [],
    registerValue: members.flatMap(({ inhabitants }, at) =>
      inhabitants === null
        ? []
        : [
            {
              id: `${register}/${date}/${parties[at]}`,
              register,
              party: parties[at] ?? '',
              date,
              group: null,
              value: fraction(inhabitants),
              basis: 'assumed' as const,
              source: null,
              published: null,
              note,
            },
          ],
    ),
    unit: units.map((unit, at) => ({
      id: shortName(unit.name),
      name: unit.name.trim(),
      ...other,
      aliases: [],
      group: null,
      host: hostParty,
      order: at + 1,
    })),
    service: units.map((unit) => ({
      id: shortName(unit.name),
      unit: shortName(unit.name),
      name: unit.name.trim(),
      ...other,
      kind: 'operating',
      continues: null,
    })),
    participation: units.flatMap((unit) =>
      taking(unit).map((party) => ({
        id: `${shortName(unit.name)}/${party}`,
        service: shortName(unit.name),
        party,
        ...always,
        amount: 'known' as const,
        note,
      })),
    ),
    key: units.map((unit) => ({
      id: shortName(unit.name),
      service: shortName(unit.name),
      ...always,
      known: null,
      case: null,
      key: keyOf(unit),
      costBase: [],
      basis: 'assumed',
      paragraph: null,
      note,
    })),
    version: [{ id: version, year, status: 'proposal', base: null, asOf: day(`${year - 1}-12-31`), note }],
    line: units.map((unit) => lineOf(unit, version, lineNames[language] ?? usualLineName)),
  };
}

const lineOf = (unit: NewUnit, version: string, label: string): Model['line'][number] => ({
  id: `${shortName(unit.name)}/${version}/samlet`,
  version,
  service: shortName(unit.name),
  distribution: 'shared',
  party: null,
  amountOre: unit.amountOre ?? ore(0n),
  label,
  funksjon: null,
  art: null,
  ansvar: null,
  sensitive: false,
  note,
});

function keyOf({ key, equalPercent }: NewUnit): Key {
  const equal: Key = { form: 'equal' };
  const population: Key = {
    form: 'by',
    reading: { register, date: 'previousYear-01-01', group: null, average: 1 },
  };
  if (key === 'equal') return equal;
  if (key === 'population') return population;
  const percent = BigInt(equalPercent ?? 0);
  const parts: readonly KeyPart[] = [
    { share: fraction(percent, 100n), key: equal },
    { share: fraction(100n - percent, 100n), key: population },
  ];
  return { form: 'parts', parts };
}
