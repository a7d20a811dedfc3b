-- Rating scales, the library of sources, claimants, and claims with everything that is said of them.
-- A claim's content (spans, statement, attribution, evidence, verdict) belongs to one version of it.
-- Editing an approved claim opens the next version; the old rows stay what was approved.

-- +goose Up
create table rating_scale (
  desk_id    bigint not null,
  id         bigint generated always as identity,
  name       text not null,
  version    integer not null,
  created_at timestamptz not null default now(),
  constraint rating_scale_pk primary key (desk_id, id),
  constraint rating_scale_desk_fk foreign key (desk_id) references desk (id),
  constraint rating_scale_version_unique unique (desk_id, version),
  constraint rating_scale_name_present check (btrim(name) <> '')
);

-- `needs` is the evidence rule of the rating: 'proof' asks for min_primary primary sources or
-- min_independent secondary ones of different independence groups; 'search' for a note of what was searched.
create table rating (
  desk_id         bigint not null,
  id              bigint generated always as identity,
  scale_id        bigint not null,
  code            text not null,
  label           text not null,
  definition      text not null,
  position        integer not null,
  colour          text not null,
  value           integer,
  needs           text not null,
  min_primary     integer not null default 0,
  min_independent integer not null default 0,
  constraint rating_pk primary key (desk_id, id),
  constraint rating_scale_fk foreign key (desk_id, scale_id) references rating_scale (desk_id, id),
  constraint rating_code_unique unique (desk_id, scale_id, code),
  constraint rating_position_unique unique (desk_id, scale_id, position),
  constraint rating_texts_present check (btrim(label) <> '' and btrim(definition) <> '' and code ~ '^[a-z_]+$'),
  constraint rating_colour_known check (colour in ('true', 'mostly', 'mixed', 'doubt', 'false', 'neutral')),
  constraint rating_value_positive check (value >= 1),
  constraint rating_needs_known check (needs in ('proof', 'search', 'nothing')),
  constraint rating_needs_numbers check (case needs when 'proof' then min_primary > 0 and min_independent > 0
                                                    else min_primary = 0 and min_independent = 0 end)
);

create table claimant (
  desk_id    bigint not null,
  id         bigint generated always as identity,
  name       text not null,
  name_key   text not null,
  kind       text not null,
  created_at timestamptz not null default now(),
  constraint claimant_pk primary key (desk_id, id),
  constraint claimant_desk_fk foreign key (desk_id) references desk (id),
  constraint claimant_name_unique unique (desk_id, name_key),
  constraint claimant_name_present check (btrim(name) <> '' and length(name) <= 200),
  constraint claimant_kind_known check (kind in ('person', 'organization'))
);

create table source (
  desk_id      bigint not null,
  id           bigint generated always as identity,
  url          text,
  citation     text not null default '',
  title        text not null default '',
  publisher    text not null default '',
  author       text not null default '',
  published_on date,
  kind         text not null,
  tier         text not null,
  revision     integer not null default 1,
  created_by   bigint not null,
  created_at   timestamptz not null default now(),
  constraint source_pk primary key (desk_id, id),
  constraint source_desk_fk foreign key (desk_id) references desk (id),
  constraint source_creator_fk foreign key (desk_id, created_by) references member (desk_id, account_id),
  constraint source_url_unique unique (desk_id, url),
  constraint source_url_form check (url ~* '^https?://' and octet_length(url) <= 2000),
  constraint source_named check (url is not null or btrim(citation) <> ''),
  constraint source_lengths check (length(citation) <= 2000 and length(title) <= 500 and length(publisher) <= 200 and length(author) <= 300),
  constraint source_kind_known check (kind in ('page', 'document', 'dataset', 'broadcast', 'person', 'agency', 'social', 'factcheck')),
  constraint source_tier_known check (tier in ('primary', 'secondary', 'tertiary'))
);

