-- Reviews and change requests, and the workflow of a claim as the database enforces it:
-- the edges of its status, what a submission needs, and four eyes.

-- +goose Up
create table review (
  desk_id       bigint not null,
  id            bigint generated always as identity,
  claim_id      bigint not null,
  claim_version integer not null,
  content_hash  bytea not null,
  content       text not null default '', -- what was judged, kept by the guard below: what a reviewer saw can be compared later
  reviewer_id   bigint not null,
  decision      text not null,
  note          text not null default '',
  created_at    timestamptz not null default now(),
  xact          xid8 not null default pg_current_xact_id(),
  constraint review_pk primary key (desk_id, id),
  constraint review_claim_unique unique (desk_id, id, claim_id),
  constraint review_claim_version_fk foreign key (desk_id, claim_id, claim_version)
    references claim_version (desk_id, claim_id, number),
  constraint review_reviewer_fk foreign key (desk_id, reviewer_id) references member (desk_id, account_id),
  constraint review_decision_known check (decision in ('approve', 'request_changes')),
  constraint review_note_length check (length(note) <= 4000)
);
create index review_claim on review (desk_id, claim_id, id);
-- One version is approved once.
create unique index review_approved_once on review (desk_id, claim_id, claim_version) where decision = 'approve';

create table change_request (
  desk_id     bigint not null,
  id          bigint generated always as identity,
  claim_id    bigint not null,
  review_id   bigint not null,
  field       text not null,
  point       text not null,
  status      text not null default 'open',
  answer      text not null default '',
  answered_by bigint,
  answered_at timestamptz,
  constraint change_request_pk primary key (desk_id, id),
  constraint change_request_review_fk foreign key (desk_id, review_id, claim_id) references review (desk_id, id, claim_id),
  constraint change_request_answerer_fk foreign key (desk_id, answered_by) references member (desk_id, account_id),
  constraint change_request_field_known check (field in ('statement', 'quote', 'attribution', 'evidence', 'verdict', 'other')),
  constraint change_request_status_known check (status in ('open', 'answered', 'accepted')),
  constraint change_request_point_present check (btrim(point) <> '' and length(point) <= 2000),
  constraint change_request_answer_present check (status = 'open' or (btrim(answer) <> '' and answered_by is not null and answered_at is not null)),
  constraint change_request_answer_length check (length(answer) <= 2000)
);
create index change_request_claim on change_request (desk_id, claim_id, id);

create trigger review_immutable before update or delete on review
  for each row execute function refuse_change();
create trigger review_kept before truncate on review
  for each statement execute function refuse_change();

-- A text without the white space at its ends, as Go's strings.TrimSpace takes it.
-- +goose StatementBegin
create function trimmed(p text) returns text
language sql immutable parallel safe
return btrim(p, U&' \0009\000a\000b\000c\000d\0085\00a0\1680\2000\2001\2002\2003\2004\2005\2006\2007\2008\2009\200a\2028\2029\202f\205f\3000');
-- +goose StatementEnd

-- What still keeps a version from being submitted, in the words of the same rules in
-- internal/factcheck; a test holds the two against each other. No rows: it may be submitted.
-- +goose StatementBegin
create function claim_unmet(p_desk bigint, p_claim bigint, p_version integer)
returns table (rule text)
language sql stable
begin atomic
  with v as (select * from claim_version where desk_id = p_desk and claim_id = p_claim and number = p_version),
       a as (select * from attribution where desk_id = p_desk and claim_id = p_claim and claim_version = p_version),
       d as (select d.rationale, d.search_note, r.needs, r.min_primary, r.min_independent
               from verdict d join rating r on r.desk_id = d.desk_id and r.id = d.rating_id
              where d.desk_id = p_desk and d.claim_id = p_claim and d.claim_version = p_version),
       -- A fact-check of the same claim by others is context, never evidence; so is anything marked as context.
       e as (select e.tier, e.source_id, trimmed(lower(e.independence_group)) as grp
               from evidence e join source s on s.desk_id = e.desk_id and s.id = e.source_id
              where e.desk_id = p_desk and e.claim_id = p_claim and e.claim_version = p_version
                and e.stance <> 'context' and s.kind <> 'factcheck'),
       n as (select count(distinct source_id) filter (where tier = 'primary') as primaries,
                    count(distinct case when grp = '' then 'source ' || source_id else 'group ' || grp end)
                      filter (where tier in ('primary', 'secondary')) as independent
               from e)
  select 'statement'::text where not exists (select from v where trimmed(statement) <> '')
  union all select 'quote' where not exists (select from span s where s.desk_id = p_desk and s.claim_id = p_claim and s.claim_version = p_version)
  union all select 'attribution' where not exists (select from a where unattributed or claimant_id is not null)
  union all select 'rating' where not exists (select from d)
  union all select 'rationale' from d where trimmed(rationale) = ''
  union all select 'evidence' from d, n where d.needs = 'proof' and n.primaries < d.min_primary and n.independent < d.min_independent
  union all select 'search_note' from d where d.needs = 'search' and trimmed(d.search_note) = ''
  union all select 'change_requests' where exists (
    select from change_request r where r.desk_id = p_desk and r.claim_id = p_claim and r.status = 'open');
