/** Migration 60: versions of a pattern that she prepared, and which of its files is sent. */
export const prepared = /* sql */ `
-- A file that Bobbin made from another file of the pattern: the hash of that one, and as JSON what was done (shared/preparing). Null
-- for every file that came from somewhere.
alter table file add column made_from text;
alter table file add column recipe text;
-- The file that is sent instead of what a machine would get by itself; null: as it came.
alter table pattern add column version_id text;
`