create table claim (
  desk_id         bigint not null,
  id              bigint generated always as identity,
  article_id      bigint not null,
  article_version integer not null,
  status          text not null default 'candidate',
  version         integer not null default 1,
  revision        integer not null default 1,
  origin          text not null,
  type            text not null,
  statement       text not null,
  -- Kept, so that reading it of 2,000 rows takes no longer than reading the rows.
  words           tsvector not null generated always as (to_tsvector('simple', statement)) stored,
  start_cp        integer not null,
  score           real not null,
  reasons         text[] not null,
  rating_id       bigint,
  decline_reason  text,
  decline_note    text not null default '',
  duplicate_of    bigint,
  assignee_id     bigint,
  submitted_by    bigint,
  submitted_at    timestamptz,
  created_by      bigint not null,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  revised         xid8 not null default pg_current_xact_id(), -- the transaction that made the revision
  constraint claim_pk primary key (desk_id, id),
  constraint claim_article_unique unique (desk_id, id, article_id, article_version),
  constraint claim_article_version_fk foreign key (desk_id, article_id, article_version)
    references article_version (desk_id, article_id, number),
  constraint claim_duplicate_fk foreign key (desk_id, duplicate_of) references claim (desk_id, id),
  constraint claim_rating_fk foreign key (desk_id, rating_id) references rating (desk_id, id),
  constraint claim_assignee_fk foreign key (desk_id, assignee_id) references member (desk_id, account_id),
  constraint claim_submitter_fk foreign key (desk_id, submitted_by) references member (desk_id, account_id),
  constraint claim_creator_fk foreign key (desk_id, created_by) references member (desk_id, account_id),
  constraint claim_status_known check (status in ('candidate', 'open', 'in_review', 'changes_requested', 'approved', 'declined')),
  constraint claim_origin_known check (origin in ('splitter', 'editor')),
  constraint claim_type_known check (type in ('quote', 'numerical', 'event', 'position', 'causal', 'speculative',
                                              'media_publishing', 'media_analysis', 'opinion')),
  constraint claim_statement_length check (length(statement) <= 2000),
  constraint claim_score_range check (score between 0 and 1),
  constraint claim_decline_reasoned check ((status = 'declined') = (decline_reason is not null)),
  constraint claim_decline_reason_known check (decline_reason in ('not_checkable', 'opinion', 'prediction', 'duplicate', 'out_of_scope')),
  constraint claim_duplicate_named check ((coalesce(decline_reason, '') = 'duplicate') = (duplicate_of is not null)),
  constraint claim_duplicate_other check (duplicate_of <> id)
);
-- One keyset index for each list of the queue, newest first, and the workbench's order of the text.
-- The list of all claims goes down the primary key, as other tables' lists do.
create index claim_by_status on claim (desk_id, status, id desc);
create index claim_in_work on claim (desk_id, assignee_id, id desc) where status in ('open', 'changes_requested');
create index claim_unassigned on claim (desk_id, id desc) where assignee_id is null and status in ('open', 'changes_requested');
create index claim_awaiting_review on claim (desk_id, submitted_at, id) where status = 'in_review';
create index claim_words on claim using gin (words);
create index claim_in_article on claim (desk_id, article_id, article_version, start_cp, id);

create table claim_version (
  desk_id    bigint not null,
  claim_id   bigint not null,
  number     integer not null,
  statement  text not null,
  type       text not null,
  created_by bigint not null,
  created_at timestamptz not null default now(),
  constraint claim_version_pk primary key (desk_id, claim_id, number),
  constraint claim_version_claim_fk foreign key (desk_id, claim_id) references claim (desk_id, id),
  constraint claim_version_creator_fk foreign key (desk_id, created_by) references member (desk_id, account_id),
  constraint claim_version_number_positive check (number > 0),
  constraint claim_version_statement_length check (length(statement) <= 2000)
);
alter table claim add constraint claim_version_fk
  foreign key (desk_id, id, version) references claim_version (desk_id, claim_id, number)
  deferrable initially deferred;

create table span (
  desk_id         bigint not null,
  claim_id        bigint not null,
  claim_version   integer not null,
  ordinal         integer not null,
  article_id      bigint not null,
  article_version integer not null,
  start_cp        integer not null,
  end_cp          integer not null,
  exact           text not null,
  prefix          text not null,
  suffix          text not null,
  constraint span_pk primary key (desk_id, claim_id, claim_version, ordinal),
  constraint span_claim_version_fk foreign key (desk_id, claim_id, claim_version)
    references claim_version (desk_id, claim_id, number),
  constraint span_article_fk foreign key (desk_id, claim_id, article_id, article_version)
    references claim (desk_id, id, article_id, article_version),
  constraint span_range check (0 <= start_cp and start_cp < end_cp),
  constraint span_once unique (desk_id, claim_id, claim_version, start_cp, end_cp)
);

