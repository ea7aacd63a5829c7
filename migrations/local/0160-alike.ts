/**
 * Migration 160: the wall's orders break a tie by the pattern's id, which is made in order and the same on each of her computers. Row numbers,
 * which did before, are one computer's own: patterns of one import hung in another order on the next.
 */
export const alike = /* sql */ `
drop index pattern_by_newest;
drop index pattern_by_name;
drop index pattern_by_used;
-- trashed_at stands in each although it is always null there: SQLite reads the table for it otherwise.
create index pattern_by_newest on pattern (created_at desc, id desc, trashed_at) where trashed_at is null;
create index pattern_by_name on pattern (sort_key, id, trashed_at) where trashed_at is null;
create index pattern_by_used on pattern (last_used_at desc, id desc, trashed_at) where trashed_at is null and last_used_at is not null;
`
