-- What the migrations add up to. Made by: go test ./migrations -run SchemaGolden -update

-- Tables

table account
  id bigint not null generated always as identity
  email text not null
  name text not null
  password_hash text not null
  password_set_by bigint
  revision integer not null default 1
  disabled_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  constraint account_email_form CHECK (((email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text) AND (length(email) <= 254)))
  constraint account_name_present CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200)))
  constraint account_password_setter_fk FOREIGN KEY (password_set_by) REFERENCES account(id)
  constraint account_pk PRIMARY KEY (id)

table anchor
  desk_id bigint not null
  claim_id bigint not null
  article_id bigint not null
  article_version integer not null
  from_version integer not null
  state text not null
  spans jsonb not null default '[]'::jsonb
  proposals jsonb not null default '[]'::jsonb
  differs text[] not null default '{}'::text[]
  kept real not null
  needs text not null generated always as (
CASE
    WHEN (state = ANY (ARRAY['exact'::text, 'moved'::text, 'normalized'::text])) THEN 'nothing'::text
    WHEN (state = ANY (ARRAY['changed'::text, 'relocated'::text])) THEN 'confirm'::text
    WHEN (state = 'claim_changed'::text) THEN 'look'::text
    WHEN (state = 'ambiguous'::text) THEN 'pick'::text
    ELSE 'place'::text
END) stored
  made_by bigint not null
  made_at timestamp with time zone not null default now()
  decision text
  decided_spans jsonb
  decided_by bigint
  decided_at timestamp with time zone
  constraint anchor_claim_fk FOREIGN KEY (desk_id, claim_id, article_id) REFERENCES claim(desk_id, id, article_id)
  constraint anchor_decider_fk FOREIGN KEY (desk_id, decided_by) REFERENCES member(desk_id, account_id)
  constraint anchor_decision_known CHECK ((decision = ANY (ARRAY['confirmed'::text, 'picked'::text, 'reselected'::text, 'orphaned'::text])))
  constraint anchor_decision_whole CHECK ((((decision IS NULL) = (decided_by IS NULL)) AND ((decision IS NULL) = (decided_at IS NULL)) AND ((COALESCE(decision, 'orphaned'::text) = 'orphaned'::text) = (decided_spans IS NULL))))
  constraint anchor_from_fk FOREIGN KEY (desk_id, article_id, from_version) REFERENCES article_version(desk_id, article_id, number)
  constraint anchor_kept_share CHECK (((kept >= (0)::double precision) AND (kept <= (1)::double precision)))
  constraint anchor_lists CHECK (((jsonb_typeof(spans) = 'array'::text) AND (jsonb_typeof(proposals) = 'array'::text)))
  constraint anchor_maker_fk FOREIGN KEY (desk_id, made_by) REFERENCES member(desk_id, account_id)
  constraint anchor_pk PRIMARY KEY (desk_id, claim_id, article_version)
  constraint anchor_placed CHECK (((jsonb_array_length(spans) = 0) = (state = ANY (ARRAY['ambiguous'::text, 'orphaned'::text]))))
  constraint anchor_state_known CHECK ((state = ANY (ARRAY['exact'::text, 'moved'::text, 'normalized'::text, 'changed'::text, 'relocated'::text, 'claim_changed'::text, 'ambiguous'::text, 'orphaned'::text])))
  constraint anchor_version_fk FOREIGN KEY (desk_id, article_id, article_version) REFERENCES article_version(desk_id, article_id, number)

table article
  desk_id bigint not null
  id bigint not null generated always as identity
  title text not null
  url text not null default ''::text
  publisher text not null default ''::text
  author text not null default ''::text
  published_on date
  language text not null
  version integer not null default 1
  revision integer not null default 1
  created_by bigint not null
  created_at timestamp with time zone not null default now()
  constraint article_creator_fk FOREIGN KEY (desk_id, created_by) REFERENCES member(desk_id, account_id)
  constraint article_desk_fk FOREIGN KEY (desk_id) REFERENCES desk(id)
  constraint article_language_form CHECK (((language ~ '^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$'::text) AND (length(language) <= 35)))
  constraint article_names_length CHECK (((length(publisher) <= 200) AND (length(author) <= 300)))
  constraint article_pk PRIMARY KEY (desk_id, id)
  constraint article_title_present CHECK (((btrim(title) <> ''::text) AND (length(title) <= 500)))
  constraint article_url_form CHECK (((url = ''::text) OR ((url ~* '^https?://'::text) AND (octet_length(url) <= 2000))))
  constraint article_version_fk FOREIGN KEY (desk_id, id, version) REFERENCES article_version(desk_id, article_id, number) DEFERRABLE INITIALLY DEFERRED

table article_claim_count
  desk_id bigint not null
  article_id bigint not null
  status text not null
  n bigint not null
  constraint article_claim_count_article_fk FOREIGN KEY (desk_id, article_id) REFERENCES article(desk_id, id)
  constraint article_claim_count_pk PRIMARY KEY (desk_id, article_id, status)

table article_version
  desk_id bigint not null
  article_id bigint not null
  number integer not null
  text text not null
  text_sha256 bytea not null
  origin text not null
  file_name text not null default ''::text
  created_by bigint not null
  created_at timestamp with time zone not null default now()
  xact xid8 not null default pg_current_xact_id()
  constraint article_version_article_fk FOREIGN KEY (desk_id, article_id) REFERENCES article(desk_id, id)
  constraint article_version_creator_fk FOREIGN KEY (desk_id, created_by) REFERENCES member(desk_id, account_id)
  constraint article_version_number_positive CHECK ((number > 0))
  constraint article_version_origin_known CHECK ((origin = ANY (ARRAY['paste'::text, 'file'::text, 'url'::text])))
  constraint article_version_pk PRIMARY KEY (desk_id, article_id, number)
  constraint article_version_text_hash CHECK ((text_sha256 = sha256(convert_to(text, 'UTF8'::name))))
  constraint article_version_text_length CHECK ((octet_length(text) <= 2097152))
  constraint article_version_text_present CHECK ((text ~ '[^[:space:]]'::text))

table attribution
  desk_id bigint not null
  claim_id bigint not null
  claim_version integer not null
  unattributed boolean not null
  speaker text not null default ''::text
  kind text not null default 'person'::text
  claimant_id bigint
  outlet text not null default ''::text
  via text not null default ''::text
  cue text not null default ''::text
  hedge text not null default ''::text
  direct boolean not null default false
  constraint attribution_claim_version_fk FOREIGN KEY (desk_id, claim_id, claim_version) REFERENCES claim_version(desk_id, claim_id, number)
  constraint attribution_claimant_fk FOREIGN KEY (desk_id, claimant_id) REFERENCES claimant(desk_id, id)
  constraint attribution_kind_known CHECK ((kind = ANY (ARRAY['person'::text, 'organization'::text])))
  constraint attribution_lengths CHECK ((GREATEST(length(speaker), length(outlet), length(via), length(cue), length(hedge)) <= 300))
  constraint attribution_none_is_nobody CHECK (((NOT unattributed) OR (claimant_id IS NULL)))
  constraint attribution_pk PRIMARY KEY (desk_id, claim_id, claim_version)
  constraint attribution_speaker_or_none CHECK ((unattributed = (btrim(speaker) = ''::text)))

