package export

import (
	"bufio"
	"cmp"

	"factdesk/internal/factcheck"
)

// The ClaimReview vocabulary of schema.org as fact-check search engines read it. A member
// that is unknown is left out: readers of the field choke on empty strings and on -1.
type (
	claimReview struct {
		Type          string         `json:"@type"`
		ID            string         `json:"@id"`
		URL           string         `json:"url"`
		ClaimReviewed string         `json:"claimReviewed"`
		DatePublished string         `json:"datePublished,omitempty"`
		DateModified  string         `json:"dateModified,omitempty"`
		InLanguage    string         `json:"inLanguage,omitempty"`
		Author        agent          `json:"author"`
		ItemReviewed  reviewedClaim  `json:"itemReviewed"`
		ReviewRating  reviewRating   `json:"reviewRating"`
		ReviewBody    string         `json:"reviewBody,omitempty"`
		Citation      []creativeWork `json:"citation,omitempty"`
		Correction    *correction    `json:"correction,omitempty"`
	}
	agent struct {
		Type string `json:"@type"`
		Name string `json:"name"`
		URL  string `json:"url,omitempty"`
	}
	reviewedClaim struct {
		Type          string        `json:"@type"`
		Author        *agent        `json:"author,omitempty"`
		DatePublished string        `json:"datePublished,omitempty"`
		Appearance    *creativeWork `json:"appearance,omitempty"`
	}
	creativeWork struct {
		Type          string `json:"@type"`
		URL           string `json:"url,omitempty"`
		Name          string `json:"name,omitempty"`
		Headline      string `json:"headline,omitempty"`
		DatePublished string `json:"datePublished,omitempty"`
		Publisher     *agent `json:"publisher,omitempty"`
	}
	reviewRating struct {
		Type              string `json:"@type"`
		RatingValue       int    `json:"ratingValue,omitempty"`
		BestRating        int    `json:"bestRating,omitempty"`
		WorstRating       int    `json:"worstRating,omitempty"`
		AlternateName     string `json:"alternateName"`
		RatingExplanation string `json:"ratingExplanation,omitempty"`
	}
	correction struct {
		Type          string `json:"@type"`
		Text          string `json:"text"`
		DatePublished string `json:"datePublished,omitempty"`
	}
)

// writeClaimReview writes one ClaimReview a claim, all in one @graph. The @id of each
// stays the same over the editions.
func writeClaimReview(w *bufio.Writer, r report) error {
	head := struct {
		Context string `json:"@context"`
	}{"https://schema.org"}
	if err := r.writeClaims(w, head, "@graph", func(c *factcheck.EditionClaim) any { return r.claimReview(c) }); err != nil {
		return err
	}
	return w.WriteByte('\n')
}

func (r report) claimReview(c *factcheck.EditionClaim) claimReview {
	review := claimReview{
		Type:          "ClaimReview",
		ID:            r.ClaimURL(r.base, c),
		URL:           r.url(),
		ClaimReviewed: c.Statement,
		DatePublished: isoTime(r.FirstAt),
		InLanguage:    r.Desk.Language,
		Author:        agent{Type: "Organization", Name: r.Desk.Name, URL: r.deskURL()},
		ItemReviewed:  r.reviewedClaim(c),
		ReviewRating:  r.reviewRating(c),
		ReviewBody:    c.Rationale,
		Citation:      citations(c.Evidence),
	}
	if r.replaces() {
		review.DateModified = isoTime(r.PublishedAt)
	}
	// A correction is told at every claim, because consumers keep reviews apart from their report.
	if r.Correction != nil {
		review.Correction = &correction{Type: "CorrectionComment", Text: correctionText(r.Correction), DatePublished: isoTime(r.PublishedAt)}
	}
	return review
}

// reviewedClaim tells who made the claim, if anyone is known to have, and where. The day
// is known only when the claim is the article's own: a speaker may have said it earlier.
func (r report) reviewedClaim(c *factcheck.EditionClaim) reviewedClaim {
	claim := reviewedClaim{Type: "Claim", Appearance: r.appearance()}
	if c.Attribution.Unattributed {
		claim.DatePublished = isoDate(r.Article.PublishedOn)
		return claim
	}
	switch name := c.Attribution.Speaker; {
	case name == "":
	case c.Attribution.Kind == factcheck.PersonClaimant:
		claim.Author = &agent{Type: "Person", Name: name}
	case c.Attribution.Kind == factcheck.OrganizationClaimant:
		claim.Author = &agent{Type: "Organization", Name: name}
	}
	return claim
}

// appearance is the article, or nil when neither its address nor its title is known.
func (r report) appearance() *creativeWork {
	article := creativeWork{
		Type:          "Article",
		URL:           webURL(r.Article.URL),
		Headline:      r.Article.Title,
		DatePublished: isoDate(r.Article.PublishedOn),
		Publisher:     organization(r.Article.Publisher),
	}
	if article.URL == "" && article.Headline == "" {
		return nil
	}
	return &article
}

// reviewRating gives numbers only to a rating on a scale on which more is truer and the
// ends are as the vocabulary demands; any other is given by its word alone.
func (r report) reviewRating(c *factcheck.EditionClaim) reviewRating {
	rating := reviewRating{Type: "Rating", AlternateName: c.Rating.Label, RatingExplanation: c.Rationale}
	if worst, best := r.Scale.Worst, r.Scale.Best; 1 <= worst && worst < best && worst <= c.Rating.Value && c.Rating.Value <= best {
		rating.RatingValue, rating.BestRating, rating.WorstRating = c.Rating.Value, best, worst
	}
	return rating
}

// citations lists the sources that have a name or an address.
func citations(evidence []factcheck.EditionEvidence) []creativeWork {
	var works []creativeWork
	for i := range evidence {
		e := &evidence[i]
		work := creativeWork{
			Type:          "CreativeWork",
			URL:           webURL(e.URL),
			Name:          cmp.Or(e.Title, e.Citation),
			DatePublished: isoDate(e.PublishedOn),
			Publisher:     organization(e.Publisher),
		}
		if work.URL != "" || work.Name != "" {
			works = append(works, work)
		}
	}
	return works
}

func organization(name string) *agent {
	if name == "" {
		return nil
	}
	return &agent{Type: "Organization", Name: name}
}
