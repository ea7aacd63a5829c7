/** Migration 90: what designs look like, in numbers (shared/shape/describe.ts). */
export const descriptor = /* sql */ `
create table descriptor (
  -- Of the original that was described.
  hash text primary key,
  version integer not null,
  -- 192 signed bytes; null: looked at, and there is nothing to describe.
  v blob,
  local_scale real, length_over_gyration real
) strict;
`
