// Package migrations owns the schema of factdesk: goose SQL files, applied in
// the order of their numbers and forward only, with the triggers and grants that
// keep its rules inside PostgreSQL. It knows nothing of Go; schema.golden.sql
// beside the files is what they add up to.
package migrations

import "embed"

// FS holds every migration. It is read-only and the same for all callers.
//
//go:embed [0-9]*.sql
var FS embed.FS
