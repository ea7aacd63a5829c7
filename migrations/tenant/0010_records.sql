-- Up Migration

-- One row. Every writer takes its lock first, so that commits follow one another and their order is the order of seq.
create table feed_counter (
  is_only boolean primary key default true check (is_only),
  seq bigint not null default 0,
  -- Nightly runs so far, and the day of the last one.
  night integer not null default 0,
  night_day date
) with (fillfactor = 50);
insert into feed_counter default values;

create table record (
  table_name text not null,
  row_id text not null,
  fields jsonb not null,
  stamps jsonb not null,
  purged boolean not null default false,
  seq bigint not null,
  -- The nightly run in which it last changed: a purge waits 30 of them.
  changed_night integer not null,
  -- First 8 bytes of the SHA-256 of the record's canonical text, and which of the 256 buckets its id falls into.
  hash bigint not null,
  bucket smallint not null,
  primary key (table_name, row_id)
);
create unique index record_seq on record (seq);
create index record_trashed on record (changed_night) where not purged and jsonb_typeof(fields -> 'trashed_at') = 'number';

-- seq is taken here, whoever writes and however: a row gets the next one exactly when something a device can see has changed.
create function take_seq() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.fields = old.fields and new.stamps = old.stamps and new.purged = old.purged then
      new.seq := old.seq;
      return new;
    end if;
  end if;
  update feed_counter set seq = seq + 1 returning seq into new.seq;
  return new;
end $$;
create trigger record_seq before insert or update on record for each row execute function take_seq();

-- Values that lost. Kept for 90 nightly runs from their arrival.
create table record_history (
  table_name text not null,
  row_id text not null,
  field text not null,
  -- Hash of stamp and value: the same lost value is kept once.
  cell_key text not null,
  value jsonb not null,
  stamp jsonb not null,
  is_conflict boolean not null,
  arrived_night integer not null,
  arrived_at timestamptz not null,
  settled boolean not null default false,
  primary key (table_name, row_id, field, cell_key)
);
create index record_history_night on record_history (arrived_night);
create index record_history_conflict on record_history (arrived_at desc) where is_conflict and not settled;

-- Restores to a day, so that each can be taken back.
create table restore (
  id uuid primary key,
  -- The day asked for and when it was asked, milliseconds since 1970.
  at bigint not null,
  asked_at bigint not null,
  -- What its stamps carry as their device.
  device text not null unique,
  state text not null check (state in ('running', 'done', 'undone')),
  records integer not null default 0
);

create function field_integer(fields jsonb, name text) returns bigint language sql immutable as
  $$ select case when jsonb_typeof(fields -> name) = 'number' and abs((fields ->> name)::numeric) < 9e18 then trunc((fields ->> name)::numeric)::bigint end $$;
create function field_real(fields jsonb, name text) returns double precision language sql immutable as
  $$ select case when jsonb_typeof(fields -> name) = 'number' and abs((fields ->> name)::numeric) < 1e300 then (fields ->> name)::double precision end $$;

-- Ordinary columns for people and reports.
create view designer as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'name' as name,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'designer' and not purged;

create view tag_group as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'name' as name,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'tag_group' and not purged;

create view tag as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'name' as name,
  fields ->> 'tag_group_id' as tag_group_id,
  field_integer(fields, 'pinned') as pinned,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'tag' and not purged;

create view collection_group as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'name' as name,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'collection_group' and not purged;

create view collection as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'name' as name,
  fields ->> 'collection_group_id' as collection_group_id,
  field_integer(fields, 'pinned') as pinned,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'collection' and not purged;

create view saved_search as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'name' as name,
  fields ->> 'question' as question,
  field_integer(fields, 'pinned') as pinned,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'saved_search' and not purged;

create view tidy_answer as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'pattern_id' as pattern_id,
  fields ->> 'about' as about,
  fields ->> 'value' as value,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'tidy_answer' and not purged;

