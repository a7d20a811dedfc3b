-- Desks, the people who work at them, and their signed-in sessions.
-- An account is a person and belongs to no desk; `member` is what they are at one.
-- Everything that follows refers to people as (desk_id, account_id) of `member`, so that
-- no row of a desk can name somebody who does not belong to it.

-- +goose Up
create table desk (
  id         bigint generated always as identity,
  slug       text not null,
  name       text not null,
  language   text not null default 'en',
  created_at timestamptz not null default now(),
  constraint desk_pk primary key (id),
  constraint desk_slug_unique unique (slug),
  constraint desk_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
  constraint desk_name_present check (btrim(name) <> '' and length(name) <= 200),
  constraint desk_language_form check (language ~ '^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$' and length(language) <= 35)
);

create table account (
  id              bigint generated always as identity,
  email           text not null,
  name            text not null,
  password_hash   text not null,
  password_set_by bigint, -- who chose the password and so knows it too; null once it is the owner's own
  revision        integer not null default 1,
  disabled_at     timestamptz,
  created_at      timestamptz not null default now(),
  constraint account_pk primary key (id),
  constraint account_password_setter_fk foreign key (password_set_by) references account (id),
  constraint account_email_form check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(email) <= 254),
  constraint account_name_present check (btrim(name) <> '' and length(name) <= 200)
);
-- An address is one person however it is typed.
create unique index account_email_unique on account (lower(email));

create table member (
  desk_id     bigint not null,
  account_id  bigint not null,
  role        text not null,
  revision    integer not null default 1,
  disabled_at timestamptz,
  created_at  timestamptz not null default now(),
  constraint member_pk primary key (desk_id, account_id),
  constraint member_desk_fk foreign key (desk_id) references desk (id),
  constraint member_account_fk foreign key (account_id) references account (id),
  constraint member_role_known check (role in ('viewer', 'editor', 'reviewer', 'admin'))
);
create index member_account on member (account_id);

-- The cookie holds a random token, this table its SHA-256: reading the table signs nobody in.
create table session (
  token_hash   bytea not null,
  account_id   bigint not null,
  desk_id      bigint,
  flash        text not null default '',
  user_agent   text not null default '',
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null,
  constraint session_pk primary key (token_hash),
  constraint session_account_fk foreign key (account_id) references account (id),
  constraint session_member_fk foreign key (desk_id, account_id) references member (desk_id, account_id),
  constraint session_token_hash_length check (octet_length(token_hash) = 32)
);
create index session_account on session (account_id);
create index session_expiry on session (expires_at);

-- Failed sign-ins, kept for an hour to slow down guessing: per account, whether it exists
-- or not, and per address. Only hashes of what was typed are kept.
create table login_attempt (
  id           bigint generated always as identity,
  email_hash   bytea not null,
  address      text not null,
  attempted_at timestamptz not null,
  constraint login_attempt_pk primary key (id)
);
create index login_attempt_email on login_attempt (email_hash, attempted_at);
create index login_attempt_address on login_attempt (address, attempted_at);
create index login_attempt_age on login_attempt (attempted_at);

-- The account that acts in this transaction, as the application says; null when none was named.
-- +goose StatementBegin
create function acting_account() returns bigint
language sql stable parallel safe
return nullif(current_setting('factdesk.actor', true), '')::bigint;
-- +goose StatementEnd

-- The acting account's role at the desk; null when it has none or it was taken away.
-- +goose StatementBegin
create function acting_role(p_desk bigint) returns text
language sql stable
begin atomic
  select m.role
    from member m
    join account a on a.id = m.account_id
   where m.desk_id = p_desk and m.account_id = acting_account()
     and m.disabled_at is null and a.disabled_at is null;
end;
-- +goose StatementEnd

-- Refuses every change to a table whose rows are history. The application's role has no
-- right to try; this stops the owner too.
-- +goose StatementBegin
create function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception using
    errcode = 'FD403', constraint = 'immutable',
    message = format('Rows of %s are history and are never changed.', tg_table_name),
    hint = 'Add a new row that supersedes this one.';
end $$;
-- +goose StatementEnd

-- A write names the revision it was based on by moving it one further: whoever has not seen the
-- newest cannot overwrite it. What triggers do within such a write moves nothing.
-- +goose StatementBegin
create function guard_revision() returns trigger
language plpgsql as $$
begin
  if pg_trigger_depth() = 1 and new.revision <> old.revision + 1 then
    raise exception using
      errcode = 'FD409', constraint = 'stale',
      message = 'This has changed since you opened it.', hint = 'Compare the two and save again.';
  end if;
  return new;
end $$;
-- +goose StatementEnd
create trigger member_revision before update on member
  for each row execute function guard_revision();

-- What a desk works with is put in and changed by whoever edits there. Claims and all that belongs
-- to them have guards of their own.
-- +goose StatementBegin
create function guard_role() returns trigger
language plpgsql as $$
begin
  if coalesce(acting_role(case tg_op when 'DELETE' then old.desk_id else new.desk_id end), 'viewer') = 'viewer' then
    raise exception using errcode = 'FD403', constraint = 'role',
      message = 'Only an editor can do this.', hint = 'An admin of the desk can give you the role.';
  end if;
  return coalesce(new, old);
end $$;

-- Who belongs to a desk is decided by its admins. A desk without members is given its first admin
-- by that admin; where no account acts, it is the operator of the machine, at the command line.
create function guard_member() returns trigger
language plpgsql as $$
begin
  if acting_account() is null or acting_role(new.desk_id) = 'admin' then
    return new;
  end if;
  if tg_op = 'INSERT' and new.role = 'admin' and new.account_id = acting_account()
     and not exists (select from member where desk_id = new.desk_id) then
    return new;
  end if;
  raise exception using errcode = 'FD403', constraint = 'role',
    message = 'Only an admin can change who belongs to a desk.', hint = 'Ask an admin of the desk.';
end $$;
-- +goose StatementEnd
create trigger member_role before insert or update on member
  for each row execute function guard_member();

-- Whoever makes an account chooses its first password, and is noted for it until its owner, or the
-- operator of the machine, for whom no account acts, sets another. Nobody else sets it.
-- +goose StatementBegin
create function guard_password() returns trigger
language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.password_set_by := acting_account();
    return new;
  end if;
  if (new.password_hash <> old.password_hash and acting_account() <> new.id)
     or (new.password_set_by is distinct from old.password_set_by
         and (new.password_set_by is not null or new.password_hash = old.password_hash)) then
    raise exception using errcode = 'FD403', constraint = 'password_owner',
      message = 'Only its owner changes a password.', hint = 'Whoever runs the machine can set a new one.';
  end if;
  return new;
end $$;
-- +goose StatementEnd
create trigger account_password before insert or update on account
  for each row execute function guard_password();

grant select, insert on desk to factdesk_app;
grant select, insert (email, name, password_hash), update (password_hash, password_set_by, revision, disabled_at)
  on account to factdesk_app;
grant select, insert, update (role, revision, disabled_at) on member to factdesk_app;
grant select, insert, update, delete on session to factdesk_app;
grant select, insert, delete on login_attempt to factdesk_app;
