package factcheck

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"factdesk/internal/textspan"
)

// EditionParts is everything an edition is made of.
type EditionParts struct {
	Desk        Desk
	Report      Report
	Article     Article
	Version     ArticleVersion
	Claims      []Claim // whole, in the report's order
	Scale       RatingScale
	PublishedAt time.Time
	FirstAt     time.Time // of the report's first edition
	Correction  *EditionCorrected
}

// NewEdition freezes a report: what it returns holds no reference to anything that can change.
// Lists are empty rather than nil, so that they are [] in JSON.
func NewEdition(p EditionParts) Edition {
	sum := sha256.Sum256([]byte(p.Version.Text))
	e := Edition{
		Desk: EditionDesk{Slug: p.Desk.Slug, Name: p.Desk.Name, Language: p.Desk.Language},
		Slug: p.Report.Slug, Number: p.Report.Edition + 1, Headline: p.Report.Headline, Summary: p.Report.Summary,
		Article: EditionArticle{
			Title: p.Article.Title, URL: p.Article.URL, Publisher: p.Article.Publisher, Author: p.Article.Author,
			PublishedOn: isoDate(p.Article.PublishedOn), Language: p.Article.Language,
			Version: p.Version.Number, SHA256: hex.EncodeToString(sum[:]),
		},
		Passages: passages(p.Version.Text, p.Claims), Claims: make([]EditionClaim, len(p.Claims)),
		Scale: editionScale(p.Scale), PublishedAt: p.PublishedAt, FirstAt: p.FirstAt, Correction: p.Correction,
	}
	for i := range p.Claims {
		e.Claims[i] = editionClaim(i+1, &p.Claims[i])
	}
	return e
}

func editionClaim(number int, c *Claim) EditionClaim {
	e := EditionClaim{
		Number: number, ID: c.ID, Version: c.Version, Type: c.Type, Statement: c.Statement,
		Quote: []EditionSpan{}, Evidence: []EditionEvidence{}, CheckedBy: []string{},
		ContentHash: hex.EncodeToString(c.ContentHash), Attribution: EditionAttribution{Unattributed: true},
	}
	for _, q := range c.Spans {
		e.Quote = append(e.Quote, EditionSpan{Start: q.Span.Start, End: q.Span.End, Exact: q.Exact, Prefix: q.Prefix, Suffix: q.Suffix})
	}
	if a := c.Attribution; a != nil {
		e.Attribution = EditionAttribution{
			Unattributed: a.Unattributed, Speaker: a.Speaker, Kind: a.Kind, Outlet: a.Outlet,
			Via: a.Via, Cue: a.Cue, Hedge: a.Hedge, Direct: a.Direct,
		}
	}
	if v := c.Verdict; v != nil {
		e.Rationale, e.SearchNote = v.Rationale, v.SearchNote
		if v.Rating != nil {
			e.Rating = editionRating(*v.Rating)
		}
	}
	for i := range c.Evidence {
		e.Evidence = append(e.Evidence, editionEvidence(&c.Evidence[i]))
	}
	for _, p := range c.Contributors {
		e.CheckedBy = append(e.CheckedBy, p.Name)
	}
	for _, r := range c.Reviews {
		if r.Decision == Approve && r.Version == c.Version {
			e.ApprovedBy, e.ApprovedAt, e.ContentHash = r.Reviewer.Name, r.CreatedAt, hex.EncodeToString(r.ContentHash)
		}
	}
	return e
}

func editionEvidence(e *Evidence) EditionEvidence {
	return EditionEvidence{
		Title: e.Source.Title, URL: e.Source.URL, Citation: e.Source.Citation, Publisher: e.Source.Publisher,
		Author: e.Source.Author, PublishedOn: isoDate(e.Source.PublishedOn), Kind: e.Source.Kind, Tier: e.Tier,
		Stance: e.Stance, Quote: e.Quote, Locator: e.Locator, Note: e.Note,
		IndependenceGroup: e.IndependenceGroup, AccessedOn: isoDate(e.AccessedOn),
	}
}

func editionRating(r Rating) EditionRating {
	return EditionRating{
		Code: r.Code, Label: r.Label, Definition: r.Definition, Colour: r.Colour, Value: r.Value, Needs: r.Rule.Sentence(),
	}
}

func editionScale(s RatingScale) EditionScale {
	e := EditionScale{Name: s.Name, Version: s.Version, Ratings: make([]EditionRating, len(s.Ratings))}
	for i, r := range s.Ratings {
		e.Ratings[i] = editionRating(r)
		if r.Value == 0 {
			continue
		}
		e.Best = max(e.Best, r.Value)
		if e.Worst == 0 || r.Value < e.Worst {
			e.Worst = r.Value
		}
	}
	return e
}

// passages returns the blocks of the text that hold a piece of a claim, in order. One sweep:
// the text may have as many lines as letters.
func passages(text string, claims []Claim) []Passage {
	var spans []textspan.Span
	for i := range claims {
		for _, q := range claims[i].Spans {
			spans = append(spans, q.Span)
		}
	}
	slices.SortFunc(spans, func(a, b textspan.Span) int { return a.Start - b.Start })
	list, start, reach := []Passage{}, 0, 0
	for block := range strings.SplitSeq(text, "\n") {
		end := start + utf8.RuneCountInString(block)
		for len(spans) > 0 && spans[0].Start < end {
			reach = max(reach, spans[0].End)
			spans = spans[1:]
		}
		if reach > start && end > start {
			list = append(list, Passage{Start: start, Text: block})
		}
		start = end + 1
	}
	return list
}

// isoDate writes a date as YYYY-MM-DD; "" for the zero time.
func isoDate(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