table change_request
  desk_id bigint not null
  id bigint not null generated always as identity
  claim_id bigint not null
  review_id bigint not null
  field text not null
  point text not null
  status text not null default 'open'::text
  answer text not null default ''::text
  answered_by bigint
  answered_at timestamp with time zone
  constraint change_request_answer_length CHECK ((length(answer) <= 2000))
  constraint change_request_answer_present CHECK (((status = 'open'::text) OR ((btrim(answer) <> ''::text) AND (answered_by IS NOT NULL) AND (answered_at IS NOT NULL))))
  constraint change_request_answerer_fk FOREIGN KEY (desk_id, answered_by) REFERENCES member(desk_id, account_id)
  constraint change_request_field_known CHECK ((field = ANY (ARRAY['statement'::text, 'quote'::text, 'attribution'::text, 'evidence'::text, 'verdict'::text, 'other'::text])))
  constraint change_request_pk PRIMARY KEY (desk_id, id)
  constraint change_request_point_present CHECK (((btrim(point) <> ''::text) AND (length(point) <= 2000)))
  constraint change_request_review_fk FOREIGN KEY (desk_id, review_id, claim_id) REFERENCES review(desk_id, id, claim_id)
  constraint change_request_status_known CHECK ((status = ANY (ARRAY['open'::text, 'answered'::text, 'accepted'::text])))

table claim
  desk_id bigint not null
  id bigint not null generated always as identity
  article_id bigint not null
  article_version integer not null
  status text not null default 'candidate'::text
  version integer not null default 1
  revision integer not null default 1
  origin text not null
  type text not null
  statement text not null
  words tsvector not null generated always as (to_tsvector('simple'::regconfig, statement)) stored
  start_cp integer not null
  score real not null
  reasons text[] not null
  rating_id bigint
  decline_reason text
  decline_note text not null default ''::text
  duplicate_of bigint
  assignee_id bigint
  submitted_by bigint
  submitted_at timestamp with time zone
  created_by bigint not null
  created_at timestamp with time zone not null default now()
  updated_at timestamp with time zone not null default now()
  revised xid8 not null default pg_current_xact_id()
  constraint claim_article_unique UNIQUE (desk_id, id, article_id, article_version)
  constraint claim_article_version_fk FOREIGN KEY (desk_id, article_id, article_version) REFERENCES article_version(desk_id, article_id, number)
  constraint claim_assignee_fk FOREIGN KEY (desk_id, assignee_id) REFERENCES member(desk_id, account_id)
  constraint claim_creator_fk FOREIGN KEY (desk_id, created_by) REFERENCES member(desk_id, account_id)
  constraint claim_decline_reason_known CHECK ((decline_reason = ANY (ARRAY['not_checkable'::text, 'opinion'::text, 'prediction'::text, 'duplicate'::text, 'out_of_scope'::text, 'superseded'::text, 'undone'::text])))
  constraint claim_decline_reasoned CHECK (((status = 'declined'::text) = (decline_reason IS NOT NULL)))
  constraint claim_duplicate_fk FOREIGN KEY (desk_id, duplicate_of) REFERENCES claim(desk_id, id)
  constraint claim_duplicate_named CHECK (((COALESCE(decline_reason, ''::text) = 'duplicate'::text) = (duplicate_of IS NOT NULL)))
  constraint claim_duplicate_other CHECK ((duplicate_of <> id))
  constraint claim_of_article_unique UNIQUE (desk_id, id, article_id)
  constraint claim_origin_known CHECK ((origin = ANY (ARRAY['splitter'::text, 'editor'::text])))
  constraint claim_pk PRIMARY KEY (desk_id, id)
  constraint claim_rating_fk FOREIGN KEY (desk_id, rating_id) REFERENCES rating(desk_id, id)
  constraint claim_score_range CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision)))
  constraint claim_statement_length CHECK ((length(statement) <= 2000))
  constraint claim_status_known CHECK ((status = ANY (ARRAY['candidate'::text, 'open'::text, 'in_review'::text, 'changes_requested'::text, 'approved'::text, 'declined'::text])))
  constraint claim_submitter_fk FOREIGN KEY (desk_id, submitted_by) REFERENCES member(desk_id, account_id)
  constraint claim_type_known CHECK ((type = ANY (ARRAY['quote'::text, 'numerical'::text, 'event'::text, 'position'::text, 'causal'::text, 'speculative'::text, 'media_publishing'::text, 'media_analysis'::text, 'opinion'::text])))
  constraint claim_version_fk FOREIGN KEY (desk_id, id, version) REFERENCES claim_version(desk_id, claim_id, number) DEFERRABLE INITIALLY DEFERRED

table claim_count
  desk_id bigint not null
  status text not null
  assignee_id bigint not null
  n bigint not null
  constraint claim_count_desk_fk FOREIGN KEY (desk_id) REFERENCES desk(id)
  constraint claim_count_pk PRIMARY KEY (desk_id, status, assignee_id)

table claim_edge
  from_status text not null
  to_status text not null
  constraint claim_edge_pk PRIMARY KEY (from_status, to_status)

table claim_version
  desk_id bigint not null
  claim_id bigint not null
  number integer not null
  statement text not null
  type text not null
  created_by bigint not null
  created_at timestamp with time zone not null default now()
  article_id bigint not null
  article_version integer not null
  constraint claim_version_article_fk FOREIGN KEY (desk_id, claim_id, article_id) REFERENCES claim(desk_id, id, article_id)
  constraint claim_version_claim_fk FOREIGN KEY (desk_id, claim_id) REFERENCES claim(desk_id, id)
  constraint claim_version_creator_fk FOREIGN KEY (desk_id, created_by) REFERENCES member(desk_id, account_id)
  constraint claim_version_number_positive CHECK ((number > 0))
  constraint claim_version_pk PRIMARY KEY (desk_id, claim_id, number)
  constraint claim_version_statement_length CHECK ((length(statement) <= 2000))
  constraint claim_version_text_fk FOREIGN KEY (desk_id, article_id, article_version) REFERENCES article_version(desk_id, article_id, number)
  constraint claim_version_words_unique UNIQUE (desk_id, claim_id, number, article_id, article_version)

table claimant
  desk_id bigint not null
  id bigint not null generated always as identity
  name text not null
  name_key text not null
  kind text not null
  created_at timestamp with time zone not null default now()
  constraint claimant_desk_fk FOREIGN KEY (desk_id) REFERENCES desk(id)
  constraint claimant_kind_known CHECK ((kind = ANY (ARRAY['person'::text, 'organization'::text])))
  constraint claimant_name_present CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200)))
  constraint claimant_name_unique UNIQUE (desk_id, name_key)
  constraint claimant_pk PRIMARY KEY (desk_id, id)

table contributor
  desk_id bigint not null
  claim_id bigint not null
  claim_version integer not null
  account_id bigint not null
  since timestamp with time zone not null default now()
  constraint contributor_claim_version_fk FOREIGN KEY (desk_id, claim_id, claim_version) REFERENCES claim_version(desk_id, claim_id, number)
  constraint contributor_member_fk FOREIGN KEY (desk_id, account_id) REFERENCES member(desk_id, account_id)
  constraint contributor_pk PRIMARY KEY (desk_id, claim_id, claim_version, account_id)

table correction
  desk_id bigint not null
  report_id bigint not null
  edition integer not null
  class text not null
  what text not null
  why text not null
  constraint correction_class_known CHECK ((class = ANY (ARRAY['verdict_changed'::text, 'factual'::text, 'clarification'::text, 'update'::text, 'typo'::text, 'withdrawn'::text])))
  constraint correction_edition_fk FOREIGN KEY (desk_id, report_id, edition) REFERENCES edition(desk_id, report_id, number)
  constraint correction_pk PRIMARY KEY (desk_id, report_id, edition)
  constraint correction_texts_present CHECK (((btrim(what) <> ''::text) AND (btrim(why) <> ''::text) AND (length(what) <= 2000) AND (length(why) <= 2000)))

table desk
  id bigint not null generated always as identity
  slug text not null
  name text not null
  language text not null default 'en'::text
  created_at timestamp with time zone not null default now()
  constraint desk_language_form CHECK (((language ~ '^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$'::text) AND (length(language) <= 35)))
  constraint desk_name_present CHECK (((btrim(name) <> ''::text) AND (length(name) <= 200)))
  constraint desk_pk PRIMARY KEY (id)
  constraint desk_slug_form CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 60)))
  constraint desk_slug_unique UNIQUE (slug)

