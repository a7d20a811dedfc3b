package workflow

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"

	"golang.org/x/text/unicode/norm"
)

// OpenReport returns the article's report, and begins it when there is none: with the article's
// title for a headline and every claim that is approved by now.
func (w *Workflow) OpenReport(ctx context.Context, cmd Command, article factcheck.ArticleID) (factcheck.ReportID, error) {
	return run(ctx, w, cmd, factcheck.Editor, "report.open", article, func(tx *postgres.DB) (factcheck.ReportID, error) {
		desk := cmd.Actor.Desk
		// Two who begin it at once take turns, so that the second finds it, and addresses differ.
		if err := tx.LockNewReports(ctx, desk); err != nil {
			return 0, err
		}
		if there, err := tx.ReportOfArticle(ctx, desk, article); err != nil || there != nil {
			if there == nil {
				return 0, err
			}
			return there.ID, nil
		}
		text, err := tx.Article(ctx, desk, article)
		if err != nil {
			return 0, err
		}
		report := factcheck.Report{
			Article: article, Headline: cut("Fact-check: "+text.Title, maxHeadline), CreatedBy: factcheck.Person{ID: cmd.Actor.Account},
		}
		if report.Slug, err = freeSlug(ctx, tx, desk, text); err != nil {
			return 0, err
		}
		if report.ID, err = tx.InsertReport(ctx, desk, report); err != nil {
			return 0, err
		}
		claims, err := tx.ClaimsOfArticle(ctx, desk, article, text.Version)
		if err != nil {
			return 0, err
		}
		for i := range claims {
			if claims[i].Status == factcheck.Approved {
				report.Claims = append(report.Claims, claims[i].ID)
			}
		}
		if err := tx.UpdateReport(ctx, desk, report); err != nil {
			return 0, err
		}
		return report.ID, tx.RecordEvent(ctx, desk, reportEvent("report.begun", report.ID, map[string]any{"article": article, "slug": report.Slug}))
	})
}

const (
	maxHeadline = 300
	maxSummary  = 4000
	maxSlug     = 100
)

