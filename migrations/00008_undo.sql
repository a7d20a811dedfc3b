-- Undo and redo. What an editor does to the claims of an article is kept as steps: what each claim was before and after,
-- in the parts the step changed. A step is undone by writing the earlier parts again, through the same guards as any
-- other change, and the log only grows: a row says that a step was done, undone or redone, and the last row about a step
-- says how it stands. Of a person's steps on an article the newest 50 can be undone.

-- +goose Up
create table undo_step (
  desk_id    bigint not null,
  article_id bigint not null,
  account_id bigint not null,
  ordinal    integer not null, -- counts the rows of one person on one article
  kind       text not null,
  step       integer not null, -- the row that did it; its own ordinal when it is that one
  words      text not null,    -- what was done, as it is followed by the name of a claim: 'accept'
  event_seq  bigint not null,  -- the desk's newest event when the row was written: whatever came after it is newer
  xact       xid8 not null default pg_current_xact_id(),
  made_at    timestamptz not null default now(),
  constraint undo_step_pk primary key (desk_id, article_id, account_id, ordinal),
  constraint undo_step_article_fk foreign key (desk_id, article_id) references article (desk_id, id),
  constraint undo_step_member_fk foreign key (desk_id, account_id) references member (desk_id, account_id),
  constraint undo_step_step_fk foreign key (desk_id, article_id, account_id, step)
    references undo_step (desk_id, article_id, account_id, ordinal),
  constraint undo_step_kind_known check (kind in ('done', 'undone', 'redone')),
  constraint undo_step_words_present check (btrim(words) <> '' and length(words) <= 100)
);
create index undo_step_rows on undo_step (desk_id, article_id, account_id, step, ordinal desc);

-- What a step did to one claim. Parts are named as in factcheck.Parts; those that stayed as they were are left out.
create table undo_change (
  desk_id    bigint not null,
  article_id bigint not null,
  account_id bigint not null,
  ordinal    integer not null,
  claim_id   bigint not null,
  revision   integer not null, -- the claim's, as the step left it
  before     jsonb not null,
  after      jsonb not null,
  constraint undo_change_pk primary key (desk_id, article_id, account_id, ordinal, claim_id),
  constraint undo_change_step_fk foreign key (desk_id, article_id, account_id, ordinal)
    references undo_step (desk_id, article_id, account_id, ordinal),
  constraint undo_change_claim_fk foreign key (desk_id, claim_id) references claim (desk_id, id),
  constraint undo_change_parts check (jsonb_typeof(before) = 'object' and jsonb_typeof(after) = 'object')
);

create trigger undo_step_immutable before update or delete on undo_step
  for each row execute function refuse_change();
create trigger undo_step_kept before truncate on undo_step
  for each statement execute function refuse_change();
create trigger undo_change_immutable before update or delete on undo_change
  for each row execute function refuse_change();
create trigger undo_change_kept before truncate on undo_change
  for each statement execute function refuse_change();
create trigger undo_step_role before insert on undo_step
  for each row execute function guard_role();
create constraint trigger undo_step_event after insert on undo_step
  deferrable initially deferred for each row execute function require_event();

-- The steps of a person on an article that can be undone or redone, newest first. What was undone before something new
-- was done is out of it.
-- +goose StatementBegin
create function undo_line(p_desk bigint, p_article bigint, p_account bigint)
returns table (step integer, words text, undone boolean)
language sql stable
begin atomic
  select s.ordinal, s.words, l.kind = 'undone'
    from undo_step s
    cross join lateral (select k.kind, k.ordinal from undo_step k
                         where k.desk_id = s.desk_id and k.article_id = s.article_id and k.account_id = s.account_id
                           and k.step = s.ordinal order by k.ordinal desc limit 1) l
   where s.desk_id = p_desk and s.article_id = p_article and s.account_id = p_account and s.kind = 'done'
     and (l.kind <> 'undone' or l.ordinal > (select max(d.ordinal) from undo_step d
            where d.desk_id = p_desk and d.article_id = p_article and d.account_id = p_account and d.kind = 'done'))
   order by s.ordinal desc limit 50;
end;

-- Whether the transaction undoes or redoes something that was done to the claim.
create function undoing(p_desk bigint, p_claim bigint) returns boolean
language sql stable
return exists (
  select from undo_change c
    join undo_step s on (s.desk_id, s.article_id, s.account_id, s.step) = (c.desk_id, c.article_id, c.account_id, c.ordinal)
   where c.desk_id = p_desk and c.claim_id = p_claim and s.kind <> 'done' and s.account_id = acting_account()
     and s.xact = pg_current_xact_id());

-- A step is written by whoever takes it, after those before it; the last one is undone first, and the last one that was
-- undone is redone first.
create function guard_undo_step() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  due integer := new.ordinal; -- what is done is about itself
begin
  if new.account_id is distinct from acting_account() then
    raise exception using errcode = 'FD403', constraint = 'role',
      message = 'What somebody did is undone by nobody else.', hint = 'Sign in as the one who did it.';
  end if;
  if new.ordinal <> 1 + coalesce((select max(ordinal) from undo_step s where s.desk_id = new.desk_id
                                     and s.article_id = new.article_id and s.account_id = new.account_id), 0) then
    raise exception using errcode = 'FD409', constraint = 'undo_ordinal',
      message = 'You have just done something else on this article.', hint = 'Look at what has come of it first.';
  end if;
  if new.kind = 'undone' then
    select max(l.step) into due from undo_line(new.desk_id, new.article_id, new.account_id) l where not l.undone;
  elsif new.kind = 'redone' then
    select min(l.step) into due from undo_line(new.desk_id, new.article_id, new.account_id) l where l.undone;
  end if;
  if due is distinct from new.step then
    raise exception using errcode = 'FD409', constraint = 'undo_order',
      message = 'This is not what comes next to be undone or redone.', hint = 'Reload the page to see what does.';
  end if;
  new.event_seq := coalesce((select h.seq from event_head h where h.desk_id = new.desk_id), 0);
  new.xact := pg_current_xact_id();
  new.made_at := now();
  return new;