table edition
  desk_id bigint not null
  report_id bigint not null
  number integer not null
  body text not null
  body_sha256 bytea not null
  headline text not null generated always as (COALESCE(((body)::json ->> 'headline'::text), ''::text)) stored
  summary text not null generated always as (COALESCE(((body)::json ->> 'summary'::text), ''::text)) stored
  published_by bigint not null
  published_at timestamp with time zone not null
  xact xid8 not null default pg_current_xact_id()
  constraint edition_body_hash CHECK ((body_sha256 = sha256(convert_to(body, 'UTF8'::name))))
  constraint edition_number_positive CHECK ((number > 0))
  constraint edition_pk PRIMARY KEY (desk_id, report_id, number)
  constraint edition_publisher_fk FOREIGN KEY (desk_id, published_by) REFERENCES member(desk_id, account_id)
  constraint edition_report_fk FOREIGN KEY (desk_id, report_id) REFERENCES report(desk_id, id)

table edition_claim
  desk_id bigint not null
  report_id bigint not null
  edition integer not null
  position integer not null
  claim_id bigint not null
  claim_version integer not null
  constraint edition_claim_edition_fk FOREIGN KEY (desk_id, report_id, edition) REFERENCES edition(desk_id, report_id, number)
  constraint edition_claim_once UNIQUE (desk_id, report_id, edition, claim_id)
  constraint edition_claim_pk PRIMARY KEY (desk_id, report_id, edition, "position")
  constraint edition_claim_version_fk FOREIGN KEY (desk_id, claim_id, claim_version) REFERENCES claim_version(desk_id, claim_id, number)

table event
  desk_id bigint not null
  seq bigint not null
  at timestamp with time zone not null
  actor_id bigint
  action text not null
  subject text not null
  subject_id bigint not null
  body text not null
  previous_hash bytea not null
  hash bytea not null
  xact xid8 not null
  constraint event_actor_fk FOREIGN KEY (desk_id, actor_id) REFERENCES member(desk_id, account_id)
  constraint event_desk_fk FOREIGN KEY (desk_id) REFERENCES desk(id)
  constraint event_pk PRIMARY KEY (desk_id, seq)

table event_head
  desk_id bigint not null
  seq bigint not null
  hash bytea not null
  constraint event_head_desk_fk FOREIGN KEY (desk_id) REFERENCES desk(id)
  constraint event_head_pk PRIMARY KEY (desk_id)

table evidence
  desk_id bigint not null
  id bigint not null generated always as identity
  claim_id bigint not null
  claim_version integer not null
  source_id bigint not null
  tier text not null
  stance text not null
  quote text not null default ''::text
  locator text not null default ''::text
  note text not null default ''::text
  independence_group text not null default ''::text
  accessed_on date
  added_by bigint not null
  added_at timestamp with time zone not null default now()
  constraint evidence_adder_fk FOREIGN KEY (desk_id, added_by) REFERENCES member(desk_id, account_id)
  constraint evidence_claim_version_fk FOREIGN KEY (desk_id, claim_id, claim_version) REFERENCES claim_version(desk_id, claim_id, number)
  constraint evidence_lengths CHECK (((length(quote) <= 4000) AND (length(locator) <= 300) AND (length(note) <= 2000) AND (length(independence_group) <= 100)))
  constraint evidence_pk PRIMARY KEY (desk_id, id)
  constraint evidence_source_fk FOREIGN KEY (desk_id, source_id) REFERENCES source(desk_id, id)
  constraint evidence_stance_known CHECK ((stance = ANY (ARRAY['supports'::text, 'refutes'::text, 'context'::text])))
  constraint evidence_tier_known CHECK ((tier = ANY (ARRAY['primary'::text, 'secondary'::text, 'tertiary'::text])))

table idempotency
  desk_id bigint not null
  account_id bigint not null
  key text not null
  fingerprint bytea not null
  result text
  created_at timestamp with time zone not null default now()
  constraint idempotency_key_length CHECK (((length(key) >= 8) AND (length(key) <= 100)))
  constraint idempotency_member_fk FOREIGN KEY (desk_id, account_id) REFERENCES member(desk_id, account_id)
  constraint idempotency_pk PRIMARY KEY (desk_id, account_id, key, fingerprint)

table login_attempt
  id bigint not null generated always as identity
  email_hash bytea not null
  address text not null
  attempted_at timestamp with time zone not null
  constraint login_attempt_pk PRIMARY KEY (id)

table member
  desk_id bigint not null
  account_id bigint not null
  role text not null
  revision integer not null default 1
  disabled_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  constraint member_account_fk FOREIGN KEY (account_id) REFERENCES account(id)
  constraint member_desk_fk FOREIGN KEY (desk_id) REFERENCES desk(id)
  constraint member_pk PRIMARY KEY (desk_id, account_id)
  constraint member_role_known CHECK ((role = ANY (ARRAY['viewer'::text, 'editor'::text, 'reviewer'::text, 'admin'::text])))

table rating
  desk_id bigint not null
  id bigint not null generated always as identity
  scale_id bigint not null
  code text not null
  label text not null
  definition text not null
  position integer not null
  colour text not null
  value integer
  needs text not null
  min_primary integer not null default 0
  min_independent integer not null default 0
  constraint rating_code_unique UNIQUE (desk_id, scale_id, code)
  constraint rating_colour_known CHECK ((colour = ANY (ARRAY['true'::text, 'mostly'::text, 'mixed'::text, 'doubt'::text, 'false'::text, 'neutral'::text])))
  constraint rating_needs_known CHECK ((needs = ANY (ARRAY['proof'::text, 'search'::text, 'nothing'::text])))
  constraint rating_needs_numbers CHECK (
CASE needs
    WHEN 'proof'::text THEN ((min_primary > 0) AND (min_independent > 0))
    ELSE ((min_primary = 0) AND (min_independent = 0))
END)
  constraint rating_pk PRIMARY KEY (desk_id, id)
  constraint rating_position_unique UNIQUE (desk_id, scale_id, "position")
  constraint rating_scale_fk FOREIGN KEY (desk_id, scale_id) REFERENCES rating_scale(desk_id, id)
  constraint rating_texts_present CHECK (((btrim(label) <> ''::text) AND (btrim(definition) <> ''::text) AND (code ~ '^[a-z_]+$'::text)))
  constraint rating_value_positive CHECK ((value >= 1))

table rating_scale
  desk_id bigint not null
  id bigint not null generated always as identity
  name text not null
  version integer not null
  created_at timestamp with time zone not null default now()
  constraint rating_scale_desk_fk FOREIGN KEY (desk_id) REFERENCES desk(id)
  constraint rating_scale_name_present CHECK ((btrim(name) <> ''::text))
  constraint rating_scale_pk PRIMARY KEY (desk_id, id)
  constraint rating_scale_version_unique UNIQUE (desk_id, version)

table report
  desk_id bigint not null
  id bigint not null generated always as identity
  article_id bigint not null
  slug text not null
  headline text not null
  summary text not null default ''::text
  edition integer not null default 0
  revision integer not null default 1
  created_by bigint not null
  created_at timestamp with time zone not null default now()
  constraint report_article_fk FOREIGN KEY (desk_id, article_id) REFERENCES article(desk_id, id)
  constraint report_article_unique UNIQUE (desk_id, article_id)
  constraint report_creator_fk FOREIGN KEY (desk_id, created_by) REFERENCES member(desk_id, account_id)
  constraint report_headline_present CHECK (((btrim(headline) <> ''::text) AND (length(headline) <= 300)))
  constraint report_of_article_unique UNIQUE (desk_id, id, article_id)
  constraint report_pk PRIMARY KEY (desk_id, id)
  constraint report_slug_form CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 100)))
  constraint report_slug_unique UNIQUE (desk_id, slug)
  constraint report_summary_length CHECK ((length(summary) <= 4000))

