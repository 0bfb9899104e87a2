-- The first schema. Every table of a cooperation has cooperation_id first in its keys and is closed by row level security: a connection sees
-- the rows of the cooperation that `samstyr.cooperation` names for its transaction, and none when nothing is named.
-- Suits PostgreSQL 15 and later. A released file is never changed; what comes after is a new file.

create extension if not exists btree_gist with schema public;

-- A setting that was set and is reset reads as '', not as null.
create function samstyr.current_cooperation() returns uuid
  language sql stable
  return nullif(current_setting('samstyr.cooperation', true), '')::uuid;

-- A cooperation's home: its random id, its name (the slug of cooperation.yaml), how many times it was changed and the last hash of its audit.
create table samstyr.tenant (
  cooperation_id uuid primary key default gen_random_uuid(),
  name text not null unique,
  revision bigint not null default 0 check (revision >= 0),
  head text not null default '',
  next_position bigint not null default 1 check (next_position > 0)
);

create table samstyr."cooperation" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "name" text not null,
  "name_nn" text,
  "name_en" text,
  "office" text not null,
  "languages" text[] not null,
  "rounding_unit_ore" bigint not null,
  "rounding_mode" text not null check ("rounding_mode" in ('largestRemainder', 'hostTakesRest')),
  "accent" text check ("accent" ~ '^#[0-9A-F]{6}$'),
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."party" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "party" text not null,
  "kind" text not null check ("kind" in ('municipality', 'county', 'state', 'health-trust', 'parish', 'company', 'association')),
  "name" text not null,
  "kommunenummer" text check ("kommunenummer" ~ '^[0-9]{4}$'),
  "orgnr" text check ("orgnr" ~ '^[0-9]{9}$'),
  "from" date,
  "until" date,
  "column" boolean not null,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."appearance" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "party" text not null,
  "colour" text check ("colour" ~ '^#[0-9A-F]{6}$'),
  "arms" text,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id),
  unique (cooperation_id, "party") deferrable initially deferred
);
create table samstyr."asset" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null check ("id" ~ '^arms/[a-z0-9.-]+\.(svg|png)$'),
  "content" text not null check (length("content") <= 300000),
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."register" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "name" text not null,
  "name_nn" text,
  "name_en" text,
  "unit" text not null,
  "units" text not null,
  "source" text,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."register_value" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "register" text not null,
  "party" text not null,
  "date" date not null,
  "group" text,
  "value" text not null,
  "basis" text not null check ("basis" in ('published', 'derived', 'assumed')),
  "source" text,
  "published" date,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."unit_group" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "name" text not null,
  "name_nn" text,
  "name_en" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."unit" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "name" text not null,
  "name_nn" text,
  "name_en" text,
  "aliases" text[] not null,
  "group" text,
  "host" text,
  "order" integer not null check ("order" >= 0),
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."service" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "unit" text not null,
  "name" text not null,
  "name_nn" text,
  "name_en" text,
  "kind" text not null check ("kind" in ('operating', 'investment')),
  "continues" text,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."participation" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "service" text not null,
  "party" text not null,
  "from" date,
  "until" date,
  "amount" text not null check ("amount" in ('known', 'unknown')),
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."agreement" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "unit" text not null,
  "service" text,
  "from" date,
  "until" date,
  "legal_form" text not null check ("legal_form" in ('vertskommune', 'oppgavefellesskap', 'politisk-rad', 'iks', 'as', 'samvirke', 'avtale')),
  "host" text,
  "rounding_unit_ore" bigint,
  "rounding_mode" text check ("rounding_mode" in ('largestRemainder', 'hostTakesRest')),
  "notice_months" integer check ("notice_months" >= 0),
  "paragraph" text,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."key" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "service" text not null,
  "from" date,
  "until" date,
  "known" date,
  "case" text,
  "key" json not null,
  "cost_base" text[] not null,
  "basis" text not null check ("basis" in ('published', 'derived', 'assumed')),
  "paragraph" text,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."version" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "year" integer not null check ("year" between 1900 and 2099),
  "status" text not null check ("status" in ('proposal', 'recommended', 'adopted', 'amended')),
  "base" text,
  "as_of" date not null,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  locked boolean not null default false,
  primary key (cooperation_id, id)
);
create table samstyr."total" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "version" text not null,
  "service" text not null,
  "amount_ore" bigint not null,
  "basis" text not null check ("basis" in ('published', 'derived', 'assumed')),
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."line" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "version" text not null,
  "service" text not null,
  "distribution" text not null check ("distribution" in ('shared', 'direct', 'agreed', 'contribution', 'memo')),
  "party" text,
  "amount_ore" bigint not null,
  "label" text,
  "funksjon" text check ("funksjon" ~ '^[0-9]{3}$'),
  "art" text check ("art" ~ '^[0-9]{3}$'),
  "ansvar" text,
  "sensitive" boolean not null,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."adopted" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "version" text not null,
  "service" text not null,
  "party" text not null,
  "amount_ore" bigint,
  "sensitive" boolean not null,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."change" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "version" text not null,
  "service" text not null,
  "party" text,
  "kind" text not null check ("kind" in ('wage', 'price', 'deflator', 'fullYear', 'volume', 'technical', 'correction', 'measure', 'saving', 'key', 'member', 'oneOff')),
  "amount_ore" bigint,
  "from" date,
  "until" date,
  "one_off" boolean not null,
  "counterpart" text,
  "reason" text,
  "proposer" text,
  "status" text not null check ("status" in ('proposed', 'accepted', 'adjusted', 'rejected')),
  "proposed_ore" bigint,
  "included_ore" bigint,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."growth" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "version" text not null,
  "service" text not null,
  "kind" text not null check ("kind" in ('wage', 'price', 'deflator', 'income')),
  "rate_percent" text not null,
  "from" date not null,
  "base_ore" bigint,
  "included_ore" bigint,
  "published" date,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."price" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "service" text not null,
  "measure" text not null,
  "party" text,
  "from" date,
  "until" date,
  "price_ore" bigint not null,
  "published" date,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."volume" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "version" text not null,
  "service" text not null,
  "party" text not null,
  "measure" text not null,
  "from" date,
  "until" date,
  "count" text not null,
  "sensitive" boolean not null,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."frame" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "version" text not null,
  "unit" text not null,
  "amount_ore" bigint not null,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."alternative" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "base" text not null,
  "name" text not null,
  "why" text,
  "edits" json not null,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."avoidable" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "service" text not null,
  "party" text,
  "share" text,
  "amount_ore" bigint,
  "from" date not null,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."case" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "title" text not null,
  "sent" date,
  "deadline" date,
  "councils" text[] not null,
  "assumed" boolean not null,
  "wording" text,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."decision" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "case" text not null,
  "party" text not null,
  "date" date,
  "result" text not null check ("result" in ('adopted', 'rejected', 'awaited')),
  "wording" text,
  "amount_ore" bigint,
  "case_number" text,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."forecast" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "unit" text not null,
  "date" date not null,
  "expected_result_ore" bigint,
  "text" text,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."text" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "unit" text not null,
  "year" integer not null check ("year" between 1900 and 2099),
  "language" text not null check ("language" in ('nb', 'nn', 'en')),
  "section" text not null,
  "title" text not null,
  "body" text not null,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."published" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "document" text not null,
  "page" integer check ("page" >= 1),
  "line" integer check ("line" >= 1),
  "table" text not null,
  "unit" text,
  "service" text,
  "party" text,
  "kind" text not null check ("kind" in ('operating', 'investment')),
  "year" integer not null check ("year" between 1900 and 2099),
  "field" text not null check ("field" in ('amount', 'change')),
  "printed" text not null,
  "unit_ore" bigint not null,
  "granularity_ore" bigint not null,
  "note" text,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."comment" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "unit" text not null,
  "about" text,
  "author" text not null,
  "written_at" text not null,
  "body" text not null,
  "resolved" boolean not null,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);
