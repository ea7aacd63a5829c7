/** Migration 120: what she said about things to tidy up, and searches that found nothing. */
export const tidy = /* sql */ `
-- Her own: it is right so, no thanks to a tag.
create table tidy_answer (
  id text primary key, pattern_id text not null,
  -- way-up, no-picture, size-unknown: it is right so. tag: not this tag.
  about text not null,
  -- Of a tag its folded name; else empty.
  value text not null,
  created_at integer not null, changed_at integer not null, trashed_at integer
) strict;
create index tidy_answer_by_pattern on tidy_answer (pattern_id, about, trashed_at) where trashed_at is null;

-- This computer's: what was asked and not found, each once.
create table missed_search (
  id text primary key,
  -- As it was typed last, and folded.
  query text not null, query_key text not null unique,
  times integer not null,
  last_at integer not null,
  forgotten_at integer
) strict;
create index missed_search_by_time on missed_search (last_at desc) where forgotten_at is null;
`