table report_claim
  desk_id bigint not null
  report_id bigint not null
  article_id bigint not null
  article_version integer not null
  claim_id bigint not null
  position integer not null
  constraint report_claim_claim_fk FOREIGN KEY (desk_id, claim_id, article_id, article_version) REFERENCES claim(desk_id, id, article_id, article_version)
  constraint report_claim_pk PRIMARY KEY (desk_id, report_id, claim_id)
  constraint report_claim_report_fk FOREIGN KEY (desk_id, report_id, article_id) REFERENCES report(desk_id, id, article_id)

table review
  desk_id bigint not null
  id bigint not null generated always as identity
  claim_id bigint not null
  claim_version integer not null
  content_hash bytea not null
  content text not null default ''::text
  reviewer_id bigint not null
  decision text not null
  note text not null default ''::text
  created_at timestamp with time zone not null default now()
  xact xid8 not null default pg_current_xact_id()
  constraint review_claim_unique UNIQUE (desk_id, id, claim_id)
  constraint review_claim_version_fk FOREIGN KEY (desk_id, claim_id, claim_version) REFERENCES claim_version(desk_id, claim_id, number)
  constraint review_decision_known CHECK ((decision = ANY (ARRAY['approve'::text, 'request_changes'::text])))
  constraint review_note_length CHECK ((length(note) <= 4000))
  constraint review_pk PRIMARY KEY (desk_id, id)
  constraint review_reviewer_fk FOREIGN KEY (desk_id, reviewer_id) REFERENCES member(desk_id, account_id)

table sentence
  desk_id bigint not null
  article_id bigint not null
  article_version integer not null
  ordinal integer not null
  start_cp integer not null
  end_cp integer not null
  class text not null
  score real not null
  opinion real not null
  reasons text[] not null
  splitting integer not null
  rule text not null default ''::text
  end_rule text not null default ''::text
  constraint sentence_class_known CHECK ((class = ANY (ARRAY['claim'::text, 'opinion'::text, 'question'::text, 'heading'::text, 'boilerplate'::text])))
  constraint sentence_pk PRIMARY KEY (desk_id, article_id, article_version, splitting, ordinal)
  constraint sentence_range CHECK (((0 <= start_cp) AND (start_cp < end_cp)))
  constraint sentence_scores CHECK ((((score >= (0)::double precision) AND (score <= (1)::double precision)) AND ((opinion >= (0)::double precision) AND (opinion <= (1)::double precision))))
  constraint sentence_splitting_fk FOREIGN KEY (desk_id, article_id, article_version, splitting) REFERENCES splitting(desk_id, article_id, article_version, number)

table session
  token_hash bytea not null
  account_id bigint not null
  desk_id bigint
  flash text not null default ''::text
  user_agent text not null default ''::text
  created_at timestamp with time zone not null
  last_seen_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  constraint session_account_fk FOREIGN KEY (account_id) REFERENCES account(id)
  constraint session_member_fk FOREIGN KEY (desk_id, account_id) REFERENCES member(desk_id, account_id)
  constraint session_pk PRIMARY KEY (token_hash)
  constraint session_token_hash_length CHECK ((octet_length(token_hash) = 32))

table source
  desk_id bigint not null
  id bigint not null generated always as identity
  url text
  citation text not null default ''::text
  title text not null default ''::text
  publisher text not null default ''::text
  author text not null default ''::text
  published_on date
  kind text not null
  tier text not null
  revision integer not null default 1
  created_by bigint not null
  created_at timestamp with time zone not null default now()
  constraint source_creator_fk FOREIGN KEY (desk_id, created_by) REFERENCES member(desk_id, account_id)
  constraint source_desk_fk FOREIGN KEY (desk_id) REFERENCES desk(id)
  constraint source_kind_known CHECK ((kind = ANY (ARRAY['page'::text, 'document'::text, 'dataset'::text, 'broadcast'::text, 'person'::text, 'agency'::text, 'social'::text, 'factcheck'::text])))
  constraint source_lengths CHECK (((length(citation) <= 2000) AND (length(title) <= 500) AND (length(publisher) <= 200) AND (length(author) <= 300)))
  constraint source_named CHECK (((url IS NOT NULL) OR (btrim(citation) <> ''::text)))
  constraint source_pk PRIMARY KEY (desk_id, id)
  constraint source_tier_known CHECK ((tier = ANY (ARRAY['primary'::text, 'secondary'::text, 'tertiary'::text])))
  constraint source_url_form CHECK (((url ~* '^https?://'::text) AND (octet_length(url) <= 2000)))
  constraint source_url_unique UNIQUE (desk_id, url)

table span
  desk_id bigint not null
  claim_id bigint not null
  claim_version integer not null
  ordinal integer not null
  article_id bigint not null
  article_version integer not null
  start_cp integer not null
  end_cp integer not null
  exact text not null
  prefix text not null
  suffix text not null
  constraint span_article_fk FOREIGN KEY (desk_id, claim_id, claim_version, article_id, article_version) REFERENCES claim_version(desk_id, claim_id, number, article_id, article_version) DEFERRABLE INITIALLY DEFERRED
  constraint span_claim_version_fk FOREIGN KEY (desk_id, claim_id, claim_version) REFERENCES claim_version(desk_id, claim_id, number)
  constraint span_once UNIQUE (desk_id, claim_id, claim_version, start_cp, end_cp)
  constraint span_pk PRIMARY KEY (desk_id, claim_id, claim_version, ordinal)
  constraint span_range CHECK (((0 <= start_cp) AND (start_cp < end_cp)))

table splitting
  desk_id bigint not null
  article_id bigint not null
  article_version integer not null
  number integer not null
  splitter text not null
  language text not null
  supported boolean not null
  findings jsonb not null default '{"hedges": [], "attributions": []}'::jsonb
  made_by bigint not null
  made_at timestamp with time zone not null default now()
  xact xid8 not null default pg_current_xact_id()
  constraint splitting_findings_form CHECK ((((jsonb_typeof((findings -> 'attributions'::text)) = 'array'::text) AND (jsonb_typeof((findings -> 'hedges'::text)) = 'array'::text)) IS TRUE))
  constraint splitting_language_form CHECK (((language ~ '^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$'::text) AND (length(language) <= 35)))
  constraint splitting_maker_fk FOREIGN KEY (desk_id, made_by) REFERENCES member(desk_id, account_id)
  constraint splitting_number_positive CHECK ((number > 0))
  constraint splitting_pk PRIMARY KEY (desk_id, article_id, article_version, number)
  constraint splitting_splitter_present CHECK (((btrim(splitter) <> ''::text) AND (length(splitter) <= 100)))
  constraint splitting_version_fk FOREIGN KEY (desk_id, article_id, article_version) REFERENCES article_version(desk_id, article_id, number)

table suggestion
  desk_id bigint not null
  article_id bigint not null
  article_version integer not null
  splitting integer not null
  ordinal integer not null
  claim_id bigint not null
  outcome text not null
  claim_revision integer not null
  sentence integer not null
  attribution integer
  spans jsonb not null
  type text not null
  statement text not null
  filled jsonb not null
  score real not null
  reasons text[] not null
  rule text not null
  constraint suggestion_claim_fk FOREIGN KEY (desk_id, claim_id, article_id) REFERENCES claim(desk_id, id, article_id)
  constraint suggestion_filled_list CHECK ((jsonb_typeof(filled) = 'array'::text))
  constraint suggestion_outcome_known CHECK ((outcome = ANY (ARRAY['added'::text, 'kept'::text, 'covered'::text])))
  constraint suggestion_pk PRIMARY KEY (desk_id, article_id, article_version, splitting, ordinal)
  constraint suggestion_score_range CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision)))
  constraint suggestion_sentence_fk FOREIGN KEY (desk_id, article_id, article_version, splitting, sentence) REFERENCES sentence(desk_id, article_id, article_version, splitting, ordinal)
  constraint suggestion_spans_list CHECK (((jsonb_typeof(spans) = 'array'::text) AND (jsonb_array_length(spans) > 0)))
  constraint suggestion_statement_length CHECK ((length(statement) <= 2000))
  constraint suggestion_type_known CHECK ((type = ANY (ARRAY['quote'::text, 'numerical'::text, 'event'::text, 'position'::text, 'causal'::text, 'speculative'::text, 'media_publishing'::text, 'media_analysis'::text, 'opinion'::text])))