create table samstyr."task" (
  cooperation_id uuid not null references samstyr.tenant,
  "id" text not null,
  "unit" text not null,
  "year" integer check ("year" between 1900 and 2099),
  "kind" text not null check ("kind" in ('status', 'text', 'volumes', 'forecast', 'decision', 'other')),
  "title" text not null,
  "due" date,
  "assignee" text,
  "done" boolean not null,
  position bigint not null,
  row_version integer not null check (row_version > 0),
  primary key (cooperation_id, id)
);

-- What a row names must be there when the transaction ends.
alter table samstyr."register_value" add foreign key (cooperation_id, "register") references samstyr."register" deferrable initially deferred;
alter table samstyr."service" add foreign key (cooperation_id, "unit") references samstyr."unit" deferrable initially deferred;
alter table samstyr."service" add foreign key (cooperation_id, "continues") references samstyr."service" deferrable initially deferred;
alter table samstyr."participation" add foreign key (cooperation_id, "service") references samstyr."service" deferrable initially deferred;
alter table samstyr."agreement" add foreign key (cooperation_id, "unit") references samstyr."unit" deferrable initially deferred;
alter table samstyr."agreement" add foreign key (cooperation_id, "service") references samstyr."service" deferrable initially deferred;
alter table samstyr."key" add foreign key (cooperation_id, "service") references samstyr."service" deferrable initially deferred;
alter table samstyr."key" add foreign key (cooperation_id, "case") references samstyr."case" deferrable initially deferred;
alter table samstyr."version" add foreign key (cooperation_id, "base") references samstyr."version" deferrable initially deferred;
alter table samstyr."total" add foreign key (cooperation_id, "version") references samstyr."version" deferrable initially deferred;
alter table samstyr."total" add foreign key (cooperation_id, "service") references samstyr."service" deferrable initially deferred;
alter table samstyr."line" add foreign key (cooperation_id, "version") references samstyr."version" deferrable initially deferred;
alter table samstyr."line" add foreign key (cooperation_id, "service") references samstyr."service" deferrable initially deferred;
alter table samstyr."adopted" add foreign key (cooperation_id, "version") references samstyr."version" deferrable initially deferred;
alter table samstyr."adopted" add foreign key (cooperation_id, "service") references samstyr."service" deferrable initially deferred;
alter table samstyr."change" add foreign key (cooperation_id, "version") references samstyr."version" deferrable initially deferred;
alter table samstyr."change" add foreign key (cooperation_id, "service") references samstyr."service" deferrable initially deferred;
alter table samstyr."change" add foreign key (cooperation_id, "counterpart") references samstyr."service" deferrable initially deferred;
alter table samstyr."growth" add foreign key (cooperation_id, "version") references samstyr."version" deferrable initially deferred;
alter table samstyr."growth" add foreign key (cooperation_id, "service") references samstyr."service" deferrable initially deferred;
alter table samstyr."price" add foreign key (cooperation_id, "service") references samstyr."service" deferrable initially deferred;
alter table samstyr."volume" add foreign key (cooperation_id, "version") references samstyr."version" deferrable initially deferred;
alter table samstyr."volume" add foreign key (cooperation_id, "service") references samstyr."service" deferrable initially deferred;
alter table samstyr."frame" add foreign key (cooperation_id, "version") references samstyr."version" deferrable initially deferred;
alter table samstyr."frame" add foreign key (cooperation_id, "unit") references samstyr."unit" deferrable initially deferred;
alter table samstyr."alternative" add foreign key (cooperation_id, "base") references samstyr."version" deferrable initially deferred;
alter table samstyr."avoidable" add foreign key (cooperation_id, "service") references samstyr."service" deferrable initially deferred;
alter table samstyr."decision" add foreign key (cooperation_id, "case") references samstyr."case" deferrable initially deferred;
alter table samstyr."forecast" add foreign key (cooperation_id, "unit") references samstyr."unit" deferrable initially deferred;
alter table samstyr."appearance" add foreign key (cooperation_id, "arms") references samstyr."asset" deferrable initially deferred;
alter table samstyr."text" add foreign key (cooperation_id, "unit") references samstyr."unit" deferrable initially deferred;
alter table samstyr."published" add foreign key (cooperation_id, "unit") references samstyr."unit" deferrable initially deferred;
alter table samstyr."published" add foreign key (cooperation_id, "service") references samstyr."service" deferrable initially deferred;
alter table samstyr."comment" add foreign key (cooperation_id, "unit") references samstyr."unit" deferrable initially deferred;
alter table samstyr."task" add foreign key (cooperation_id, "unit") references samstyr."unit" deferrable initially deferred;

