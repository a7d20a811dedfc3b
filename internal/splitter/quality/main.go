// Command quality measures the splitter and prints the table that docs/QUALITY.md keeps.
//
//	go run ./internal/splitter/quality [-data DIR] [-speed] [-misses] [-markdown]
//
// It always measures on the fixtures of the repository, and on the measuring sets in DIR when they are there: most
// of those may be measured on and not be copied, so they are not part of the repository. It owns what is measured,
// how, and what is asked for; it knows of the splitter only what everybody may know.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
)

// figure is one measured number beside what is asked of it.
type figure struct {
	part, set, name string
	got             float64
	// reach is what is asked for, most what is allowed; both 0 where nothing is.
	reach, most float64
	// floor is what the tests hold a figure to that is not yet what is asked; 0 where they hold it to that.
	floor float64
	unit  string
	// misses say what went wrong, for whoever wants to mend it.
	misses []string
}

// met reports whether f is as good as is asked for.
func (f figure) met() bool {
	return f.got >= f.reach && (f.most == 0 || f.got <= f.most)
}

// held reports whether f is as good as it has been.
func (f figure) held() bool {
	return f.met() || f.floor > 0 && f.got >= f.floor
}

// asked is what f should be, in words.
func (f figure) asked() string {
	switch {
	case f.most > 0:
		return fmt.Sprintf("≤ %g%s", f.most, f.unit)
	case f.reach > 0:
		return fmt.Sprintf("≥ %g%s", f.reach, f.unit)
	default:
		return ""
	}
}

func main() {
	data := flag.String("data", "../shared/data/text", "the folder of the measuring sets")
	fast := flag.Bool("speed", false, "measure speed as well; takes half a minute")
	misses := flag.Bool("misses", false, "print what was missed or found wrongly in the repository's fixtures as well")
	markdown := flag.Bool("markdown", false, "print the table as docs/QUALITY.md has it")
	flag.Parse()
	in := sets{fixtures: "internal/splitter/testdata", shared: *data}
	figures, err := measureAll(in)
	if err == nil && *fast {
		var more []figure
		more, err = measureSpeed(in)
		figures = append(figures, more...)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "quality: %v; run it from the root of the repository\n", err)
		os.Exit(1)
	}
	if *misses {
		for _, f := range figures {
			for _, m := range f.misses {
				fmt.Printf("%s: %s\n", f.set, m)
			}
		}
	}
	if *markdown {
		printMarkdown(os.Stdout, figures)
		return
	}
	printTable(os.Stdout, figures)
}

// printTable prints figures for a terminal.
func printTable(out io.Writer, figures []figure) {
	w := tabwriter.NewWriter(out, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "part\tset\tfigure\tmeasured\tasked\t")
	for _, f := range figures {
		note := ""
		if !f.met() {
			note = "not reached"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", f.part, f.set, f.name, f.value(), f.asked(), note)
	}
	w.Flush()
}

// printMarkdown prints figures as a table of Markdown.
func printMarkdown(out io.Writer, figures []figure) {
	fmt.Fprintln(out, "| part | set | figure | measured | asked |\n|---|---|---|---|---|")
	for _, f := range figures {
		asked := f.asked()
		if !f.met() {
			asked += " (not reached)"
		}
		fmt.Fprintf(out, "| %s | %s | %s | %s | %s |\n", f.part, f.set, f.name, f.value(), asked)
	}
}

// value is the measured number with its unit.
func (f figure) value() string {
	switch f.unit {
	case "":
		return fmt.Sprintf("%.3g", f.got)
	case " %":
		return fmt.Sprintf("%.1f %%", f.got)
	default:
		return fmt.Sprintf("%.4g%s", f.got, f.unit)
	}
}
