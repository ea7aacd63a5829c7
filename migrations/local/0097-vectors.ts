/** Migration 97: which patterns' vectors changed, so that what is kept of them in memory and beside the database can follow. */
export const vectors = /* sql */ `
-- One row each time the vector of a pattern may be another one, in order; written by the triggers alone, whoever changes what. The mark
-- tells this row from one of the same number in another life of the library: one that went on from an older safety copy.
create table vector_change (
  n integer primary key autoincrement,
  seq integer not null,
  mark integer not null default (random() & 9007199254740991)
) strict;

create trigger vector_of_new_pattern after insert on pattern when new.main_hash is not null begin
  insert into vector_change (seq) values (new.seq);
end;
create trigger vector_of_changed_pattern after update of main_hash on pattern when old.main_hash is not new.main_hash begin
  insert into vector_change (seq) values (new.seq);
end;
create trigger vector_of_gone_pattern after delete on pattern begin
  insert into vector_change (seq) values (old.seq);
end;
create trigger vector_of_new_descriptor after insert on descriptor begin
  insert into vector_change (seq) select seq from pattern where main_hash = new.hash;
end;
create trigger vector_of_changed_descriptor after update on descriptor begin
  insert into vector_change (seq) select seq from pattern where main_hash = new.hash;
end;
create trigger vector_of_gone_descriptor after delete on descriptor begin
  insert into vector_change (seq) select seq from pattern where main_hash = old.hash;
end;
`