table undo_change
  desk_id bigint not null
  article_id bigint not null
  account_id bigint not null
  ordinal integer not null
  claim_id bigint not null
  revision integer not null
  before jsonb not null
  after jsonb not null
  constraint undo_change_claim_fk FOREIGN KEY (desk_id, claim_id) REFERENCES claim(desk_id, id)
  constraint undo_change_parts CHECK (((jsonb_typeof(before) = 'object'::text) AND (jsonb_typeof(after) = 'object'::text)))
  constraint undo_change_pk PRIMARY KEY (desk_id, article_id, account_id, ordinal, claim_id)
  constraint undo_change_step_fk FOREIGN KEY (desk_id, article_id, account_id, ordinal) REFERENCES undo_step(desk_id, article_id, account_id, ordinal)

table undo_step
  desk_id bigint not null
  article_id bigint not null
  account_id bigint not null
  ordinal integer not null
  kind text not null
  step integer not null
  words text not null
  event_seq bigint not null
  xact xid8 not null default pg_current_xact_id()
  made_at timestamp with time zone not null default now()
  constraint undo_step_article_fk FOREIGN KEY (desk_id, article_id) REFERENCES article(desk_id, id)
  constraint undo_step_kind_known CHECK ((kind = ANY (ARRAY['done'::text, 'undone'::text, 'redone'::text])))
  constraint undo_step_member_fk FOREIGN KEY (desk_id, account_id) REFERENCES member(desk_id, account_id)
  constraint undo_step_pk PRIMARY KEY (desk_id, article_id, account_id, ordinal)
  constraint undo_step_step_fk FOREIGN KEY (desk_id, article_id, account_id, step) REFERENCES undo_step(desk_id, article_id, account_id, ordinal)
  constraint undo_step_words_present CHECK (((btrim(words) <> ''::text) AND (length(words) <= 100)))

table verdict
  desk_id bigint not null
  claim_id bigint not null
  claim_version integer not null
  rating_id bigint
  rationale text not null default ''::text
  search_note text not null default ''::text
  decided_by bigint not null
  decided_at timestamp with time zone not null default now()
  article_version integer not null
  constraint verdict_claim_version_fk FOREIGN KEY (desk_id, claim_id, claim_version) REFERENCES claim_version(desk_id, claim_id, number)
  constraint verdict_decider_fk FOREIGN KEY (desk_id, decided_by) REFERENCES member(desk_id, account_id)
  constraint verdict_lengths CHECK (((length(rationale) <= 10000) AND (length(search_note) <= 4000)))
  constraint verdict_pk PRIMARY KEY (desk_id, claim_id, claim_version)
  constraint verdict_rating_fk FOREIGN KEY (desk_id, rating_id) REFERENCES rating(desk_id, id)


-- Indexes

CREATE UNIQUE INDEX account_email_unique ON public.account USING btree (lower(email))
CREATE INDEX anchor_of_version ON public.anchor USING btree (desk_id, article_id, article_version)
CREATE INDEX attribution_claimant ON public.attribution USING btree (desk_id, claimant_id, claim_id DESC)
CREATE INDEX change_request_claim ON public.change_request USING btree (desk_id, claim_id, id)
CREATE INDEX claim_awaiting_review ON public.claim USING btree (desk_id, submitted_at, id) WHERE (status = 'in_review'::text)
CREATE INDEX claim_by_status ON public.claim USING btree (desk_id, status, id DESC)
CREATE INDEX claim_in_article ON public.claim USING btree (desk_id, article_id, article_version, start_cp, id)
CREATE INDEX claim_in_work ON public.claim USING btree (desk_id, assignee_id, id DESC) WHERE (status = ANY (ARRAY['open'::text, 'changes_requested'::text]))
CREATE INDEX claim_unassigned ON public.claim USING btree (desk_id, id DESC) WHERE ((assignee_id IS NULL) AND (status = ANY (ARRAY['open'::text, 'changes_requested'::text])))
CREATE INDEX claim_words ON public.claim USING gin (words)
CREATE INDEX edition_claim_claim ON public.edition_claim USING btree (desk_id, claim_id, report_id, edition)
CREATE INDEX event_subject ON public.event USING btree (desk_id, subject, subject_id, seq DESC)
CREATE INDEX event_xact ON public.event USING btree (desk_id, xact)
CREATE INDEX evidence_claim ON public.evidence USING btree (desk_id, claim_id, claim_version, id)
CREATE INDEX evidence_source ON public.evidence USING btree (desk_id, source_id, claim_id DESC)
CREATE INDEX idempotency_age ON public.idempotency USING btree (created_at)
CREATE INDEX login_attempt_address ON public.login_attempt USING btree (address, attempted_at)
CREATE INDEX login_attempt_age ON public.login_attempt USING btree (attempted_at)
CREATE INDEX login_attempt_email ON public.login_attempt USING btree (email_hash, attempted_at)
CREATE INDEX member_account ON public.member USING btree (account_id)
CREATE UNIQUE INDEX review_approved_once ON public.review USING btree (desk_id, claim_id, claim_version) WHERE (decision = 'approve'::text)
CREATE INDEX review_claim ON public.review USING btree (desk_id, claim_id, id)
CREATE INDEX session_account ON public.session USING btree (account_id)
CREATE INDEX session_expiry ON public.session USING btree (expires_at)
CREATE INDEX suggestion_claim ON public.suggestion USING btree (desk_id, claim_id, splitting DESC)
CREATE INDEX undo_step_rows ON public.undo_step USING btree (desk_id, article_id, account_id, step, ordinal DESC)

-- Views



-- Functions

function acting_account() returns bigint language sql stable parallel safe
function acting_role(p_desk bigint) returns text language sql stable
function check_carried() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function check_edition() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function check_review() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  if not exists (select from claim c where c.desk_id = new.desk_id and c.id = new.claim_id and c.version = new.claim_version
                   and c.status = case new.decision when 'approve' then 'approved' else 'changes_requested' end) then
    raise exception using errcode = 'FD403', constraint = 'review_applied',
      message = 'A review moves the claim out of review.', hint = 'Move the claim in the transaction of the review.';
  end if;
  return null;
end 

function check_span() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function claim_content(p_desk bigint, p_claim bigint, p_version integer) returns text language plpgsql stable
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
end 

function claim_content_hash(p_desk bigint, p_claim bigint, p_version integer) returns bytea language sql stable
function claim_placed(p_desk bigint, p_claim bigint) returns boolean language sql stable
function claim_unmet(p_desk bigint, p_claim bigint, p_version integer) returns TABLE(rule text) language sql stable
function count_added_claims() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  insert into claim_count as c (desk_id, status, assignee_id, n)
  select desk_id, status, coalesce(assignee_id, 0), count(*) from added group by 1, 2, 3 order by 1, 2, 3
  on conflict (desk_id, status, assignee_id) do update set n = c.n + excluded.n;
  insert into article_claim_count as c (desk_id, article_id, status, n)
  select desk_id, article_id, status, count(*) from added group by 1, 2, 3 order by 1, 2, 3
  on conflict (desk_id, article_id, status) do update set n = c.n + excluded.n;
  return null;
end 

function count_moved_claims() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_anchor() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_anchor_decision() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_article() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  if new.version <> old.version and not exists (select from article_version v where v.desk_id = new.desk_id and v.article_id = new.id
       and v.number = new.version and new.version = old.version + 1 and v.xact = pg_current_xact_id()) then
    raise exception using errcode = 'FD409', constraint = 'article_version_number',
      message = 'An article goes from one version of its text to the next.', hint = 'Store the new text first.';
  end if;
  return new;
