-- Up Migration

-- A push in hand: put before its commit, taken away with the news of it. One that stays tells the sweep of a server that died in between.
create table wake_mark (
  id bigint generated always as identity primary key,
  tenant_id uuid not null references tenant (id) on delete cascade,
  marked_at timestamptz not null default now()
);
create index wake_mark_tenant on wake_mark (tenant_id);

-- Tenants with a real Electric beside their database. Only the gateway speaks to it.
create table electric_place (
  tenant_id uuid primary key references tenant (id) on delete cascade,
  url text not null,
  -- Encrypted.
  secret text not null
);

-- Down Migration
drop table electric_place, wake_mark;
