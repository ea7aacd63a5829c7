/** Migration 10: the whole library of the first release. SQLite; text and not a file, so that every bundle holds it. */
export const library = /* sql */ `
-- The quilter's own records. Each has a text id (UUIDv7, or derived where two computers may make the same thing), times in
-- milliseconds UTC, and trashed_at as its only way of going away. Changed only through electron/library/db/commit.ts.
-- name_key is the folded name (shared/text/fold.ts), sort_key the natural order; both are filled in from the name by db/rows.ts.
create table designer (
  id text primary key, name text not null, name_key text not null, created_at integer not null, changed_at integer not null, trashed_at integer
) strict;

create index designer_by_name on designer (name_key);

create table tag_group (
  id text primary key, name text not null, name_key text not null, created_at integer not null, changed_at integer not null, trashed_at integer
) strict;

create table tag (
  id text primary key, name text not null, name_key text not null, tag_group_id text, created_at integer not null, changed_at integer not null, trashed_at integer
) strict;

create index tag_by_name on tag (name_key);

create table collection (
  id text primary key, name text not null, name_key text not null, created_at integer not null, changed_at integer not null, trashed_at integer
) strict;

create table pattern (
  -- The search index's row number; kept through VACUUM because it is declared.
  seq integer primary key,
  id text not null unique,
  name text not null, sort_key text not null,
  designer_id text,
  kind text not null,
  state text not null,
  notes text not null default '',
  favourite integer not null default 0,
  last_used_at integer,
  import_id text,
  -- The file whose geometry stands for the pattern, and the designer's picture.
  main_hash text,
  picture_hash text,
  width_mm real, height_mm real, size_source text,
  stitched_mm real, travel_mm real,
  runs integer, jumps integer, pauses integer, points integer, closed integer,
  created_at integer not null, changed_at integer not null, trashed_at integer
) strict;
-- trashed_at stands in each although it is always null there: SQLite reads the table for it otherwise.
create index pattern_by_newest on pattern (created_at desc, seq desc, trashed_at) where trashed_at is null;
create index pattern_by_name on pattern (sort_key, seq, trashed_at) where trashed_at is null;
create index pattern_by_designer on pattern (designer_id, sort_key, seq, trashed_at);
create index pattern_by_used on pattern (last_used_at desc, seq desc, trashed_at) where trashed_at is null and last_used_at is not null;
create index pattern_by_kind on pattern (kind, favourite, trashed_at) where trashed_at is null;
create index pattern_by_import on pattern (import_id) where import_id is not null;
create index pattern_by_main on pattern (main_hash) where main_hash is not null;
create index pattern_in_trash on pattern (trashed_at) where trashed_at is not null;

create table file (
  id text primary key,
  pattern_id text not null,
  hash text not null,
  name text not null,
  -- Folder and archive it came from, for the history and for sensible names when saving all.
  origin text not null default '',
  role text not null,
  format text not null,
  bytes integer not null,
  created_at integer not null, changed_at integer not null, trashed_at integer
) strict;
create index file_by_pattern on file (pattern_id);
create index file_by_hash on file (hash);

create table pattern_tag (
  id text primary key, pattern_id text not null, tag_id text not null,
  created_at integer not null, changed_at integer not null, trashed_at integer
) strict;
create index pattern_tag_by_pattern on pattern_tag (pattern_id, tag_id, trashed_at) where trashed_at is null;
create index pattern_tag_by_tag on pattern_tag (tag_id, pattern_id, trashed_at) where trashed_at is null;

create table collection_pattern (
  id text primary key, collection_id text not null, pattern_id text not null,
  created_at integer not null, changed_at integer not null, trashed_at integer
) strict;
create index collection_pattern_by_collection on collection_pattern (collection_id, pattern_id, trashed_at) where trashed_at is null;
create index collection_pattern_by_pattern on collection_pattern (pattern_id, collection_id, trashed_at) where trashed_at is null;

-- The journal: one row a command, one a changed record. Undo, redo and every pattern's history read it.
create table command (
  id integer primary key,
  label text not null,
  args text not null,
  made_at integer not null,
  -- 0: only told in the history.
  undoable integer not null default 1,
  undone_at integer,
  -- A redo is lost when something else is done after an undo; the row stays for the history.
  superseded integer not null default 0,
  -- The earlier command that this one takes back out of its turn ("Undo this import").
  takes_back integer
) strict;
create index command_to_undo on command (id) where undoable = 1 and undone_at is null;
create index command_to_redo on command (id) where undone_at is not null and superseded = 0;

create table command_change (
  id integer primary key,
  command_id integer not null references command (id),
  table_name text not null,
  row_id text not null,
  -- Whose history shows it.
  pattern_id text,
  -- JSON of the changed fields; before is null when the record was made by this change.
  before text, after text
) strict;
create index command_change_by_command on command_change (command_id);
create index command_change_by_pattern on command_change (pattern_id) where pattern_id is not null;

-- What follows belongs to this computer alone and can be made again from the originals.

-- One row per distinct content kept in originals/: what the stages found out about it, and with which version of the stage.
create table original (
  hash text primary key,
  bytes integer not null,
  format text not null,
  detected_by text not null,
  parse_version integer not null,
  -- read, locked, unreadable, not-a-design
  outcome text not null,
  -- What bundling asks of every file, before the long columns: how sure the size is, the size, true curves, and how much line lies
  -- where (import/shape-key.ts), which tells whether two files hold one design.
  size_source text, width_mm real, height_mm real, curves integer, points integer,
  shape blob,
  warnings text not null default '[]',
  error_code text, error_message text, error_line integer,
  sketch_version integer not null default 0,
  sketch blob,
  -- JSON of Measures (shared/geometry/measure.ts), notes and stated size for a file that was read.
  facts text,
  kept_at integer not null
) strict;

create table setting (key text primary key, value text not null) strict;

-- Durable work: a killed process finds here what it was doing.
create table job (
  id text primary key, kind text not null,
  -- waiting, running, paused, done, stopped, failed
  state text not null,
  payload text not null, progress text not null default '{}', error text,
  created_at integer not null, changed_at integer not null
) strict;
create index job_open on job (state) where state in ('waiting', 'running', 'paused');

-- What an import has met so far, file by file; its report is a query.
create table import_item (
  id integer primary key,
  import_id text not null,
  -- Source folder or archive chain and name, as she would say it.
  place text not null,
  name text not null,
  hash text,
  bytes integer,
  format text,
  role text,
  -- candidate key this file belongs to, once bundled
  candidate_key text,
  -- found until it is decided; then as the report says it
  outcome text not null,
  code text, message text
) strict;
create unique index import_item_once on import_item (import_id, place, name);
create index import_item_by_candidate on import_item (import_id, candidate_key);
create index import_item_by_hash on import_item (hash) where hash is not null;

create table import_candidate (
  import_id text not null, key text not null,
  position integer not null,
  name text not null, designer text, folder text not null default '',
  -- tags: what a catalogue or the notes say; folder_tags: suggested from folder names, taken as she chooses.
  kind text not null, tags text not null default '[]', folder_tags text not null default '[]', notes text not null default '',
  main_hash text, picture_hash text, state text not null,
  width_mm real, height_mm real, size_source text,
  chosen integer not null default 1,
  -- The pattern that is here already and that these files belong to; restores: it lies in the trash and comes back.
  joins_pattern_id text, restores integer not null default 0,
  -- Ids of items that go with several patterns: a package's licence or notes.
  shared_items text not null default '[]',
  -- Set in the same transaction that makes the pattern, so that a resumed import adds nothing twice.
  pattern_id text,
  primary key (import_id, key)
) strict, without rowid;

-- The words a pattern is found by; what the two indexes below hold, so that they can be checked and made again.
create table pattern_doc (
  seq integer primary key,
  name text not null, tags text not null, designer text not null, notes text not null, files text not null, kind text not null,
  -- Names and file names as they are written, folded: found by any three letters of them.
  parts text not null
) strict;
create virtual table pattern_words using fts5 (
  name, tags, designer, notes, files, kind,
  content = 'pattern_doc', content_rowid = 'seq', tokenize = 'porter unicode61 remove_diacritics 2', prefix = '1 2 3'
);
create virtual table pattern_parts using fts5 (
  parts, content = 'pattern_doc', content_rowid = 'seq', tokenize = 'trigram remove_diacritics 1', detail = none
);
`