end 

function guard_article_version() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_change_request() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_claim() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_claim_text() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  if new.article_version <> (select version from article where desk_id = new.desk_id and id = new.article_id) then
    raise exception using errcode = 'FD409', constraint = 'article_version_old',
      message = 'There is a newer version of the article.', hint = 'Mark the words in that one.';
  end if;
  return new;
end 

function guard_claim_words() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  if new.article_id <> old.article_id or new.article_version < old.article_version
     or new.article_version <> (select version from article where desk_id = new.desk_id and id = new.article_id)
     or not exists (select from anchor n where n.desk_id = new.desk_id and n.claim_id = new.claim_id and n.article_version = new.article_version) then
    raise exception using errcode = 'FD409', constraint = 'article_version_old',
      message = 'A claim''s words are put into the newest version of its article.', hint = 'Reload the article and mark them there.';
  end if;
  return new;
end 

function guard_content() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_edition() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_edition_claim() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  if not exists (select from review r
                  where r.desk_id = new.desk_id and r.claim_id = new.claim_id and r.claim_version = new.claim_version
                    and r.decision = 'approve') then
    raise exception using errcode = 'FD422', constraint = 'approved_only',
      message = 'Only approved versions of claims are published.', hint = 'A reviewer must approve the claim first.';
  end if;
  return new;
end 

function guard_edition_part() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  if not exists (select from edition e where e.desk_id = new.desk_id and e.report_id = new.report_id
                   and e.number = new.edition and e.xact = pg_current_xact_id()) then
    raise exception using errcode = 'FD403', constraint = 'immutable',
      message = 'A published edition is history and is never changed.', hint = 'Publish a new edition.';
  end if;
  return new;
end 

function guard_member() returns trigger language plpgsql
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
end 

function guard_new_claim() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_password() returns trigger language plpgsql
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
end 

function guard_placed() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_review() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_revision() returns trigger language plpgsql
begin
  if pg_trigger_depth() = 1 and new.revision <> old.revision + 1 then
    raise exception using
      errcode = 'FD409', constraint = 'stale',
      message = 'This has changed since you opened it.', hint = 'Compare the two and save again.';
  end if;
  return new;
end 

function guard_role() returns trigger language plpgsql
begin
  if coalesce(acting_role(case tg_op when 'DELETE' then old.desk_id else new.desk_id end), 'viewer') = 'viewer' then
    raise exception using errcode = 'FD403', constraint = 'role',
      message = 'Only an editor can do this.', hint = 'An admin of the desk can give you the role.';
  end if;
  return coalesce(new, old);
end 

function guard_scored() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  if current_setting('factdesk.hand', true) is distinct from 'splitter' or new.origin <> 'splitter' or new.status <> 'candidate'
     or not splitting_now(new.desk_id, new.article_id, new.article_version)
     or exists (select from contributor k where k.desk_id = new.desk_id and k.claim_id = new.id) then
    raise exception using errcode = 'FD403', constraint = 'scored',
      message = 'The score of a claim and its reasons are the splitter''s.', hint = 'Split the article again.';
  end if;
  return new;
end 

function guard_sentences() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  if exists (select from added s join splitting v on v.desk_id = s.desk_id and v.article_id = s.article_id
               and v.article_version = s.article_version and v.number = s.splitting where v.xact <> pg_current_xact_id()) then
    raise exception using errcode = 'FD403', constraint = 'immutable',
      message = 'What a splitting found is history and is never changed.', hint = 'Split the article again.';
  end if;
  return null;
end 

function guard_source() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_span_text() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_splitting() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_suggestions() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_superseded() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_undo_change() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_undo_step() returns trigger language plpgsql security definer set search_path=public, pg_temp
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
end 

function guard_undone() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  if not undoing(new.desk_id, new.id) then
    raise exception using errcode = 'FD403', constraint = 'undone',
      message = 'Only undoing sets a claim aside as undone.', hint = 'Decline it for a reason of your own.';
  end if;
  return new;
end 

function hold_source() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  perform from source where desk_id = new.desk_id and id = new.source_id for share;
  return new;
end 

function inherit_contributors() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  insert into contributor (desk_id, claim_id, claim_version, account_id)
  select desk_id, claim_id, new.number, account_id from contributor
   where desk_id = new.desk_id and claim_id = new.claim_id and claim_version = new.number - 1
  on conflict do nothing;
  return null;
end 

function mirror_claim_version() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  update claim set statement = new.statement, type = new.type
   where desk_id = new.desk_id and id = new.claim_id and version = new.number
     and (statement, type) is distinct from (new.statement, new.type);
  return null;
end 

function mirror_span() returns trigger language plpgsql security definer set search_path=public, pg_temp
declare
  moved span := case when tg_op = 'DELETE' then old else new end;
  first integer;
begin
  select min(start_cp) into first from span
   where desk_id = moved.desk_id and claim_id = moved.claim_id and claim_version = moved.claim_version;
  update claim set start_cp = first
   where desk_id = moved.desk_id and id = moved.claim_id and version = moved.claim_version and start_cp <> first;
  return null;
end 

function mirror_verdict() returns trigger language plpgsql security definer set search_path=public, pg_temp
declare
  moved  verdict := case when tg_op = 'DELETE' then old else new end;
  rating bigint := case when tg_op = 'DELETE' then null else new.rating_id end;
begin
  update claim set rating_id = rating
   where desk_id = moved.desk_id and id = moved.claim_id and version = moved.claim_version
     and rating_id is distinct from rating;
  return null;
end 

function record_event(p_desk bigint, p_action text, p_subject text, p_subject_id bigint, p_detail jsonb) returns bigint language plpgsql security definer set search_path=public, pg_temp
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
end 

function refuse_change() returns trigger language plpgsql
begin
  raise exception using
    errcode = 'FD403', constraint = 'immutable',
    message = format('Rows of %s are history and are never changed.', tg_table_name),
    hint = 'Add a new row that supersedes this one.';
end 

function require_event() returns trigger language plpgsql security definer set search_path=public, pg_temp
begin
  if not exists (select from event e where e.desk_id = coalesce(new.desk_id, old.desk_id) and e.xact = pg_current_xact_id()) then
    raise exception using
      errcode = 'FD403', constraint = 'event_required',
      message = format('A change of %s must be recorded in the audit log.', tg_table_name),
      hint = 'Record the event in the transaction that makes the change.';
  end if;
  return null;
end 

function spans_within(p_spans jsonb, p_length integer) returns boolean language sql immutable parallel safe
function splitting_now(p_desk bigint, p_article bigint, p_version integer) returns boolean language sql stable
function trimmed(p text) returns text language sql immutable parallel safe
function undo_line(p_desk bigint, p_article bigint, p_account bigint) returns TABLE(step integer, words text, undone boolean) language sql stable
function undoing(p_desk bigint, p_claim bigint) returns boolean language sql stable
function verdict_outdated(p_desk bigint, p_claim bigint, p_version integer) returns boolean language sql stable

-- Triggers

