-- Who may come in, and as what. Secrets are kept as hashes, but for the second factor's, which both sides must know.

create table samstyr.account (
  user_id uuid primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  password_hash text,
  last_login_at timestamptz,
  -- Somebody who may not come in; what they wrote keeps their name.
  deactivated_at timestamptz
);
create table samstyr.second_factor (
  user_id uuid primary key references samstyr.account on delete cascade,
  secret text not null,
  confirmed boolean not null default false,
  -- The last thirty seconds a code was used for: no code counts twice.
  last_step bigint not null default 0
);
create table samstyr.recovery_code (
  user_id uuid not null references samstyr.account on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);
-- A person of an identity provider: never found by e-mail alone.
create table samstyr.external_identity (
  issuer text not null,
  subject text not null,
  user_id uuid not null references samstyr.account on delete cascade,
  primary key (issuer, subject)
);
create table samstyr.session (
  id_hash text primary key,
  user_id uuid not null references samstyr.account on delete cascade,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index session_of on samstyr.session (user_id);
create table samstyr.login_failure (
  subject_hash text not null,
  at timestamptz not null
);
create index login_failure_of on samstyr.login_failure (subject_hash, at);
create table samstyr.oidc_flow (
  state_hash text primary key,
  browser_hash text not null,
  verifier text not null,
  nonce text not null,
  ends_at timestamptz not null
);

-- What a person is in a cooperation. Seen by who works in the cooperation, and by the person.
create table samstyr.access_grant (
  cooperation_id uuid not null references samstyr.tenant,
  user_id uuid not null references samstyr.account on delete cascade,
  role text not null check (role in ('administrator', 'controller', 'unitLeader', 'financeOfficer', 'reader', 'grantOfficer', 'auditor')),
  units text[] not null default '{}',
  party text,
  primary key (cooperation_id, user_id, role),
  check ((role = 'unitLeader') = (units <> '{}')),
  check ((role = 'financeOfficer') = (party is not null))
);
create index access_grant_of on samstyr.access_grant (user_id);
create table samstyr.one_time_token (
  token_hash text primary key,
  kind text not null check (kind in ('invitation', 'reset')),
  cooperation_id uuid not null references samstyr.tenant,
  email text not null,
  grants jsonb not null,
  made_by uuid not null,
  ends_at timestamptz not null,
  used_at timestamptz
);
-- Who came in, who was refused, what was changed about access and who took out figures that rest on few. Ids only, and only added to.
create table samstyr.security_event (
  cooperation_id uuid,
  at timestamptz not null,
  kind text not null,
  user_id uuid,
  by_user uuid
);
create index security_event_of on samstyr.security_event (cooperation_id, at);

-- What takes a while. The queue says only that there is something to do; what it is stands in the job.
create table samstyr.job_queue (
  id uuid primary key,
  cooperation_id uuid not null,
  state text not null check (state in ('waiting', 'running')),
  made_at timestamptz not null,
  seen_at timestamptz
);
-- An import belongs to no cooperation yet: it stands under the id of the person who started it.
create table samstyr.job (
  cooperation_id uuid not null,
  id uuid not null,
  made_by uuid not null,
  kind text not null check (kind in ('documents', 'publication', 'import', 'draft', 'check')),
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  wish json not null,
  input bytea,
  done integer not null default 0,
  steps integer not null default 1,
  step text,
  made_at timestamptz not null,
  ended_at timestamptz,
  result json,
  primary key (cooperation_id, id)
);
create table samstyr.job_file (
  cooperation_id uuid not null,
  job_id uuid not null,
  name text not null,
  type text not null,
  sha256 text not null,
  content bytea not null,
  primary key (cooperation_id, job_id, name),
  foreign key (cooperation_id, job_id) references samstyr.job on delete cascade
);
-- What is published is everybody's, and never changes.
create table samstyr.publication (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  cooperation_id uuid not null references samstyr.tenant,
  name text not null,
  title text not null,
  year integer not null,
  version text not null,
  language text not null,
  -- How much of the budget: full, summary or municipality:ID.
  edition text not null,
  published_at timestamptz not null,
  -- Told to the members, never to everybody.
  published_by uuid not null,
  audit_head text not null,
  overview json not null
);
create table samstyr.publication_file (
  publication_id text not null references samstyr.publication,
  name text not null,
  type text not null,
  sha256 text not null,
  content bytea not null,
  primary key (publication_id, name)
);
create trigger refuse_rewriting before update or delete on samstyr.publication
  for each row execute function samstyr.refuse_rewriting();
create trigger refuse_rewriting before update or delete on samstyr.publication_file
  for each row execute function samstyr.refuse_rewriting();
create trigger refuse_rewriting before update or delete on samstyr.security_event
  for each row execute function samstyr.refuse_rewriting();

create function samstyr.current_person() returns uuid
  language sql stable
  return nullif(current_setting('samstyr.person', true), '')::uuid;

do $$
declare
  name text;
begin
  foreach name in array array['access_grant', 'job', 'job_file'] loop
    execute format('alter table samstyr.%I enable row level security', name);
    execute format('alter table samstyr.%I force row level security', name);
    execute format(
      'create policy own_cooperation on samstyr.%I using (cooperation_id = samstyr.current_cooperation()) with check (cooperation_id = samstyr.current_cooperation())',
      name
    );
  end loop;
end $$;
create policy own_grants on samstyr.access_grant for select using (user_id = samstyr.current_person());
create policy of_the_person on samstyr.tenant for select
  using (exists (
    select from samstyr.access_grant g
    where g.cooperation_id = tenant.cooperation_id and g.user_id = samstyr.current_person()
  ));

-- Takes away what nobody will ask for again: answers kept for who tries once more, sessions and doors that have closed, and jobs with their
-- files. It runs as the owner of the tables, one cooperation after the other inside the walls, so that the serving role needs no list of
-- them and no right to take away answers itself.
create function samstyr.upkeep(kept_since timestamptz, now_at timestamptz)
  returns table (what text, removed bigint)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  place uuid;
  before text := current_setting('samstyr.cooperation', true);
  answers bigint := 0;
  jobs bigint := 0;
  gone bigint;
begin
  for place in select cooperation_id from samstyr.tenant union select user_id from samstyr.account loop
    perform set_config('samstyr.cooperation', place::text, true);
    delete from samstyr.idempotency where cooperation_id = place and at::timestamptz < kept_since;
    get diagnostics gone = row_count;
    answers := answers + gone;
    delete from samstyr.job where cooperation_id = place and ended_at < kept_since;
    get diagnostics gone = row_count;
    jobs := jobs + gone;
  end loop;
  perform set_config('samstyr.cooperation', coalesce(before, ''), true);
  what := 'answers'; removed := answers; return next;
  what := 'jobs'; removed := jobs; return next;
  delete from samstyr.session where ends_at < now_at;
  get diagnostics removed = row_count;
  what := 'sessions'; return next;
  delete from samstyr.one_time_token where ends_at < kept_since or used_at < kept_since;
  get diagnostics removed = row_count;
  what := 'links'; return next;
  delete from samstyr.oidc_flow where ends_at < now_at;
  get diagnostics removed = row_count;
  what := 'flows'; return next;
end $$;
revoke all on function samstyr.upkeep from public;
