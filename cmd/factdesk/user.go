package main

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"
	"unicode"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/server"
	"factdesk/internal/workflow"
)

const userUsage = `usage: factdesk user add EMAIL --name NAME --desk SLUG [--role ROLE] [--desk-name NAME]
       factdesk user add EMAIL --existing --desk SLUG [--role ROLE] [--desk-name NAME]
       factdesk user password EMAIL
       factdesk user disable EMAIL
       factdesk user enable EMAIL
       factdesk user list

Looks after accounts without a browser. A new password is the first line of standard input.

add       makes an account and a member of the desk; ROLE is viewer, editor, reviewer or admin, editor unless given.
          With --existing the account is there already and joins the desk. With --desk-name the desk is made as
          well, and the account becomes its admin; a new account can make the first desk only.
password  sets a new password and signs the account out everywhere.
disable   bars the account from signing in, at every desk, at once.
enable    undoes disable: the account may sign in again, with the password it has.
list      lists all accounts.

example:
  printf 'a long enough password\n' | factdesk user add jo@example.org --name 'Jo Doe' --desk news --role reviewer

`

// maxPasswordLine bounds what is read in search of the password's end, in bytes.
const maxPasswordLine = 4096

// userCommand is what `factdesk user` was asked for.
type userCommand struct {
	verb     string // add, password, disable, enable or list
	email    string
	name     string
	desk     string
	deskName string
	role     string
	existing bool
}

// needsPassword reports whether a password is to be read.
func (c userCommand) needsPassword() bool {
	return c.verb == "password" || c.verb == "add" && !c.existing
}

// runUser is `factdesk user`. It returns the exit status: 0 done, 1 failed, 2 wrong usage.
func runUser(ctx context.Context, args []string, t terminal) int {
	command, err := parseUser(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(t.stdout, userUsage)
		return statusDone
	case err != nil:
		fmt.Fprintf(t.stderr, "factdesk user: %v; see factdesk user --help\n", err)
		return statusUsage
	}
	if err := openUser(ctx, command, t); err != nil {
		fmt.Fprintf(t.stderr, "factdesk user: %s\n", userMessage(err))
		return statusFailed
	}
	return statusDone
}