CREATE TRIGGER account_password BEFORE INSERT OR UPDATE ON public.account FOR EACH ROW EXECUTE FUNCTION guard_password()
CREATE TRIGGER anchor_decided BEFORE UPDATE ON public.anchor FOR EACH ROW EXECUTE FUNCTION guard_anchor_decision()
CREATE CONSTRAINT TRIGGER anchor_event AFTER INSERT OR UPDATE ON public.anchor DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER anchor_guard BEFORE INSERT ON public.anchor FOR EACH ROW EXECUTE FUNCTION guard_anchor()
CREATE TRIGGER anchor_kept BEFORE TRUNCATE ON public.anchor FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER anchor_kept_rows BEFORE DELETE ON public.anchor FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE CONSTRAINT TRIGGER article_event AFTER INSERT OR UPDATE ON public.article DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER article_guard BEFORE UPDATE ON public.article FOR EACH ROW EXECUTE FUNCTION guard_article()
CREATE TRIGGER article_revision BEFORE UPDATE ON public.article FOR EACH ROW EXECUTE FUNCTION guard_revision()
CREATE TRIGGER article_role BEFORE INSERT OR DELETE OR UPDATE ON public.article FOR EACH ROW EXECUTE FUNCTION guard_role()
CREATE CONSTRAINT TRIGGER article_version_event AFTER INSERT ON public.article_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER article_version_guard BEFORE INSERT ON public.article_version FOR EACH ROW EXECUTE FUNCTION guard_article_version()
CREATE TRIGGER article_version_immutable BEFORE DELETE OR UPDATE ON public.article_version FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER article_version_kept BEFORE TRUNCATE ON public.article_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER article_version_role BEFORE INSERT ON public.article_version FOR EACH ROW EXECUTE FUNCTION guard_role()
CREATE CONSTRAINT TRIGGER article_version_whole AFTER INSERT ON public.article_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_carried()
CREATE CONSTRAINT TRIGGER attribution_event AFTER INSERT OR DELETE OR UPDATE ON public.attribution DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER attribution_guard BEFORE INSERT OR DELETE OR UPDATE ON public.attribution FOR EACH ROW EXECUTE FUNCTION guard_content('claim_version')
CREATE CONSTRAINT TRIGGER change_request_event AFTER INSERT OR UPDATE ON public.change_request DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER change_request_guard BEFORE INSERT OR UPDATE ON public.change_request FOR EACH ROW EXECUTE FUNCTION guard_change_request()
CREATE TRIGGER claim_counted AFTER INSERT ON public.claim REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_added_claims()
CREATE CONSTRAINT TRIGGER claim_event AFTER INSERT OR UPDATE OF status, version, revision ON public.claim DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER claim_guard BEFORE UPDATE ON public.claim FOR EACH ROW EXECUTE FUNCTION guard_claim()
CREATE TRIGGER claim_new_guard BEFORE INSERT ON public.claim FOR EACH ROW EXECUTE FUNCTION guard_new_claim()
CREATE TRIGGER claim_recounted AFTER UPDATE ON public.claim REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_moved_claims()
CREATE TRIGGER claim_scored BEFORE UPDATE ON public.claim FOR EACH ROW WHEN (((new.score IS DISTINCT FROM old.score) OR (new.reasons IS DISTINCT FROM old.reasons))) EXECUTE FUNCTION guard_scored()
CREATE TRIGGER claim_superseded BEFORE UPDATE ON public.claim FOR EACH ROW WHEN (((new.decline_reason = 'superseded'::text) AND (old.decline_reason IS DISTINCT FROM 'superseded'::text))) EXECUTE FUNCTION guard_superseded()
CREATE TRIGGER claim_text BEFORE INSERT ON public.claim FOR EACH ROW EXECUTE FUNCTION guard_claim_text()
CREATE TRIGGER claim_undone BEFORE UPDATE ON public.claim FOR EACH ROW WHEN (((new.decline_reason = 'undone'::text) AND (old.decline_reason IS DISTINCT FROM 'undone'::text))) EXECUTE FUNCTION guard_undone()
CREATE CONSTRAINT TRIGGER claim_version_event AFTER INSERT OR UPDATE ON public.claim_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER claim_version_guard AFTER INSERT OR DELETE OR UPDATE ON public.claim_version FOR EACH ROW EXECUTE FUNCTION guard_content('number')
CREATE TRIGGER claim_version_inherit AFTER INSERT ON public.claim_version FOR EACH ROW EXECUTE FUNCTION inherit_contributors()
CREATE TRIGGER claim_version_mirror AFTER INSERT OR UPDATE ON public.claim_version FOR EACH ROW EXECUTE FUNCTION mirror_claim_version()
CREATE TRIGGER claim_version_words BEFORE UPDATE OF article_id, article_version ON public.claim_version FOR EACH ROW EXECUTE FUNCTION guard_claim_words()
CREATE CONSTRAINT TRIGGER claimant_event AFTER INSERT ON public.claimant DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER claimant_role BEFORE INSERT OR DELETE OR UPDATE ON public.claimant FOR EACH ROW EXECUTE FUNCTION guard_role()
CREATE TRIGGER contributor_immutable BEFORE DELETE OR UPDATE ON public.contributor FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER contributor_kept BEFORE TRUNCATE ON public.contributor FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER correction_immutable BEFORE DELETE OR UPDATE ON public.correction FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER correction_kept BEFORE TRUNCATE ON public.correction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER correction_part BEFORE INSERT ON public.correction FOR EACH ROW EXECUTE FUNCTION guard_edition_part()
CREATE CONSTRAINT TRIGGER edition_complete AFTER INSERT ON public.edition DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_edition()
CREATE CONSTRAINT TRIGGER edition_event AFTER INSERT ON public.edition DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER edition_guard BEFORE INSERT ON public.edition FOR EACH ROW EXECUTE FUNCTION guard_edition()
CREATE TRIGGER edition_immutable BEFORE DELETE OR UPDATE ON public.edition FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER edition_kept BEFORE TRUNCATE ON public.edition FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER edition_claim_guard BEFORE INSERT ON public.edition_claim FOR EACH ROW EXECUTE FUNCTION guard_edition_claim()
CREATE TRIGGER edition_claim_immutable BEFORE DELETE OR UPDATE ON public.edition_claim FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER edition_claim_kept BEFORE TRUNCATE ON public.edition_claim FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER edition_claim_part BEFORE INSERT ON public.edition_claim FOR EACH ROW EXECUTE FUNCTION guard_edition_part()
CREATE TRIGGER edition_claim_placed BEFORE INSERT ON public.edition_claim FOR EACH ROW EXECUTE FUNCTION guard_placed()
CREATE TRIGGER event_immutable BEFORE DELETE OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER event_kept BEFORE TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE CONSTRAINT TRIGGER evidence_event AFTER INSERT OR DELETE OR UPDATE ON public.evidence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER evidence_guard BEFORE INSERT OR DELETE OR UPDATE ON public.evidence FOR EACH ROW EXECUTE FUNCTION guard_content('claim_version')
CREATE TRIGGER evidence_source_held BEFORE INSERT OR UPDATE OF source_id ON public.evidence FOR EACH ROW EXECUTE FUNCTION hold_source()
CREATE CONSTRAINT TRIGGER member_event AFTER INSERT OR UPDATE ON public.member DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER member_revision BEFORE UPDATE ON public.member FOR EACH ROW EXECUTE FUNCTION guard_revision()
CREATE TRIGGER member_role BEFORE INSERT OR UPDATE ON public.member FOR EACH ROW EXECUTE FUNCTION guard_member()
CREATE CONSTRAINT TRIGGER rating_event AFTER INSERT ON public.rating DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE CONSTRAINT TRIGGER rating_scale_event AFTER INSERT ON public.rating_scale DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE CONSTRAINT TRIGGER report_event AFTER INSERT OR UPDATE ON public.report DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER report_revision BEFORE UPDATE ON public.report FOR EACH ROW EXECUTE FUNCTION guard_revision()
CREATE TRIGGER report_role BEFORE INSERT OR DELETE OR UPDATE ON public.report FOR EACH ROW EXECUTE FUNCTION guard_role()
CREATE CONSTRAINT TRIGGER report_claim_event AFTER INSERT OR DELETE OR UPDATE ON public.report_claim DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER report_claim_role BEFORE INSERT OR DELETE OR UPDATE ON public.report_claim FOR EACH ROW EXECUTE FUNCTION guard_role()
CREATE CONSTRAINT TRIGGER review_applied AFTER INSERT ON public.review DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_review()
CREATE CONSTRAINT TRIGGER review_event AFTER INSERT ON public.review DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER review_guard BEFORE INSERT ON public.review FOR EACH ROW EXECUTE FUNCTION guard_review()
CREATE TRIGGER review_immutable BEFORE DELETE OR UPDATE ON public.review FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER review_kept BEFORE TRUNCATE ON public.review FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER review_placed BEFORE INSERT ON public.review FOR EACH ROW WHEN ((new.decision = 'approve'::text)) EXECUTE FUNCTION guard_placed()
CREATE TRIGGER sentence_guard AFTER INSERT ON public.sentence REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION guard_sentences()
CREATE TRIGGER sentence_immutable BEFORE DELETE OR UPDATE ON public.sentence FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER sentence_kept BEFORE TRUNCATE ON public.sentence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE CONSTRAINT TRIGGER source_event AFTER INSERT OR UPDATE ON public.source DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER source_revision BEFORE UPDATE ON public.source FOR EACH ROW EXECUTE FUNCTION guard_revision()
CREATE TRIGGER source_role BEFORE INSERT OR DELETE OR UPDATE ON public.source FOR EACH ROW EXECUTE FUNCTION guard_role()
CREATE TRIGGER source_use BEFORE UPDATE ON public.source FOR EACH ROW EXECUTE FUNCTION guard_source()
CREATE CONSTRAINT TRIGGER span_event AFTER INSERT OR DELETE OR UPDATE ON public.span DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER span_exact BEFORE INSERT OR UPDATE ON public.span FOR EACH ROW EXECUTE FUNCTION check_span()
CREATE TRIGGER span_guard BEFORE INSERT OR DELETE OR UPDATE ON public.span FOR EACH ROW EXECUTE FUNCTION guard_content('claim_version')
CREATE TRIGGER span_mirror AFTER INSERT OR DELETE OR UPDATE ON public.span FOR EACH ROW EXECUTE FUNCTION mirror_span()
CREATE TRIGGER span_text BEFORE INSERT OR DELETE OR UPDATE ON public.span FOR EACH ROW EXECUTE FUNCTION guard_span_text()
CREATE CONSTRAINT TRIGGER splitting_event AFTER INSERT ON public.splitting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER splitting_guard BEFORE INSERT ON public.splitting FOR EACH ROW EXECUTE FUNCTION guard_splitting()
CREATE TRIGGER splitting_immutable BEFORE DELETE OR UPDATE ON public.splitting FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER splitting_kept BEFORE TRUNCATE ON public.splitting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER splitting_role BEFORE INSERT ON public.splitting FOR EACH ROW EXECUTE FUNCTION guard_role()
CREATE TRIGGER suggestion_guard AFTER INSERT ON public.suggestion REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION guard_sentences()
CREATE TRIGGER suggestion_immutable BEFORE DELETE OR UPDATE ON public.suggestion FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER suggestion_kept BEFORE TRUNCATE ON public.suggestion FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER suggestion_words AFTER INSERT ON public.suggestion REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION guard_suggestions()
CREATE TRIGGER undo_change_guard BEFORE INSERT ON public.undo_change FOR EACH ROW EXECUTE FUNCTION guard_undo_change()
CREATE TRIGGER undo_change_immutable BEFORE DELETE OR UPDATE ON public.undo_change FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER undo_change_kept BEFORE TRUNCATE ON public.undo_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE CONSTRAINT TRIGGER undo_step_event AFTER INSERT ON public.undo_step DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER undo_step_guard BEFORE INSERT ON public.undo_step FOR EACH ROW EXECUTE FUNCTION guard_undo_step()
CREATE TRIGGER undo_step_immutable BEFORE DELETE OR UPDATE ON public.undo_step FOR EACH ROW EXECUTE FUNCTION refuse_change()
CREATE TRIGGER undo_step_kept BEFORE TRUNCATE ON public.undo_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
CREATE TRIGGER undo_step_role BEFORE INSERT ON public.undo_step FOR EACH ROW EXECUTE FUNCTION guard_role()
CREATE CONSTRAINT TRIGGER verdict_event AFTER INSERT OR DELETE OR UPDATE ON public.verdict DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_event()
CREATE TRIGGER verdict_guard BEFORE INSERT OR DELETE OR UPDATE ON public.verdict FOR EACH ROW EXECUTE FUNCTION guard_content('claim_version')
CREATE TRIGGER verdict_mirror AFTER INSERT OR DELETE OR UPDATE ON public.verdict FOR EACH ROW EXECUTE FUNCTION mirror_verdict()

