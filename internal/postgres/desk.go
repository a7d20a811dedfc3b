package postgres

import (
	"context"

	"factdesk/internal/factcheck"

	"github.com/jackc/pgx/v5"
)

const insertDeskSQL = `
insert into desk (slug, name, language)
values (@slug, @name, @language)
returning id`

// InsertDesk makes a desk; the desk's ID is ignored. Returns Unmet when its slug is
// taken, Invalid when slug, name or language do not have the form of one.
func (db *DB) InsertDesk(ctx context.Context, d factcheck.Desk) (factcheck.DeskID, error) {
	return value[factcheck.DeskID](ctx, db, "desk", insertDeskSQL,
		named{"slug": d.Slug, "name": d.Name, "language": d.Language})
}

const deskBySlugSQL = `select id, slug, name, language from desk where slug = @slug`

// DeskBySlug returns the desk with the slug. Returns NotFound when there is none.
func (db *DB) DeskBySlug(ctx context.Context, slug string) (factcheck.Desk, error) {
	return one[factcheck.Desk](ctx, db, "desk", deskBySlugSQL, named{"slug": slug})
}

const deskSQL = `select id, slug, name, language from desk where id = @desk`

// Desk returns a desk. Returns NotFound when there is none.
func (db *DB) Desk(ctx context.Context, id factcheck.DeskID) (factcheck.Desk, error) {
	return one[factcheck.Desk](ctx, db, "desk", deskSQL, named{"desk": id})
}

// maxDesksOfAccount bounds the list a person switches desks by.
const maxDesksOfAccount = 200

const desksOfSQL = `
select d.id, d.slug, d.name, d.language
from member m
join account a on a.id = m.account_id and a.disabled_at is null
join desk d on d.id = m.desk_id
where m.account_id = @account and m.disabled_at is null
order by d.name, d.id
limit @limit`

// DesksOf lists the desks an account may work at now, by name, 200 at most.
func (db *DB) DesksOf(ctx context.Context, id factcheck.AccountID) ([]factcheck.Desk, error) {
	return all[factcheck.Desk](ctx, db, desksOfSQL, named{"account": id, "limit": maxDesksOfAccount})
}

const everyDeskOfSQL = `select desk_id from member where account_id = @account order by desk_id`

// EveryDeskOf lists the desks an account is or was a member of, in the order they were made.
func (db *DB) EveryDeskOf(ctx context.Context, id factcheck.AccountID) ([]factcheck.DeskID, error) {
	return values[factcheck.DeskID](ctx, db, everyDeskOfSQL, named{"account": id})
}

const insertScaleSQL = `
insert into rating_scale (desk_id, name, version)
values (@desk, @name, @version)
returning id`

const insertRatingSQL = `
insert into rating (desk_id, scale_id, code, label, definition, position, colour, value, needs, min_primary, min_independent)
values (@desk, @scale, @code, @label, @definition, @position, @colour, nullif(@value::integer, 0), @needs, @min_primary, @min_independent)`

// InsertScale gives a desk a rating scale with its ratings, whose IDs are ignored.
// Call it inside a transaction.
func (db *DB) InsertScale(ctx context.Context, desk factcheck.DeskID, s factcheck.RatingScale) error {
	scale, err := value[int64](ctx, db, "rating scale", insertScaleSQL,
		named{"desk": desk, "name": s.Name, "version": s.Version})
	if err != nil {
		return err
	}
	var batch pgx.Batch
	for _, r := range s.Ratings {
		batch.Queue(insertRatingSQL, named{
			"desk": desk, "scale": scale, "code": r.Code, "label": r.Label, "definition": r.Definition,
			"position": r.Position, "colour": r.Colour, "value": r.Value,
			"needs": string(r.Rule.Needs), "min_primary": r.Rule.MinPrimary, "min_independent": r.Rule.MinIndependent,
		})
	}
	return db.Batch(ctx, &batch)
}

const desksSQL = `select id, slug, name, language from desk order by id`

// Desks returns every desk, oldest first.
func (db *DB) Desks(ctx context.Context) ([]factcheck.Desk, error) {
	return all[factcheck.Desk](ctx, db, desksSQL)
}
