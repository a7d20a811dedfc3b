package postgres

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"

	"github.com/jackc/pgx/v5"
)

// SplittingOf names a splitting: one of the runs of the splitter over one version of an article.
type SplittingOf struct {
	Desk    factcheck.DeskID
	Article factcheck.ArticleID
	Version int // of the article
	Number  int
}

func (s SplittingOf) args() named {
	return named{"desk": s.Desk, "article": s.Article, "version": s.Version, "number": s.Number}
}

const insertSplittingSQL = `
insert into splitting (desk_id, article_id, article_version, number, splitter, language, supported, findings, made_by)
values (@desk, @article, @version, @number, @splitter, @language, @supported, @findings, @by)`

// InsertSplitting stores a splitting with its sentences. Returns Stale when the article version has one of that
// number already.
func (db *DB) InsertSplitting(ctx context.Context, of SplittingOf, s factcheck.Splitting, sentences []factcheck.Sentence) error {
	findings, err := json.Marshal(factcheck.Findings{Said: noNil(s.Findings.Said), Hedges: noNil(s.Findings.Hedges)})
	if err != nil {
		return fmt.Errorf("marshal findings: %w", err)
	}
	args := of.args()
	args["splitter"], args["language"], args["supported"] = s.Splitter, s.Language, s.Supported
	args["findings"], args["by"] = string(findings), s.MadeBy.ID
	if _, err := db.Exec(ctx, insertSplittingSQL, args); err != nil {
		return err
	}
	columns := []string{
		"desk_id", "article_id", "article_version", "splitting", "ordinal", "start_cp", "end_cp", "class", "score", "opinion", "reasons", "rule", "end_rule",
	}
	_, err = db.CopyFrom(ctx, "sentence", columns, pgx.CopyFromSlice(len(sentences), func(i int) ([]any, error) {
		s := &sentences[i]
		return []any{
			of.Desk, of.Article, of.Version, of.Number, s.Ordinal, s.Span.Start, s.Span.End, string(s.Class),
			float32(s.Score), float32(s.Opinion), noNil(s.Reasons), s.Rule, s.EndRule,
		}, nil
	}))
	return err
}

// InsertSuggestions stores what a splitting proposed, in the transaction that stored the splitting.
func (db *DB) InsertSuggestions(ctx context.Context, of SplittingOf, list []factcheck.Suggestion) error {
	columns := []string{
		"desk_id", "article_id", "article_version", "splitting", "ordinal", "claim_id", "outcome", "claim_revision", "sentence", "attribution",
		"spans", "type", "statement", "filled", "score", "reasons", "rule",
	}
	_, err := db.CopyFrom(ctx, "suggestion", columns, pgx.CopyFromSlice(len(list), func(i int) ([]any, error) {
		s := &list[i]
		return []any{
			of.Desk, of.Article, of.Version, of.Number, i, s.Claim, string(s.Outcome), s.Revision, s.Sentence, s.Attribution,
			noNil(s.Spans), string(s.Type), s.Statement, noNil(s.Filled), float32(s.Score), noNil(s.Reasons), s.Rule,
		}, nil
	}))
	return err
}

