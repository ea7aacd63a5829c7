/** Migration 95: what a wall can be narrowed by that no earlier Bobbin kept beside the pattern. */
export const facts = /* sql */ `
-- Height of the last stitch above the first, in millimetres of the main file; null: not known. Of patterns that are here already it
-- stands in what was measured of that file.
alter table pattern add column end_rise_mm real;
update pattern set end_rise_mm = (
  select json_extract(o.facts, '$.end.y') - json_extract(o.facts, '$.start.y') from original o
  where o.hash = pattern.main_hash and o.outcome = 'read' and json_valid(o.facts)
) where main_hash is not null;
-- Few files cannot be read: this says which without a look at every one.
create index original_unreadable on original (hash, error_code) where outcome = 'unreadable';
`
