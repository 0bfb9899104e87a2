import type { AuditChangeJson, AuditEntryJson } from '@samstyr/contract/api/work-routes';
import { fail, ok } from '@samstyr/core/result/result';
import { headOf } from '../../audit/head.ts';
import { verifyCooperation } from '../../audit/verify.ts';
import { verifySentence } from '../../audit/verify-texts.ts';
import { withCooperation } from '../../store/transaction.ts';
import type { Handlers } from '../context.ts';

type AuditRow = {
  readonly revision: string;
  readonly at: string;
  readonly who: string;
  readonly name: string | null;
  readonly op: string;
  readonly rows: string;
  readonly previous: string;
  readonly hash: string;
};

const entryJson = ({ revision, rows, previous, ...entry }: AuditRow): AuditEntryJson => ({
  ...entry,
  revision: Number.parseInt(revision, 10),
  rows: Number.parseInt(rows, 10),
  previousHash: previous,
});

type Names = 'audit.list' | 'audit.entry' | 'audit.head' | 'verification.get';

export const auditHandlers: Handlers<Names> = {
  'audit.list': async ({ services, member, query }) => {
    const limit = Number.parseInt(query.limit ?? '50', 10);
    const { rows } = await withCooperation(services.store.database.serving, member.cooperation, (client) =>
      client.query<AuditRow>(
        `select a.revision, a.at, a.who, p.name, a.command->>'op' as op, count(c.number) as rows,
           a.previous_hash as previous, a.hash
         from samstyr.audit a left join samstyr.audit_change c using (cooperation_id, revision)
           left join samstyr.account p on p.user_id::text = a.who
         where a.cooperation_id = $1 and a.revision < coalesce($2::bigint, 9223372036854775807)
           and ($4::text is null or a.who = $4)
           and ($5::text is null or exists (select from samstyr.audit_change t
             where t.cooperation_id = a.cooperation_id and t.revision = a.revision and t.table_name = $5))
         group by a.cooperation_id, a.revision, a.at, a.who, p.name, a.command->>'op', a.previous_hash, a.hash
         order by a.revision desc limit $3`,
        [member.cooperation, query.before ?? null, limit, query.who ?? null, query.table ?? null],
      ),
    );
    return ok({ entries: rows.map(entryJson) });
  },
  'audit.entry': async ({ services, member, params }) => {
    const place = [member.cooperation, params.revision];
    return withCooperation(services.store.database.serving, member.cooperation, async (client) => {
      const { rows: entries } = await client.query<AuditRow>(
        `select a.revision, a.at, a.who, p.name, a.command->>'op' as op, a.previous_hash as previous, a.hash,
           (select count(*) from samstyr.audit_change c where c.cooperation_id = a.cooperation_id and c.revision = a.revision) as rows
         from samstyr.audit a left join samstyr.account p on p.user_id::text = a.who
         where a.cooperation_id = $1 and a.revision = $2`,
        place,
      );
      const [entry] = entries;
      if (entry === undefined) return fail({ code: 'api.notFound' });
      const { rows: changes } = await client.query<AuditChangeJson>(
        `select table_name as table, row_id as id, before, after from samstyr.audit_change
         where cooperation_id = $1 and revision = $2 order by number limit 200`,
        place,
      );
      return ok({ ...entryJson(entry), changes });
    });
  },
  'audit.head': async ({ services, member }) =>
    ok(await headOf(services.store.database.serving, member.cooperation)),
  'verification.get': async ({ services, member, query, language }) => {
    const { findings, entries, rows, head } = await verifyCooperation(
      services.store.database.serving,
      member.cooperation,
      query.head === undefined ? [] : [query.head],
    );
    return ok({
      ...{ entries, rows, head },
      findings: findings.map((finding) => ({ code: finding.code, text: verifySentence(finding, language) })),
    });
  },
};