// noNil is the list, and an empty one for nil: the columns hold lists.
func noNil[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

type splittingRow struct {
	Number     int
	Splitter   string
	Language   string
	Supported  bool
	Findings   factcheck.Findings
	MadeBy     factcheck.AccountID
	MadeByName string
	MadeAt     time.Time
}

func (r *splittingRow) splitting() factcheck.Splitting {
	return factcheck.Splitting{
		Number: r.Number, Splitter: r.Splitter, Language: r.Language, Supported: r.Supported, Findings: r.Findings,
		MadeBy: factcheck.Person{ID: r.MadeBy, Name: r.MadeByName}, MadeAt: r.MadeAt,
	}
}

const currentSplittingSQL = `
select s.number, s.splitter, s.language, s.supported, s.findings, s.made_by, p.name as made_by_name, s.made_at
  from article a
  join splitting s on s.desk_id = a.desk_id and s.article_id = a.id and s.article_version = a.version
  join account p on p.id = s.made_by
 where a.desk_id = @desk and a.id = @article order by s.number desc limit 1`

// CurrentSplitting returns the newest splitting of an article's newest text. Returns NotFound when there is no such
// article.
func (db *DB) CurrentSplitting(ctx context.Context, desk factcheck.DeskID, article factcheck.ArticleID) (factcheck.Splitting, error) {
	row, err := one[splittingRow](ctx, db, "article", currentSplittingSQL, named{"desk": desk, "article": article})
	return row.splitting(), err
}

type sentenceRow struct {
	Ordinal int
	StartCP int
	EndCP   int
	Class   factcheck.SentenceClass
	Score   float32
	Opinion float32
	Reasons []string
	Rule    string
	EndRule string
}

func (r *sentenceRow) sentence() factcheck.Sentence {
	return factcheck.Sentence{
		Ordinal: r.Ordinal, Span: textspan.Span{Start: r.StartCP, End: r.EndCP}, Class: r.Class,
		Score: float64(r.Score), Opinion: float64(r.Opinion), Reasons: r.Reasons, Rule: r.Rule, EndRule: r.EndRule,
	}
}

const currentSentencesSQL = `
select s.ordinal, s.start_cp, s.end_cp, s.class, s.score, s.opinion, s.reasons, s.rule, s.end_rule
  from article a
  join sentence s on s.desk_id = a.desk_id and s.article_id = a.id and s.article_version = a.version
                 and s.splitting = (select max(n.number) from splitting n
                                     where n.desk_id = a.desk_id and n.article_id = a.id and n.article_version = a.version)
 where a.desk_id = @desk and a.id = @article order by s.ordinal`

type suggestionRow struct {
	Splitting     int
	ClaimID       factcheck.ClaimID
	Outcome       factcheck.Outcome
	ClaimRevision int
	Sentence      int
	Attribution   *int
	Spans         []textspan.Span
	Type          factcheck.ClaimType
	Statement     string
	Filled        []factcheck.Filled
	Score         float32
	Reasons       []string
	Rule          string
}

func (r *suggestionRow) suggestion() factcheck.Suggestion {
	return factcheck.Suggestion{
		Splitting: r.Splitting, Claim: r.ClaimID, Outcome: r.Outcome, Revision: r.ClaimRevision, Sentence: r.Sentence, Attribution: r.Attribution,
		Spans: r.Spans, Type: r.Type, Statement: r.Statement, Filled: r.Filled, Score: float64(r.Score), Reasons: r.Reasons, Rule: r.Rule,
	}
}

const suggestionColumns = `
       s.splitting, s.claim_id, s.outcome, s.claim_revision, s.sentence, s.attribution, s.spans, s.type, s.statement, s.filled,
       s.score, s.reasons, s.rule`

// What a claim was made of, or brought up to date by: its newest suggestion that was about it alone.
const suggestionsOfArticleSQL = `
select distinct on (s.claim_id) ` + suggestionColumns + `
  from suggestion s
 where s.desk_id = @desk and s.article_id = @article and s.article_version = ` + askedVersion + ` and s.outcome <> 'covered'
 order by s.claim_id, s.splitting desc`

const suggestionOfClaimSQL = `
select ` + suggestionColumns + `, s.article_version, p.findings -> 'attributions' -> s.attribution as said, p.splitter
  from suggestion s
  join splitting p on p.desk_id = s.desk_id and p.article_id = s.article_id and p.article_version = s.article_version and p.number = s.splitting
 where s.desk_id = @desk and s.claim_id = @claim and s.outcome <> 'covered'
 order by s.article_version desc, s.splitting desc limit 1`

// Proposed is how the splitter proposed a claim, with what it took the words around it to say.
type Proposed struct {
	factcheck.Suggestion
	Said     *factcheck.Said // nil for the article's own words
	Splitter string          // the rule set
	Version  int             // of the article, that the places are in
}

type proposedRow struct {
	suggestionRow
	ArticleVersion int
	Said           *factcheck.Said
	Splitter       string
}

func (r *proposedRow) proposed() Proposed {
	return Proposed{Suggestion: r.suggestion(), Said: r.Said, Splitter: r.Splitter, Version: r.ArticleVersion}
}

const lockClaimsOfArticleSQL = `
select id from claim where desk_id = @desk and article_id = @article order by id for no key update`

// attributionsOfArticleSQL is of candidates alone: theirs are what a newer splitting may rewrite.
const attributionsOfArticleSQL = `
select c.id, a.speaker, a.kind, a.outlet, a.via, a.cue, a.hedge, a.direct
  from claim c
  join attribution a on a.desk_id = c.desk_id and a.claim_id = c.id and a.claim_version = c.version
 where c.desk_id = @desk and c.article_id = @article and c.article_version = @version and c.status in ('candidate', 'declined')`

type proposedAttributionRow struct {
	ID      factcheck.ClaimID
	Speaker string
	Kind    factcheck.ClaimantKind
	Outlet  string
	Via     string
	Cue     string
	Hedge   string
	Direct  bool
}

// SplitClaims are the claims of an article version as a newer splitting meets them.
type SplitClaims struct {
	Claims    []factcheck.Claim                          // as ClaimsOfArticle returns them, and with what candidates are attributed to
	Suggested map[factcheck.ClaimID]factcheck.Suggestion // how the newest splitting that proposed each did
}

// LockClaimsOfArticle holds every claim of an article until the transaction ends.
func (db *DB) LockClaimsOfArticle(ctx context.Context, desk factcheck.DeskID, article factcheck.ArticleID) error {
	_, err := values[factcheck.ClaimID](ctx, db, lockClaimsOfArticleSQL, named{"desk": desk, "article": article})
	return err
}

// SplitClaims returns the claims of an article version as a newer splitting meets them, in one round trip.
func (db *DB) SplitClaims(ctx context.Context, desk factcheck.DeskID, article factcheck.ArticleID, version int) (SplitClaims, error) {
	var (
		b            pgx.Batch
		suggestions  []suggestionRow
		attributions []proposedAttributionRow
	)
	args := named{"desk": desk, "article": article, "version": version}
	list := queueClaims(&b, args)
	queue(&b, &suggestions, suggestionsOfArticleSQL, args)
	queue(&b, &attributions, attributionsOfArticleSQL, args)
	if err := db.Batch(ctx, &b); err != nil {
		return SplitClaims{}, err
	}
	found := SplitClaims{Claims: list.claims(), Suggested: map[factcheck.ClaimID]factcheck.Suggestion{}}
	for i := range suggestions {
		found.Suggested[suggestions[i].ClaimID] = suggestions[i].suggestion()
	}
	place := make(map[factcheck.ClaimID]int, len(found.Claims))
	for i := range found.Claims {
		place[found.Claims[i].ID] = i
	}
	for _, a := range attributions {
		if i, ok := place[a.ID]; ok {
			found.Claims[i].Attribution = &factcheck.Attribution{
				Speaker: a.Speaker, Kind: a.Kind, Outlet: a.Outlet, Via: a.Via, Cue: a.Cue, Hedge: a.Hedge, Direct: a.Direct,
			}
		}
	}
	return found, nil
}

// Renewal is a candidate as a newer splitting proposes it. Attribution nil leaves who said it as it is.
type Renewal struct {
	Statement   string
	Type        factcheck.ClaimType
	Attribution *factcheck.Attribution
	Score       float64
	Reasons     []string
}

const rankClaimSQL = `
update claim set score = @score, reasons = @reasons, revision = revision + 1, updated_at = @now
 where desk_id = @desk and id = @claim`

// RenewClaim rewrites a candidate that nobody has touched, in the splitter's hand, in the transaction of a splitting. It
// moves the claim's revision by one.
func (db *DB) RenewClaim(ctx context.Context, v Version, r Renewal, now time.Time) error {
	if _, err := value[string](ctx, db, "setting", handSQL, named{"hand": string(factcheck.BySplitter)}); err != nil {
		return err
	}
	args := named{"desk": v.Desk, "claim": v.Claim, "score": float32(r.Score), "reasons": noNil(r.Reasons), "now": now}
	if _, err := db.Exec(ctx, rankClaimSQL, args); err != nil {
		return err
	}
	if err := db.ChangeStatement(ctx, v, r.Statement, r.Type); err != nil {
		return err
	}
	if r.Attribution != nil {
		if err := db.PutAttribution(ctx, v, *r.Attribution); err != nil {
			return err
		}
	}
	_, err := value[string](ctx, db, "setting", handSQL, named{"hand": ""})
	return err
}
