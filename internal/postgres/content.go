package postgres

import (
	"context"

	"factdesk/internal/factcheck"
)

// Version names the content that a change is about: one version of one claim.
type Version struct {
	Desk   factcheck.DeskID
	Claim  factcheck.ClaimID
	Number int
}

func (v Version) args(more named) named {
	more["desk"], more["claim"], more["version"] = v.Desk, v.Claim, v.Number
	return more
}

const changeStatementSQL = `
update claim_version set statement = @statement, type = @type
 where desk_id = @desk and claim_id = @claim and number = @version`

// ChangeStatement rewrites a claim's statement and type.
func (db *DB) ChangeStatement(ctx context.Context, v Version, statement string, t factcheck.ClaimType) error {
	_, err := db.Exec(ctx, changeStatementSQL, v.args(named{"statement": statement, "type": t}))
	return err
}

const insertSpanSQL = `
insert into span (desk_id, claim_id, claim_version, ordinal, article_id, article_version, start_cp, end_cp, exact, prefix, suffix)
select c.desk_id, c.claim_id, c.number,
       1 + coalesce((select max(ordinal) from span s where s.desk_id = c.desk_id and s.claim_id = c.claim_id and s.claim_version = c.number), 0),
       c.article_id, c.article_version, @start, @end, @exact, @prefix, @suffix
  from claim_version c where c.desk_id = @desk and c.claim_id = @claim and c.number = @version`

// InsertSpan adds words of the article to a claim.
func (db *DB) InsertSpan(ctx context.Context, v Version, q factcheck.Quote) error {
	_, err := db.Exec(ctx, insertSpanSQL, v.args(named{
		"start": q.Span.Start, "end": q.Span.End, "exact": q.Exact, "prefix": q.Prefix, "suffix": q.Suffix,
	}))
	return err
}

const moveSpanSQL = `
update span set start_cp = @start, end_cp = @end, exact = @exact, prefix = @prefix, suffix = @suffix
 where desk_id = @desk and claim_id = @claim and claim_version = @version and start_cp = @old_start and end_cp = @old_end`

// MoveSpan moves the boundaries of the words at old.
func (db *DB) MoveSpan(ctx context.Context, v Version, old, q factcheck.Quote) error {
	_, err := db.Exec(ctx, moveSpanSQL, v.args(named{
		"start": q.Span.Start, "end": q.Span.End, "exact": q.Exact, "prefix": q.Prefix, "suffix": q.Suffix,
		"old_start": old.Span.Start, "old_end": old.Span.End,
	}))
	return err
}

const deleteSpanSQL = `
delete from span
 where desk_id = @desk and claim_id = @claim and claim_version = @version and start_cp = @start and end_cp = @end`

// DeleteSpan takes words of the article out of a claim.
func (db *DB) DeleteSpan(ctx context.Context, v Version, q factcheck.Quote) error {
	_, err := db.Exec(ctx, deleteSpanSQL, v.args(named{"start": q.Span.Start, "end": q.Span.End}))
	return err
}

const putAttributionSQL = `
insert into attribution (desk_id, claim_id, claim_version, unattributed, speaker, kind, claimant_id, outlet, via, cue, hedge, direct)
values (@desk, @claim, @version, @unattributed, @speaker, @kind, nullif(@claimant::bigint, 0), @outlet, @via, @cue, @hedge, @direct)
on conflict on constraint attribution_pk do update
   set unattributed = excluded.unattributed, speaker = excluded.speaker, kind = excluded.kind, claimant_id = excluded.claimant_id,
       outlet = excluded.outlet, via = excluded.via, cue = excluded.cue, hedge = excluded.hedge, direct = excluded.direct`

// PutAttribution says who is said to have said it.
func (db *DB) PutAttribution(ctx context.Context, v Version, a factcheck.Attribution) error {
	_, err := db.Exec(ctx, putAttributionSQL, v.args(named{
		"unattributed": a.Unattributed, "speaker": a.Speaker, "kind": claimantKind(&a), "claimant": int64(a.Claimant), "outlet": a.Outlet,
		"via": a.Via, "cue": a.Cue, "hedge": a.Hedge, "direct": a.Direct,
	}))
	return err
}

const putVerdictSQL = `
insert into verdict (desk_id, claim_id, claim_version, rating_id, rationale, search_note, decided_by, decided_at, article_version)
select @desk, @claim, @version, nullif(@rating::bigint, 0), @rationale, @search_note, @by, coalesce(@at::timestamptz, now()),
       coalesce((select max(v.number) from article_version v where v.desk_id = c.desk_id and v.article_id = c.article_id and v.created_at <= @at::timestamptz), a.version)
  from claim c join article a on a.desk_id = c.desk_id and a.id = c.article_id where c.desk_id = @desk and c.id = @claim
on conflict on constraint verdict_pk do update
   set rating_id = excluded.rating_id, rationale = excluded.rationale, search_note = excluded.search_note,
       decided_by = excluded.decided_by, decided_at = excluded.decided_at, article_version = excluded.article_version`

