package postgres_test

import (
	"errors"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/workflow"
)

// TestAttacks_Roles: who only reads a desk, who left it and who is nobody changes nothing of it,
// and only an admin decides who belongs to it.
func TestAttacks_Roles(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	f, other := newFixture(t, db), newFixture(t, db)
	conn := pgtest.AppConn(t, db)
	f.must(f.w.ChangeMember(f.ctx(), by(f.admin), memberLeaves(f.second)))
	writes := map[string]string{
		"an article":        `insert into article (desk_id, title, language, created_by) values (@desk, 'A', 'en', @editor)`,
		"a text":            newVersion,
		"a source":          "insert into source (desk_id, citation, kind, tier, created_by) values (@desk, 'A', 'page', 'primary', @editor)",
		"a claimant":        "insert into claimant (desk_id, name, name_key, kind) values (@desk, 'A', 'a', 'person')",
		"a claimant's kind": "update claimant set kind = 'organization' where desk_id = @desk",
		"a report":          "update report set headline = 'A', revision = revision + 1 where desk_id = @desk and id = @report",
		"another report":    "insert into report (desk_id, article_id, slug, headline, created_by) values (@desk, @article, 'a', 'A', @editor)",
		"a report's claims": "delete from report_claim where desk_id = @desk and report_id = @report",
		"one more claim":    "insert into report_claim select desk_id, report_id, article_id, article_version, @open, 9 from report_claim where desk_id = @desk limit 1",
		"their order":       "update report_claim set position = 9 - position where desk_id = @desk",
	}
	role := "update member set revision = revision + 1, role = 'admin' where desk_id = @desk and account_id = "
	joins := "insert into member (desk_id, account_id, role) values (@desk, @stranger, 'viewer')"
	args := f.args()
	args["stranger"], args["theirs"] = other.editor.Account, other.desk
	before := f.picture() + other.picture()
	var attacks []attack
	for name, who := range map[string]factcheck.AccountID{
		"a viewer": f.viewer.Account, "nobody": 0, "one who left": f.second.Account, "another desk's admin": other.admin.Account,
	} {
		for what, sql := range writes {
			attacks = append(attacks, attack{what + " by " + name, who, []string{sql, record}, "FD403 role"})
		}
		if who != 0 {
			attacks = append(attacks, attack{"a new member by " + name, who, []string{joins, record}, "FD403 role"})
		}
	}
	attacks = append(attacks,
		attack{"a viewer made admin by themself", f.viewer.Account, []string{role + "@viewer", record}, "FD403 role"},
		attack{"an editor made admin by a reviewer", f.reviewer.Account, []string{role + "@editor", record}, "FD403 role"},
		attack{"a new member by an editor", f.editor.Account, []string{joins, record}, "FD403 role"},
		attack{"an admin by the back door", other.editor.Account, []string{"insert into member (desk_id, account_id, role) values (@desk, @stranger, 'admin')", record}, "FD403 role"},
		attack{"a member moved to another desk", f.admin.Account, []string{"update member set desk_id = @theirs where account_id = @editor"}, "42501"},
		attack{"a desk for somebody else", f.viewer.Account, []string{
			"with made as (insert into desk (slug, name) values ('stolen', 'A') returning id) insert into member (desk_id, account_id, role) select id, @editor, 'admin' from made",
		}, "FD403 role"},
	)
	runAttacks(t, conn, args, attacks)
	if after := f.picture() + other.picture(); after != before {
		t.Error("something stayed of an attack")
	}
}

// memberLeaves takes a member's place at the desk away.
func memberLeaves(who factcheck.Actor) workflow.ChangeMember {
	return workflow.ChangeMember{Account: who.Account, Role: who.Role, Disabled: true, Revision: 1}
}

// TestAttacks_Sources: what a reviewer judges is not changed under their eyes, nor under an approval.
func TestAttacks_Sources(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.DB(t))
	conn := pgtest.AppConn(t, f.db)
	args := f.args()
	f.must(f.db.Tx(f.ctx(), int64(f.editor.Account), func(tx *postgres.DB) error {
		s, err := tx.EnsureSource(f.ctx(), f.desk, factcheck.Source{Citation: "Unused", Kind: factcheck.KindPage, Tier: factcheck.Primary}, f.editor.Account)
		args["unused"] = s.ID
		return errors.Join(err, tx.RecordEvent(f.ctx(), f.desk, postgres.NewEvent{Action: "source.added", Subject: "source", ID: int64(s.ID)}))
	}))
	args["used"] = read[factcheck.SourceID](t, f.db, "select min(source_id) from evidence where desk_id = $1", f.desk)
	const correct = "update source set revision = revision + 1, kind = 'factcheck' where desk_id = @desk and id = "
	editor := f.editor.Account
	before := f.picture()
	runAttacks(t, conn, args, []attack{
		{"what claims in review rest on", editor, []string{correct + "@used", record}, "FD422 source_in_use"},
		{"the same by an admin", f.admin.Account, []string{correct + "@used", record}, "FD422 source_in_use"},
		{"by a viewer", f.viewer.Account, []string{correct + "@unused", record}, "FD403 role"},
		{"without an event", editor, []string{correct + "@unused"}, "FD403 event_required"},
		{"without its revision", editor, []string{"update source set title = 'A' where desk_id = @desk and id = @unused", record}, "FD409 stale"},
		{"its address", editor, []string{"update source set url = 'https://example.com' where desk_id = @desk and id = @unused"}, "42501"},
		{"a source deleted", editor, []string{"delete from source where desk_id = @desk and id = @unused"}, "42501"},
	})
	if after := f.picture(); after != before {
		t.Error("something stayed of an attack")
	}
	f.must(attack{actor: editor, sql: []string{correct + "@unused", record}}.try(f.ctx(), conn, args))
}
