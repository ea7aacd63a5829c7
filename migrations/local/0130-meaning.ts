/** Migration 130: what a downloaded meaning helper made of the patterns. Everything in it can be made again. */
export const meaning = /* sql */ `
create table embed_model (
  -- SHA-256 of its description, which holds the hash of every file of it: another file is another model.
  id text primary key,
  name text not null, dims integer not null, licence text not null
) strict;

create table text_vec (
  -- Rises with every vector that is made, also in the place of an older one, so that a reader fetches what is new to it.
  id integer primary key autoincrement,
  pattern_id text not null, model_id text not null references embed_model (id),
  -- What it was made from: the file whose line is shown, or a hash of the words. Another one: made again.
  source text not null,
  -- A scale (float32, little-endian) and one signed byte a dimension (electron/library/meaning/packed.ts).
  v blob not null
) strict;
create unique index text_vec_once on text_vec (pattern_id, model_id);
create index text_vec_by_model on text_vec (model_id, id);
`
