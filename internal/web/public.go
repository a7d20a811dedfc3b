package web

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"factdesk/internal/errs"
	"factdesk/internal/export"
	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"
	"factdesk/internal/workflow"
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/public"
)

func (s *Server) publicReports(r *request) (reply, error) {
	before := queryID[factcheck.ReportID](r.Request, "before")
	found, err := s.workflow.PublishedReports(r.Context(), r.PathValue("desk"), before, pageSize)
	if err != nil {
		return reply{}, err
	}
	path := "/r/" + found.Desk.Slug
	page := public.ListPage{
		PublicPage: layout.PublicPage{
			Title: "Fact checks by " + found.Desk.Name, Lang: found.Desk.Language, Type: "website",
			Description: "What " + found.Desk.Name + " has checked, newest first.",
			Desk:        components.Link{Text: found.Desk.Name, URL: path}, Canonical: s.baseURL + path,
		},
		DeskName: found.Desk.Name, Pager: older(path, int64(found.Next), int64(before)),
	}
	for _, rep := range found.Reports {
		row := public.ListRow{
			URL: publicPath(found.Desk.Slug, rep.Slug), Headline: rep.Headline, Summary: rep.Summary, Published: at(rep.PublishedAt),
		}
		if rep.Edition > 1 {
			row.Corrected, row.Updated = true, at(rep.PublishedAt)
		}
		page.Rows = append(page.Rows, row)
	}
	return reply{page: public.List(page), public: true}, nil
}

// publicReport is the newest edition, as a page or, with an extension, in another format.
func (s *Server) publicReport(r *request) (reply, error) {
	slug, extension, _ := strings.Cut(r.PathValue("slug"), ".")
	found, err := s.workflow.PublishedReport(r.Context(), r.PathValue("desk"), slug, 0)
	if err != nil {
		return reply{}, err
	}
	if slug == r.PathValue("slug") {
		return reply{page: public.Report(s.publicModel(&found, publicPath(found.Edition.Desk.Slug, found.Edition.Slug))), public: true}, nil
	}
	return s.exportedAs(&found.Edition, extension)
}

func (s *Server) publicAnnotations(r *request) (reply, error) {
	found, err := s.workflow.PublishedReport(r.Context(), r.PathValue("desk"), r.PathValue("slug"), 0)
	if err != nil {
		return reply{}, err
	}
	return s.exported(&found.Edition, "annotations")
}

// exportedAs is an edition in the format of the extension, which is given without its dot.
func (s *Server) exportedAs(edition *factcheck.Edition, extension string) (reply, error) {
	formats := export.Formats()
	i := slices.IndexFunc(formats, func(f export.Format) bool { return f.Extension == "."+extension })
	if i < 0 {
		return reply{}, errs.New(errs.NotFound, "Reports are not offered as .%s.", extension)
	}
	return s.exported(edition, formats[i].Name)
}

func (s *Server) exported(edition *factcheck.Edition, name string) (reply, error) {
	format, err := export.Lookup(name)
	if err != nil {
		return reply{}, err
	}
	var out bytes.Buffer
	if err := export.Write(&out, format.Name, edition, s.baseURL); err != nil {
		return reply{}, err
	}
	rep := reply{body: out.Bytes(), contentType: format.MediaType, public: true}
	if format.Name == "html" {
		// A page of its own with styles in it, which the site's policy forbids: to be kept, not shown here.
		rep.fileName = edition.Slug + format.Extension
	}
	return rep, nil
}

// publicEdition is one edition that stands for good, as a page or, with an extension, in another format.
func (s *Server) publicEdition(r *request) (reply, error) {
	number, extension, exported := strings.Cut(r.PathValue("n"), ".")
	found, err := s.edition(r, number)
	if err != nil {
		return reply{}, err
	}
	if exported {
		return s.exportedAs(&found.Edition, extension)
	}
	e := &found.Edition
	page := s.publicModel(&found, editionPath(e.Desk.Slug, e.Slug, e.Number))
	if !found.Newest() {
		newest := found.Editions[0].Number
		page.NoIndex = true
		page.Banner = &public.Banner{
			Title:  "This is edition " + strconv.Itoa(e.Number) + " of " + strconv.Itoa(newest),
			Detail: "It was replaced; the corrections say why.",
			Link:   components.Link{Text: "Read the newest edition", URL: publicPath(e.Desk.Slug, e.Slug)},
		}
	}
	return reply{page: public.Report(page), public: true}, nil
}

func (s *Server) publicEditionAnnotations(r *request) (reply, error) {
	found, err := s.edition(r, r.PathValue("n"))
	if err != nil {
		return reply{}, err
	}
	return s.exported(&found.Edition, "annotations")
}