create table attribution (
  desk_id       bigint not null,
  claim_id      bigint not null,
  claim_version integer not null,
  unattributed  boolean not null,
  speaker       text not null default '',
  kind          text not null default 'person',
  claimant_id   bigint,
  outlet        text not null default '',
  via           text not null default '',
  cue           text not null default '',
  hedge         text not null default '',
  direct        boolean not null default false,
  constraint attribution_pk primary key (desk_id, claim_id, claim_version),
  constraint attribution_claim_version_fk foreign key (desk_id, claim_id, claim_version)
    references claim_version (desk_id, claim_id, number),
  constraint attribution_claimant_fk foreign key (desk_id, claimant_id) references claimant (desk_id, id),
  constraint attribution_kind_known check (kind in ('person', 'organization')),
  constraint attribution_speaker_or_none check (unattributed = (btrim(speaker) = '')),
  constraint attribution_none_is_nobody check (not unattributed or claimant_id is null),
  constraint attribution_lengths check (greatest(length(speaker), length(outlet), length(via), length(cue), length(hedge)) <= 300)
);
create index attribution_claimant on attribution (desk_id, claimant_id, claim_id desc);

create table evidence (
  desk_id            bigint not null,
  id                 bigint generated always as identity,
  claim_id           bigint not null,
  claim_version      integer not null,
  source_id          bigint not null,
  tier               text not null,
  stance             text not null,
  quote              text not null default '',
  locator            text not null default '',
  note               text not null default '',
  independence_group text not null default '',
  accessed_on        date,
  added_by           bigint not null,
  added_at           timestamptz not null default now(),
  constraint evidence_pk primary key (desk_id, id),
  constraint evidence_claim_version_fk foreign key (desk_id, claim_id, claim_version)
    references claim_version (desk_id, claim_id, number),
  constraint evidence_source_fk foreign key (desk_id, source_id) references source (desk_id, id),
  constraint evidence_adder_fk foreign key (desk_id, added_by) references member (desk_id, account_id),
  constraint evidence_tier_known check (tier in ('primary', 'secondary', 'tertiary')),
  constraint evidence_stance_known check (stance in ('supports', 'refutes', 'context')),
  constraint evidence_lengths check (length(quote) <= 4000 and length(locator) <= 300 and length(note) <= 2000 and length(independence_group) <= 100)
);
create index evidence_claim on evidence (desk_id, claim_id, claim_version, id);
create index evidence_source on evidence (desk_id, source_id, claim_id desc);

create table verdict (
  desk_id       bigint not null,
  claim_id      bigint not null,
  claim_version integer not null,
  rating_id     bigint,
  rationale     text not null default '',
  search_note   text not null default '',
  decided_by    bigint not null,
  decided_at    timestamptz not null default now(),
  constraint verdict_pk primary key (desk_id, claim_id, claim_version),
  constraint verdict_claim_version_fk foreign key (desk_id, claim_id, claim_version)
    references claim_version (desk_id, claim_id, number),
  constraint verdict_rating_fk foreign key (desk_id, rating_id) references rating (desk_id, id),
  constraint verdict_decider_fk foreign key (desk_id, decided_by) references member (desk_id, account_id),
  constraint verdict_lengths check (length(rationale) <= 10000 and length(search_note) <= 4000)
);

-- Everyone who changed anything of a version. Written by the guard below and by nothing else.
create table contributor (
  desk_id       bigint not null,
  claim_id      bigint not null,
  claim_version integer not null,
  account_id    bigint not null,
  since         timestamptz not null default now(),
  constraint contributor_pk primary key (desk_id, claim_id, claim_version, account_id),
  constraint contributor_claim_version_fk foreign key (desk_id, claim_id, claim_version)
    references claim_version (desk_id, claim_id, number),
  constraint contributor_member_fk foreign key (desk_id, account_id) references member (desk_id, account_id)
);
create trigger contributor_immutable before update or delete on contributor
  for each row execute function refuse_change();