// parseUser reads the arguments; flags may stand before and after the address.
func parseUser(args []string) (userCommand, error) {
	if len(args) == 0 {
		return userCommand{}, errors.New("say what to do: add, password, disable, enable or list")
	}
	c := userCommand{verb: args[0]}
	flags := flag.NewFlagSet("user", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	switch c.verb {
	case "-h", "-help", "--help", "help":
		return c, flag.ErrHelp
	case "add":
		flags.StringVar(&c.name, "name", "", "of the person")
		flags.StringVar(&c.desk, "desk", "", "slug")
		flags.StringVar(&c.deskName, "desk-name", "", "of a desk to make")
		flags.StringVar(&c.role, "role", "", "at the desk")
		flags.BoolVar(&c.existing, "existing", false, "the account is there already")
	case "password", "disable", "enable", "list":
	default:
		return c, fmt.Errorf("there is no %q", c.verb)
	}
	var words []string
	for rest := args[1:]; ; rest = rest[1:] {
		if err := flags.Parse(rest); err != nil {
			return c, err
		}
		if rest = flags.Args(); len(rest) == 0 {
			break
		}
		words = append(words, rest[0])
	}
	return c, c.take(words)
}

// take reads the words that are no flags, and checks that nothing is missing.
func (c *userCommand) take(words []string) error {
	want := 1
	if c.verb == "list" {
		want = 0
	}
	switch {
	case len(words) > want:
		return errors.New("too many arguments")
	case len(words) < want:
		return errors.New("the e-mail address is missing")
	case want == 1:
		c.email = words[0]
	}
	if c.verb != "add" {
		return nil
	}
	switch {
	case c.desk == "":
		return errors.New("--desk is missing")
	case c.existing && c.name != "":
		return errors.New("--existing has a name already: leave --name out")
	case !c.existing && c.name == "":
		return errors.New("--name is missing")
	case c.deskName != "" && c.role != "" && c.role != string(factcheck.Admin):
		return errors.New("whoever makes a desk is its admin: leave --role out")
	case c.role == "":
		c.role = string(factcheck.Editor)
	}
	return nil
}

// openUser reads the password if one is needed and does what was asked for on the database of the environment.
func openUser(ctx context.Context, c userCommand, t terminal) error {
	load := settings
	if c.verb == "add" && c.deskName != "" && !c.existing {
		// The first desk may be made before anything is served.
		load = func(t terminal) (server.Config, error) { return server.Load(t.getenv) }
	}
	cfg, err := load(t)
	if err != nil {
		return err
	}
	var password string
	if c.needsPassword() {
		if password, err = readPassword(t.stdin, t.stderr); err != nil {
			return err
		}
	}
	return onDatabaseOf(ctx, cfg, commandLimit, func(ctx context.Context, w *workflow.Workflow) error {
		return doUser(ctx, w, c, password, t.stdout)
	})
}

// doUser does what was asked for.
func doUser(ctx context.Context, w *workflow.Workflow, c userCommand, password string, stdout io.Writer) error {
	switch c.verb {
	case "list":
		return listUsers(ctx, w, stdout)
	case "password":
		if err := w.SetPassword(ctx, c.email, password); err != nil {
			return err
		}
		_, err := fmt.Fprintf(stdout, "%s has a new password and is signed out everywhere\n", c.email)
		return err
	case "disable":
		if err := w.DisableAccount(ctx, c.email); err != nil {
			return err
		}
		_, err := fmt.Fprintf(stdout, "%s is disabled and signed out everywhere\n", c.email)
		return err
	case "enable":
		if err := w.EnableAccount(ctx, c.email); err != nil {
			return err
		}
		_, err := fmt.Fprintf(stdout, "%s may sign in\n", c.email)
		return err
	}
	role, err := addUser(ctx, w, c, password)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s is %s at the desk %s\n", c.email, role, c.desk)
	return err
}

// addUser makes an account, a membership or a desk, and returns the role it gave.
func addUser(ctx context.Context, w *workflow.Workflow, c userCommand, password string) (factcheck.Role, error) {
	switch {
	case c.deskName != "" && c.existing:
		_, err := w.FoundDesk(ctx, c.email, factcheck.Desk{Slug: c.desk, Name: c.deskName})
		return factcheck.Admin, err
	case c.deskName != "":
		_, err := w.SetUp(ctx, workflow.SetUp{DeskName: c.deskName, DeskSlug: c.desk, Name: c.name, Email: c.email, Password: password})
		return factcheck.Admin, err
	}
	role := factcheck.Role(c.role)
	_, err := w.AddAccount(ctx, workflow.AddAccount{Name: c.name, Email: c.email, Password: password, Desk: c.desk, Role: role})
	return role, err
}

func listUsers(ctx context.Context, w *workflow.Workflow, stdout io.Writer) error {
	list, err := w.Accounts(ctx)
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "EMAIL\tNAME\tSTATE\tDESKS")
	for _, row := range list {
		state := "active"
		if row.Disabled {
			state = "disabled"
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", printable(row.Email), printable(row.Name), state, strings.Join(row.Desks, ", "))
	}
	return table.Flush()
}

// printable keeps what people typed from steering the terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return unicode.ReplacementChar
	}, s)
}

// readPassword reads the first line of stdin, and asks for it when that is a terminal.
func readPassword(stdin io.Reader, stderr io.Writer) (string, error) {
	if file, ok := stdin.(*os.File); ok {
		if info, err := file.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			fmt.Fprint(stderr, "new password (it will be seen): ")
		}
	}
	line, err := bufio.NewReader(io.LimitReader(stdin, maxPasswordLine)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("read the password from standard input: %w", err)
	}
	line = strings.TrimRight(line, "\r\n")
	if line == "" {
		return "", errors.New("the password is missing: write it on the first line of standard input")
	}
	return line, nil
}

// userMessage says on one line what went wrong and what to do.
func userMessage(err error) string {
	message := err.Error()
	if errs.KindOf(err) != errs.Internal {
		message = errs.Message(err)
		for _, reason := range errs.Reasons(err) {
			if reason.Remedy != "" {
				message += " " + reason.Remedy
			}
		}
	}
	return strings.Join(strings.Fields(message), " ")
}
