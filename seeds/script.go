package seeds

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"time"

	"factdesk/internal/factcheck"
	"factdesk/internal/workflow"
)

//go:embed data
var data embed.FS

// script is the demonstration as data/desk.json and the files beside it have it.
type script struct {
	Name     string    `json:"name"`
	People   []Person  `json:"people"` // the admin first
	Articles []article `json:"articles"`
	Reviewer string    `json:"reviewer"` // by e-mail, as all people in the script
	sources  map[string]source
}

type article struct {
	File       string  `json:"file"`
	Title      string  `json:"title"`
	URL        string  `json:"url"`
	Publisher  string  `json:"publisher"`
	Author     string  `json:"author"`
	Published  day     `json:"published"`
	By         string  `json:"by"`
	ClaimsFile string  `json:"claims"` // empty when nobody has begun to check it
	Report     *report `json:"report"`
	claims     []claim
}

type claim struct {
	Key         string           `json:"key"`
	By          string           `json:"by"`
	Words       string           `json:"words"` // the article's exact words
	Stage       factcheck.Status `json:"stage"`
	Decline     decline          `json:"decline"`
	Attribution attribution      `json:"attribution"`
	Evidence    []evidence       `json:"evidence"`
	Verdict     verdict          `json:"verdict"`
	Review      review           `json:"review"`
	Edit        *edit            `json:"edit"` // after the report was published
	statement
}

type statement struct {
	Statement string              `json:"statement"`
	Type      factcheck.ClaimType `json:"type"`
}

type decline struct {
	Reason factcheck.DeclineReason `json:"reason"`
	Note   string                  `json:"note"`
}

type attribution struct {
	Unattributed bool                   `json:"unattributed"`
	Speaker      string                 `json:"speaker"`
	Kind         factcheck.ClaimantKind `json:"kind"`
	Outlet       string                 `json:"outlet"`
	Via          string                 `json:"via"`
	Cue          string                 `json:"cue"`
	Hedge        string                 `json:"hedge"`
	Direct       bool                   `json:"direct"`
}

type evidence struct {
	Source          string           `json:"source"` // a key of data/sources.json
	Tier            factcheck.Tier   `json:"tier"`
	Stance          factcheck.Stance `json:"stance"`
	Quote           string           `json:"quote"`
	Locator         string           `json:"locator"`
	Note            string           `json:"note"`
	Group           string           `json:"group"`
	AccessedDaysAgo int              `json:"accessed_days_ago"`
}

type verdict struct {
	Rating     string `json:"rating"` // a code of the default scale; empty for a draft
	Rationale  string `json:"rationale"`
	SearchNote string `json:"search_note"`
}

type review struct {
	Note   string  `json:"note"`
	Points []point `json:"points"`
}

type point struct {
	Field  factcheck.ContentField `json:"field"`
	Point  string                 `json:"point"`
	Answer string                 `json:"answer"` // empty: left open
}

type edit struct {
	By string `json:"by"`
	statement
}

type report struct {
	By       string   `json:"by"`
	Slug     string   `json:"slug"`
	Headline string   `json:"headline"`
	Summary  string   `json:"summary"`
	Claims   []string `json:"claims"` // by key, in order
}

type source struct {
	URL       string               `json:"url"`
	Title     string               `json:"title"`
	Citation  string               `json:"citation"`
	Publisher string               `json:"publisher"`
	Published day                  `json:"published"`
	Kind      factcheck.SourceKind `json:"kind"`
}

// day is a date written YYYY-MM-DD; zero when left out.
type day struct{ time.Time }

// UnmarshalJSON reads a date, without a time of day.
func (d *day) UnmarshalJSON(raw []byte) error {
	var text string
	if err := json.Unmarshal(raw, &text); err != nil {
		return err
	}
	var err error
	d.Time, err = time.Parse(time.DateOnly, text)
	return err
}

func readScript() (script, error) {
	var s script
	if err := read("desk.json", &s); err != nil {
		return s, err
	}
	if err := read("sources.json", &s.sources); err != nil {
		return s, err
	}
	for i := range s.Articles {
		if a := &s.Articles[i]; a.ClaimsFile != "" {
			if err := read(a.ClaimsFile, &a.claims); err != nil {
				return s, err
			}
		}
	}
	return s, nil
}

// read reads a JSON file of data; a field that the script does not know is an error.
func read(name string, into any) error {
	raw, err := fs.ReadFile(data, "data/"+name)
	if err != nil {
		return fmt.Errorf("read the demonstration: %w", err)
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("read the demonstration's %s: %w", name, err)
	}
	return nil
}

func (a attribution) domain() factcheck.Attribution {
	return factcheck.Attribution{
		Unattributed: a.Unattributed, Speaker: a.Speaker, Kind: a.Kind, Outlet: a.Outlet,
		Via: a.Via, Cue: a.Cue, Hedge: a.Hedge, Direct: a.Direct,
	}
}

// use turns a piece of evidence into what an editor would have filled in on the given day.
func (s script) use(e evidence, now time.Time) (workflow.NewEvidence, error) {
	from, ok := s.sources[e.Source]
	if !ok {
		return workflow.NewEvidence{}, fmt.Errorf("the demonstration has no source %q", e.Source)
	}
	return workflow.NewEvidence{
		Source: factcheck.Source{
			URL: from.URL, Title: from.Title, Citation: from.Citation, Publisher: from.Publisher,
			PublishedOn: from.Published.Time, Kind: from.Kind,
		},
		Tier: e.Tier, Stance: e.Stance, Quote: e.Quote, Locator: e.Locator, Note: e.Note, IndependenceGroup: e.Group,
		AccessedOn: now.UTC().Truncate(24*time.Hour).AddDate(0, 0, -e.AccessedDaysAgo),
	}, nil
}
