/** Migration 140: what backing up needs to know of every record: who typed each value and when, and what the cloud does not have yet. */

/** The quilter's tables as they stand at this migration: every synced field, with the value it has when nobody set it. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  designer: { name: 'null' },
  tag_group: { name: 'null' },
  tag: { name: 'null', tag_group_id: 'null', pinned: '0' },
  collection_group: { name: 'null' },
  collection: { name: 'null', collection_group_id: 'null', pinned: '0' },
  saved_search: { name: 'null', question: 'null', pinned: '0' },
  tidy_answer: { pattern_id: 'null', about: 'null', value: 'null' },
  plan: { pattern_id: 'null', name: 'null', plan: 'null' },
  design_pair: { first_id: 'null', second_id: 'null', decision: 'null' },
  pattern: {
    ...nulls('name', 'designer_id', 'kind', 'state', 'last_used_at', 'import_id', 'main_hash', 'picture_hash'),
    ...nulls('width_mm', 'height_mm', 'size_source', 'stitched_mm', 'travel_mm', 'runs', 'jumps', 'pauses', 'points'),
    ...nulls('closed', 'end_rise_mm', 'version_id'),
    notes: "''",
    favourite: '0',
  },
  file: { ...nulls('pattern_id', 'hash', 'name', 'role', 'format', 'bytes', 'made_from', 'recipe'), origin: "''" },
  pattern_tag: nulls('pattern_id', 'tag_id'),
  collection_pattern: nulls('collection_id', 'pattern_id'),
  machine: {
    ...nulls('name', 'preset_id', 'formats', 'longest_name', 'letters', 'per_designer', 'most_files', 'unit'),
    ...nulls('start_at_origin', 'tolerance_mm', 'on_pieces', 'most_points', 'smallest_mm', 'widest_mm', 'highest_mm'),
    ...nulls('start_end_mm'),
    experimental: "'[]'",
  },
  machine_mark: nulls('machine_id', 'pattern_id', 'format', 'sent_at', 'verdict'),
}

function nulls(...fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map(field => [field, 'null']))
}

/**
 * A record older than backing up counts as typed when it was last changed. A value that nobody set is left out: it would come in over one
 * that was set on another computer. Whether it lies in the trash is said of every record.
 */
function stampOlder(table: string): string {
  const set = Object.entries(FIELDS[table] ?? {})
    .map(([field, unset]) => `case when ${field} is ${unset} then '' else ',${field}' end`)
    .join(' || ')
  return `insert into sync_row (table_name, row_id, cells, waiting)
    select '${table}', id, json_array(json_array(max(changed_at, 0), 0, (select json_extract(value, '$') from sync_meta where key = 'device'),
      'created_at,trashed_at' || ${set}, null)), max(changed_at, 0) from ${table};`
}

export const sync = /* sql */ `
-- Of every record, known to this Bobbin or not. cells: JSON (electron/library/sync/store/packed.ts): by stamp, which fields were typed then, and
-- whether the cloud has them. The values stand in the record's own row; extra holds, as JSON, those that its table has no
-- place for, and all of them while there is no row (away): of a table this Bobbin does not know, of a record that is not whole yet or
-- lies with what it belonged to (owner). waiting: milliseconds of the oldest stamp the cloud does not have.
create table sync_row (
  seq integer primary key,
  table_name text not null, row_id text not null,
  cells text not null, extra text,
  purged integer not null default 0, away integer not null default 0, owner text,
  gen integer not null default 0, waiting integer
) strict;
-- An index beside rows that only ever grow: half of the ids are derived, and would spread wide rows over all of the table.
create unique index sync_row_once on sync_row (table_name, row_id);
create index sync_row_waiting on sync_row (waiting) where waiting is not null;
create index sync_row_away on sync_row (table_name, row_id) where away = 1;
create index sync_row_extra on sync_row (table_name, row_id) where extra is not null;
create index sync_row_owner on sync_row (owner) where owner is not null;
create index sync_row_hash on sync_row (json_extract(extra, '$.hash')) where table_name = 'file' and extra is not null;

-- Values the cloud does not have, of cells that are another's by now, or that it refused.
create table sync_entry (
  table_name text not null, row_id text not null, field text not null,
  ms integer not null, counter integer not null, device text not null, value text not null,
  base text, again integer not null, held text,
  primary key (table_name, row_id, field, ms, counter, device, value)
) strict, without rowid;
create index sync_entry_to_send on sync_entry (ms) where held is null;
create index sync_entry_held on sync_entry (table_name, row_id) where held is not null;

-- Purged in the cloud while something of it was held here that the purge did not know.
create table sync_aside (
  table_name text not null, row_id text not null, fields text not null, stamps text not null, entries text not null, at integer not null,
  primary key (table_name, row_id)
) strict, without rowid;

-- Patterns that another computer took away in a mass, still shown until she says: taken is 'trashed' or 'purged'.
create table sync_brake (
  pattern_id text primary key, taken text not null, at integer not null
) strict, without rowid;

create table sync_meta (key text primary key, value text not null) strict, without rowid;
insert into sync_meta (key, value) select 'device', json_quote(
  substr(ms, 1, 8) || '-' || substr(ms, 9, 4) || '-7' || substr(dice, 1, 3) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(dice, 4, 3)
    || '-' || substr(dice, 7, 12))
  from (select format('%012x', cast(unixepoch('subsec') * 1000 as integer)) as ms, lower(hex(randomblob(9))) as dice);

${Object.keys(FIELDS).map(stampOlder).join('\n')}
`
