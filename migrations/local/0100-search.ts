/** Migration 100: a mark for the stored words of every pattern, by which a ready search index knows what it has to read anew. */
export const search = /* sql */ `
-- A new random mark whenever the words of a pattern are written, by whomever: the same mark means the same words, also in a library that
-- was copied or brought back from a safety copy. Kept by triggers, so that no way of writing can forget it.
-- 31 bits: mark and row together are a number that JavaScript holds.
create table search_doc (seq integer primary key, stamp integer not null) strict;
insert into search_doc (seq, stamp) select seq, random() & 2147483647 from pattern_doc;

-- Words are stored in another way from now on: they are compared with the records, and written anew, behind the next start.
insert into setting (key, value) values ('core.wordsStale', 'true') on conflict (key) do update set value = 'true';

create trigger pattern_doc_made after insert on pattern_doc begin
  insert into search_doc (seq, stamp) values (new.seq, random() & 2147483647)
    on conflict (seq) do update set stamp = excluded.stamp;
end;
create trigger pattern_doc_changed after update on pattern_doc begin
  update search_doc set stamp = random() & 2147483647 where seq = new.seq;
end;
create trigger pattern_doc_gone after delete on pattern_doc begin
  delete from search_doc where seq = old.seq;
end;
`
