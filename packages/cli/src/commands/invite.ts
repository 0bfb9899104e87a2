import { refusedCommandSentence } from '@samstyr/contract/texts/command-problems';
import { createAccess } from '@samstyr/server/access/access';
import { makeLink } from '@samstyr/server/access/grants';
import { findCooperation } from '@samstyr/server/store/store';
import { readArguments, WrongUse, withUsage } from '../arguments.ts';
import { printSentences } from '../output/problems.ts';
import { withStore } from './store.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/** `invite NAME EMAIL`: the link that makes somebody a cooperation's first administrator. Later ones are invited by them. */
export const inviteCommand = withUsage(async (args) => {
  const given = readArguments(args, { need: 2, options: [] });
  const [name = '', email = ''] = given.positionals;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new WrongUse(`«${email}» er ingen e-postadresse.`);
  return withStore(async (store) => {
    const found = await findCooperation(store, name);
    if (found === null) {
      printSentences([refusedCommandSentence({ code: 'store.unknownCooperation', name }, 'nb')]);
      return 1;
    }
    const { token, expiresAt } = await makeLink(createAccess(store.database.serving), {
      kind: 'invitation',
      cooperation: found.cooperation,
      email: email.toLowerCase(),
      grants: [
        { role: 'administrator', units: [], party: null },
        { role: 'controller', units: [], party: null },
      ],
      by: nobody,
    });
    process.stdout.write(
      `${email} er invitert til ${name} som administrator og controller.\nKode: ${token}\nGjelder til ${expiresAt.slice(0, 10)}, én gang. Gi den til personen selv: POST /api/v1/invitations/accept.\n`,
    );
    return 0;
  });
});
