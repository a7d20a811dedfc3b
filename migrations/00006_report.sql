-- Reports, their immutable editions, and why one edition replaced another.
-- An edition's body is the whole report as it was published; later changes of claims,
-- ratings or sources leave it as it is.

-- +goose Up
create table report (
  desk_id    bigint not null,
  id         bigint generated always as identity,
  article_id bigint not null,
  slug       text not null,
  headline   text not null,
  summary    text not null default '',
  edition    integer not null default 0,
  revision   integer not null default 1,
  created_by bigint not null,
  created_at timestamptz not null default now(),
  constraint report_pk primary key (desk_id, id),
  constraint report_article_unique unique (desk_id, article_id),
  constraint report_slug_unique unique (desk_id, slug),
  constraint report_of_article_unique unique (desk_id, id, article_id),
  constraint report_article_fk foreign key (desk_id, article_id) references article (desk_id, id),
  constraint report_creator_fk foreign key (desk_id, created_by) references member (desk_id, account_id),
  constraint report_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  constraint report_headline_present check (btrim(headline) <> '' and length(headline) <= 300),
  constraint report_summary_length check (length(summary) <= 4000)
);

-- The claims chosen for the next edition, in their order. They are claims of the report's article.
create table report_claim (
  desk_id         bigint not null,
  report_id       bigint not null,
  article_id      bigint not null,
  article_version integer not null,
  claim_id        bigint not null,
  position        integer not null,
  constraint report_claim_pk primary key (desk_id, report_id, claim_id),
  constraint report_claim_report_fk foreign key (desk_id, report_id, article_id) references report (desk_id, id, article_id),
  constraint report_claim_claim_fk foreign key (desk_id, claim_id, article_id, article_version)
    references claim (desk_id, id, article_id, article_version)
);

create table edition (
  desk_id      bigint not null,
  report_id    bigint not null,
  number       integer not null,
  body         text not null,
  body_sha256  bytea not null,
  -- What the public list shows, so that it need not read fifty whole reports.
  headline     text not null generated always as (coalesce(body::json ->> 'headline', '')) stored,
  summary      text not null generated always as (coalesce(body::json ->> 'summary', '')) stored,
  published_by bigint not null,
  published_at timestamptz not null,
  xact         xid8 not null default pg_current_xact_id(),
  constraint edition_pk primary key (desk_id, report_id, number),
  constraint edition_report_fk foreign key (desk_id, report_id) references report (desk_id, id),
  constraint edition_publisher_fk foreign key (desk_id, published_by) references member (desk_id, account_id),
  constraint edition_number_positive check (number > 0),
  constraint edition_body_hash check (body_sha256 = sha256(convert_to(body, 'UTF8')))
);

-- Which version of which claim an edition holds: what "published" means.
create table edition_claim (
  desk_id       bigint not null,
  report_id     bigint not null,
  edition       integer not null,
  position      integer not null,
  claim_id      bigint not null,
  claim_version integer not null,
  constraint edition_claim_pk primary key (desk_id, report_id, edition, position),
  constraint edition_claim_once unique (desk_id, report_id, edition, claim_id),
  constraint edition_claim_edition_fk foreign key (desk_id, report_id, edition) references edition (desk_id, report_id, number),
  constraint edition_claim_version_fk foreign key (desk_id, claim_id, claim_version)
    references claim_version (desk_id, claim_id, number)
);
create index edition_claim_claim on edition_claim (desk_id, claim_id, report_id, edition);

create table correction (
  desk_id   bigint not null,
  report_id bigint not null,
  edition   integer not null,
  class     text not null,
  what      text not null,
  why       text not null,
  constraint correction_pk primary key (desk_id, report_id, edition),
  constraint correction_edition_fk foreign key (desk_id, report_id, edition) references edition (desk_id, report_id, number),
  constraint correction_class_known check (class in ('verdict_changed', 'factual', 'clarification', 'update', 'typo', 'withdrawn')),
  constraint correction_texts_present check (btrim(what) <> '' and btrim(why) <> '' and length(what) <= 2000 and length(why) <= 2000)
);

