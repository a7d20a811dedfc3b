-- An article gets new versions of its text, and its claims are carried over to each: an anchor says where a claim's
-- words stand in a version that they were not marked in. What the comparison of the two texts found is a fact and
-- never changes; what a person made of it is decided once and stands beside it.
-- The words a claim is checked by stay those of the version they were marked in, until somebody puts them elsewhere:
-- so nothing that was approved is changed by a new text, and each version of a claim says which text its words are of.

-- +goose Up
-- Which text the words of each version of a claim are of; and which was there when the verdict was last given.
alter table claim_version add column article_id bigint, add column article_version integer;
alter table claim_version disable trigger user;
update claim_version v set article_id = c.article_id, article_version = c.article_version
  from claim c where c.desk_id = v.desk_id and c.id = v.claim_id;
alter table claim_version enable trigger user;
alter table claim_version alter column article_id set not null, alter column article_version set not null;
alter table claim_version add constraint claim_version_words_unique unique (desk_id, claim_id, number, article_id, article_version);
alter table claim_version add constraint claim_version_text_fk
  foreign key (desk_id, article_id, article_version) references article_version (desk_id, article_id, number);

alter table verdict add column article_version integer;
alter table verdict disable trigger user;
update verdict d set article_version = c.article_version from claim c where c.desk_id = d.desk_id and c.id = d.claim_id;
alter table verdict enable trigger user;
alter table verdict alter column article_version set not null;

alter table claim add constraint claim_of_article_unique unique (desk_id, id, article_id);
alter table claim_version add constraint claim_version_article_fk
  foreign key (desk_id, claim_id, article_id) references claim (desk_id, id, article_id);
-- A span's words are of the text that its version of the claim names, and no longer of the one it was proposed in.
-- At commit: when words are put elsewhere, the old ones go and the new ones come.
alter table span drop constraint span_article_fk;
alter table span add constraint span_article_fk
  foreign key (desk_id, claim_id, claim_version, article_id, article_version)
  references claim_version (desk_id, claim_id, number, article_id, article_version) deferrable initially deferred;
-- A splitting of a newer text may find a claim again that came with an older one.
alter table suggestion drop constraint suggestion_claim_fk;
alter table suggestion add constraint suggestion_claim_fk
  foreign key (desk_id, claim_id, article_id) references claim (desk_id, id, article_id);

create table anchor (
  desk_id         bigint not null,
  claim_id        bigint not null,
  article_id      bigint not null,
  article_version integer not null,
  from_version    integer not null, -- the text it was compared with
  state           text not null,
  spans           jsonb not null default '[]', -- where the words are: [start,end) in code points; none when they are gone
  proposals       jsonb not null default '[]', -- places to choose from, each a list of spans
  differs         text[] not null default '{}', -- words that bear on the claim and stand in one of the two texts alone
  kept            real not null, -- the share of the words that is left
  needs           text not null generated always as (
    case when state in ('exact', 'moved', 'normalized') then 'nothing' when state in ('changed', 'relocated') then 'confirm'
         when state = 'claim_changed' then 'look' when state = 'ambiguous' then 'pick' else 'place' end) stored,
  made_by         bigint not null,
  made_at         timestamptz not null default now(),
  decision        text,
  decided_spans   jsonb,
  decided_by      bigint,
  decided_at      timestamptz,
  constraint anchor_pk primary key (desk_id, claim_id, article_version),
  constraint anchor_claim_fk foreign key (desk_id, claim_id, article_id) references claim (desk_id, id, article_id),
  constraint anchor_version_fk foreign key (desk_id, article_id, article_version)
    references article_version (desk_id, article_id, number),
  constraint anchor_from_fk foreign key (desk_id, article_id, from_version)
    references article_version (desk_id, article_id, number),
  constraint anchor_maker_fk foreign key (desk_id, made_by) references member (desk_id, account_id),
  constraint anchor_decider_fk foreign key (desk_id, decided_by) references member (desk_id, account_id),
  constraint anchor_state_known check (state in ('exact', 'moved', 'normalized', 'changed', 'relocated', 'claim_changed',
                                                 'ambiguous', 'orphaned')),
  constraint anchor_lists check (jsonb_typeof(spans) = 'array' and jsonb_typeof(proposals) = 'array'),
  constraint anchor_placed check ((jsonb_array_length(spans) = 0) = (state in ('ambiguous', 'orphaned'))),
  constraint anchor_kept_share check (kept between 0 and 1),
  constraint anchor_decision_known check (decision in ('confirmed', 'picked', 'reselected', 'orphaned')),
  constraint anchor_decision_whole check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)
    and (coalesce(decision, 'orphaned') = 'orphaned') = (decided_spans is null))
);
create index anchor_of_version on anchor (desk_id, article_id, article_version);

