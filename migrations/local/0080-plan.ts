/** Migration 80: quilts that are planned with a pattern. */
export const plan = /* sql */ `
create table plan (
  id text primary key, pattern_id text not null,
  -- What she calls it: "Anna's quilt, 60 x 72".
  name text not null, name_key text not null,
  -- JSON of shared/planning/plan.ts, lengths in millimetres.
  plan text not null,
  created_at integer not null, changed_at integer not null, trashed_at integer
) strict;
create index plan_by_pattern on plan (pattern_id, changed_at desc) where trashed_at is null;
`
