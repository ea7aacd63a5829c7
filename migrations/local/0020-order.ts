/** Migration 20: pins, sets of collections, and searches that are kept. */
export const order = /* sql */ `
alter table tag add column pinned integer not null default 0;
alter table collection add column pinned integer not null default 0;
alter table collection add column collection_group_id text;

create table collection_group (
  id text primary key, name text not null, name_key text not null, created_at integer not null, changed_at integer not null, trashed_at integer
) strict;

create table saved_search (
  id text primary key, name text not null, name_key text not null,
  -- JSON of what is asked: words, filter and order, as patterns.list takes them.
  question text not null,
  pinned integer not null default 0,
  created_at integer not null, changed_at integer not null, trashed_at integer
) strict;
`
