package export

import (
	"bufio"
	"encoding/base64"
	"encoding/hex"

	"factdesk/internal/factcheck"
)

// The Web Annotation Data Model (W3C Recommendation of 23 February 2017), as far as it is used.
type (
	annotation struct {
		ID         string    `json:"id"`
		Type       string    `json:"type"`
		Motivation string    `json:"motivation"`
		Created    string    `json:"created,omitempty"`
		Generated  string    `json:"generated,omitempty"`
		Creator    annotator `json:"creator"`
		Body       []body    `json:"body"`
		Target     []target  `json:"target"`
	}
	annotator struct {
		ID   string `json:"id"`
		Type string `json:"type"`
		Name string `json:"name"`
	}
	body struct {
		Type     string `json:"type"`
		Purpose  string `json:"purpose"`
		Value    string `json:"value,omitempty"`
		Format   string `json:"format,omitempty"`
		Language string `json:"language,omitempty"`
		Source   string `json:"source,omitempty"`
	}
	target struct {
		Type     string `json:"type"`
		Source   string `json:"source"`
		Selector []any  `json:"selector"`
	}
	quoteSelector struct {
		Type   string `json:"type"`
		Exact  string `json:"exact"`
		Prefix string `json:"prefix,omitempty"`
		Suffix string `json:"suffix,omitempty"`
	}
	positionSelector struct {
		Type  string `json:"type"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	}
)

// writeAnnotations writes an annotation collection of one embedded page, with an
// annotation a claim on its words in the article.
func writeAnnotations(w *bufio.Writer, r report) error {
	type page struct {
		ID         string `json:"id"`
		Type       string `json:"type"`
		StartIndex int    `json:"startIndex"`
	}
	collection := struct {
		Context string `json:"@context"`
		ID      string `json:"id"`
		Type    string `json:"type"`
		Label   string `json:"label,omitempty"`
		Total   int    `json:"total"`
	}{"http://www.w3.org/ns/anno.jsonld", r.url() + "/annotations", "AnnotationCollection", r.Headline, len(r.Claims)}
	first := page{collection.ID + "#page", "AnnotationPage", 0}
	if err := openMember(w, collection, "first"); err != nil {
		return err
	}
	if err := r.writeClaims(w, first, "items", func(c *factcheck.EditionClaim) any { return r.annotation(c) }); err != nil {
		return err
	}
	_, err := w.WriteString("}\n")
	return err
}

func (r report) annotation(c *factcheck.EditionClaim) annotation {
	a := annotation{
		ID:         r.url() + "/annotations#" + c.Anchor(),
		Type:       "Annotation",
		Motivation: "assessing",
		Created:    isoTime(c.ApprovedAt),
		Generated:  isoTime(r.PublishedAt),
		Creator:    annotator{ID: r.deskURL(), Type: "Organization", Name: r.Desk.Name},
		Body:       []body{{Type: "TextualBody", Purpose: "classifying", Value: c.Rating.Label, Format: "text/plain", Language: r.Desk.Language}},
	}
	if c.Rationale != "" {
		a.Body = append(a.Body, body{Type: "TextualBody", Purpose: "assessing", Value: c.Rationale, Format: "text/plain", Language: r.Desk.Language})
	}
	a.Body = append(a.Body, body{Type: "SpecificResource", Purpose: "linking", Source: r.ClaimURL(r.base, c)})
	for i := range c.Evidence {
		if source := webURL(c.Evidence[i].URL); source != "" {
			a.Body = append(a.Body, body{Type: "SpecificResource", Purpose: "linking", Source: source})
		}
	}
	for _, span := range c.Quote {
		a.Target = append(a.Target, target{Type: "SpecificResource", Source: r.articleIRI(), Selector: []any{
			quoteSelector{Type: "TextQuoteSelector", Exact: span.Exact, Prefix: span.Prefix, Suffix: span.Suffix},
			positionSelector{Type: "TextPositionSelector", Start: span.Start, End: span.End},
		}})
	}
	return a
}

// articleIRI names what the selectors select from: the article's address, or for an
// article without one the hash of its text as an address (RFC 6920).
func (r report) articleIRI() string {
	if address := webURL(r.Article.URL); address != "" {
		return address
	}
	sum, err := hex.DecodeString(r.Article.SHA256)
	if err != nil || len(sum) == 0 {
		return r.url() // of unknown text, the page that quotes it is all there is to name
	}
	return "ni:///sha-256;" + base64.RawURLEncoding.EncodeToString(sum)
}