-- One participation, one name, one number and one key at a time.
alter table samstyr."participation" add constraint participation_overlap exclude using gist
  (cooperation_id with =, "service" with =, "party" with =, daterange("from", "until") with &&)
  deferrable initially deferred;
alter table samstyr."party" add constraint party_overlap exclude using gist
  (cooperation_id with =, "party" with =, daterange("from", "until") with &&)
  deferrable initially deferred;
alter table samstyr."party" add constraint party_number_twice exclude using gist
  (cooperation_id with =, "kommunenummer" with =, daterange("from", "until") with &&)
  where ("kommunenummer" is not null)
  deferrable initially deferred;
alter table samstyr."key" add constraint key_overlap exclude using gist
  (cooperation_id with =, "service" with =, coalesce("known", '0001-01-01'::date) with =, daterange("from", "until") with &&)
  where ("case" is null)
  deferrable initially deferred;

-- A version that is adopted is locked when its transaction ends, and with it the versions of the same year it builds on: from then on its
-- rows cannot be changed by anybody the triggers hold for.
create function samstyr.lock_adopted() returns trigger language plpgsql as $$
begin
  with recursive chain as (
    select v.id, v.base, v.year from samstyr.version v
      where v.cooperation_id = new.cooperation_id and v.id = new.id and v.status in ('adopted', 'amended')
    union
    select v.id, v.base, v.year from samstyr.version v
      join chain c on v.id = c.base and v.year = c.year
      where v.cooperation_id = new.cooperation_id
  )
  update samstyr.version v set locked = true
    from chain c where v.cooperation_id = new.cooperation_id and v.id = c.id and not v.locked;
  return null;