-- What the application's role may do

grant select on account
grant update on account.disabled_at
grant insert on account.email
grant insert on account.name
grant insert, update on account.password_hash
grant update on account.password_set_by
grant update on account.revision
grant select on anchor
grant insert on anchor.article_id
grant insert on anchor.article_version
grant insert on anchor.claim_id
grant update on anchor.decided_at
grant update on anchor.decided_by
grant update on anchor.decided_spans
grant update on anchor.decision
grant insert on anchor.desk_id
grant insert on anchor.differs
grant insert on anchor.from_version
grant insert on anchor.kept
grant insert on anchor.made_by
grant insert on anchor.proposals
grant insert on anchor.spans
grant insert on anchor.state
grant insert, select on article
grant update on article.revision
grant update on article.version
grant select on article_claim_count
grant select on article_version
grant insert on article_version.........pg.dropped.8........
grant insert on article_version.article_id
grant insert on article_version.created_by
grant insert on article_version.desk_id
grant insert on article_version.file_name
grant insert on article_version.number
grant insert on article_version.origin
grant insert on article_version.text
grant insert on article_version.text_sha256
grant delete, insert, select, update on attribution
grant insert, select, update on change_request
grant insert, select on claim
grant update on claim.assignee_id
grant update on claim.decline_note
grant update on claim.decline_reason
grant update on claim.duplicate_of
grant update on claim.reasons
grant update on claim.revision
grant update on claim.score
grant update on claim.status
grant update on claim.updated_at
grant update on claim.version
grant select on claim_count
grant select on claim_edge
grant insert, select, update on claim_version
grant insert, select on claimant
grant update on claimant.kind
grant select on contributor
grant insert, select on correction
grant insert, select on desk
grant select on edition
grant insert on edition.body
grant insert on edition.body_sha256
grant insert on edition.desk_id
grant insert on edition.number
grant insert on edition.published_at
grant insert on edition.published_by
grant insert on edition.report_id
grant insert, select on edition_claim
grant select on event
grant select on event_head
grant delete, insert, select, update on evidence
grant execute on function record_event(p_desk bigint, p_action text, p_subject text, p_subject_id bigint, p_detail jsonb)
grant delete, insert, select, update on idempotency
grant delete, insert, select on login_attempt
grant insert, select on member
grant update on member.disabled_at
grant update on member.revision
grant update on member.role
grant insert, select on rating
grant insert, select on rating_scale
grant insert, select on report
grant update on report.headline
grant update on report.revision
grant update on report.slug
grant update on report.summary
grant delete, insert, select, update on report_claim
grant insert, select on review
grant insert, select on sentence
grant delete, insert, select, update on session
grant insert, select on source
grant update on source.author
grant update on source.citation
grant update on source.kind
grant update on source.published_on
grant update on source.publisher
grant update on source.revision
grant update on source.tier
grant update on source.title
grant delete, insert, select, update on span
grant select on splitting
grant insert on splitting.article_id
grant insert on splitting.article_version
grant insert on splitting.desk_id
grant insert on splitting.findings
grant insert on splitting.language
grant insert on splitting.made_by
grant insert on splitting.number
grant insert on splitting.splitter
grant insert on splitting.supported
grant insert, select on suggestion
grant insert, select on undo_change
grant select on undo_step
grant insert on undo_step.account_id
grant insert on undo_step.article_id
grant insert on undo_step.desk_id
grant insert on undo_step.kind
grant insert on undo_step.ordinal
grant insert on undo_step.step
grant insert on undo_step.words
grant delete, insert, select, update on verdict