// PutVerdict sets the rating (0: none yet), its rationale and the note of what was searched. It is decided now, unless d
// says when; a verdict is of the text that was the newest then.
func (db *DB) PutVerdict(ctx context.Context, v Version, rating factcheck.RatingID, d factcheck.Verdict) error {
	_, err := db.Exec(ctx, putVerdictSQL, v.args(named{
		"rating": int64(rating), "rationale": d.Rationale, "search_note": d.SearchNote, "by": d.DecidedBy.ID, "at": date(d.DecidedAt),
	}))
	return err
}

// claimantKind is what kind of claimant an attribution names; a person unless it says otherwise.
func claimantKind(a *factcheck.Attribution) string {
	if a.Kind == "" {
		return string(factcheck.PersonClaimant)
	}
	return string(a.Kind)
}

const claimantByNameSQL = `select id, name, kind from claimant where desk_id = @desk and name_key = @key`

const insertClaimantSQL = `
insert into claimant (desk_id, name, name_key, kind) values (@desk, @name, @key, @kind)
on conflict on constraint claimant_name_unique do nothing`

// EnsureClaimant returns the desk's claimant of that name, whatever its capitals and spaces,
// and makes one when there is none.
func (db *DB) EnsureClaimant(ctx context.Context, desk factcheck.DeskID, c factcheck.Claimant) (factcheck.Claimant, error) {
	args := named{"desk": desk, "name": c.Name, "key": c.Key(), "kind": c.Kind}
	if _, err := db.Exec(ctx, insertClaimantSQL, args); err != nil {
		return factcheck.Claimant{}, err
	}
	return one[factcheck.Claimant](ctx, db, "claimant", claimantByNameSQL, args)
}

const correctClaimantSQL = `update claimant set kind = @kind where desk_id = @desk and id = @claimant`

// CorrectClaimant says what a claimant really is. Attributions made before keep what they said.
func (db *DB) CorrectClaimant(ctx context.Context, desk factcheck.DeskID, c factcheck.Claimant) error {
	_, err := db.Exec(ctx, correctClaimantSQL, named{"desk": desk, "claimant": c.ID, "kind": c.Kind})
	return err
}

const copyClaimVersionSQL = `
insert into claim_version (desk_id, claim_id, number, article_id, article_version, statement, type, created_by)
select desk_id, claim_id, number + 1, article_id, article_version, statement, type, @by
  from claim_version where desk_id = @desk and claim_id = @claim and number = @version`

const copySpansSQL = `
insert into span (desk_id, claim_id, claim_version, ordinal, article_id, article_version, start_cp, end_cp, exact, prefix, suffix)
select desk_id, claim_id, claim_version + 1, ordinal, article_id, article_version, start_cp, end_cp, exact, prefix, suffix
  from span where desk_id = @desk and claim_id = @claim and claim_version = @version`

const copyAttributionSQL = `
insert into attribution (desk_id, claim_id, claim_version, unattributed, speaker, kind, claimant_id, outlet, via, cue, hedge, direct)
select desk_id, claim_id, claim_version + 1, unattributed, speaker, kind, claimant_id, outlet, via, cue, hedge, direct
  from attribution where desk_id = @desk and claim_id = @claim and claim_version = @version`

const copyEvidenceSQL = `
insert into evidence (desk_id, claim_id, claim_version, source_id, tier, stance, quote, locator, note,
                      independence_group, accessed_on, added_by, added_at)
select desk_id, claim_id, claim_version + 1, source_id, tier, stance, quote, locator, note,
       independence_group, accessed_on, added_by, added_at
  from evidence where desk_id = @desk and claim_id = @claim and claim_version = @version order by id`

const copyVerdictSQL = `
insert into verdict (desk_id, claim_id, claim_version, rating_id, rationale, search_note, decided_by, decided_at, article_version)
select desk_id, claim_id, claim_version + 1, rating_id, rationale, search_note, decided_by, decided_at, article_version
  from verdict where desk_id = @desk and claim_id = @claim and claim_version = @version`

// CopyVersion starts the claim's next version with the content of v, which stays as it is.
func (db *DB) CopyVersion(ctx context.Context, v Version, by factcheck.AccountID) error {
	for _, sql := range []string{copyClaimVersionSQL, copySpansSQL, copyAttributionSQL, copyEvidenceSQL, copyVerdictSQL} {
		if _, err := db.Exec(ctx, sql, v.args(named{"by": by})); err != nil {
			return err
		}
	}
	return nil
}
