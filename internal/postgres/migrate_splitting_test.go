package postgres_test

import (
	"io/fs"
	"testing"
	"testing/fstest"
	"time"

	"factdesk/internal/postgres"
	"factdesk/migrations"

	"github.com/jackc/pgx/v5"
)

// oldArticleSQL makes an article with a sentence as they were stored before there were splittings.
const oldArticleSQL = `
begin;
insert into account (email, name, password_hash) values ('a@example.org', 'A', '-');
insert into desk (slug, name) values ('old', 'Old');
set local factdesk.actor = '1';
insert into member (desk_id, account_id, role) values (1, 1, 'admin');
insert into article (desk_id, title, language, created_by) values (1, 'Old', 'de', 1);
insert into article_version (desk_id, article_id, number, text, text_sha256, origin, splitter, created_by)
values (1, 1, 1, 'Alt. Neu.', sha256(convert_to('Alt. Neu.', 'UTF8')), 'paste', 'news-0', 1);
insert into sentence (desk_id, article_id, article_version, ordinal, start_cp, end_cp, class, score, opinion, reasons)
values (1, 1, 1, 0, 0, 4, 'claim', 0.5, 0, '{}'), (1, 1, 1, 1, 5, 9, 'opinion', 0.5, 1, '{alt}');
select record_event(1, 'article.imported', 'article', 1, '{}');
commit`

// TestMigrate_SplittingsOfWhatWasThere: the sentences of an article become those of its first splitting, as they are.
func TestMigrate_SplittingsOfWhatWasThere(t *testing.T) {
	t.Parallel()
	cfg := postgres.Config{URL: emptyDatabase(t, true), Patience: time.Minute}
	before := fstest.MapFS{}
	names, err := fs.Glob(migrations.FS, "0000[1-6]_*.sql")
	if err != nil || len(names) != 6 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(migrations.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		before[name] = &fstest.MapFile{Data: data}
	}
	if err := postgres.MigrateFiles(t.Context(), cfg, before); err != nil {
		t.Fatal(err)
	}
	conn, err := pgx.Connect(t.Context(), cfg.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(t.Context()) })
	if _, err := conn.Exec(t.Context(), oldArticleSQL); err != nil {
		t.Fatal(err)
	}
	if err := postgres.Migrate(t.Context(), cfg); err != nil {
		t.Fatal(err)
	}
	db, err := postgres.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	found, err := db.Workbench(t.Context(), 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	s := found.Splitting
	if s.Number != 1 || s.Splitter != "news-0" || s.Language != "de" || s.Supported || s.MadeBy.Name != "A" || len(s.Findings.Said) != 0 {
		t.Errorf("splitting %+v", s)
	}
	if len(found.Sentences) != 2 || found.Sentences[1].Class != "opinion" || found.Sentences[1].Span.End != 9 || found.Sentences[1].Reasons[0] != "alt" {
		t.Errorf("sentences %+v", found.Sentences)
	}
	if n := read[int](t, db, "select count(*) from pg_trigger where tgrelid = 'sentence'::regclass and tgenabled = 'O' and not tgisinternal"); n < 3 {
		t.Errorf("%d guards of sentences", n)
	}
}
