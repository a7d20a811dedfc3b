-- The audit log: one append-only chain of hashes per desk.
-- A hash is taken over the very text that is stored. It must not be taken over jsonb,
-- which comes back with its keys in another order and its numbers written differently.

-- +goose Up
create table event_head (
  desk_id bigint not null,
  seq     bigint not null,
  hash    bytea not null,
  constraint event_head_pk primary key (desk_id),
  constraint event_head_desk_fk foreign key (desk_id) references desk (id)
);

create table event (
  desk_id       bigint not null,
  seq           bigint not null,
  at            timestamptz not null,
  actor_id      bigint,
  action        text not null,
  subject       text not null,
  subject_id    bigint not null,
  body          text not null,
  previous_hash bytea not null,
  hash          bytea not null,
  xact          xid8 not null,
  constraint event_pk primary key (desk_id, seq),
  constraint event_desk_fk foreign key (desk_id) references desk (id),
  constraint event_actor_fk foreign key (desk_id, actor_id) references member (desk_id, account_id)
);
create index event_subject on event (desk_id, subject, subject_id, seq desc);
create index event_xact on event (desk_id, xact);

create trigger event_immutable before update or delete on event
  for each row execute function refuse_change();
create trigger event_kept before truncate on event
  for each statement execute function refuse_change();

-- Appends one event to the desk's chain and returns its number. It holds the desk's chain
-- until the transaction ends, so call it last. Runs as the owner: the application's role
-- can append through it and in no other way.
-- +goose StatementBegin
create function record_event(p_desk bigint, p_action text, p_subject text, p_subject_id bigint, p_detail jsonb)
returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head     event_head;
  new_seq  bigint;
  new_at   timestamptz := clock_timestamp();
  new_body text;
  new_hash bytea;
begin
  insert into event_head (desk_id, seq, hash) values (p_desk, 0, sha256(''::bytea)) on conflict do nothing;
  select * into strict head from event_head where desk_id = p_desk for update;
  new_seq := head.seq + 1;
  new_body := jsonb_build_object(
    'desk', p_desk, 'seq', new_seq,
    'at', to_char(new_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actor', acting_account(), 'action', p_action, 'subject', p_subject, 'subject_id', p_subject_id,
    'detail', p_detail)::text;
  new_hash := sha256(head.hash || convert_to(new_body, 'UTF8'));
  insert into event (desk_id, seq, at, actor_id, action, subject, subject_id, body, previous_hash, hash, xact)
  values (p_desk, new_seq, new_at, acting_account(), p_action, p_subject, p_subject_id, new_body, head.hash, new_hash,
          pg_current_xact_id());
  update event_head set seq = new_seq, hash = new_hash where desk_id = p_desk;
  return new_seq;
end $$;
-- +goose StatementEnd

-- At commit, a change that is worth an event must have brought one in the same transaction.
-- +goose StatementBegin
create function require_event() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from event e where e.desk_id = coalesce(new.desk_id, old.desk_id) and e.xact = pg_current_xact_id()) then
    raise exception using
      errcode = 'FD403', constraint = 'event_required',
      message = format('A change of %s must be recorded in the audit log.', tg_table_name),
      hint = 'Record the event in the transaction that makes the change.';
  end if;
  return null;
end $$;
-- +goose StatementEnd

-- What a repeated request is answered with: the outcome of the first one that had this key
-- and this content. The same form sent again with other words in it is another request.
create table idempotency (
  desk_id     bigint not null,
  account_id  bigint not null,
  key         text not null,
  fingerprint bytea not null,
  result      text,
  created_at  timestamptz not null default now(),
  constraint idempotency_pk primary key (desk_id, account_id, key, fingerprint),
  constraint idempotency_member_fk foreign key (desk_id, account_id) references member (desk_id, account_id),
  constraint idempotency_key_length check (length(key) between 8 and 100)
);
create index idempotency_age on idempotency (created_at);

create constraint trigger member_event after insert or update on member
  deferrable initially deferred for each row execute function require_event();

revoke all on function record_event(bigint, text, text, bigint, jsonb) from public;
grant execute on function record_event(bigint, text, text, bigint, jsonb) to factdesk_app;
grant select on event, event_head to factdesk_app;
grant select, insert, update, delete on idempotency to factdesk_app;