// edition returns the edition of the number that stands in the path. Returns NotFound when it is none.
func (s *Server) edition(r *request, number string) (workflow.Published, error) {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || strconv.Itoa(n) != number {
		return workflow.Published{}, errs.New(errs.NotFound, "There is no such edition.")
	}
	return s.workflow.PublishedReport(r.Context(), r.PathValue("desk"), r.PathValue("slug"), n)
}

// editionPath is where one edition of a report stands for good.
func editionPath(desk, slug string, number int) string {
	return publicPath(desk, slug) + "/editions/" + strconv.Itoa(number)
}

// publicModel is an edition as readers see it at path, below which its other formats are.
func (s *Server) publicModel(p *workflow.Published, path string) public.ReportPage {
	e := &p.Edition
	page := public.ReportPage{
		PublicPage: layout.PublicPage{
			Title: e.Headline, Description: e.Summary, Lang: e.Desk.Language, Type: "article",
			Desk: components.Link{Text: e.Desk.Name, URL: "/r/" + e.Desk.Slug}, Canonical: e.URL(s.baseURL),
			Published: rfc3339(e.FirstAt), Modified: rfc3339(e.PublishedAt),
		},
		Headline: e.Headline, Summary: e.Summary, Published: at(e.FirstAt), Edition: e.Number,
		Article: public.Article{
			Title: e.Article.Title, URL: e.Article.URL, Publisher: e.Article.Publisher, Author: e.Article.Author,
			Published: isoWhen(e.Article.PublishedOn), Lang: e.Article.Language,
		},
		Passages: publicPassages(e), Overview: publicOverview(e), Scale: publicScale(&e.Scale),
	}
	if e.Number > 1 {
		page.Updated = at(e.PublishedAt)
	}
	if c := e.Correction; c != nil && c.Class == factcheck.Withdrawn {
		page.Withdrawn = c.Why
	}
	shown := passageNumbers(page.Passages)
	for i := range e.Claims {
		c := publicClaim(&e.Claims[i], e.Article.Publisher)
		c.InArticle = shown[c.Number]
		page.Claims = append(page.Claims, c)
		page.CheckedBy = appendNew(page.CheckedBy, e.Claims[i].CheckedBy...)
		page.ApprovedBy = appendNew(page.ApprovedBy, e.Claims[i].ApprovedBy)
	}
	for _, edition := range p.Editions {
		page.Editions = append(page.Editions, public.Edition{
			Number: edition.Number, At: at(edition.PublishedAt), URL: editionPath(e.Desk.Slug, e.Slug, edition.Number), Current: edition.Number == e.Number,
		})
		if edition.Class != nil && edition.What != nil && edition.Why != nil { // also those that came after the edition shown

			page.Corrections = append(page.Corrections, public.Correction{
				Edition: edition.Number, At: at(edition.PublishedAt), Class: edition.Class.Label(), What: *edition.What, Why: *edition.Why,
			})
		}
	}
	for _, f := range export.Formats() {
		link := components.Link{Text: f.Name, URL: path + f.Extension}
		if f.Name == "annotations" {
			link.URL = path + "/annotations"
		}
		page.Exports = append(page.Exports, link)
	}
	var ld bytes.Buffer
	if err := export.Write(&ld, "claimreview", e, s.baseURL); err == nil { // a buffer takes everything
		page.JSONLD = ld.Bytes()
	}
	return page
}

func appendNew(list []string, more ...string) []string {
	for _, name := range more {
		if name != "" && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return list
}

func rfc3339(t time.Time) string { return t.UTC().Format(time.RFC3339) }

// isoWhen shows a date of an edition, which is text there.
func isoWhen(date string) components.When {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return components.When{}
	}
	return day(t)
}

func editionRating(r *factcheck.EditionRating) components.Rating {
	return components.Rating{Label: r.Label, Tone: tone(r.Colour), Definition: r.Definition}
}

func publicScale(s *factcheck.EditionScale) public.Scale {
	scale := public.Scale{Name: s.Name}
	for i := range s.Ratings {
		r := &s.Ratings[i]
		scale.Ratings = append(scale.Ratings, public.ScaleRating{Rating: editionRating(r), Needs: strings.TrimPrefix(r.Needs, "Needs ")})
	}
	return scale
}

// publicOverview lists the ratings that were given, in the order of the scale.
func publicOverview(e *factcheck.Edition) []public.Verdict {
	var list []public.Verdict
	for i := range e.Scale.Ratings {
		rating := &e.Scale.Ratings[i]
		var claims []public.ClaimRef
		for j := range e.Claims {
			if e.Claims[j].Rating.Code == rating.Code {
				claims = append(claims, public.ClaimRef{Number: e.Claims[j].Number, Anchor: e.Claims[j].Anchor(), Statement: e.Claims[j].Statement})
			}
		}
		if len(claims) > 0 {
			list = append(list, public.Verdict{Rating: editionRating(rating), Claims: claims})
		}
	}
	return list
}

