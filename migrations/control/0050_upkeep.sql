-- Up Migration

-- Whether the cluster is spoken to encrypted.
alter table cluster add column tls boolean not null default false;

-- Safety copies of tenants' databases: where each lies, and whether it was restored to see that it is good.
create table dump (
  id uuid primary key,
  tenant_id uuid not null,
  -- Of the tenant when it was made: a deleted tenant's last copy is found by it.
  slug text not null,
  made_at timestamptz not null,
  -- The tenant's seq and schema then: a tenant whose seq has not moved needs no new copy.
  seq bigint not null,
  schema_version integer not null,
  file text not null unique,
  bytes bigint not null,
  sha256 text not null,
  -- What stands in it (upkeep/fingerprint.ts), compared with what a restore of it holds.
  fingerprint jsonb not null,
  verified_at timestamptz,
  trouble text,
  removed_at timestamptz
);
create index dump_tenant on dump (tenant_id, made_at desc) where removed_at is null;

-- Databases that are nobody's any more: what a restore or a move replaced. Kept for a while, then dropped.
create table retired_database (
  database text primary key,
  cluster_id uuid not null references cluster (id),
  tenant_id uuid not null,
  owner_name text not null,
  role_name text not null,
  why text not null check (why in ('restored', 'moved', 'deleted')),
  retired_at timestamptz not null,
  dropped_at timestamptz
);

-- Down Migration
drop table retired_database, dump;
alter table cluster drop column tls;
