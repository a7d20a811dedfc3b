package bench

import (
	"context"
	"crypto/rand"
	"flag"
	"fmt"
	"html"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/session"
	"factdesk/internal/web"
	"factdesk/internal/workflow"

	"github.com/a-h/templ"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

var (
	claims = flag.Int64("claims", 100_000, "how many claims the desk has")
	keep   = flag.Duration("hold", 0, "how long to keep the filled database before measuring, to look at it")
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// BenchmarkDesk measures pages through the site's own handler: session, transaction, rendering
// and compression included, the network not. Each is measured for one client and for several.
func BenchmarkDesk(b *testing.B) {
	d := newDesk(b, *claims)
	if *keep > 0 {
		b.Log(d.dsn)
		time.Sleep(*keep)
	}
	site := d.site(b)
	editor, reviewer := d.signIn(b, d.editor), d.signIn(b, d.reviewer)
	middle := d.claims / 2
	article := middle/perArticle + 1
	inReview := middle/100*100 + 62
	bare := d.bare(b)
	b.Run("bare", func(b *testing.B) { measure(b, bare, "/", nil) })
	b.Run("queue-against-bare", func(b *testing.B) { against(b, bare, site, "/?view=candidates", editor) })
	for _, p := range []struct {
		name, path string
		cookie     *http.Cookie
	}{
		{"queue-mine", "/?view=mine", editor},
		{"queue-mine-deep", fmt.Sprintf("/?view=mine&before=%d", middle), editor},
		{"queue-review", "/?view=review", reviewer},
		{"queue-unassigned", "/?view=unassigned", editor},
		{"queue-candidates", "/?view=candidates", editor},
		{"queue-candidates-deep", fmt.Sprintf("/?view=candidates&before=%d", middle), editor},
		{"queue-all", "/?view=all", editor},
		{"queue-all-deep", fmt.Sprintf("/?view=all&before=%d", d.claims/10), editor},
		{"queue-common-word", "/?view=all&q=said", editor},
		{"queue-common-word-deep", fmt.Sprintf("/?view=all&q=said&before=%d", middle), editor},
		{"queue-rare-word", "/?view=all&q=case0042", editor},
		{"queue-rare-and-common", "/?view=all&q=the+case0042", editor},
		{"queue-no-such-word", "/?view=all&q=zymurgy", editor},
		{"queue-mine-common-word", "/?view=mine&q=the", editor},
		{"queue-mine-rare-word", "/?view=mine&q=case0042", editor},
		{"queue-open-rare-word", "/?view=open&q=case0042", editor},
		{"workbench", fmt.Sprintf("/articles/%d?claim=%d", article, (article-1)*perArticle+5), editor},
		{"claim", fmt.Sprintf("/claims/%d", middle+72), editor},
		{"review-list", "/review", reviewer},
		{"review-step", fmt.Sprintf("/review/%d", inReview), reviewer},
		{"articles", "/articles", editor},
		{"articles-deep", fmt.Sprintf("/articles?before=%d", article), editor},
		{"sources", "/sources", editor},
		{"sources-word", "/sources?q=table+42", editor},
		{"source", "/sources/42", editor},
		{"claimant", "/claimants/42", editor},
		{"reports", "/reports", editor},
		{"public-list", "/r/news", nil},
		{"public-report", "/r/news/report-1", nil},
	} {
		b.Run(p.name, func(b *testing.B) { measure(b, site, p.path, p.cookie) })
	}
}

// BenchmarkLongArticle measures the import of an article of 20,000 words, claims and all, and the
// opening of its workbench, which shows each of them in its place.
func BenchmarkLongArticle(b *testing.B) {
	d := newDesk(b, perArticle)
	site, editor := d.site(b), d.signIn(b, d.editor)
	text := longText(20_000)
	var article factcheck.ArticleID
	take := func() error {
		var err error
		article, err = d.flow.ImportArticle(b.Context(), workflow.Command{Actor: d.editor}, workflow.ImportArticle{
			Text: text, Origin: factcheck.Paste, Title: "A long article", Language: "en",
		})
		return err
	}
	b.Run("import", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := take(); err != nil {
				b.Fatal(err)
			}
		}
	})
	if err := take(); err != nil {
		b.Fatal(err)
	}
	bench, err := d.flow.Workbench(b.Context(), d.editor, article, 0)
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d words, %d sentences, %d claims", len(strings.Fields(text)), len(bench.Sentences), len(bench.Claims))
	b.Run("open", func(b *testing.B) { measure(b, site, fmt.Sprintf("/articles/%d", article), editor) })
}

// longText is a text of sentences a newspaper could have printed, about so many words of it.
func longText(words int) string {
	var text strings.Builder
	for n := 0; n < words; n += 31 {
		fmt.Fprintf(&text, "The ministry of region %d said on Monday that %d percent of households had paid more for water in %d. "+
			"Nobody knows what comes next.", n, n%97, 1990+n%36)
		if n%5 == 0 {
			text.WriteString("\n")
		} else {
			text.WriteString(" ")
		}
		fmt.Fprintf(&text, "“We will build %d schools,” Maria Ortega told reporters. ", n)
	}
	return strings.TrimSpace(text.String())
}

