-- A splitting is one run of the splitter over one version of an article: its sentences, who is said to have
-- said what, the hedges, and which claims it proposed. An article can be split again by newer rules, so
-- sentences belong to a splitting and no longer to the version alone; what was there becomes the first one.
-- What was found is read whole or not at all, so it is one document; a suggestion is a row, since what becomes
-- of each is worth counting later.

-- +goose Up
create table splitting (
  desk_id         bigint not null,
  article_id      bigint not null,
  article_version integer not null,
  number          integer not null,
  splitter        text not null, -- the rule set
  language        text not null, -- the text was read as; 'und' when that is not known
  supported       boolean not null, -- whether the rule set has rules for the language; else there are sentences only
  findings        jsonb not null default '{"attributions": [], "hedges": []}',
  made_by         bigint not null,
  made_at         timestamptz not null default now(),
  xact            xid8 not null default pg_current_xact_id(),
  constraint splitting_pk primary key (desk_id, article_id, article_version, number),
  constraint splitting_version_fk foreign key (desk_id, article_id, article_version)
    references article_version (desk_id, article_id, number),
  constraint splitting_maker_fk foreign key (desk_id, made_by) references member (desk_id, account_id),
  constraint splitting_number_positive check (number > 0),
  constraint splitting_splitter_present check (btrim(splitter) <> '' and length(splitter) <= 100),
  constraint splitting_language_form check (language ~ '^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$' and length(language) <= 35),
  constraint splitting_findings_form 
    check ((jsonb_typeof(findings -> 'attributions') = 'array' and jsonb_typeof(findings -> 'hedges') = 'array') is true)
);
insert into splitting (desk_id, article_id, article_version, number, splitter, language, supported, made_by, made_at)
select v.desk_id, v.article_id, v.number, 1, v.splitter, a.language,
       lower(split_part(a.language, '-', 1)) = 'en', -- the only language there were rules for
       v.created_by, v.created_at
  from article_version v join article a on a.desk_id = v.desk_id and a.id = v.article_id;
alter table article_version drop column splitter;

-- The defaults are for the rows that are there: the columns write none of them. The keys are built anew, and
-- nobody reads or writes sentences while they are: on a million sentences some seconds.
alter table sentence
  add column splitting integer not null default 1,
  add column rule text not null default '',     -- that made the class
  add column end_rule text not null default ''; -- that found where it ends
alter table sentence alter column splitting drop default;
alter table sentence drop constraint sentence_pk;
alter table sentence add constraint sentence_pk primary key (desk_id, article_id, article_version, splitting, ordinal);
alter table sentence drop constraint sentence_version_fk;
alter table sentence add constraint sentence_splitting_fk foreign key (desk_id, article_id, article_version, splitting)
  references splitting (desk_id, article_id, article_version, number);

-- One claim a splitting proposed, as it proposed it, whatever people make of the claim afterwards.
create table suggestion (
  desk_id         bigint not null,
  article_id      bigint not null,
  article_version integer not null,
  splitting       integer not null,
  ordinal         integer not null,
  claim_id        bigint not null,
  outcome         text not null, -- a claim was added for it; the candidate there was kept; people had decided about these words
  claim_revision  integer not null, -- the claim's, as the splitting left it: a candidate that is still at it was touched by nobody
  sentence        integer not null,
  attribution     integer, -- its place in the splitting's attributions, from 0
  spans           jsonb not null,
  type            text not null,
  statement       text not null,
  filled          jsonb not null, -- stretches of the statement that were put in: {start, end, for, from}
  score           real not null,
  reasons         text[] not null,
  rule            text not null,
  constraint suggestion_pk primary key (desk_id, article_id, article_version, splitting, ordinal),
  constraint suggestion_sentence_fk foreign key (desk_id, article_id, article_version, splitting, sentence)
    references sentence (desk_id, article_id, article_version, splitting, ordinal),
  constraint suggestion_claim_fk foreign key (desk_id, claim_id, article_id, article_version)
    references claim (desk_id, id, article_id, article_version),
  constraint suggestion_outcome_known check (outcome in ('added', 'kept', 'covered')),
  constraint suggestion_type_known check (type in ('quote', 'numerical', 'event', 'position', 'causal', 'speculative',
                                                   'media_publishing', 'media_analysis', 'opinion')),
  constraint suggestion_statement_length check (length(statement) <= 2000),
  constraint suggestion_score_range check (score between 0 and 1),
  constraint suggestion_filled_list check (jsonb_typeof(filled) = 'array'),
  constraint suggestion_spans_list check (jsonb_typeof(spans) = 'array' and jsonb_array_length(spans) > 0)
);
create index suggestion_claim on suggestion (desk_id, claim_id, splitting desc);

