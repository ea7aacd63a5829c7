-- Up Migration

-- Clusters of databases. The first is the one the server is told of.
create table cluster (
  id uuid primary key,
  name text not null unique,
  -- Host and port as tenants' connections use them.
  host text not null,
  port integer not null,
  -- Connection text of the cluster's administrator, encrypted.
  admin_secret text not null,
  is_open boolean not null default true,
  created_at timestamptz not null default now()
);

create table tenant (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9_]{2,30}$'),
  cluster_id uuid not null references cluster (id),
  database text not null,
  owner_name text not null,
  role_name text not null,
  role_secret text not null,
  -- Names this database since it was last restored.
  epoch text not null,
  state text not null default 'active' check (state in ('active', 'suspended', 'moving', 'deleting')),
  plan text not null default 'standard',
  region text not null default 'here',
  source text not null default 'built-in' check (source in ('built-in', 'electric')),
  schema_version integer not null,
  -- The greatest seq known to be committed; a push in hand makes it dirty.
  seq bigint not null default 0,
  is_dirty boolean not null default false,
  quota_bytes bigint not null default 10737418240,
  used_bytes bigint not null default 0,
  -- Day of the last nightly run, to find the tenants whose night is due. Nights themselves are counted in the tenant's database.
  last_night date,
  created_at timestamptz not null default now(),
  unique (cluster_id, database)
);

create index tenant_dirty on tenant (id) where is_dirty;
create index tenant_night on tenant (last_night nulls first);

-- Databases ready to become a tenant's by a rename.
create table spare (
  database text primary key,
  cluster_id uuid not null references cluster (id),
  owner_name text not null,
  role_name text not null,
  role_secret text not null,
  schema_version integer not null,
  created_at timestamptz not null default now()
);

-- One row: the greatest time any server of this cloud has seen on its clock, milliseconds since 1970.
create table server_clock (
  is_only boolean primary key default true check (is_only),
  greatest_time bigint not null
);
insert into server_clock (greatest_time) values (0);

create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  tenant_id uuid,
  -- Who: 'operator', 'server', or the id of an account.
  actor text not null,
  action text not null,
  detail jsonb not null default '{}'
);
create index audit_log_tenant on audit_log (tenant_id, at);

-- Down Migration
drop table audit_log, server_clock, spare, tenant, cluster;
