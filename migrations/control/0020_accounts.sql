-- Up Migration

-- Who is who. Nothing here can be used to sign in by itself: codes and tokens stand as hashes, signing keys are locked with the
-- configuration's key.

create table account (
  id uuid primary key,
  tenant_id uuid not null references tenant (id) on delete cascade,
  -- Folded (services/email.ts), so that equal means the same mailbox.
  email text not null unique,
  -- 'guest' and 'administrator' are not handed out yet.
  role text not null default 'owner' check (role in ('owner', 'guest', 'administrator')),
  created_at timestamptz not null,
  last_seen_at timestamptz
);
create index account_tenant on account (tenant_id);

-- Who an OpenID provider says somebody is. The subject, not the e-mail, is what never changes hands there.
create table account_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account (id) on delete cascade,
  -- The e-mail it was linked by: gone with it when the account's e-mail changes.
  email text not null,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index account_identity_account on account_identity (account_id);

create table device (
  id uuid primary key,
  tenant_id uuid not null references tenant (id) on delete cascade,
  account_id uuid not null references account (id) on delete cascade,
  name text not null,
  platform text not null,
  signed_in_by text not null check (signed_in_by in ('code', 'google', 'pairing')),
  signed_in_at timestamptz not null,
  last_seen_at timestamptz not null,
  revoked_at timestamptz,
  -- How often its refresh token was renewed and the new one used.
  generation integer not null default 0,
  generation_at timestamptz not null
);
create index device_account on device (account_id);
create index device_tenant on device (tenant_id);

-- The names a device has stamped with (a copied library takes a new one), for "changed on the laptop".
create table device_stamp (
  tenant_id uuid not null references tenant (id) on delete cascade,
  stamp_id text not null,
  device_id uuid not null references device (id) on delete cascade,
  told_at timestamptz not null,
  primary key (tenant_id, stamp_id, device_id)
);
create index device_stamp_device on device_stamp (device_id);

-- The tokens that can still be used: that of the device's generation, and the ones given out for it whose use nobody has seen.
create table refresh_token (
  hash bytea primary key,
  device_id uuid not null references device (id) on delete cascade,
  generation integer not null,
  issued_at timestamptz not null
);
create index refresh_token_device on refresh_token (device_id);

create table sign_in_code (
  id uuid primary key,
  email text not null,
  purpose text not null check (purpose in ('sign-in', 'change-email')),
  -- Only for a changed e-mail: whose.
  account_id uuid references account (id) on delete cascade,
  hash bytea not null,
  wrong_guesses integer not null default 0,
  -- Made by the operator: signs up although sign-up is closed.
  is_invitation boolean not null default false,
  expires_at timestamptz not null
);
create index sign_in_code_email on sign_in_code (email, purpose);
create index sign_in_code_expires on sign_in_code (expires_at);

create table pairing_code (
  hash bytea primary key,
  device_id uuid not null unique references device (id) on delete cascade,
  account_id uuid not null references account (id) on delete cascade,
  expires_at timestamptz not null
);

create table oidc_state (
  -- SHA-256 of the state that goes through the provider.
  state_hash bytea primary key,
  -- SHA-256 of the secret that only the device knows which began.
  claim_hash bytea not null,
  port integer not null,
  nonce text not null,
  -- Locked with the configuration's key.
  verifier text not null,
  -- Of the code that goes to the device through the browser; null until the provider has answered.
  code_hash bytea unique,
  issuer text,
  subject text,
  email text,
  expires_at timestamptz not null
);
create index oidc_state_expires on oidc_state (expires_at);

create table signing_key (
  kid text primary key,
  public_key jsonb not null,
  -- Locked with the configuration's key.
  private_key text not null,
  -- A little after it was made, so that every server knows it before the first token comes.
  signs_from timestamptz not null,
  -- Tokens signed with it are believed until then; null: it is the newest.
  verifies_until timestamptz
);

-- How often something was tried, shared by all servers. Unlogged: a crash forgets some counts and costs no writes to the log.
create unlogged table attempt (
  -- A hash: who tried stands nowhere.
  key bytea not null,
  window_start timestamptz not null,
  count integer not null,
  ends_at timestamptz not null,
  primary key (key, window_start)
);
create index attempt_ends on attempt (ends_at);

-- Down Migration

drop table attempt, signing_key, oidc_state, pairing_code, sign_in_code, refresh_token, device_stamp, device, account_identity, account;
