package postgres

import (
	"context"
	"crypto/sha256"
	"time"

	"factdesk/internal/factcheck"

	"github.com/jackc/pgx/v5"
)

type articleRow struct {
	ID            factcheck.ArticleID
	Title         string
	URL           string
	Publisher     string
	Author        string
	PublishedOn   *time.Time
	Language      string
	Version       int
	Revision      int
	CreatedBy     factcheck.AccountID
	CreatedByName string
	CreatedAt     time.Time
}

func (r *articleRow) article() factcheck.Article {
	return factcheck.Article{
		ID: r.ID, Title: r.Title, URL: r.URL, Publisher: r.Publisher, Author: r.Author,
		PublishedOn: at(r.PublishedOn), Language: r.Language, Version: r.Version, Revision: r.Revision,
		CreatedBy: factcheck.Person{ID: r.CreatedBy, Name: r.CreatedByName}, CreatedAt: r.CreatedAt,
	}
}

const articleColumns = `
select a.id, a.title, a.url, a.publisher, a.author, a.published_on, a.language, a.version, a.revision,
       a.created_by, p.name as created_by_name, a.created_at
  from article a join account p on p.id = a.created_by`

const articleSQL = articleColumns + ` where a.desk_id = @desk and a.id = @article`

// Article returns the desk's article. Returns NotFound when there is none.
func (db *DB) Article(ctx context.Context, desk factcheck.DeskID, id factcheck.ArticleID) (factcheck.Article, error) {
	row, err := one[articleRow](ctx, db, "article", articleSQL, named{"desk": desk, "article": id})
	return row.article(), err
}

const insertArticleSQL = `
insert into article (desk_id, title, url, publisher, author, published_on, language, created_by)
values (@desk, @title, @url, @publisher, @author, @published_on, @language, @by)
returning id`

const insertArticleVersionSQL = `
insert into article_version (desk_id, article_id, number, text, text_sha256, origin, file_name, created_by)
values (@desk, @article, @number, @text, @sha256, @origin, @file_name, @by)`

// InsertArticle stores an article with the first version of its text, and returns its identifier.
func (db *DB) InsertArticle(ctx context.Context, desk factcheck.DeskID, a factcheck.Article, v factcheck.ArticleVersion) (factcheck.ArticleID, error) {
	id, err := value[factcheck.ArticleID](ctx, db, "article", insertArticleSQL, named{
		"desk": desk, "title": a.Title, "url": a.URL, "publisher": a.Publisher, "author": a.Author,
		"published_on": date(a.PublishedOn), "language": a.Language, "by": a.CreatedBy.ID,
	})
	if err != nil {
		return 0, err
	}
	sum := sha256.Sum256([]byte(v.Text))
	_, err = db.Exec(ctx, insertArticleVersionSQL, named{
		"desk": desk, "article": id, "number": 1, "text": v.Text, "sha256": sum[:],
		"origin": v.Origin, "file_name": v.FileName, "by": a.CreatedBy.ID,
	})
	return id, err
}

const articleVersionSQL = `
select article_id as article, number, text, origin, file_name
  from article_version where desk_id = @desk and article_id = @article and number = @version::bigint`

// ArticleVersion returns one immutable text of an article. Returns NotFound when there is none.
func (db *DB) ArticleVersion(ctx context.Context, desk factcheck.DeskID, id factcheck.ArticleID, number int) (factcheck.ArticleVersion, error) {
	return one[factcheck.ArticleVersion](ctx, db, "article", articleVersionSQL, named{"desk": desk, "article": id, "version": number})
}

// ArticleText is an article with one version of its text and what its newest splitting found in it.
type ArticleText struct {
	Article   factcheck.Article
	Version   factcheck.ArticleVersion
	Splitting factcheck.Splitting
	Sentences []factcheck.Sentence
}

const currentVersionSQL = `
select v.article_id as article, v.number, v.text, v.origin, v.file_name
  from article a join article_version v on v.desk_id = a.desk_id and v.article_id = a.id and v.number = a.version
 where a.desk_id = @desk and a.id = @article`

// articleParts is what a batch reads of an article and its newest text.
type articleParts struct {
	article   articleRow
	version   factcheck.ArticleVersion
	splitting splittingRow
	sentences []sentenceRow
}

// queueArticle adds the queries of an article to a batch, whose arguments are the desk and the article.
func queueArticle(b *pgx.Batch, args named) *articleParts {
	p := new(articleParts)
	queueOne(b, &p.article, "article", articleSQL, args)
	queueOne(b, &p.version, "article", currentVersionSQL, args)
	queueOne(b, &p.splitting, "article", currentSplittingSQL, args)
	queue(b, &p.sentences, currentSentencesSQL, args)
	return p
}

// articleText puts the parts together once the batch has run.
func (p *articleParts) articleText() ArticleText {
	text := ArticleText{
		Article: p.article.article(), Version: p.version, Splitting: p.splitting.splitting(), Sentences: make([]factcheck.Sentence, len(p.sentences)),
	}
	for i := range p.sentences {
		text.Sentences[i] = p.sentences[i].sentence()
	}
	return text
}

// ArticleText returns the article with its newest text, in one round trip. Returns NotFound when there is none.
func (db *DB) ArticleText(ctx context.Context, desk factcheck.DeskID, id factcheck.ArticleID) (ArticleText, error) {
	var b pgx.Batch
	parts := queueArticle(&b, named{"desk": desk, "article": id})
	if err := db.Batch(ctx, &b); err != nil {
		return ArticleText{}, err
	}
	return parts.articleText(), nil
}

// ArticleListed is an article as the list of articles shows it.
type ArticleListed struct {
	ID          factcheck.ArticleID
	Title       string
	Publisher   string
	PublishedOn *time.Time
	CreatedAt   time.Time
	CreatedBy   string
	Counts      map[factcheck.Status]int // claims by status, as the counters have them
	ReportID    *factcheck.ReportID
	Edition     *int // of its report; 0 while none is published
}

const articlesSQL = `
select a.id, a.title, a.publisher, a.published_on, a.created_at, p.name as created_by,
       coalesce((select jsonb_object_agg(c.status, c.n) from article_claim_count c
                  where c.desk_id = a.desk_id and c.article_id = a.id and c.n > 0), '{}') as counts,
       r.id as report_id, r.edition
  from (select * from article where desk_id = @desk and id < @before order by id desc limit @limit) a
  join account p on p.id = a.created_by
  left join report r on r.desk_id = a.desk_id and r.article_id = a.id
 order by a.id desc`

// Articles returns the desk's articles before the given one, newest first.
func (db *DB) Articles(ctx context.Context, desk factcheck.DeskID, before factcheck.ArticleID, limit int) ([]ArticleListed, error) {
	return all[ArticleListed](ctx, db, articlesSQL, named{"desk": desk, "before": before, "limit": limit})
}

const articleOfSQL = `select article_id from claim where desk_id = @desk and id = @claim`

// ArticleOf returns the article a claim is of. Returns NotFound when the desk has no such claim.
func (db *DB) ArticleOf(ctx context.Context, desk factcheck.DeskID, claim factcheck.ClaimID) (factcheck.ArticleID, error) {
	return value[factcheck.ArticleID](ctx, db, "claim", articleOfSQL, named{"desk": desk, "claim": claim})
}