// site is the whole site on the desk's database.
func (d *desk) site(b *testing.B) http.Handler {
	b.Helper()
	server, err := web.New(web.Options{
		Workflow: d.flow, Sessions: d.store(b), BaseURL: "https://checks.example.org", Log: slog.New(slog.NewJSONHandler(io.Discard, nil)),
	})
	if err != nil {
		b.Fatal(err)
	}
	return server
}

func (d *desk) store(b *testing.B) *session.Store {
	b.Helper()
	store, err := session.New(d.db, session.Options{Keys: [][]byte{[]byte(strings.Repeat("k", 32))}})
	if err != nil {
		b.Fatal(err)
	}
	return store
}

// signIn gives a member a session without a password, which would take its time to check.
func (d *desk) signIn(b *testing.B, actor factcheck.Actor) *http.Cookie {
	b.Helper()
	token := rand.Text()
	err := d.db.InsertSession(b.Context(), postgres.NewSession{Token: token, Account: actor.Account, Desk: actor.Desk, Now: time.Now()})
	if err != nil {
		b.Fatal(err)
	}
	w := httptest.NewRecorder()
	if err := d.store(b).Begin(w, httptest.NewRequest(http.MethodGet, "/", nil), token); err != nil {
		b.Fatal(err)
	}
	return w.Result().Cookies()[0]
}

// get asks for a page as a browser does.
func get(site http.Handler, path string, cookie *http.Cookie) error {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Header.Set("Accept-Encoding", "gzip")
	if cookie != nil {
		r.AddCookie(cookie)
	}
	w := httptest.NewRecorder()
	site.ServeHTTP(w, r)
	if w.Code != http.StatusOK || w.Body.Len() == 0 {
		return fmt.Errorf("%s: status %d", path, w.Code)
	}
	return nil
}

// measure asks for a page over and over, first one client and then several at once.
func measure(b *testing.B, site http.Handler, path string, cookie *http.Cookie) {
	b.Helper()
	if err := get(site, path, cookie); err != nil {
		b.Fatal(err)
	}
	b.Run("one", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := get(site, path, cookie); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("many", func(b *testing.B) {
		b.SetParallelism(2)
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				if err := get(site, path, cookie); err != nil {
					b.Error(err)
				}
			}
		})
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "req/s")
	})
}

// against asks the bare handler and the site in turns and compares the medians, so that whatever
// else the machine is doing slows both alike.
func against(b *testing.B, bare, site http.Handler, path string, cookie *http.Cookie) {
	b.Helper()
	var least, ours []time.Duration
	for b.Loop() {
		start := time.Now()
		if err := get(bare, "/", nil); err != nil {
			b.Fatal(err)
		}
		between := time.Now()
		if err := get(site, path, cookie); err != nil {
			b.Fatal(err)
		}
		least, ours = append(least, between.Sub(start)), append(ours, time.Since(between))
	}
	slices.Sort(least)
	slices.Sort(ours)
	middle := len(least) / 2
	b.ReportMetric(float64(least[middle].Nanoseconds()), "bare-ns")
	b.ReportMetric(float64(ours[middle].Nanoseconds()), "ours-ns")
	b.ReportMetric(float64(least[middle])/float64(ours[middle]), "of-bare-rate")
}

// bareRow is what a list shows of a claim.
type bareRow struct {
	ID        int64
	Statement string
	Status    string
	Article   string
	UpdatedAt time.Time
}

// bareSQL is the least a list of claims takes.
const bareSQL = `
select c.id, c.statement, c.status, a.title, c.updated_at
  from (select * from claim where desk_id = $1 and status = 'candidate' order by id desc limit 50) c
  join article a on a.desk_id = c.desk_id and a.id = c.article_id
 order by c.id desc`

// bare lists 50 claims with pgx and templ and nothing else: nobody is signed in, counted,
// logged or compressed for. It is the rate a list of ours is held against.
func (d *desk) bare(b *testing.B) http.Handler {
	b.Helper()
	pool, err := pgxpool.New(b.Context(), d.dsn)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(pool.Close)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rows, err := pool.Query(r.Context(), bareSQL, int64(d.editor.Desk))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		list, err := pgx.CollectRows(rows, pgx.RowToStructByPos[bareRow])
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		templ.Handler(bareList(list)).ServeHTTP(w, r)
	})
}

func bareList(list []bareRow) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		for _, row := range list {
			if _, err := fmt.Fprintf(w, "<li><a href=\"/claims/%d\">%s</a> %s %s <time>%s</time></li>\n", row.ID,
				html.EscapeString(row.Statement), html.EscapeString(row.Article), html.EscapeString(row.Status), row.UpdatedAt.Format(time.RFC3339)); err != nil {
				return err
			}
		}
		return nil
	})
}