create trigger anchor_kept_rows before delete on anchor
  for each row execute function refuse_change();
create trigger anchor_kept before truncate on anchor
  for each statement execute function refuse_change();

-- Whether it is known where a claim's words stand in the newest text of its article: they are of that text, or carried
-- over by themselves, or somebody has said so.
-- +goose StatementBegin
create function claim_placed(p_desk bigint, p_claim bigint) returns boolean
language sql stable
return exists (
  select from claim c
    join article a on a.desk_id = c.desk_id and a.id = c.article_id
    join claim_version v on v.desk_id = c.desk_id and v.claim_id = c.id and v.number = c.version
    left join anchor n on n.desk_id = c.desk_id and n.claim_id = c.id and n.article_version = a.version
   where c.desk_id = p_desk and c.id = p_claim
     and (v.article_version = a.version or n.needs = 'nothing' or n.decision in ('confirmed', 'picked', 'reselected')));

-- Whether a version's verdict was given before a figure, a name or the like changed in its words.
create function verdict_outdated(p_desk bigint, p_claim bigint, p_version integer) returns boolean
language sql stable
return exists (
  select from claim c
    join article a on a.desk_id = c.desk_id and a.id = c.article_id
    join claim_version v on v.desk_id = c.desk_id and v.claim_id = c.id and v.number = p_version
    join verdict d on d.desk_id = c.desk_id and d.claim_id = c.id and d.claim_version = p_version
    join anchor n on n.desk_id = c.desk_id and n.claim_id = c.id and n.state = 'claim_changed' and n.article_version > d.article_version
   where c.desk_id = p_desk and c.id = p_claim and (n.article_version <= v.article_version or n.article_version = a.version));

-- As in 00005, with what a new text of the article asks for.
create or replace function claim_unmet(p_desk bigint, p_claim bigint, p_version integer)
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
    select from change_request r where r.desk_id = p_desk and r.claim_id = p_claim and r.status = 'open')
  union all select 'anchor' where not claim_placed(p_desk, p_claim)
  union all select 'verdict_outdated' where verdict_outdated(p_desk, p_claim, p_version);
end;

-- Versions of a text come one after the other, and each is another text than the one before.
create function guard_article_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  newest integer;
begin
  perform from article where desk_id = new.desk_id and id = new.article_id for update;
  select max(number) into newest from article_version where desk_id = new.desk_id and article_id = new.article_id;
  if new.number <> coalesce(newest, 0) + 1 then
    raise exception using errcode = 'FD409', constraint = 'article_version_number',
      message = 'Somebody else has just stored a new version of this article.', hint = 'Look at theirs first.';
  end if;
  if exists (select from article_version v where v.desk_id = new.desk_id and v.article_id = new.article_id
               and v.number = newest and v.text_sha256 = new.text_sha256) then
    raise exception using errcode = 'FD422', constraint = 'article_version_same',
      message = 'This is the text the article has already.', hint = 'There is nothing to do.';
  end if;
  if new.created_by is distinct from acting_account() then
    raise exception using errcode = 'FD403', constraint = 'role',
      message = 'A new version is stored in one''s own name.', hint = 'Sign in as the one who does it.';
  end if;
  return new;
end $$;

create function guard_article() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.version <> old.version and not exists (select from article_version v where v.desk_id = new.desk_id and v.article_id = new.id
       and v.number = new.version and new.version = old.version + 1 and v.xact = pg_current_xact_id()) then
    raise exception using errcode = 'FD409', constraint = 'article_version_number',
      message = 'An article goes from one version of its text to the next.', hint = 'Store the new text first.';
  end if;
  return new;
end $$;

-- At commit: the newest text is the one that is shown, and every claim was carried over to it.
create function check_carried() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from article a where a.desk_id = new.desk_id and a.id = new.article_id and a.version < new.number) then
    raise exception using errcode = 'FD403', constraint = 'article_version_shown',
      message = 'A new version of an article is the one that is shown.', hint = 'Move the article to it in the same transaction.';
  end if;
  if exists (select from claim c
               join claim_version v on v.desk_id = c.desk_id and v.claim_id = c.id and v.number = c.version
              where c.desk_id = new.desk_id and c.article_id = new.article_id and v.article_version < new.number
                and not exists (select from anchor n where n.desk_id = c.desk_id and n.claim_id = c.id and n.article_version = new.number)) then
    raise exception using errcode = 'FD403', constraint = 'claims_carried',
      message = 'A claim would be left behind in the old text.', hint = 'Carry every claim of the article over.';
  end if;
  return null;
