package web

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"
	"factdesk/internal/workflow"
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/claims"
)

// passageAround is how many blocks of the article are shown on each side of a claim's words.
const passageAround = 1

func (s *Server) claim(r *request) (reply, error) {
	id, err := pathID[factcheck.ClaimID](r.Request, "id", "claim")
	if err != nil {
		return reply{}, err
	}
	version, err := strconv.Atoi(r.URL.Query().Get("version"))
	if err != nil || version < 0 {
		version = 0
	}
	found, err := s.workflow.Claim(r.Context(), r.actor(), id, version)
	if err != nil {
		return reply{}, err
	}
	return show(claims.View(s.claimModel(r, &found, nil))), nil
}

// claimModel is the page of one claim; back is a form of it that was refused.
func (s *Server) claimModel(r *request, found *workflow.ClaimPage, back *returned) claims.Model {
	c := &found.Claim
	m := claims.Model{
		Page: s.frame(r, claimTitle(c), layout.Articles), Title: claimTitle(c),
		Article: components.Link{Text: found.Article.Title, URL: articlePath(c.Article)},
		Panel:   s.newPanel(r, found, onClaim, back).view(), Passage: passage(found), InPlace: benchPath(c.Article, c.ID, ""),
		Versions: claimVersions(found), History: history(found),
	}
	s.offerSteps(r, c, m.Page.Flashes)
	m.Page.Flashes = append(m.Page.Flashes, back.flashes()...)
	if c.Version != found.Current {
		m.Older = &claims.Older{Version: c.Version, Newest: components.Link{Text: "Go to version " + strconv.Itoa(found.Current), URL: claimPath(c.ID)}}
	}
	return m
}

// passage is the part of the article around a claim's words.
func passage(found *workflow.ClaimPage) components.Text {
	c := &found.Claim
	var marks []textspan.Mark
	for _, q := range c.Spans {
		marks = append(marks, textspan.Mark{ID: int64(c.ID), Span: q.Span})
	}
	blocks := components.BuildText(components.TextInput{
		Text: found.Text, Pieces: pieces(found.Text, marks), Sentences: lineSentences(found.Text, c.Spans),
		Claims: map[int64]components.TextClaim{int64(c.ID): textClaim(c, 1, benchPath(c.Article, c.ID, ""), true)},
	})
	if len(marks) == 0 {
		blocks = nil
	}
	return components.Text{Lang: found.Article.Language, Blocks: components.Passage(blocks, passageAround)}
}

// lineSentences takes each line for one sentence, and lines that a quote goes across for one too:
// the passage is for reading, and its sentences are not asked for.
func lineSentences(text string, quotes []factcheck.Quote) []components.SentenceInput {
	var list []components.SentenceInput
	start := 0
	for line := range strings.SplitSeq(text, "\n") {
		end := start + utf8.RuneCountInString(line)
		across := slices.ContainsFunc(quotes, func(q factcheck.Quote) bool { return q.Span.Start < start && q.Span.End >= start })
		if last := len(list) - 1; across && last >= 0 {
			list[last].End = end
			start = end + 1
			continue
		}
		list = append(list, components.SentenceInput{Ordinal: -1, Start: start, End: end})
		start = end + 1
	}
	return list
}

func claimVersions(found *workflow.ClaimPage) []claims.Version {
	var list []claims.Version
	for n := found.Current; n > 0; n-- {
		v := claims.Version{Number: n, URL: claimPath(found.Claim.ID) + "?version=" + strconv.Itoa(n), Current: n == found.Claim.Version}
		for _, r := range found.Claim.Reviews {
			if r.Version == n && r.Decision == factcheck.Approve {
				v.Note = "approved"
			}
		}
		for _, e := range found.Published {
			if e.Version == n {
				v.Note = "published in edition " + strconv.Itoa(e.Edition)
			}
		}
		list = append(list, v)
	}
	return list
}

// history is what happened to a claim, newest first.
func history(found *workflow.ClaimPage) []claims.Event {
	var list []claims.Event
	for _, e := range found.Events {
		event := claims.Event{Who: "The command line", What: eventWords(e.Action), When: since(e.At), Diffs: eventDiffs(e.Action, e.Body)}
		if e.ActorName != nil {
			event.Who = *e.ActorName
		}
		list = append(list, event)
	}
	return list
}

// eventDiffs shows what a change of the statement changed.
func eventDiffs(action, body string) []components.FieldDiff {
	if action != "claim.statement" {
		return nil
	}
	var event struct {
		Detail struct {
			Was       string `json:"was"`
			Statement string `json:"statement"`
		} `json:"detail"`
	}
	if err := json.Unmarshal([]byte(body), &event); err != nil || event.Detail.Was == event.Detail.Statement {
		return nil
	}
	return []components.FieldDiff{{Label: "Statement", Diff: wordDiff(event.Detail.Was, event.Detail.Statement)}}
}
