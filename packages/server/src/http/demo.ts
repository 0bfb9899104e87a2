import type { Language } from '@samstyr/contract/texts/language';
import { invariant } from '@samstyr/core/result/result';
import type { FolderFiles } from '@samstyr/formats/folder/layout';
import { accountOf, createAccount, setGrants, type WantedGrant } from '../access/grants.ts';
import { newSecret } from '../access/secrets.ts';
import { addJob } from '../jobs/job-store.ts';
import { importFolder } from '../store/folder.ts';
import { findCooperation, openCooperation } from '../store/store.ts';
import type { Services } from './context.ts';
import { hasPublished } from './handlers/publications.ts';

export type DemoLogin = { readonly title: string; readonly email: string; readonly password: string };

const whole = (role: WantedGrant['role']): WantedGrant => ({ role, units: [], party: null });

/** The four who work with the example, and what they are. */
const people: readonly {
  readonly title: string;
  readonly email: string;
  readonly grants: readonly WantedGrant[];
}[] = [
  {
    title: 'Controller i kontorkommunen',
    email: 'controller@eksempel.samstyr',
    grants: [whole('administrator'), whole('controller')],
  },
  {
    title: 'Enhetsleder i NAV',
    email: 'enhetsleder@eksempel.samstyr',
    grants: [{ role: 'unitLeader', units: ['nav'], party: null }],
  },
  {
    title: 'Økonomiansvarlig i Selbu',
    email: 'okonomi@eksempel.samstyr',
    grants: [{ role: 'financeOfficer', units: [], party: 'selbu' }],
  },
  {
    title: 'Kommunestyrerepresentant',
    email: 'folkevalgt@eksempel.samstyr',
    grants: [whole('reader')],
  },
];

/**
 * The example, read in the first time, and its four people. They get a new password at every start: one that was printed yesterday, or that
 * stands in a manual, opens nothing.
 */
export async function prepareDemo(
  services: Services,
  files: FolderFiles,
  language: Language,
): Promise<{ readonly logins: readonly DemoLogin[] }> {
  const { store, access } = services;
  const name = 'vaernesregionen';
  const found = await findCooperation(store, name);
  const imported = found === null ? await importFolder(store, { files, who: 'eksempel' }) : null;
  invariant(imported === null || imported.ok, 'the example can be read in');
  const cooperation = found?.cooperation ?? (imported?.ok ? imported.value.cooperation : '');
  const password = newSecret().slice(0, 20);
  const hash = await access.passwords.hash(password);
  for (const { title, email, grants } of people) {
    const user = (await accountOf(access, email)) ?? (await createAccount(access, { email, name: title }));
    await access.pool.query('update samstyr.account set password_hash = $2 where user_id = $1', [user, hash]);
    await setGrants(access, { cooperation, user, grants, by: null });
    if (grants.some(({ role }) => role === 'controller'))
      await publishOnce(services, { cooperation, name, user, language });
  }
  return { logins: people.map(({ title, email }) => ({ title, email, password })) };
}

/** Something to read for who is not logged in, as a cooperation has it: made by the workers while people log in. */
async function publishOnce(
  { store, access, wake }: Services,
  {
    cooperation,
    name,
    user,
    language,
  }: {
    readonly cooperation: string;
    readonly name: string;
    readonly user: string;
    readonly language: Language;
  },
): Promise<void> {
  if (await hasPublished(store.database.serving, name)) return;
  const opened = await openCooperation(store, cooperation);
  invariant(opened !== null, 'the example is there');
  const year = Math.max(...opened.index.model.version.map((version) => version.year));
  const formats = ['html', 'xlsx', 'data'] as const;
  const added = await addJob(
    { pool: access.pool, place: cooperation },
    {
      user,
      key: `example-${year}-${language}`,
      wish: { kind: 'publication', year, language, formats: [...formats], edition: 'full' },
      input: null,
      steps: formats.length + 1,
      at: access.now(),
    },
  );
  invariant(added.ok, 'the example is published under a key of its own');
  wake();
}