end $$;
create constraint trigger lock_adopted after insert or update of status, base on samstyr.version
  deferrable initially deferred for each row execute function samstyr.lock_adopted();

create function samstyr.refuse_locked_version() returns trigger language plpgsql as $$
begin
  if old.locked then
    raise exception 'the version % is adopted', old.id using errcode = 'SA001';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger refuse_locked before update or delete on samstyr.version
  for each row execute function samstyr.refuse_locked_version();

create function samstyr.refuse_locked_rows() returns trigger language plpgsql as $$
declare
  named text[] := case tg_op when 'INSERT' then array[new.version] when 'DELETE' then array[old.version]
    else array[old.version, new.version] end;
  tenant uuid := case tg_op when 'DELETE' then old.cooperation_id else new.cooperation_id end;
  locked_one text;
begin
  select v.id into locked_one from samstyr.version v
    where v.cooperation_id = tenant and v.id = any (named) and v.locked limit 1;
  if locked_one is not null then
    raise exception 'the version % is adopted', locked_one using errcode = 'SA001';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger refuse_locked before insert or update or delete on samstyr.total
  for each row execute function samstyr.refuse_locked_rows();
create trigger refuse_locked before insert or update or delete on samstyr.line
  for each row execute function samstyr.refuse_locked_rows();
create trigger refuse_locked before insert or update or delete on samstyr.adopted
  for each row execute function samstyr.refuse_locked_rows();
create trigger refuse_locked before insert or update or delete on samstyr.change
  for each row execute function samstyr.refuse_locked_rows();
create trigger refuse_locked before insert or update or delete on samstyr.growth
  for each row execute function samstyr.refuse_locked_rows();
create trigger refuse_locked before insert or update or delete on samstyr.volume
  for each row execute function samstyr.refuse_locked_rows();
create trigger refuse_locked before insert or update or delete on samstyr.frame
  for each row execute function samstyr.refuse_locked_rows();

-- What a unit's accepted changes add up to in a version, held under its frame by a constraint. An isolation level does not hold a sum;
-- one row that every acceptance must update does.
create table samstyr.frame_use (
  cooperation_id uuid not null references samstyr.tenant,
  version text not null,
  unit text not null,
  frame_ore bigint,
  used_ore bigint not null default 0,
  primary key (cooperation_id, version, unit),
  constraint within_frame check (frame_ore is null or used_ore <= frame_ore)
);

create function samstyr.add_frame_use(tenant uuid, in_version text, of_service text, amount bigint) returns void
  language plpgsql as $$
declare
  of_unit text;
begin
  if of_service is null or coalesce(amount, 0) = 0 then
    return;
  end if;
  select s.unit into of_unit from samstyr.service s where s.cooperation_id = tenant and s.id = of_service;
  if of_unit is null then
    raise exception 'the service % of a change is not there', of_service using errcode = 'SA003';
  end if;
  insert into samstyr.frame_use (cooperation_id, version, unit) values (tenant, in_version, of_unit)
    on conflict do nothing;
  update samstyr.frame_use u set used_ore = u.used_ore + amount
    where u.cooperation_id = tenant and u.version = in_version and u.unit = of_unit;
end $$;

-- A move between services takes from the one what it gives the other.
create function samstyr.count_frame_use() returns trigger
  language plpgsql security definer set search_path = pg_catalog, samstyr as $$
begin
  if tg_op <> 'INSERT' and old.status in ('accepted', 'adjusted') then
    perform samstyr.add_frame_use(old.cooperation_id, old.version, old.service, -old.amount_ore);
    perform samstyr.add_frame_use(old.cooperation_id, old.version, old.counterpart, old.amount_ore);
  end if;
  if tg_op <> 'DELETE' and new.status in ('accepted', 'adjusted') then
    perform samstyr.add_frame_use(new.cooperation_id, new.version, new.service, new.amount_ore);
    perform samstyr.add_frame_use(new.cooperation_id, new.version, new.counterpart, -new.amount_ore);
  end if;
  return null;