create trigger contributor_kept before truncate on contributor
  for each statement execute function refuse_change();

-- The words of a span are the article's words: offsets count code points, as substr does in UTF-8.
-- +goose StatementBegin
create function check_span() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  words text;
begin
  select substr(v.text, new.start_cp + 1, new.end_cp - new.start_cp) into words
    from article_version v
   where v.desk_id = new.desk_id and v.article_id = new.article_id and v.number = new.article_version;
  -- A place that reaches past the end of the text has fewer words than it has room for.
  if words is distinct from new.exact or length(words) <> new.end_cp - new.start_cp then
    raise exception using
      errcode = 'FD422', constraint = 'span_exact',
      message = 'The marked words are not what the article says at that place.',
      hint = 'Reload the article and mark the words again.';
  end if;
  return new;
end $$;
-- +goose StatementEnd
create trigger span_exact before insert or update on span
  for each row execute function check_span();

-- Guards every change of a claim's content: only the current version, only while the claim is
-- being worked on, only by a member who may edit, only in a transaction that moved the claim's
-- revision, so that nobody overwrites what they have not seen; and notes that member as a contributor.
-- Holding the claim's row makes an edit and an approval wait for each other.
-- The splitter's own proposals, made while the article is imported, are nobody's contribution.
-- +goose StatementBegin
create function guard_content() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  row_desk    bigint;
  row_claim   bigint;
  row_version integer;
  c           claim;
  old_row     jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
  new_row     jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
  this_row    jsonb := coalesce(new_row, old_row);
begin
  row_desk := (this_row ->> 'desk_id')::bigint;
  row_claim := (this_row ->> 'claim_id')::bigint;
  row_version := (this_row ->> tg_argv[0])::integer;
  if tg_op = 'UPDATE' and (old_row -> 'desk_id', old_row -> 'claim_id', old_row -> tg_argv[0])
                       is distinct from (new_row -> 'desk_id', new_row -> 'claim_id', new_row -> tg_argv[0]) then
    raise exception using errcode = 'FD403', constraint = 'immutable',
      message = 'Content cannot be moved from one claim to another.', hint = 'Add it to the other claim.';
  end if;
  select * into c from claim where desk_id = row_desk and id = row_claim for update;
  if c.status not in ('candidate', 'open', 'changes_requested') then
    raise exception using errcode = 'FD409', constraint = 'content_locked',
      message = format('The claim is %s, so its content cannot be changed.', replace(c.status, '_', ' ')),
      hint = case c.status when 'in_review' then 'Whoever submitted it, or an admin, can withdraw it from review.'
                           when 'approved' then 'An editor can open a new version of it.'
                           else 'An editor can reopen it.' end;
  end if;
  if row_version <> c.version then
    raise exception using errcode = 'FD403', constraint = 'immutable',
      message = 'Earlier versions of a claim are history and are never changed.', hint = 'Edit the current version.';
  end if;
  if c.revised <> pg_current_xact_id() then
    raise exception using errcode = 'FD403', constraint = 'revision_kept',
      message = 'A change of a claim says which revision it was based on.', hint = 'Move the claim''s revision in the same transaction.';
  end if;
  if current_setting('factdesk.hand', true) = 'splitter'
     and c.origin = 'splitter' and c.status = 'candidate' and c.created_at = now() then
    return coalesce(new, old);
  end if;
  if coalesce(acting_role(row_desk), 'viewer') = 'viewer' then
    raise exception using errcode = 'FD403', constraint = 'role',
      message = 'Only an editor can change a claim.', hint = 'An admin of the desk can give you the role.';
  end if;
  insert into contributor (desk_id, claim_id, claim_version, account_id)
  values (row_desk, row_claim, row_version, acting_account()) on conflict do nothing;
  return coalesce(new, old);
end $$;
-- +goose StatementEnd
-- After the row exists, since a contributor refers to the version it contributed to.
create trigger claim_version_guard after insert or update or delete on claim_version
  for each row execute function guard_content('number');
create trigger span_guard before insert or update or delete on span
  for each row execute function guard_content('claim_version');
create trigger attribution_guard before insert or update or delete on attribution
  for each row execute function guard_content('claim_version');
create trigger evidence_guard before insert or update or delete on evidence
  for each row execute function guard_content('claim_version');