func publicClaim(c *factcheck.EditionClaim, publisher string) public.Claim {
	out := public.Claim{
		Number: c.Number, Anchor: c.Anchor(), Statement: c.Statement, Type: c.Type.Label(), Attribution: publicAttribution(&c.Attribution, publisher),
		Rating: editionRating(&c.Rating), Rationale: paragraphs(c.Rationale), SearchNote: c.SearchNote,
		CheckedBy: strings.Join(c.CheckedBy, ", "), ApprovedBy: c.ApprovedBy, ApprovedAt: at(c.ApprovedAt),
	}
	for _, q := range c.Quote {
		out.Quote = append(out.Quote, q.Exact)
	}
	for i := range c.Evidence {
		out.Evidence = append(out.Evidence, publicEvidence(&c.Evidence[i]))
	}
	return out
}

func publicAttribution(a *factcheck.EditionAttribution, publisher string) public.Attribution {
	out := public.Attribution{Cue: a.Cue, Hedge: a.Hedge, Direct: a.Direct}
	if !a.Unattributed {
		out.Chain = appendNew(nil, a.Speaker, a.Outlet, a.Via, publisher)
	}
	return out
}

func publicEvidence(e *factcheck.EditionEvidence) public.Evidence {
	out := public.Evidence{
		Stance: capital(string(e.Stance)), Title: components.Link{Text: e.Title, URL: e.URL}, Citation: e.Citation, Publisher: e.Publisher,
		Published: isoWhen(e.PublishedOn), Tier: capital(string(e.Tier)), Kind: e.Kind.Label(), Quote: e.Quote,
		Locator: e.Locator, Note: e.Note, Accessed: isoWhen(e.AccessedOn),
	}
	if out.Title.Text == "" {
		out.Title.Text = e.URL
	}
	if out.Title.Text == "" {
		out.Title.Text, out.Citation = e.Citation, ""
	}
	return out
}

// paragraphs cuts a text at its line ends, leaving out empty lines.
func paragraphs(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(p string) bool { return strings.TrimSpace(p) == "" })
}

// publicPassages cuts each passage into flat pieces under its claims. A claim's first piece is
// where its number leads back to, and its number is printed after its last.
func publicPassages(e *factcheck.Edition) []public.Passage {
	tones := map[int64]components.Tone{}
	var marks []textspan.Mark
	ends, refs := map[int64]int{}, map[int64]public.ClaimRef{}
	for i := range e.Claims {
		c := &e.Claims[i]
		tones[int64(c.Number)] = tone(c.Rating.Colour)
		refs[int64(c.Number)] = public.ClaimRef{Number: c.Number, Anchor: c.Anchor(), Statement: c.Statement}
		for _, q := range c.Quote {
			marks = append(marks, textspan.Mark{ID: int64(c.Number), Span: q.Span()})
			ends[int64(c.Number)] = max(ends[int64(c.Number)], q.End)
		}
	}
	seen := map[int64]bool{}
	var list []public.Passage
	for _, p := range e.Passages {
		index := textspan.NewIndex(p.Text)
		var passage public.Passage
		for _, piece := range textspan.Flatten(utf8.RuneCountInString(p.Text), moved(marks, -p.Start)) {
			text, _ := index.Slice(piece.Span)
			segment := public.Segment{Text: text}
			for _, id := range piece.IDs {
				segment.Numbers = append(segment.Numbers, int(id))
				segment.Tone = tones[id]
				if !seen[id] && segment.ID == "" {
					seen[id], segment.ID = true, "q"+strconv.FormatInt(id, 10)
				}
				if ends[id] == piece.Span.End+p.Start {
					segment.Ends = append(segment.Ends, refs[id])
				}
			}
			passage.Segments = append(passage.Segments, segment)
		}
		list = append(list, passage)
	}
	return list
}

// moved returns the marks by so many code points to the right.
func moved(marks []textspan.Mark, by int) []textspan.Mark {
	out := make([]textspan.Mark, len(marks))
	for i, m := range marks {
		out[i] = textspan.Mark{ID: m.ID, Span: textspan.Span{Start: m.Span.Start + by, End: m.Span.End + by}}
	}
	return out
}

// passageNumbers are the claims that a link can lead back to.
func passageNumbers(list []public.Passage) map[int]bool {
	shown := map[int]bool{}
	for _, p := range list {
		for _, segment := range p.Segments {
			if n, err := strconv.Atoi(strings.TrimPrefix(segment.ID, "q")); err == nil {
				shown[n] = true
			}
		}
	}
	return shown
}