end;
-- +goose StatementEnd

-- The edges of a claim's status; who may walk each is checked in guard_claim.
create table claim_edge (
  from_status text not null,
  to_status   text not null,
  constraint claim_edge_pk primary key (from_status, to_status)
);
insert into claim_edge values
  ('candidate', 'open'), ('candidate', 'declined'), ('open', 'declined'), ('declined', 'candidate'),
  ('open', 'in_review'), ('changes_requested', 'in_review'), ('in_review', 'open'),
  ('in_review', 'changes_requested'), ('in_review', 'approved'), ('approved', 'open');

-- A review is written by the member who acts, who holds the role and has no hand in the version,
-- of the content as it is now, while the claim is in review. The claim's row is held, so that a
-- second reviewer, or an edit, waits and then finds what has become of it.
-- +goose StatementBegin
create function guard_review() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c claim;
begin
  select * into c from claim where desk_id = new.desk_id and id = new.claim_id for update;
  if c.status <> 'in_review' or new.claim_version <> c.version then
    raise exception using errcode = 'FD409', constraint = 'not_in_review',
      message = format('The claim is %s now, so there is nothing to review.', replace(c.status, '_', ' ')),
      hint = 'Reload the claim to see what has happened.';
  end if;
  if new.reviewer_id is distinct from acting_account() or coalesce(acting_role(new.desk_id), 'viewer') not in ('reviewer', 'admin') then
    raise exception using errcode = 'FD403', constraint = 'role',
      message = 'Only a reviewer can decide a review.', hint = 'An admin of the desk can give you the role.';
  end if;
  if exists (select from contributor k where k.desk_id = new.desk_id and k.claim_id = new.claim_id
               and k.claim_version = new.claim_version and k.account_id = new.reviewer_id) then
    raise exception using errcode = 'FD403', constraint = 'four_eyes',
      message = 'You contributed to this version, so somebody else must review it.',
      hint = 'Any reviewer who changed nothing of it can.';
  end if;
  if exists (select from contributor k join account p on p.password_set_by = k.account_id
              where k.desk_id = new.desk_id and k.claim_id = new.claim_id and k.claim_version = new.claim_version
                and p.id = new.reviewer_id) then
    raise exception using errcode = 'FD403', constraint = 'four_eyes',
      message = 'Your password was set by somebody who contributed to this version.',
      hint = 'Change your password first (Account), or let another reviewer decide.';
  end if;
  if new.content_hash is distinct from claim_content_hash(new.desk_id, new.claim_id, new.claim_version) then
    raise exception using errcode = 'FD409', constraint = 'content_changed',
      message = 'The claim is not what you were shown any more.', hint = 'Reload it, read what changed, and decide again.';
  end if;
  if new.decision = 'approve' and exists (select from change_request r where r.desk_id = new.desk_id
               and r.claim_id = new.claim_id and r.status = 'open') then
    raise exception using errcode = 'FD422', constraint = 'change_requests',
      message = 'A change request is still open.', hint = 'The editor must answer it first.';
  end if;
  new.content := claim_content(new.desk_id, new.claim_id, new.claim_version);
  new.xact := pg_current_xact_id();
  return new;
end $$;
-- +goose StatementEnd
create trigger review_guard before insert on review
  for each row execute function guard_review();

-- At commit, a decision has done what it says: else an approval could be kept for content that
-- is written after it.
-- +goose StatementBegin
create function check_review() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from claim c where c.desk_id = new.desk_id and c.id = new.claim_id and c.version = new.claim_version
                   and c.status = case new.decision when 'approve' then 'approved' else 'changes_requested' end) then
    raise exception using errcode = 'FD403', constraint = 'review_applied',
      message = 'A review moves the claim out of review.', hint = 'Move the claim in the transaction of the review.';
  end if;
  return null;
end $$;
-- +goose StatementEnd
create constraint trigger review_applied after insert on review
  deferrable initially deferred for each row execute function check_review();

-- A point is raised by the review it belongs to and in its transaction, answered by an editor,
-- accepted by approving, reopened by a later review.
-- +goose StatementBegin
create function guard_change_request() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  claim_status text;
  may text := coalesce(acting_role(new.desk_id), 'viewer');