end $$;

-- Claims are made in the newest text.
create function guard_claim_text() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.article_version <> (select version from article where desk_id = new.desk_id and id = new.article_id) then
    raise exception using errcode = 'FD409', constraint = 'article_version_old',
      message = 'There is a newer version of the article.', hint = 'Mark the words in that one.';
  end if;
  return new;
end $$;

-- The words of a claim are put into another text forward only, into the newest; and only into one that it was carried
-- over to, so that there is no claim whose way cannot be followed.
create function guard_claim_words() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.article_id <> old.article_id or new.article_version < old.article_version
     or new.article_version <> (select version from article where desk_id = new.desk_id and id = new.article_id)
     or not exists (select from anchor n where n.desk_id = new.desk_id and n.claim_id = new.claim_id and n.article_version = new.article_version) then
    raise exception using errcode = 'FD409', constraint = 'article_version_old',
      message = 'A claim''s words are put into the newest version of its article.', hint = 'Reload the article and mark them there.';
  end if;
  return new;
end $$;

-- What a claim's words are changed to is in the newest text: in an older one they would go where the anchors, which
-- were made of them, do not point. A new version of a claim begins with the words as they were.
create function guard_span_text() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  this_span span := case when tg_op = 'DELETE' then old else new end;
  newest integer;
  home integer;
begin
  select a.version, v.article_version into newest, home
    from claim_version v join article a on a.desk_id = v.desk_id and a.id = v.article_id
   where v.desk_id = this_span.desk_id and v.claim_id = this_span.claim_id and v.number = this_span.claim_version;
  if home < newest and not (tg_op = 'INSERT' and exists (
       select from span s where s.desk_id = this_span.desk_id and s.claim_id = this_span.claim_id
          and s.claim_version = this_span.claim_version - 1 and s.article_version = this_span.article_version
          and s.start_cp = this_span.start_cp and s.end_cp = this_span.end_cp)) then
    raise exception using errcode = 'FD409', constraint = 'article_version_old',
      message = 'There is a newer version of the article, and the claim''s words are still those of an older one.',
      hint = 'Say first where they stand in the newest one.';
  end if;
  return this_span;
end $$;

-- What was found when the claims were carried over comes with the new text and not later. The one row that may come
-- later is where the words of a claim stood before they were put into the newest text.
create function guard_anchor() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  text_length integer;
  carried boolean;
  moved boolean;
begin
  select length(v.text), v.xact = pg_current_xact_id() into text_length, carried from article_version v
   where v.desk_id = new.desk_id and v.article_id = new.article_id and v.number = new.article_version;
  moved := new.state = 'exact' and new.from_version = new.article_version and exists (
    select from claim c join claim_version h on h.desk_id = c.desk_id and h.claim_id = c.id and h.number = c.version
     where c.desk_id = new.desk_id and c.id = new.claim_id and c.revised = pg_current_xact_id() and h.article_version > new.article_version);
  if new.decision is not null or not (carried or moved) then
    raise exception using errcode = 'FD403', constraint = 'immutable',
      message = 'Where a claim stands is found when a new version of its article is stored.', hint = 'Decide about what was found.';
  end if;
  if new.made_by is distinct from acting_account() or coalesce(acting_role(new.desk_id), 'viewer') = 'viewer' then
    raise exception using errcode = 'FD403', constraint = 'role',
      message = 'Only an editor can add a version of an article.', hint = 'An admin of the desk can give you the role.';
  end if;
  if not spans_within(new.spans, text_length)
     or exists (select from jsonb_array_elements(new.proposals) p where jsonb_typeof(p) <> 'array' or not spans_within(p, text_length)) then
    raise exception using errcode = 'FD422', constraint = 'anchor_spans',
      message = 'What was found is not in the article.', hint = 'Compare the texts that are stored.';
  end if;
  return new;
end $$;

-- One decision about each, by somebody who may change claims, about the newest text. Without a new version of the
-- claim, an approved one or one that is being reviewed goes only where its words say the same.
create function guard_anchor_decision() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c claim;
  home integer;
