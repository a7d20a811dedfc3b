package postgres

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

const appRoleSQL = `
select exists (select from pg_roles where rolname = @app) as present,
       r.rolsuper as superuser,
       (r.rolsuper or r.rolcreaterole) as may_create,
       current_setting('server_version_num')::int as version,
       current_user::text as login
from pg_roles r
where r.rolname = current_user`

const hasRoleSQL = `select pg_has_role(@login::name, @app::name, @privilege)`

// ensureRoles makes the role the application runs as, and lets the logins that need
// it take it: the owner when pool and migrations share a login, else appLogin.
// Roles belong to the whole cluster, so another database's nodes may do the same at
// the same time; losing that race is fine.
func ensureRoles(ctx context.Context, c *pgx.Conn, appLogin string) error {
	type state struct {
		Present   bool
		Superuser bool
		MayCreate bool
		Version   int
		Login     string
	}
	rows, err := c.Query(ctx, appRoleSQL, pgx.NamedArgs{"app": AppRole})
	if err != nil {
		return fmt.Errorf("look up the role %s: %w", AppRole, err)
	}
	s, err := pgx.CollectExactlyOneRow(rows, pgx.RowToStructByName[state])
	if err != nil {
		return fmt.Errorf("look up the role %s: %w", AppRole, err)
	}
	if !s.Present {
		if !s.MayCreate {
			return fmt.Errorf("the role %s does not exist and the login %q may not create it: have a superuser run "+
				"CREATE ROLE %s NOLOGIN; GRANT %s TO %s", AppRole, s.Login, AppRole, AppRole, pgx.Identifier{s.Login}.Sanitize())
		}
		if _, err := c.Exec(ctx, "create role "+AppRole+" nologin"); err != nil && !isCode(err, "42710", "23505") {
			return fmt.Errorf("create the role %s: %w", AppRole, err)
		}
	}
	switch {
	case appLogin != "":
		return ensureMember(ctx, c, appLogin, s.Version, true)
	case s.Superuser: // may take any role
		return nil
	default:
		return ensureMember(ctx, c, s.Login, s.Version, false)
	}
}

// ensureMember grants AppRole to a login that does not have it yet. inherit tells
// whether the login has its rights at once, or only by SET ROLE.
func ensureMember(ctx context.Context, c *pgx.Conn, login string, version int, inherit bool) error {
	const attempts = 3 // two nodes granting at once fail with "tuple concurrently updated"
	privilege := "member"
	switch {
	case inherit:
		privilege = "usage"
	case version >= 160000: // since when a member may be denied SET ROLE
		privilege = "set"
	}
	for attempt := 1; ; attempt++ {
		var member bool
		err := c.QueryRow(ctx, hasRoleSQL, pgx.NamedArgs{"app": AppRole, "login": login, "privilege": privilege}).Scan(&member)
		if err != nil {
			return fmt.Errorf("look up the members of %s: %w", AppRole, err)
		}
		if member {
			return nil
		}
		grant := fmt.Sprintf("grant %s to %s", AppRole, pgx.Identifier{login}.Sanitize())
		if version >= 160000 {
			grant += fmt.Sprintf(" with set true, inherit %t", inherit)
		}
		_, err = c.Exec(ctx, grant)
		if err == nil {
			return nil
		}
		if attempt == attempts || isCode(err, "42501", "42704") {
			return fmt.Errorf("let the login %q act as %s (have a superuser run %s): %w", login, AppRole, grant, err)
		}
	}
}

func isCode(err error, codes ...string) bool {
	pg, ok := errors.AsType[*pgconn.PgError](err)
	if !ok {
		return false
	}
	for _, code := range codes {
		if pg.Code == code {
			return true
		}
	}
	return false
}