// slugOf makes a short name for URLs of a title: lower-case Latin letters and digits, without
// accents, joined by hyphens, of the given length or a little less; "" when nothing of it is left.
func slugOf(title string, most int) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(title)) {
		switch {
		case (r >= 'a' && r <= 'z') || (r >= '0' && r <= '9'):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r), r == '’', r == '\'':
		default:
			gap = true
		}
		if b.Len() >= most {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

// freeSlug makes an address of the article's title, with the article's number behind it when
// another report stands there or the title has no letters for one.
func freeSlug(ctx context.Context, tx *postgres.DB, desk factcheck.DeskID, article factcheck.Article) (string, error) {
	slug := slugOf(article.Title, maxSlug-20)
	numbered := strings.TrimPrefix(fmt.Sprintf("%s-%d", slug, article.ID), "-")
	if slug == "" {
		return "report-" + numbered, nil
	}
	taken, err := tx.SlugTaken(ctx, desk, slug, 0)
	if taken {
		slug = numbered
	}
	return slug, err
}

// ReportPage is a report as it is being composed.
type ReportPage struct {
	Report   factcheck.Report
	Desk     factcheck.Desk
	Article  factcheck.Article
	Choices  []factcheck.Claim // the chosen ones in their order, whatever has become of them, then what else is approved
	NotReady []factcheck.Claim // accepted, but neither approved nor chosen
	Waiting  int               // candidates nobody has looked at
	Editions []postgres.EditionListed
	Missing  []errs.Reason // what keeps it from being published, the correction aside
}

// Report returns a report to compose. Returns NotFound when the desk has none such.
func (w *Workflow) Report(ctx context.Context, actor factcheck.Actor, id factcheck.ReportID) (ReportPage, error) {
	var page ReportPage
	err := w.db.Read(ctx, func(tx *postgres.DB) error {
		var err error
		if page.Report, err = tx.Report(ctx, actor.Desk, id); err != nil {
			return err
		}
		if page.Desk, err = tx.Desk(ctx, actor.Desk); err != nil {
			return err
		}
		if page.Article, err = tx.Article(ctx, actor.Desk, page.Report.Article); err != nil {
			return err
		}
		if page.Editions, err = tx.Editions(ctx, actor.Desk, id); err != nil {
			return err
		}
		claims, err := tx.ClaimsOfArticle(ctx, actor.Desk, page.Article.ID, page.Article.Version)
		if err != nil {
			return err
		}
		page.sort(claims)
		return nil
	})
	return page, err
}

// sort deals the article's claims out to the lists of the page.
func (p *ReportPage) sort(claims []factcheck.Claim) {
	place := make(map[factcheck.ClaimID]int, len(claims))
	for i := range claims {
		place[claims[i].ID] = i
	}
	for _, id := range p.Report.Claims {
		if i, ok := place[id]; ok {
			p.Choices = append(p.Choices, claims[i])
		}
	}
	picked := p.Choices
	for i := range claims {
		c := claims[i]
		switch {
		case slices.Contains(p.Report.Claims, c.ID):
		case c.Status == factcheck.Approved:
			p.Choices = append(p.Choices, c)
		case c.Status == factcheck.Candidate:
			p.Waiting++
		case c.Status != factcheck.Declined:
			p.NotReady = append(p.NotReady, c)
		}
	}
	first := p.Report
	first.Edition = 0
	p.Missing = first.Unpublishable(picked, nil)
}

// ReportList is a page of the desk's reports, newest first.
type ReportList struct {
	Reports []postgres.ReportListed
	Next    factcheck.ReportID // to ask for the page after it; 0 when there is none
}

// Reports returns the desk's reports before the given one, 0 for the newest.
func (w *Workflow) Reports(ctx context.Context, actor factcheck.Actor, before factcheck.ReportID, limit int) (ReportList, error) {
	list, err := w.db.Reports(ctx, actor.Desk, orNewest(before), limit+1)
	page := ReportList{Reports: list}
	if len(list) > limit {
		page.Reports, page.Next = list[:limit], list[limit-1].ID
	}
	return page, err
}

// SaveReport is a report as its form has it.
type SaveReport struct {
	Report   factcheck.ReportID
	Revision int
	Headline string
	Slug     string
	Summary  string
	Claims   []factcheck.ClaimID // in order
}

func (in *SaveReport) check() error {
	in.Headline, in.Slug, in.Summary = strings.TrimSpace(in.Headline), strings.TrimSpace(in.Slug), strings.TrimSpace(in.Summary)
	switch {
	case in.Headline == "" || utf8.RuneCountInString(in.Headline) > maxHeadline:
		return errs.Field("headline", "A headline has 1 to %d characters.", maxHeadline)
	case utf8.RuneCountInString(in.Summary) > maxSummary:
		return errs.Field("summary", "A summary has at most %d characters.", maxSummary)
	case in.Slug == "" || in.Slug != slugOf(in.Slug, maxSlug):
		return errs.Field("slug", "An address has lower-case letters and digits with single hyphens between them. How about %q?", cmp.Or(slugOf(in.Slug, maxSlug), "report"))
	}
	return nil
}

// SaveReport keeps the composition of a report. The address is fixed once an edition is published.
// Returns Stale when the report has changed meanwhile.
func (w *Workflow) SaveReport(ctx context.Context, cmd Command, in SaveReport) error {
	if err := in.check(); err != nil {
		return err
	}
	_, err := run(ctx, w, cmd, factcheck.Editor, "report.save", in, func(tx *postgres.DB) (nothing, error) {
		desk := cmd.Actor.Desk
		report, err := heldReport(ctx, tx, desk, in.Report, in.Revision)
		if err != nil {
			return nothing{}, err
		}
		if report.Edition > 0 && report.Slug != in.Slug {
			return nothing{}, errs.Field("slug", "The report is published, so its address stays %q.", report.Slug)
		}
		if taken, err := tx.SlugTaken(ctx, desk, in.Slug, in.Report); err != nil || taken {
			if err == nil {
				err = errs.Field("slug", "Another report stands at this address.")
			}
			return nothing{}, err
		}
		if held, err := tx.LockClaims(ctx, desk, in.Claims); err != nil || !held {
			if err == nil {
				err = errs.Field("claims", "One of these claims is not there.")
			}
			return nothing{}, err
		}
		report.Headline, report.Slug, report.Summary, report.Claims = in.Headline, in.Slug, in.Summary, in.Claims
		if err := tx.UpdateReport(ctx, desk, report); err != nil {
			return nothing{}, err
		}
		return nothing{}, tx.RecordEvent(ctx, desk, reportEvent("report.saved", report.ID, map[string]any{
			"headline": in.Headline, "slug": in.Slug, "claims": in.Claims,
		}))
	})
	return err
}

// heldReport holds the report's row at the given revision.
func heldReport(ctx context.Context, tx *postgres.DB, desk factcheck.DeskID, id factcheck.ReportID, revision int) (factcheck.Report, error) {
	now, err := tx.LockReport(ctx, desk, id)
	if err != nil {
		return factcheck.Report{}, err
	}
	if now != revision {
		return factcheck.Report{}, errs.Refuse(errs.Stale, "The report has changed since you opened it.", errs.Reason{
			Rule: "stale", Detail: fmt.Sprintf("You worked on revision %d; it is at %d now.", revision, now),
			Remedy: "Compare the two texts and save again.",
		})
	}
	return tx.Report(ctx, desk, id)
}

// PreviewReport returns the edition that publishing now would make.
func (w *Workflow) PreviewReport(ctx context.Context, actor factcheck.Actor, id factcheck.ReportID) (factcheck.Edition, error) {
	var edition factcheck.Edition
	err := w.db.Read(ctx, func(tx *postgres.DB) error {
		report, err := tx.Report(ctx, actor.Desk, id)
		if err != nil {
			return err
		}
		edition, _, err = w.compose(ctx, tx, actor, report, nil)
		return err
	})
	return edition, err
}

// PublishReport names the report to publish, and from the second edition on why.
type PublishReport struct {
	Report     factcheck.ReportID
	Revision   int
	Correction *factcheck.EditionCorrected
}

// PublishReport makes the report's next edition and returns its number. Returns Unmet with
// everything that is missing, Stale when the report has changed meanwhile.
func (w *Workflow) PublishReport(ctx context.Context, cmd Command, in PublishReport) (int, error) {
	return run(ctx, w, cmd, factcheck.Editor, "report.publish", in, func(tx *postgres.DB) (int, error) {
		desk := cmd.Actor.Desk
		report, err := heldReport(ctx, tx, desk, in.Report, in.Revision)
		if err != nil {
			return 0, err
		}
		correction := in.Correction
		if report.Edition == 0 {
			correction = nil
		}
		// A claim that is being edited right now either was approved before this, or is seen open.
		if _, err := tx.LockClaims(ctx, desk, report.Claims); err != nil {
			return 0, err
		}
		edition, claims, err := w.compose(ctx, tx, cmd.Actor, report, correction)
		if err != nil {
			return 0, err
		}
		if reasons := report.Unpublishable(claims, correction); len(reasons) > 0 {
			return 0, errs.Refuse(errs.Unmet, "The report cannot be published yet.", reasons...)
		}
		if err := tx.InsertEdition(ctx, desk, report.ID, edition, cmd.Actor.Account); err != nil {
			return 0, err
		}
		// The composition is a new one from here on: a form opened before must not publish it again.
		if err := tx.UpdateReport(ctx, desk, report); err != nil {
			return 0, err
		}
		return edition.Number, tx.RecordEvent(ctx, desk, reportEvent("report.published", report.ID, map[string]any{
			"edition": edition.Number, "claims": report.Claims, "correction": correction,
		}))
	})
}

// compose freezes the report as it stands: the edition, and the claims it is made of.
func (w *Workflow) compose(ctx context.Context, tx *postgres.DB, actor factcheck.Actor, report factcheck.Report,
	correction *factcheck.EditionCorrected,
) (factcheck.Edition, []factcheck.Claim, error) {
	var none factcheck.Edition
	desk, err := tx.Desk(ctx, actor.Desk)
	if err != nil {
		return none, nil, err
	}
	text, err := tx.ArticleText(ctx, actor.Desk, report.Article)
	if err != nil {
		return none, nil, err
	}
	scale, err := tx.Scale(ctx, actor.Desk)
	if err != nil {
		return none, nil, err
	}
	editions, err := tx.Editions(ctx, actor.Desk, report.ID)
	if err != nil {
		return none, nil, err
	}
	claims, err := tx.Claims(ctx, actor.Desk, report.Claims)
	if err != nil {
		return none, nil, err
	}
	inEdition(claims, text.Version.Text)
	now := w.now().UTC().Truncate(time.Microsecond)
	first := now
	if len(editions) > 0 {
		first = editions[len(editions)-1].PublishedAt
	}
	return factcheck.NewEdition(factcheck.EditionParts{
		Desk: desk, Report: report, Article: text.Article, Version: text.Version, Claims: claims, Scale: scale,
		PublishedAt: now, FirstAt: first, Correction: correction,
	}), claims, nil
}

func reportEvent(action string, id factcheck.ReportID, detail any) postgres.NewEvent {
	return postgres.NewEvent{Action: action, Subject: "report", ID: int64(id), Detail: detail}
}

// Published is an edition with the list of all editions of its report, newest first.
type Published struct {
	Edition  factcheck.Edition
	Editions []postgres.EditionListed
}

// Newest reports whether no later edition has replaced this one.
func (p *Published) Newest() bool {
	return len(p.Editions) == 0 || p.Editions[0].Number == p.Edition.Number
}

// PublishedReport returns a published edition for anybody to read, 0 for the newest. Returns
// NotFound when nothing is published there.
func (w *Workflow) PublishedReport(ctx context.Context, desk, slug string, number int) (Published, error) {
	edition, editions, err := w.db.PublicEdition(ctx, desk, slug, number)
	return Published{Edition: edition, Editions: editions}, err
}

// PublishedStamp returns what tells whether a published edition, 0 for the newest, is shown as it
// was. Returns NotFound when nothing is published there.
func (w *Workflow) PublishedStamp(ctx context.Context, desk, slug string, number int) (postgres.Stamp, error) {
	return w.db.PublicStamp(ctx, desk, slug, number)
}

// FindPublished returns a published report by its slug or identifier, whatever its desk. Returns
// NotFound when there is none, Invalid when several desks have one of that name.
func (w *Workflow) FindPublished(ctx context.Context, report string) (Published, error) {
	places, err := w.db.PublishedPlaces(ctx, report)
	switch {
	case err != nil:
		return Published{}, err
	case len(places) == 0:
		return Published{}, errs.New(errs.NotFound, "No published report is called %q.", report)
	case len(places) > 1:
		return Published{}, errs.New(errs.Invalid, "Reports of several desks are called %q.", report)
	}
	return w.PublishedReport(ctx, places[0].Desk, places[0].Slug, 0)
}

// PublicList is a page of a desk's published reports, newest first.
type PublicList struct {
	Desk    factcheck.Desk
	Reports []postgres.PublicListed
	Next    factcheck.ReportID // to ask for the page after it; 0 when there is none
}

// PublishedReports returns a desk's published reports before the given one, 0 for the newest,
// for anybody to read. Returns NotFound when there is no such desk.
func (w *Workflow) PublishedReports(ctx context.Context, desk string, before factcheck.ReportID, limit int) (PublicList, error) {
	var page PublicList
	var err error
	if page.Desk, err = w.db.DeskBySlug(ctx, desk); err != nil {
		return page, err
	}
	page.Reports, err = w.db.PublicReports(ctx, page.Desk.ID, orNewest(before), limit+1)
	if len(page.Reports) > limit {
		page.Next = page.Reports[limit-1].ID
		page.Reports = page.Reports[:limit]
	}
	return page, err
}
