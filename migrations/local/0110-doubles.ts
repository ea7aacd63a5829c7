/** Migration 110: patterns that are one design, and what she said of them. */
export const doubles = /* sql */ `
-- The quilter's own: what she decided of two patterns that look alike. first_id is the smaller of the two ids.
create table design_pair (
  id text primary key, first_id text not null, second_id text not null,
  -- keep-both, not-same
  decision text not null,
  created_at integer not null, changed_at integer not null, trashed_at integer
) strict;
create index design_pair_by_first on design_pair (first_id);
create index design_pair_by_second on design_pair (second_id);

-- This computer's own, made again from the originals: the line of each design (shared/shape/outline.ts), what rejects most pairs before
-- they are compared (shared/shape/align/measures.ts), and with which version of the comparison it met all that were here.
create table outline (
  hash text primary key, version integer not null, checked integer not null default 0, measures blob not null, line blob not null
) strict;
create index outline_unchecked on outline (checked, hash);

-- Two originals that hold one design, or nearly; a is the smaller hash. How b lies on a: the verdict of shared/shape/align.ts as JSON.
create table design_twin (
  a text not null, b text not null, kind text not null, coverage real not null, verdict text not null,
  primary key (a, b)
) strict, without rowid;
create index design_twin_by_b on design_twin (b);

-- A pattern-to-be that is here already as another file: the pattern, how the two compare (JSON of a verdict), and whether it joins that one.
alter table import_candidate add column twin_id text;
alter table import_candidate add column twin text;
alter table import_candidate add column twin_joins integer not null default 0;
`