end $$;
create trigger count_frame_use after insert or update or delete on samstyr.change
  for each row execute function samstyr.count_frame_use();

create function samstyr.set_frame() returns trigger
  language plpgsql security definer set search_path = pg_catalog, samstyr as $$
begin
  if tg_op <> 'INSERT' then
    update samstyr.frame_use u set frame_ore = null
      where u.cooperation_id = old.cooperation_id and u.version = old.version and u.unit = old.unit;
  end if;
  if tg_op <> 'DELETE' then
    insert into samstyr.frame_use (cooperation_id, version, unit) values (new.cooperation_id, new.version, new.unit)
      on conflict do nothing;
    update samstyr.frame_use u set frame_ore = new.amount_ore
      where u.cooperation_id = new.cooperation_id and u.version = new.version and u.unit = new.unit;
  end if;
  return null;
end $$;
create trigger set_frame after insert or update or delete on samstyr.frame
  for each row execute function samstyr.set_frame();
alter table samstyr.frame add constraint one_frame unique (cooperation_id, version, unit) deferrable initially deferred;

-- Who did what, when, and what it changed. An entry for each revision, chained by its hash to the one before; nothing here is ever changed.
create table samstyr.audit (
  cooperation_id uuid not null references samstyr.tenant,
  revision bigint not null check (revision > 0),
  at text not null,
  who text not null,
  command json not null,
  before_hash text not null,
  after_hash text not null,
  previous_hash text not null,
  hash text not null,
  primary key (cooperation_id, revision)
);
create table samstyr.audit_change (
  cooperation_id uuid not null,
  revision bigint not null,
  number integer not null check (number >= 0),
  table_name text not null,
  row_id text not null,
  row_version integer not null,
  position bigint not null,
  before json,
  after json,
  primary key (cooperation_id, revision, number),
  foreign key (cooperation_id, revision) references samstyr.audit deferrable initially deferred,
  check (before is not null or after is not null)
);
create index audit_change_row on samstyr.audit_change (cooperation_id, table_name, row_id, revision);

create function samstyr.refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is only added to' using errcode = 'SA002';
end $$;
create trigger refuse_rewriting before update or delete on samstyr.audit
  for each row execute function samstyr.refuse_rewriting();
create trigger refuse_emptying before truncate on samstyr.audit
  for each statement execute function samstyr.refuse_rewriting();
create trigger refuse_rewriting before update or delete on samstyr.audit_change
  for each row execute function samstyr.refuse_rewriting();
create trigger refuse_emptying before truncate on samstyr.audit_change
  for each statement execute function samstyr.refuse_rewriting();

-- The answer a command got, for who asks again with the same key.
create table samstyr.idempotency (
  cooperation_id uuid not null references samstyr.tenant,
  who text not null,
  key text not null,
  body_hash text not null,
  answer json not null,
  at text not null,
  primary key (cooperation_id, who, key)
);

-- The wall: also for the owner, and closed when nothing is named.
do $$
declare
  name text;
begin
  foreach name in array array[
    'cooperation', 'party', 'appearance', 'asset', 'register', 'register_value', 'unit_group', 'unit', 'service', 'participation', 'agreement', 'key',
    'version', 'total', 'line', 'adopted', 'change', 'growth', 'price', 'volume', 'frame',
    'alternative', 'avoidable', 'case', 'decision', 'forecast', 'text', 'published', 'comment', 'task',
    'frame_use', 'audit', 'audit_change', 'idempotency'
  ] loop
    execute format('alter table samstyr.%I enable row level security', name);
    execute format('alter table samstyr.%I force row level security', name);
    execute format(
      'create policy own_cooperation on samstyr.%I using (cooperation_id = samstyr.current_cooperation()) with check (cooperation_id = samstyr.current_cooperation())',
      name
    );
  end loop;
end $$;

-- A cooperation is found by its name or its id; only the owner can list them all.
alter table samstyr.tenant enable row level security;
alter table samstyr.tenant force row level security;
create policy own_cooperation on samstyr.tenant
  using (cooperation_id = samstyr.current_cooperation())
  with check (cooperation_id = samstyr.current_cooperation());
create policy by_name on samstyr.tenant for select
  using (name = nullif(current_setting('samstyr.cooperation_name', true), ''));
create policy owner_lists on samstyr.tenant for select to current_user using (true);
