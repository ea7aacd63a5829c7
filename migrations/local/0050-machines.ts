/** Migration 50: the machines she owns with what she changed of their rules, and what each took. */
export const machines = /* sql */ `
-- Every rule that is null is as Bobbin has it for this kind of machine: what she changed is what stands here.
create table machine (
  id text primary key, name text not null, name_key text not null,
  -- The kind: a preset of this or a later Bobbin.
  preset_id text not null,
  -- JSON: her order of formats, each with on or off and a dialect.
  formats text,
  longest_name integer, letters text,
  per_designer integer, most_files integer,
  unit text, start_at_origin integer, tolerance_mm real,
  -- What happens with a pattern in several pieces: send, warn, join, refuse.
  on_pieces text,
  most_points integer, smallest_mm real, widest_mm real, highest_mm real, start_end_mm real,
  -- JSON: formats nobody tried that she said yes to.
  experimental text not null default '[]',
  created_at integer not null, changed_at integer not null, trashed_at integer
) strict;

-- A pattern that went to a machine in a format, and what she says became of it.
create table machine_mark (
  id text primary key,
  -- A machine of hers, or a kind by its name.
  machine_id text not null, pattern_id text not null, format text not null,
  sent_at integer,
  -- sent: not said yet. took, refused. quiet: she does not want to be asked.
  verdict text not null,
  created_at integer not null, changed_at integer not null, trashed_at integer
) strict;
create index machine_mark_by_pattern on machine_mark (pattern_id);
create index machine_mark_by_machine on machine_mark (machine_id, format, verdict) where trashed_at is null;
`
