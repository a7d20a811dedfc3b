package main

import (
	"context"
	"flag"
	"fmt"
	"runtime/debug"
)

const versionUsage = `usage: factdesk version

Says which version of the program this is, of which commit, and which Go built it.

example:
  factdesk version

`

// runVersion is `factdesk version`. It returns the exit status.
func runVersion(_ context.Context, args []string, t terminal) int {
	return finish(t, "version", versionUsage, printVersion(args, t))
}

func printVersion(args []string, t terminal) error {
	words, err := parse(flag.NewFlagSet("version", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return wrongUsage("%q is too much", words[0])
	}
	info, _ := debug.ReadBuildInfo() // nil in a program built without modules
	_, err = fmt.Fprintln(t.stdout, versionLine(info))
	return err
}

// versionLine tells on one line what is known of the build.
func versionLine(info *debug.BuildInfo) string {
	if info == nil {
		return "factdesk, of an unknown version"
	}
	line := "factdesk " + info.Main.Version
	for _, setting := range info.Settings {
		switch {
		case setting.Key == "vcs.revision":
			line += ", commit " + setting.Value
		case setting.Key == "vcs.modified" && setting.Value == "true":
			line += " with changes"
		}
	}
	return line + ", " + info.GoVersion
}