create view plan as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'pattern_id' as pattern_id,
  fields ->> 'name' as name,
  fields ->> 'plan' as plan,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'plan' and not purged;

create view design_pair as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'first_id' as first_id,
  fields ->> 'second_id' as second_id,
  fields ->> 'decision' as decision,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'design_pair' and not purged;

create view pattern as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'name' as name,
  fields ->> 'designer_id' as designer_id,
  fields ->> 'kind' as kind,
  fields ->> 'state' as state,
  fields ->> 'notes' as notes,
  field_integer(fields, 'favourite') as favourite,
  field_integer(fields, 'last_used_at') as last_used_at,
  fields ->> 'import_id' as import_id,
  fields ->> 'main_hash' as main_hash,
  fields ->> 'picture_hash' as picture_hash,
  field_real(fields, 'width_mm') as width_mm,
  field_real(fields, 'height_mm') as height_mm,
  fields ->> 'size_source' as size_source,
  field_real(fields, 'stitched_mm') as stitched_mm,
  field_real(fields, 'travel_mm') as travel_mm,
  field_integer(fields, 'runs') as runs,
  field_integer(fields, 'jumps') as jumps,
  field_integer(fields, 'pauses') as pauses,
  field_integer(fields, 'points') as points,
  field_integer(fields, 'closed') as closed,
  field_real(fields, 'end_rise_mm') as end_rise_mm,
  fields ->> 'version_id' as version_id,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'pattern' and not purged;

-- (`file` itself is the table of stored originals.)
create view pattern_file as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'pattern_id' as pattern_id,
  fields ->> 'hash' as hash,
  fields ->> 'name' as name,
  fields ->> 'origin' as origin,
  fields ->> 'role' as role,
  fields ->> 'format' as format,
  field_integer(fields, 'bytes') as bytes,
  fields ->> 'made_from' as made_from,
  fields ->> 'recipe' as recipe,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'file' and not purged;

create view pattern_tag as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'pattern_id' as pattern_id,
  fields ->> 'tag_id' as tag_id,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'pattern_tag' and not purged;

create view collection_pattern as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'collection_id' as collection_id,
  fields ->> 'pattern_id' as pattern_id,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'collection_pattern' and not purged;

create view machine as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'name' as name,
  fields ->> 'preset_id' as preset_id,
  fields ->> 'formats' as formats,
  field_integer(fields, 'longest_name') as longest_name,
  fields ->> 'letters' as letters,
  field_integer(fields, 'per_designer') as per_designer,
  field_integer(fields, 'most_files') as most_files,
  fields ->> 'unit' as unit,
  field_integer(fields, 'start_at_origin') as start_at_origin,
  field_real(fields, 'tolerance_mm') as tolerance_mm,
  fields ->> 'on_pieces' as on_pieces,
  field_integer(fields, 'most_points') as most_points,
  field_real(fields, 'smallest_mm') as smallest_mm,
  field_real(fields, 'widest_mm') as widest_mm,
  field_real(fields, 'highest_mm') as highest_mm,
  field_real(fields, 'start_end_mm') as start_end_mm,
  fields ->> 'experimental' as experimental,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'machine' and not purged;

create view machine_mark as select
  row_id as id,
  field_integer(fields, 'created_at') as created_at,
  fields ->> 'machine_id' as machine_id,
  fields ->> 'pattern_id' as pattern_id,
  fields ->> 'format' as format,
  field_integer(fields, 'sent_at') as sent_at,
  fields ->> 'verdict' as verdict,
  field_integer(fields, 'trashed_at') as trashed_at
from record where table_name = 'machine_mark' and not purged;

-- Down Migration
drop view designer, tag_group, tag, collection_group, collection, saved_search, tidy_answer, plan, design_pair, pattern, pattern_file, pattern_tag, collection_pattern, machine, machine_mark;
drop table restore, record_history, record, feed_counter;
drop function take_seq, field_integer, field_real;