begin
  select status into claim_status from claim where desk_id = new.desk_id and id = new.claim_id for update;
  if tg_op = 'INSERT' then
    if new.status <> 'open' or not exists (select from review r where r.desk_id = new.desk_id and r.id = new.review_id
         and r.decision = 'request_changes' and r.xact = pg_current_xact_id()) then
      raise exception using errcode = 'FD403', constraint = 'change_request_origin',
        message = 'A change request is raised by a review that asks for changes.', hint = 'A reviewer can request changes.';
    end if;
    return new;
  end if;
  if (old.desk_id, old.claim_id, old.review_id, old.field, old.point)
     is distinct from (new.desk_id, new.claim_id, new.review_id, new.field, new.point) then
    raise exception using errcode = 'FD403', constraint = 'immutable',
      message = 'What a reviewer asked is never reworded.', hint = 'A reviewer can raise another point.';
  end if;
  if (case
        when new.status = 'answered' then claim_status = 'changes_requested' and may <> 'viewer' and old.status <> 'accepted'
        when new.status = 'accepted' then old.status = 'answered' and may in ('reviewer', 'admin') and exists (
          select from review r where r.desk_id = new.desk_id and r.claim_id = new.claim_id
             and r.decision = 'approve' and r.xact = pg_current_xact_id())
        else old.status = 'answered' and may in ('reviewer', 'admin') and exists (
          select from review r where r.desk_id = new.desk_id and r.claim_id = new.claim_id
             and r.decision = 'request_changes' and r.xact = pg_current_xact_id())
      end) then
    return new;
  end if;
  raise exception using errcode = 'FD403', constraint = 'change_request_step',
    message = format('A change request cannot go from %s to %s now.', old.status, new.status),
    hint = 'An editor answers it while changes are requested; a reviewer accepts it by approving or raises it again.';
end $$;
-- +goose StatementEnd
create trigger change_request_guard before insert or update on change_request
  for each row execute function guard_change_request();

-- +goose StatementBegin
create function guard_new_claim() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.status <> 'candidate' or new.version <> 1 or new.revision <> 1 then
    raise exception using errcode = 'FD403', constraint = 'claim_edge',
      message = 'A claim begins as a candidate.', hint = 'Propose it, then accept it.';
  end if;
  if coalesce(acting_role(new.desk_id), 'viewer') = 'viewer' then
    raise exception using errcode = 'FD403', constraint = 'role',
      message = 'Only an editor can propose a claim.', hint = 'An admin of the desk can give you the role.';
  end if;
  new.revised := pg_current_xact_id();
  return new;
end $$;

-- A claim's status changes along claim_edge and nowhere else; each write is based on the
-- revision before it; the version grows only when an approved claim is opened again.
create function guard_claim() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  may text := coalesce(acting_role(new.desk_id), 'viewer');
  missing text;
begin
  if (old.desk_id, old.id, old.article_id, old.article_version, old.origin, old.created_by, old.created_at)
     is distinct from (new.desk_id, new.id, new.article_id, new.article_version, new.origin, new.created_by, new.created_at) then
    raise exception using errcode = 'FD403', constraint = 'immutable',
      message = 'Where a claim comes from is never changed.', hint = 'Decline it and propose another.';
  end if;
  -- The mirrors below run inside a guarded change of the content, which moved the revision already.
  if pg_trigger_depth() > 1 and old.status = new.status and old.version = new.version then
    return new;
  end if;
  if new.revision <> old.revision + 1 then
    raise exception using errcode = 'FD409', constraint = 'stale',
      message = 'The claim has changed since you opened it.', hint = 'Compare the two texts and save again.';
  end if;
  new.revised := pg_current_xact_id();
  if may = 'viewer' then
    raise exception using errcode = 'FD403', constraint = 'role',
      message = 'Only an editor can change a claim.', hint = 'An admin of the desk can give you the role.';
  end if;
  if new.version <> old.version + (case when old.status = 'approved' and new.status = 'open' then 1 else 0 end) then
    raise exception using errcode = 'FD403', constraint = 'claim_version_step',
      message = 'A claim gets a new version only when an approved one is opened again.', hint = 'Edit the current version.';
  end if;
  if new.status = old.status then
    return new;
  end if;
  if not exists (select from claim_edge where from_status = old.status and to_status = new.status) then
    raise exception using errcode = 'FD409', constraint = 'claim_edge',
      message = format('A claim cannot go from %s to %s.', replace(old.status, '_', ' '), replace(new.status, '_', ' ')),
      hint = 'Reload the claim to see what can be done with it now.';
  end if;
  if new.status = 'in_review' then
    select string_agg(u.rule, ', ') into missing from claim_unmet(new.desk_id, new.id, new.version) u;
    if missing is not null then
      raise exception using errcode = 'FD422', constraint = 'submission',
        message = format('The claim cannot be submitted yet: %s.', replace(missing, '_', ' ')),
        hint = 'An editor can complete it.';
    end if;
    new.submitted_by := acting_account();
    new.submitted_at := now();
  elsif old.status = 'in_review' and new.status = 'open' then
    if may <> 'admin' and old.submitted_by is distinct from acting_account() then
      raise exception using errcode = 'FD403', constraint = 'withdraw',
        message = 'Only whoever submitted the claim, or an admin, can withdraw it.', hint = 'Ask one of them.';
    end if;
  elsif old.status = 'in_review' then
    if not exists (
      select from review r
       where r.desk_id = new.desk_id and r.claim_id = new.id and r.claim_version = new.version
         and r.xact = pg_current_xact_id() and r.reviewer_id = acting_account()
         and r.decision = case new.status when 'approved' then 'approve' else 'request_changes' end
         -- The points of a review that asks for changes came after its hash was taken.
         and (case r.decision when 'approve' then r.content_hash = claim_content_hash(new.desk_id, new.id, new.version) else exists (select from change_request q
               where q.desk_id = r.desk_id and q.claim_id = r.claim_id and q.status = 'open') end)) then
      raise exception using errcode = 'FD403', constraint = 'review_required',
        message = 'Only a review moves a claim out of review.', hint = 'A reviewer who changed nothing of it can decide.';
    end if;
  end if;
  return new;
