-- Up Migration

-- Originals by the SHA-256 of their bytes, for this quilter alone: the same file of two quilters is kept twice, so that nobody can find out
-- what another has.
create table file (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes >= 0),
  -- Null: begun, its parts are in file_part. Else its bytes were hashed here and are what its name says.
  stored_at timestamptz,
  -- Its name in the bucket; null: in file_content.
  object text,
  -- Another one each time it is begun: parts of an earlier beginning never end up among those of a later one.
  begun uuid not null default gen_random_uuid(),
  -- The nightly run (feed_counter.night) in which it was last named by anything, sent or asked for.
  last_referenced_night integer not null
);
create index file_begun on file (last_referenced_night) where stored_at is null;

-- Parts of 1 MB of what is not whole yet, in any order; never changed once written.
create table file_part (
  hash text not null references file (hash) on delete cascade,
  part integer not null,
  content bytea not null,
  primary key (hash, part)
);
-- Most patterns are packed or small: not pressed together again, and cut without reading the whole.
alter table file_part alter column content set storage external;

-- Only ever bytes that were found to be what their name says.
create table file_content (
  hash text not null references file (hash) on delete cascade,
  part integer not null,
  content bytea not null,
  primary key (hash, part)
);
alter table file_content alter column content set storage external;

-- Always the sum over file: asked before any byte is taken, and held to in the transaction that takes it.
create table file_usage (
  one boolean primary key default true check (one),
  bytes bigint not null default 0 check (bytes >= 0)
);
insert into file_usage default values;

-- Down Migration
drop table file_usage, file_content, file_part, file;
