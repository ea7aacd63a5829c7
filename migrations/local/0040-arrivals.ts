/** Migration 40: what arrives in the watched folder. Belongs to this computer alone. */
export const arrivals = /* sql */ `
-- One row a file of the watched folder that was met, so that each is looked into once.
create table arrival (
  path text primary key,
  id text not null unique,
  name text not null,
  -- Folder below the watched one.
  below text not null,
  bytes integer not null, modified_at integer not null, found_at integer not null,
  -- before: lay there when watching began. nothing: no pattern. here: in the library already. waiting: for her.
  -- dismissed: "Not these". looked: an import has looked at it.
  state text not null,
  format text not null default 'unknown',
  patterns integer not null default 0,
  -- JSON: SHA-256 of every pattern file in it, to tell when the library has it.
  hashes text not null default '[]',
  sketch blob
) strict;
create index arrival_waiting on arrival (found_at desc, path) where state = 'waiting';
`