end $$;
-- +goose StatementEnd
create trigger claim_new_guard before insert on claim
  for each row execute function guard_new_claim();
create trigger claim_guard before update on claim
  for each row execute function guard_claim();

create constraint trigger claim_event after insert or update of status, version, revision on claim
  deferrable initially deferred for each row execute function require_event();
create constraint trigger review_event after insert on review
  deferrable initially deferred for each row execute function require_event();
create constraint trigger change_request_event after insert or update on change_request
  deferrable initially deferred for each row execute function require_event();

-- Counters, kept by the transaction that changes a status: counting a million claims for every
-- look at the queue would cost 100 ms. One set per desk and assignee (0: nobody), one per article.
create table claim_count (
  desk_id     bigint not null,
  status      text not null,
  assignee_id bigint not null,
  n           bigint not null,
  constraint claim_count_pk primary key (desk_id, status, assignee_id),
  constraint claim_count_desk_fk foreign key (desk_id) references desk (id)
);
create table article_claim_count (
  desk_id    bigint not null,
  article_id bigint not null,
  status     text not null,
  n          bigint not null,
  constraint article_claim_count_pk primary key (desk_id, article_id, status),
  constraint article_claim_count_article_fk foreign key (desk_id, article_id) references article (desk_id, id)
);

-- Ordered by key, so that two transactions take the counters' locks in the same order.
-- +goose StatementBegin
create function count_added_claims() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into claim_count as c (desk_id, status, assignee_id, n)
  select desk_id, status, coalesce(assignee_id, 0), count(*) from added group by 1, 2, 3 order by 1, 2, 3
  on conflict (desk_id, status, assignee_id) do update set n = c.n + excluded.n;
  insert into article_claim_count as c (desk_id, article_id, status, n)
  select desk_id, article_id, status, count(*) from added group by 1, 2, 3 order by 1, 2, 3
  on conflict (desk_id, article_id, status) do update set n = c.n + excluded.n;
  return null;
end $$;
create function count_moved_claims() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into claim_count as c (desk_id, status, assignee_id, n)
  select desk_id, status, assignee_id, sum(n) from (
    select desk_id, status, coalesce(assignee_id, 0) as assignee_id, 1 as n from added
    union all select desk_id, status, coalesce(assignee_id, 0), -1 from removed) moved
  group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3
  on conflict (desk_id, status, assignee_id) do update set n = c.n + excluded.n;
  insert into article_claim_count as c (desk_id, article_id, status, n)
  select desk_id, article_id, status, sum(n) from (
    select desk_id, article_id, status, 1 as n from added
    union all select desk_id, article_id, status, -1 from removed) moved
  group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3
  on conflict (desk_id, article_id, status) do update set n = c.n + excluded.n;
  return null;
end $$;
-- +goose StatementEnd
create trigger claim_counted after insert on claim
  referencing new table as added for each statement execute function count_added_claims();
create trigger claim_recounted after update on claim
  referencing old table as removed new table as added for each statement execute function count_moved_claims();

grant select, insert on review to factdesk_app;
grant select, insert, update on change_request to factdesk_app;
grant select on claim_edge, claim_count, article_claim_count to factdesk_app;