create trigger verdict_guard before insert or update or delete on verdict
  for each row execute function guard_content('claim_version');

-- Whoever wrote what a new version starts from had a hand in it too: their words still stand there.
-- +goose StatementBegin
create function inherit_contributors() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into contributor (desk_id, claim_id, claim_version, account_id)
  select desk_id, claim_id, new.number, account_id from contributor
   where desk_id = new.desk_id and claim_id = new.claim_id and claim_version = new.number - 1
  on conflict do nothing;
  return null;
end $$;
-- +goose StatementEnd
create trigger claim_version_inherit after insert on claim_version
  for each row execute function inherit_contributors();

-- The row that lists show carries what they show: statement, type, rating and place of the current version.
-- +goose StatementBegin
create function mirror_claim_version() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update claim set statement = new.statement, type = new.type
   where desk_id = new.desk_id and id = new.claim_id and version = new.number
     and (statement, type) is distinct from (new.statement, new.type);
  return null;
end $$;
create function mirror_verdict() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update claim set rating_id = new.rating_id
   where desk_id = new.desk_id and id = new.claim_id and version = new.claim_version
     and rating_id is distinct from new.rating_id;
  return null;
end $$;
create function mirror_span() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  moved span := case when tg_op = 'DELETE' then old else new end;
  first integer;
begin
  select min(start_cp) into first from span
   where desk_id = moved.desk_id and claim_id = moved.claim_id and claim_version = moved.claim_version;
  update claim set start_cp = first
   where desk_id = moved.desk_id and id = moved.claim_id and version = moved.claim_version and start_cp <> first;
  return null;
end $$;
-- +goose StatementEnd
create trigger span_mirror after insert or update or delete on span
  for each row execute function mirror_span();
create trigger claim_version_mirror after insert or update on claim_version
  for each row execute function mirror_claim_version();
create trigger verdict_mirror after insert or update on verdict
  for each row execute function mirror_verdict();

-- All that a reviewer judges, as canonical text: what is hashed, and what a review keeps. Columns
-- are named one by one, so that a later one changes no hash by being there; without points in
-- time, which would be written in the time zone of whoever asks. Answers to change requests are
-- judged too: an approval must not be given to a discussion that went on unseen.
-- +goose StatementBegin
create function claim_content(p_desk bigint, p_claim bigint, p_version integer) returns text
language plpgsql stable as $$
begin
  return (
  select jsonb_build_object(
    'version', v.number, 'statement', v.statement, 'type', v.type,
    'spans', (select jsonb_agg(jsonb_build_object('article', s.article_id, 'article_version', s.article_version,
                                                  'start', s.start_cp, 'end', s.end_cp, 'exact', s.exact)
                               order by s.start_cp, s.end_cp)
                from span s where s.desk_id = v.desk_id and s.claim_id = v.claim_id and s.claim_version = v.number),
    'attribution', (select jsonb_build_object('unattributed', a.unattributed, 'speaker', a.speaker, 'kind', a.kind, 'claimant', a.claimant_id,
                                              'outlet', a.outlet, 'via', a.via, 'cue', a.cue, 'hedge', a.hedge, 'direct', a.direct)
                      from attribution a
                     where a.desk_id = v.desk_id and a.claim_id = v.claim_id and a.claim_version = v.number),
    'evidence', (select jsonb_agg(jsonb_build_object('id', e.id, 'tier', e.tier, 'stance', e.stance, 'quote', e.quote, 'locator', e.locator,
                                                     'note', e.note, 'independence_group', e.independence_group, 'accessed_on', e.accessed_on,
                                                     'source', e.source_id, 'url', s.url, 'citation', s.citation, 'title', s.title,
                                                     'publisher', s.publisher, 'author', s.author, 'published_on', s.published_on, 'kind', s.kind)
                                  order by e.id)
                   from evidence e join source s on s.desk_id = e.desk_id and s.id = e.source_id
                  where e.desk_id = v.desk_id and e.claim_id = v.claim_id and e.claim_version = v.number),
    'verdict', (select jsonb_build_object('rating', d.rating_id, 'label', r.label, 'rationale', d.rationale, 'search_note', d.search_note)
                  from verdict d left join rating r on r.desk_id = d.desk_id and r.id = d.rating_id
                 where d.desk_id = v.desk_id and d.claim_id = v.claim_id and d.claim_version = v.number),
    'answers', (select jsonb_agg(jsonb_build_object('point', q.point, 'answer', q.answer) order by q.id)
                  from change_request q join review w on w.desk_id = q.desk_id and w.id = q.review_id
                 where q.desk_id = v.desk_id and q.claim_id = v.claim_id and w.claim_version = v.number))::text
    from claim_version v
   where v.desk_id = p_desk and v.claim_id = p_claim and v.number = p_version);
