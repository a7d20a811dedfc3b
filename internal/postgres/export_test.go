package postgres

import (
	"context"
	"io/fs"
)

// MigrateFiles is Migrate with other files.
func MigrateFiles(ctx context.Context, cfg Config, files fs.FS) error {
	return migrate(ctx, cfg, files)
}

// RefusedConstraints returns the constraints that have words of their own.
func RefusedConstraints() []string {
	var names []string
	for name := range constraintRefusals() {
		names = append(names, name)
	}
	return names
}
