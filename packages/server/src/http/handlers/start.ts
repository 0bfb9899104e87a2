import { ore } from '@samstyr/core/money/ore';
import { ok } from '@samstyr/core/result/result';
import { setUp } from '@samstyr/core/setup/set-up';
import { fileBytes, writeFolder } from '@samstyr/formats/folder/write-folder';
import { found } from '../../jobs/take-in.ts';
import type { Handlers } from '../context.ts';
import { startJob } from './jobs.ts';

const oreOf = (digits: string | null) => (digits === null ? null : ore(BigInt(digits)));

/** A cooperation that begins as a copy of the example, or with what a person has said of it. */
export const startHandlers: Handlers<'import.example' | 'cooperation.make'> = {
  'import.example': (context) => {
    const { name, id, language } = context.body;
    return startJob(
      context,
      context.person.user,
      { kind: 'import', from: 'example', id, name, language },
      null,
    );
  },
  'cooperation.make': async ({ services, person, body }) => {
    const model = setUp({
      ...body,
      members: body.members.map(({ inhabitants, ...member }) => ({
        ...member,
        inhabitants: inhabitants === null ? null : BigInt(inhabitants),
      })),
      units: body.units.map(({ amountOre, ...unit }) => ({ ...unit, amountOre: oreOf(amountOre) })),
    });
    if (!model.ok) return model;
    // By its files, as any other: what the rules of a folder refuse, no form makes.
    const files = new Map(
      [...writeFolder(model.value)].map(([path, content]) => [path, fileBytes(content)] as const),
    );
    const made = await found(services, { files, renamed: { id: null, name: null }, user: person.user });
    return made.ok ? ok({ cooperation: made.value }) : made;
  },
};