end $$;

-- Its fingerprint. Made here and not in the application, so that an approval can be held
-- against it by the database itself.
create function claim_content_hash(p_desk bigint, p_claim bigint, p_version integer) returns bytea
language sql stable
return sha256(convert_to(claim_content(p_desk, p_claim, p_version), 'UTF8'));
-- +goose StatementEnd

create trigger source_role before insert or update or delete on source
  for each row execute function guard_role();
create trigger source_revision before update on source
  for each row execute function guard_revision();

-- A source is corrected only while no claim that rests on it is being reviewed or has been approved:
-- what a reviewer judges holds the source too. The claims are held, so that an approval waits for
-- the correction and finds other content, or the correction for the approval and is refused.
-- +goose StatementBegin
create function guard_source() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from claim c
   where c.desk_id = new.desk_id
     and exists (select from evidence e where e.desk_id = c.desk_id and e.source_id = new.id
                    and e.claim_id = c.id and e.claim_version = c.version)
     for share;
  if exists (select from evidence e join claim c on c.desk_id = e.desk_id and c.id = e.claim_id and c.version = e.claim_version
              where e.desk_id = new.desk_id and e.source_id = new.id and c.status in ('in_review', 'approved')) then
    raise exception using errcode = 'FD422', constraint = 'source_in_use',
      message = 'The source cannot be corrected while a claim that rests on it is in review or approved.',
      hint = 'Withdraw the claim from review, or open a new version of it.';
  end if;
  return new;
end $$;

-- And whoever begins to use it waits until it is as it will be.
create function hold_source() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from source where desk_id = new.desk_id and id = new.source_id for share;
  return new;
end $$;
-- +goose StatementEnd
create trigger source_use before update on source
  for each row execute function guard_source();
create trigger evidence_source_held before insert or update of source_id on evidence
  for each row execute function hold_source();
create trigger claimant_role before insert or update or delete on claimant
  for each row execute function guard_role();

create constraint trigger rating_scale_event after insert on rating_scale
  deferrable initially deferred for each row execute function require_event();
create constraint trigger rating_event after insert on rating
  deferrable initially deferred for each row execute function require_event();
create constraint trigger source_event after insert or update on source
  deferrable initially deferred for each row execute function require_event();
create constraint trigger claimant_event after insert on claimant
  deferrable initially deferred for each row execute function require_event();
create constraint trigger claim_version_event after insert or update on claim_version
  deferrable initially deferred for each row execute function require_event();
create constraint trigger span_event after insert or update or delete on span
  deferrable initially deferred for each row execute function require_event();
create constraint trigger attribution_event after insert or update on attribution
  deferrable initially deferred for each row execute function require_event();
create constraint trigger evidence_event after insert or update or delete on evidence
  deferrable initially deferred for each row execute function require_event();
create constraint trigger verdict_event after insert or update on verdict
  deferrable initially deferred for each row execute function require_event();

grant select, insert on rating_scale, rating, source to factdesk_app;
-- Where a source is on the web is what it is known by.
grant update (title, citation, publisher, author, published_on, kind, tier, revision) on source to factdesk_app;
grant select, insert on claimant to factdesk_app;
grant update (kind) on claimant to factdesk_app;
-- Of a claim's row the application moves only what the workflow moves; the rest follows by trigger.
grant select, insert on claim to factdesk_app;
grant update (status, version, revision, decline_reason, decline_note, duplicate_of, assignee_id, updated_at) on claim to factdesk_app;
grant select, insert, update on claim_version, attribution, verdict to factdesk_app;
grant select, insert, update, delete on span, evidence to factdesk_app;
grant select on contributor to factdesk_app;