-- +goose StatementBegin
create function guard_edition() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  latest integer;
begin
  select edition into latest from report where desk_id = new.desk_id and id = new.report_id for update;
  if new.number <> latest + 1 then
    raise exception using errcode = 'FD409', constraint = 'edition_number',
      message = 'Another edition was published meanwhile.', hint = 'Reload the report and look at it.';
  end if;
  if new.published_by is distinct from acting_account() or coalesce(acting_role(new.desk_id), 'viewer') = 'viewer' then
    raise exception using errcode = 'FD403', constraint = 'role',
      message = 'Only an editor can publish a report.', hint = 'An admin of the desk can give you the role.';
  end if;
  update report set edition = new.number where desk_id = new.desk_id and id = new.report_id;
  return new;
end $$;

-- What an edition holds, and why it replaced another, comes with it and not later.
create function guard_edition_part() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from edition e where e.desk_id = new.desk_id and e.report_id = new.report_id
                   and e.number = new.edition and e.xact = pg_current_xact_id()) then
    raise exception using errcode = 'FD403', constraint = 'immutable',
      message = 'A published edition is history and is never changed.', hint = 'Publish a new edition.';
  end if;
  return new;
end $$;

create function guard_edition_claim() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from review r
                  where r.desk_id = new.desk_id and r.claim_id = new.claim_id and r.claim_version = new.claim_version
                    and r.decision = 'approve') then
    raise exception using errcode = 'FD422', constraint = 'approved_only',
      message = 'Only approved versions of claims are published.', hint = 'A reviewer must approve the claim first.';
  end if;
  return new;
end $$;

-- At commit: an edition holds at least one claim, and says why it replaced another.
create function check_edition() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from edition_claim c where c.desk_id = new.desk_id and c.report_id = new.report_id and c.edition = new.number) then
    raise exception using errcode = 'FD422', constraint = 'edition_empty',
      message = 'A report without claims cannot be published.', hint = 'Choose at least one approved claim.';
  end if;
  if new.number > 1 and not exists (select from correction k where k.desk_id = new.desk_id and k.report_id = new.report_id and k.edition = new.number) then
    raise exception using errcode = 'FD422', constraint = 'correction_required',
      message = 'An edition that replaces another says what was corrected and why.', hint = 'Fill in the correction.';
  end if;
  return null;
end $$;
-- +goose StatementEnd
create trigger report_role before insert or update or delete on report
  for each row execute function guard_role();
create trigger report_claim_role before insert or update or delete on report_claim
  for each row execute function guard_role();
create trigger report_revision before update on report
  for each row execute function guard_revision();
create trigger edition_guard before insert on edition
  for each row execute function guard_edition();
create trigger edition_claim_guard before insert on edition_claim
  for each row execute function guard_edition_claim();
create trigger edition_claim_part before insert on edition_claim
  for each row execute function guard_edition_part();
create trigger correction_part before insert on correction
  for each row execute function guard_edition_part();
create constraint trigger edition_complete after insert on edition
  deferrable initially deferred for each row execute function check_edition();
create constraint trigger edition_event after insert on edition
  deferrable initially deferred for each row execute function require_event();

create constraint trigger report_event after insert or update on report
  deferrable initially deferred for each row execute function require_event();
create constraint trigger report_claim_event after insert or update or delete on report_claim
  deferrable initially deferred for each row execute function require_event();

create trigger edition_immutable before update or delete on edition for each row execute function refuse_change();
create trigger edition_kept before truncate on edition for each statement execute function refuse_change();
create trigger edition_claim_immutable before update or delete on edition_claim for each row execute function refuse_change();
create trigger edition_claim_kept before truncate on edition_claim for each statement execute function refuse_change();
create trigger correction_immutable before update or delete on correction for each row execute function refuse_change();
create trigger correction_kept before truncate on correction for each statement execute function refuse_change();

-- The number of the newest edition follows from publishing one.
grant select, insert on report to factdesk_app;
grant update (slug, headline, summary, revision) on report to factdesk_app;
grant select, insert, update, delete on report_claim to factdesk_app;
-- Which transaction published an edition is not for the application to say.
grant select, insert (desk_id, report_id, number, body, body_sha256, published_by, published_at) on edition to factdesk_app;
grant select, insert on edition_claim, correction to factdesk_app;