end $$;

-- What a step did comes with it, and is about a claim of its article as that claim is now.
create function guard_undo_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from undo_step s where s.desk_id = new.desk_id and s.article_id = new.article_id
                    and s.account_id = new.account_id and s.ordinal = new.ordinal and s.kind = 'done'
                    and s.xact = pg_current_xact_id() and s.account_id = acting_account()) then
    raise exception using errcode = 'FD403', constraint = 'immutable',
      message = 'What a step did is history and is never changed.', hint = 'Do something new.';
  end if;
  if not exists (select from claim c where c.desk_id = new.desk_id and c.id = new.claim_id
                    and c.article_id = new.article_id and c.revision = new.revision) then
    raise exception using errcode = 'FD409', constraint = 'undo_revision',
      message = 'The claim is not as the step left it.', hint = 'Reload the claim.';
  end if;
  return new;
end $$;
-- +goose StatementEnd
create trigger undo_step_guard before insert on undo_step
  for each row execute function guard_undo_step();
create trigger undo_change_guard before insert on undo_change
  for each row execute function guard_undo_change();

-- A claim whose making is undone is set aside: declined for a reason nobody can give, and counted nowhere.
alter table claim drop constraint claim_decline_reason_known;
alter table claim add constraint claim_decline_reason_known
  check (decline_reason in ('not_checkable', 'opinion', 'prediction', 'duplicate', 'out_of_scope', 'superseded', 'undone'));

-- +goose StatementBegin
create function guard_undone() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not undoing(new.desk_id, new.id) then
    raise exception using errcode = 'FD403', constraint = 'undone',
      message = 'Only undoing sets a claim aside as undone.', hint = 'Decline it for a reason of your own.';
  end if;
  return new;
end $$;

-- As in 00007, but that undoing a reopening brings back what was superseded.
create or replace function guard_superseded() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if undoing(new.desk_id, new.id) then
    return new;
  end if;
  if old.origin <> 'splitter' or old.status <> 'candidate' or not splitting_now(new.desk_id, new.article_id, new.article_version)
     or exists (select from contributor k where k.desk_id = new.desk_id and k.claim_id = new.id) then
    raise exception using errcode = 'FD403', constraint = 'superseded',
      message = 'Only a newer splitting supersedes a candidate, and only one that nobody has worked on.', hint = 'Decline it for a reason of your own.';
  end if;
  return new;
end $$;

create or replace function count_moved_claims() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into claim_count as c (desk_id, status, assignee_id, n)
  select desk_id, status, assignee_id, sum(n) from (
    select desk_id, status, coalesce(assignee_id, 0) as assignee_id, 1 as n from added where decline_reason is distinct from 'undone'
    union all select desk_id, status, coalesce(assignee_id, 0), -1 from removed where decline_reason is distinct from 'undone') moved
  group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3
  on conflict (desk_id, status, assignee_id) do update set n = c.n + excluded.n;
  insert into article_claim_count as c (desk_id, article_id, status, n)
  select desk_id, article_id, status, sum(n) from (
    select desk_id, article_id, status, 1 as n from added where decline_reason is distinct from 'undone'
    union all select desk_id, article_id, status, -1 from removed where decline_reason is distinct from 'undone') moved
  group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3
  on conflict (desk_id, article_id, status) do update set n = c.n + excluded.n;
  return null;
end $$;

-- As in 00004, and for a verdict that is taken back.
create or replace function mirror_verdict() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved  verdict := case when tg_op = 'DELETE' then old else new end;
  rating bigint := case when tg_op = 'DELETE' then null else new.rating_id end;
begin
  update claim set rating_id = rating
   where desk_id = moved.desk_id and id = moved.claim_id and version = moved.claim_version
     and rating_id is distinct from rating;
  return null;
end $$;
-- +goose StatementEnd
create trigger claim_undone before update on claim
  for each row when (new.decline_reason = 'undone' and old.decline_reason is distinct from 'undone')
  execute function guard_undone();

-- The first attribution and the first verdict are undone by taking them away; guard_content holds for that too.
drop trigger verdict_mirror on verdict;
create trigger verdict_mirror after insert or update or delete on verdict
  for each row execute function mirror_verdict();
drop trigger attribution_event on attribution;
create constraint trigger attribution_event after insert or update or delete on attribution
  deferrable initially deferred for each row execute function require_event();
drop trigger verdict_event on verdict;
create constraint trigger verdict_event after insert or update or delete on verdict
  deferrable initially deferred for each row execute function require_event();
grant delete on attribution, verdict to factdesk_app;

-- Which transaction wrote a step, and after which event, is not for the application to say.
grant select, insert (desk_id, article_id, account_id, ordinal, kind, step, words) on undo_step to factdesk_app;
grant select, insert on undo_change to factdesk_app;