create trigger splitting_role before insert on splitting
  for each row execute function guard_role();
create trigger splitting_immutable before update or delete on splitting
  for each row execute function refuse_change();
create trigger splitting_kept before truncate on splitting
  for each statement execute function refuse_change();
create trigger suggestion_immutable before update or delete on suggestion
  for each row execute function refuse_change();
create trigger suggestion_kept before truncate on suggestion
  for each statement execute function refuse_change();
create constraint trigger splitting_event after insert on splitting
  deferrable initially deferred for each row execute function require_event();

-- Whether every span of a list ([start,end], or [] for none) lies in a text of that many code points.
-- +goose StatementBegin
create function spans_within(p_spans jsonb, p_length integer) returns boolean
language sql immutable parallel safe
return coalesce((
  select bool_and(case
           when jsonb_typeof(s) <> 'array' then false
           when jsonb_array_length(s) = 0 then true
           when jsonb_array_length(s) <> 2 or jsonb_typeof(s -> 0) <> 'number' or jsonb_typeof(s -> 1) <> 'number' then false
           else 0 <= (s ->> 0)::numeric and (s ->> 0)::numeric < (s ->> 1)::numeric and (s ->> 1)::numeric <= p_length end)
    from jsonb_array_elements(p_spans) s), true);

-- Splittings are made one after the other, by whoever acts, of words that are in the text.
create function guard_splitting() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  text_length integer;
begin
  select length(v.text) into text_length from article_version v
   where v.desk_id = new.desk_id and v.article_id = new.article_id and v.number = new.article_version;
  if new.number <> 1 + coalesce((select max(number) from splitting where desk_id = new.desk_id
                                    and article_id = new.article_id and article_version = new.article_version), 0) then
    raise exception using errcode = 'FD409', constraint = 'splitting_number',
      message = 'Somebody else has just split this article again.', hint = 'Look at what has come of it first.';
  end if;
  if new.made_by is distinct from acting_account() then
    raise exception using errcode = 'FD403', constraint = 'role',
      message = 'An article is split in one''s own name.', hint = 'Sign in as the one who does it.';
  end if;
  if not spans_within(new.findings -> 'hedges', text_length)
     or exists (select from jsonb_array_elements(new.findings -> 'attributions') a
                 where not spans_within(a -> 'content', text_length) or not spans_within(a -> 'hedges', text_length)
                    or not spans_within(jsonb_build_array(a -> 'source', a -> 'cue', a -> 'outlet', a -> 'via'), text_length)) then
    raise exception using errcode = 'FD422', constraint = 'splitting_spans',
      message = 'What was found is not in the article.', hint = 'Split the text that is stored.';
  end if;
  new.xact := pg_current_xact_id();
  return new;
end $$;

-- A splitting comes with all of its sentences and suggestions; none is put in between later.
create or replace function guard_sentences() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from added s join splitting v on v.desk_id = s.desk_id and v.article_id = s.article_id
               and v.article_version = s.article_version and v.number = s.splitting where v.xact <> pg_current_xact_id()) then
    raise exception using errcode = 'FD403', constraint = 'immutable',
      message = 'What a splitting found is history and is never changed.', hint = 'Split the article again.';
  end if;
  return null;
end $$;

