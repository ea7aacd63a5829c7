/** Migration 145: what backing up did, for "What happened today". */
export const happening = /* sql */ `
create table happening (
  id integer primary key,
  at integer not null,
  -- A word of the catalogue, and as JSON what fills it in.
  kind text not null, args text not null
) strict;
create index happening_by_time on happening (at);
`
