/** Migration 70: sendings that survive a restart. Belongs to this computer alone, as its job does. */
export const batch = /* sql */ `
-- One row a pattern of a sending, in the order asked.
create table sending_file (
  job_id text not null references job(id) on delete cascade,
  position integer not null,
  pattern_id text not null,
  -- waiting: not sent yet. written: on the target, checked. skipped: stays here, told why.
  state text not null default 'waiting',
  -- JSON: what the report says of it; null while it waits.
  told text,
  -- Whether the pattern's history has it.
  remembered integer not null default 0,
  primary key (job_id, position)
) strict, without rowid;
create unique index sending_file_of_pattern on sending_file (job_id, pattern_id);
`
