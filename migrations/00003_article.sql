-- Articles, their immutable versions, and the sentences of each version.
-- A version's text is canonical: blocks joined by a line feed, NFC, spaces collapsed. Every
-- offset into it, here and in later tables, counts Unicode code points, half-open.

-- +goose Up
create table article (
  desk_id      bigint not null,
  id           bigint generated always as identity,
  title        text not null,
  url          text not null default '',
  publisher    text not null default '',
  author       text not null default '',
  published_on date,
  language     text not null,
  version      integer not null default 1,
  revision     integer not null default 1,
  created_by   bigint not null,
  created_at   timestamptz not null default now(),
  constraint article_pk primary key (desk_id, id),
  constraint article_desk_fk foreign key (desk_id) references desk (id),
  constraint article_creator_fk foreign key (desk_id, created_by) references member (desk_id, account_id),
  constraint article_title_present check (btrim(title) <> '' and length(title) <= 500),
  constraint article_url_form check (url = '' or (url ~* '^https?://' and octet_length(url) <= 2000)),
  constraint article_names_length check (length(publisher) <= 200 and length(author) <= 300),
  constraint article_language_form check (language ~ '^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$' and length(language) <= 35)
);

create table article_version (
  desk_id     bigint not null,
  article_id  bigint not null,
  number      integer not null,
  text        text not null,
  text_sha256 bytea not null,
  origin      text not null,
  file_name   text not null default '',
  splitter    text not null,
  created_by  bigint not null,
  created_at  timestamptz not null default now(),
  xact        xid8 not null default pg_current_xact_id(),
  constraint article_version_pk primary key (desk_id, article_id, number),
  constraint article_version_article_fk foreign key (desk_id, article_id) references article (desk_id, id),
  constraint article_version_creator_fk foreign key (desk_id, created_by) references member (desk_id, account_id),
  constraint article_version_number_positive check (number > 0),
  constraint article_version_text_present check (text ~ '[^[:space:]]'),
  constraint article_version_text_length check (octet_length(text) <= 2097152),
  constraint article_version_text_hash check (text_sha256 = sha256(convert_to(text, 'UTF8'))),
  constraint article_version_origin_known check (origin in ('paste', 'file', 'url'))
);
alter table article add constraint article_version_fk
  foreign key (desk_id, id, version) references article_version (desk_id, article_id, number)
  deferrable initially deferred;

-- Not compressed: the words of each span are held against the text, and unpacking all of a long
-- text for each takes four times as long as cutting out of it.
alter table article_version alter column text set storage external;
create table sentence (
  desk_id         bigint not null,
  article_id      bigint not null,
  article_version integer not null,
  ordinal         integer not null,
  start_cp        integer not null,
  end_cp          integer not null,
  class           text not null,
  score           real not null,
  opinion         real not null,
  reasons         text[] not null,
  constraint sentence_pk primary key (desk_id, article_id, article_version, ordinal),
  constraint sentence_version_fk foreign key (desk_id, article_id, article_version)
    references article_version (desk_id, article_id, number),
  constraint sentence_range check (0 <= start_cp and start_cp < end_cp),
  constraint sentence_class_known check (class in ('claim', 'opinion', 'question', 'heading', 'boilerplate')),
  constraint sentence_scores check (score between 0 and 1 and opinion between 0 and 1)
);

create trigger article_role before insert or update or delete on article
  for each row execute function guard_role();
-- Sentences come with their version, so this is their guard too.
create trigger article_version_role before insert on article_version
  for each row execute function guard_role();
create trigger article_version_immutable before update or delete on article_version
  for each row execute function refuse_change();
create trigger article_version_kept before truncate on article_version
  for each statement execute function refuse_change();
create trigger sentence_immutable before update or delete on sentence
  for each row execute function refuse_change();
create trigger sentence_kept before truncate on sentence
  for each statement execute function refuse_change();

-- A version comes with all of its sentences; none is put in between later.
-- +goose StatementBegin
create function guard_sentences() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from added s join article_version v on v.desk_id = s.desk_id and v.article_id = s.article_id
               and v.number = s.article_version where v.xact <> pg_current_xact_id()) then
    raise exception using errcode = 'FD403', constraint = 'immutable',
      message = 'The sentences of an article''s version are history and are never changed.', hint = 'Add a new version of the article.';
  end if;
  return null;
end $$;
-- +goose StatementEnd
create trigger sentence_guard after insert on sentence
  referencing new table as added for each statement execute function guard_sentences();
create constraint trigger article_version_event after insert on article_version
  deferrable initially deferred for each row execute function require_event();
create constraint trigger article_event after insert or update on article
  deferrable initially deferred for each row execute function require_event();

grant select, insert on article to factdesk_app;
-- Which transaction wrote a version is not for the application to say.
grant select, insert (desk_id, article_id, number, text, text_sha256, origin, file_name, splitter, created_by)
  on article_version to factdesk_app;
grant select, insert on sentence to factdesk_app;