begin
  -- What a row needs follows from its state, and is not worked out yet for the new one.
  if (to_jsonb(old) - array['needs', 'decision', 'decided_spans', 'decided_by', 'decided_at'])
     is distinct from (to_jsonb(new) - array['needs', 'decision', 'decided_spans', 'decided_by', 'decided_at']) then
    raise exception using errcode = 'FD403', constraint = 'immutable',
      message = 'What the comparison of two texts found is never changed.', hint = 'Decide about it instead.';
  end if;
  select * into c from claim where desk_id = new.desk_id and id = new.claim_id for update;
  select article_version into home from claim_version where desk_id = c.desk_id and claim_id = c.id and number = c.version;
  if old.decision is not null and not (old.decision = 'orphaned' and home = new.article_version) then
    raise exception using errcode = 'FD409', constraint = 'anchor_decided',
      message = 'Somebody has decided where the claim stands already.', hint = 'Reload the claim to see where.';
  end if;
  if new.decided_by is distinct from acting_account() or coalesce(acting_role(new.desk_id), 'viewer') = 'viewer' then
    raise exception using errcode = 'FD403', constraint = 'role',
      message = 'Only an editor can say where a claim stands.', hint = 'An admin of the desk can give you the role.';
  end if;
  if new.article_version <> (select version from article where desk_id = new.desk_id and id = new.article_id) then
    raise exception using errcode = 'FD409', constraint = 'article_version_old',
      message = 'There is a newer version of the article.', hint = 'Decide where the claim stands in that one.';
  end if;
  if new.decision is null
     or new.decision = 'confirmed' and (new.decided_spans is distinct from new.spans or old.needs not in ('confirm', 'look'))
     or new.decision = 'picked' and not new.proposals @> jsonb_build_array(new.decided_spans)
     or new.decision in ('picked', 'reselected') and (jsonb_array_length(new.decided_spans) = 0 or not spans_within(new.decided_spans,
          (select length(v.text) from article_version v where v.desk_id = new.desk_id and v.article_id = new.article_id and v.number = new.article_version))) then
    raise exception using errcode = 'FD422', constraint = 'anchor_spans',
      message = 'This is no place the claim could stand at.', hint = 'Confirm what was found, choose a proposal, or mark the words.';
  end if;
  if home <> new.article_version and not (new.decision = 'orphaned' or new.decision = 'confirmed' and old.needs = 'confirm'
                                          or new.decision = 'picked' and new.state = 'ambiguous') then
    raise exception using errcode = 'FD422', constraint = 'anchor_words',
      message = 'The claim would stand on other words than those it was checked by.',
      hint = 'Open a new version of the claim, and say there where it stands.';
  end if;
  return new;
end $$;

-- Nothing is approved or published whose words are not known to be in the newest text.
create function guard_placed() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from claim where desk_id = new.desk_id and id = new.claim_id for update;
  if not claim_placed(new.desk_id, new.claim_id) then
    raise exception using errcode = 'FD422', constraint = 'anchor',
      message = 'The article has a new version, and nobody has said where the claim stands in it.',
      hint = 'An editor can confirm it.';
  end if;
  if verdict_outdated(new.desk_id, new.claim_id, new.claim_version) then
    raise exception using errcode = 'FD422', constraint = 'verdict_outdated',
      message = 'The claim''s words changed after the verdict was given.', hint = 'An editor can look at the verdict again.';
  end if;
  return new;
end $$;
-- +goose StatementEnd
create trigger article_version_guard before insert on article_version
  for each row execute function guard_article_version();
create trigger article_guard before update on article
  for each row execute function guard_article();
create trigger article_revision before update on article
  for each row execute function guard_revision();
create constraint trigger article_version_whole after insert on article_version
  deferrable initially deferred for each row execute function check_carried();
create trigger claim_text before insert on claim
  for each row execute function guard_claim_text();
create trigger claim_version_words before update of article_id, article_version on claim_version
  for each row execute function guard_claim_words();
create trigger span_text before insert or update or delete on span
  for each row execute function guard_span_text();
create trigger anchor_guard before insert on anchor
  for each row execute function guard_anchor();
create trigger anchor_decided before update on anchor
  for each row execute function guard_anchor_decision();
create trigger review_placed before insert on review
  for each row when (new.decision = 'approve') execute function guard_placed();
create trigger edition_claim_placed before insert on edition_claim
  for each row execute function guard_placed();
create constraint trigger anchor_event after insert or update on anchor
  deferrable initially deferred for each row execute function require_event();

grant update (version, revision) on article to factdesk_app;
grant select, insert (desk_id, claim_id, article_id, article_version, from_version, state, spans, proposals, differs, kept, made_by)
  on anchor to factdesk_app;
grant update (decision, decided_spans, decided_by, decided_at) on anchor to factdesk_app;