create function guard_suggestions() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  -- A long text is measured once, and not for each suggestion.
  if exists (
    with split as materialized (
      select v.desk_id, v.article_id, v.article_version, v.number, length(t.text) as code_points,
             jsonb_array_length(v.findings -> 'attributions') as attributions
        from (select distinct desk_id, article_id, article_version, splitting from added) a
        join splitting v on (v.desk_id, v.article_id, v.article_version, v.number) = (a.desk_id, a.article_id, a.article_version, a.splitting)
        join article_version t on (t.desk_id, t.article_id, t.number) = (a.desk_id, a.article_id, a.article_version))
    select from added s
      join split v on (v.desk_id, v.article_id, v.article_version, v.number) = (s.desk_id, s.article_id, s.article_version, s.splitting)
     where not spans_within(s.spans, v.code_points) or s.attribution not between 0 and v.attributions - 1
        or exists (select from jsonb_array_elements(s.filled) f
                    where not spans_within(jsonb_build_array(jsonb_build_array(f -> 'start', f -> 'end')), length(s.statement)))) then
    raise exception using errcode = 'FD422', constraint = 'splitting_spans',
      message = 'What was found is not in the article.', hint = 'Split the text that is stored.';
  end if;
  return null;
end $$;
-- +goose StatementEnd
create trigger splitting_guard before insert on splitting
  for each row execute function guard_splitting();
create trigger suggestion_guard after insert on suggestion
  referencing new table as added for each statement execute function guard_sentences();
create trigger suggestion_words after insert on suggestion
  referencing new table as added for each statement execute function guard_suggestions();

-- A candidate nobody has touched and newer rules no longer find is declined by the splitting that did not find it.
alter table claim drop constraint claim_decline_reason_known;
alter table claim add constraint claim_decline_reason_known
  check (decline_reason in ('not_checkable', 'opinion', 'prediction', 'duplicate', 'out_of_scope', 'superseded'));

-- +goose StatementBegin
create function splitting_now(p_desk bigint, p_article bigint, p_version integer) returns boolean
language sql stable
return exists (select from splitting s where s.desk_id = p_desk and s.article_id = p_article and s.article_version = p_version
                  and s.xact = pg_current_xact_id());

create function guard_superseded() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.origin <> 'splitter' or old.status <> 'candidate' or not splitting_now(new.desk_id, new.article_id, new.article_version)
     or exists (select from contributor k where k.desk_id = new.desk_id and k.claim_id = new.id) then
    raise exception using errcode = 'FD403', constraint = 'superseded',
      message = 'Only a newer splitting supersedes a candidate, and only one that nobody has worked on.', hint = 'Decline it for a reason of your own.';
  end if;
  return new;
end $$;

-- As in 00004, but that the splitter may also renew its own proposal while it splits the article again, as long
-- as nobody has had a hand in it.
create or replace function guard_content() returns trigger
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
  if current_setting('factdesk.hand', true) = 'splitter' and c.origin = 'splitter' and c.status = 'candidate'
     and (c.created_at = now() or (splitting_now(c.desk_id, c.article_id, c.article_version)
            and not exists (select from contributor k where k.desk_id = c.desk_id and k.claim_id = c.id))) then
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

-- How a candidate is ranked, and why, changes with its words: in the splitter's hand.
create function guard_scored() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if current_setting('factdesk.hand', true) is distinct from 'splitter' or new.origin <> 'splitter' or new.status <> 'candidate'
     or not splitting_now(new.desk_id, new.article_id, new.article_version)
     or exists (select from contributor k where k.desk_id = new.desk_id and k.claim_id = new.id) then
    raise exception using errcode = 'FD403', constraint = 'scored',
      message = 'The score of a claim and its reasons are the splitter''s.', hint = 'Split the article again.';
  end if;
  return new;
end $$;
-- +goose StatementEnd
create trigger claim_scored before update on claim
  for each row when (new.score is distinct from old.score or new.reasons is distinct from old.reasons)
  execute function guard_scored();
create trigger claim_superseded before update on claim
  for each row when (new.decline_reason = 'superseded' and old.decline_reason is distinct from 'superseded')
  execute function guard_superseded();

-- Which transaction wrote a splitting is not for the application to say.
grant select, insert (desk_id, article_id, article_version, number, splitter, language, supported, findings, made_by)
  on splitting to factdesk_app;
grant select, insert on suggestion to factdesk_app;
grant update (score, reasons) on claim to factdesk_app;
