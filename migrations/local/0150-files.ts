/** Migration 150: which originals are in the cloud, and which have to come from there. This computer's own. */
export const files = /* sql */ `
-- One row per content that any file of a pattern has, in the trash or not. Its rows come and go by the triggers below, so that no way of
-- writing a file (bringing in, the feed, a recovery) can forget it.
create table cloud_file (
  hash text primary key,
  -- As it is, of one that is here; of any other as its record says.
  bytes integer not null,
  -- Of the file that named it first: newer ones are carried before older ones.
  made_at integer not null,
  -- 1: its bytes are on this disk and were read (a row of original). 0: to be fetched.
  is_here integer not null,
  -- When the cloud last said that it has it; null: not known to.
  stored_at integer
) strict, without rowid;
-- stored_at stands in it although it is always null there: SQLite reads the table for it otherwise.
create index cloud_file_to_send on cloud_file (made_at desc, hash, bytes, stored_at) where is_here = 1 and stored_at is null;
create index cloud_file_to_fetch on cloud_file (made_at desc, hash, bytes) where is_here = 0;
create index cloud_file_to_ask on cloud_file (stored_at, hash) where stored_at is not null;

insert into cloud_file (hash, bytes, made_at, is_here)
  select f.hash, coalesce(o.bytes, max(f.bytes)), min(f.created_at), o.hash is not null
  from file f left join original o on o.hash = f.hash where length(f.hash) = 64 group by f.hash;

create trigger cloud_file_named after insert on file when length(new.hash) = 64 begin
  insert into cloud_file (hash, bytes, made_at, is_here)
    values (new.hash, coalesce((select bytes from original where hash = new.hash), new.bytes), new.created_at,
      exists (select 1 from original where hash = new.hash))
    on conflict (hash) do nothing;
end;
create trigger cloud_file_renamed after update of hash on file when old.hash is not new.hash begin
  insert into cloud_file (hash, bytes, made_at, is_here)
    select new.hash, coalesce((select bytes from original where hash = new.hash), new.bytes), new.created_at,
      exists (select 1 from original where hash = new.hash)
    where length(new.hash) = 64
    on conflict (hash) do nothing;
  delete from cloud_file where hash = old.hash and not exists (select 1 from file where hash = old.hash);
end;
create trigger cloud_file_unnamed after delete on file begin
  delete from cloud_file where hash = old.hash and not exists (select 1 from file where hash = old.hash);
end;
create trigger cloud_file_came after insert on original begin
  update cloud_file set is_here = 1, bytes = new.bytes where hash = new.hash;
end;
create trigger cloud_file_went after delete on original begin
  update cloud_file set is_here = 0 where hash = old.hash;
end;
`
