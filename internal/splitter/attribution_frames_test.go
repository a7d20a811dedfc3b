package splitter_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factdesk/internal/splitter"
)

// brief is an attribution as "source | cue | content", the pieces of the content between slashes.
func brief(s said) string {
	return s.Source + " | " + s.Cue + " | " + strings.Join(s.Content, " / ")
}

func TestAttributionFrames(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"unknown verb after a quotation", "“The nets are empty,” Ann Lee grumbled.", []string{"Ann Lee | grumbled | The nets are empty"}},
		{"unknown verb before its speaker", "“The nets are empty,” grumbled Ann Lee.", []string{"Ann Lee | grumbled | The nets are empty"}},
		{"unknown verb before a quotation", "Ann Lee thundered: “The nets are empty.”", []string{"Ann Lee | thundered | The nets are empty"}},
		{"unknown verb with that", "Ann Lee griped that the nets were empty.", []string{"Ann Lee | griped | the nets were empty"}},
		{"feeling", "Ann Lee is adamant that the nets were empty.", []string{"Ann Lee | is adamant | the nets were empty"}},
		{"speaker at the head", "Said Ann Lee: “The nets are empty.”", []string{"Ann Lee | Said | The nets are empty"}},
		{"apposition of the speaker", "“We never agreed,” said Hana Okabe of the Fishers’ Union, a government adviser.",
			[]string{"Hana Okabe of the Fishers’ Union, a government adviser | said | We never agreed"}},
		{"plural possessive", "The islanders’ association told reporters that the plan was late.",
			[]string{"The islanders’ association | told | the plan was late"}},
		{"report of last year", "A report released last year found that the nets were empty.",
			[]string{"A report released last year | found | the nets were empty"}},
		{"people with a description", "Three people familiar with the matter said the deal was dead.",
			[]string{"Three people familiar with the matter | said | the deal was dead"}},
		{"relative pronoun", "Ann Lee, who said that the nets were empty, left.", []string{"who | said | the nets were empty, left"}},
		{"contraction", "He’s claiming that the nets are empty.", []string{"He | claiming | the nets are empty"}},
		{"gerund", "The mayor replied to the crowd by saying that the nets were empty.", []string{"The mayor | saying | the nets were empty"}},
		{"infinitive", "Ann Lee went on to say that the nets were empty.", []string{"Ann Lee | went on to say | the nets were empty"}},
		{"over when and where", "Ann Lee said of the plan, “It is dead.”", []string{"Ann Lee | said | It is dead"}},
		{"in a letter", "Ann Lee said in the letter that the plan was dead.", []string{"Ann Lee | said | the plan was dead"}},
		{"title in a lead-in", "On “Morning News,” Ann Lee said the plan was dead.", []string{"Ann Lee | said | the plan was dead"}},
		{"called", "Ann Lee called half of the plan “dead”.", []string{"Ann Lee | called | half of the plan “dead"}},
		{"called several things", "Ann Lee called the plan “dead,” a “farce” and “mad.”", []string{"Ann Lee | called | the plan “dead,” a “farce” and “mad"}},
		{"fragment in a clause", "Ann Lee railed against the “dead hand of the state”.", []string{"Ann Lee | railed | against the “dead hand of the state"}},
		{"coined inside", "The two declared what Paris called a “broad consensus”.",
			[]string{"The two | declared | what Paris called a “broad consensus", "Paris | called | a “broad consensus"}},
		{"nested is one", "Ann Lee said the mayor told her that the plan was dead.", []string{"Ann Lee | said | the mayor told her that the plan was dead"}},
		{"joined by but", "Ann Lee said the plan was late but added that it was cheap.",
			[]string{"Ann Lee | said | the plan was late", "Ann Lee | added | it was cheap"}},
		{"joined by a dash", "Ann Lee said the plan was late – and the mayor had known for years, she added.",
			[]string{"Ann Lee | said | the plan was late", "she | added | the mayor had known for years"}},
		{"said twice", "Ann Lee said she knew because “nobody came to the harbour,” she said.",
			[]string{"Ann Lee | said | she knew because “nobody came to the harbour"}},
		{"adding after a quotation", "“The plan is late,” Ann Lee said, adding that it was cheap.",
			[]string{"Ann Lee | said | The plan is late", "Ann Lee | adding | it was cheap"}},
		{"noun with an owner", "Ann Lee’s claim that the plan was late is old.", []string{"Ann Lee’s | claim | the plan was late"}},
		{"noun with by", "A warning by the mayor that storms were coming was ignored.", []string{"the mayor | warning | storms were coming"}},
		{"noun of nobody", "The accusation that the mayor had lied was repeated.", []string{" | accusation | the mayor had lied"}},
		{"as put", "As the mayor put it, the bridge was a disaster.", []string{"the mayor | put it | the bridge was a disaster"}},
		{"as put, last", "The bridge was a disaster, as the mayor put it.", []string{"the mayor | put it | The bridge was a disaster"}},
		{"in the words of", "In the words of Ann Lee, “the bridge was a shambles”.", []string{"Ann Lee | In the words of | the bridge was a shambles"}},
		{"reported that", "It was reported that the bridge had burned.", []string{" | was reported | the bridge had burned"}},
		{"outlet last without comma", "Relations have been bad since the war began notes Hotnews.", []string{"Hotnews | notes | Relations have been bad since the war began"}},
		{"outlet last", "The tax will rise next year, the Meridian Courier notes.", []string{"the Meridian Courier | notes | The tax will rise next year"}},
		{"object", "The two nations have never concluded a peace treaty.", nil},
		{"object of note", "The clerk noted the change and left.", nil},
		{"name with a verb in it", "The United States sent ships.", nil},
		{"naming", "A stream called Miracle Run dried up.", nil},
		{"relative that", "The court ruling that scared many was published.", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, s := range attributions(t, tt.text) {
				got = append(got, brief(s))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestQuotationsGoOn(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"next sentence", "“We came in May,” Ann Lee said. “We will stay here.”", []string{"Ann Lee | said | We came in May / We will stay here"}},
		{"next paragraph", "“We came in May,” Ann Lee said.\n\n“We will stay here.”", []string{"Ann Lee | said | We came in May / We will stay here"}},
		{"open to the next paragraph", "“We came in May,” Ann Lee said. “We stayed.\n\n“We will not leave.”",
			[]string{"Ann Lee | said | We came in May / We stayed / We will not leave"}},
		{"after a line with a colon", "Ann Lee went further:\n\n“We will not leave this harbour.”", []string{"Ann Lee | went | We will not leave this harbour"}},
		{"before its speaker", "“We came in May. We stayed,” said Ann Lee.", []string{"Ann Lee | said | We came in May. We stayed"}},
		{"quotation with several sentences", "Ann Lee told the Herald that “we came in May. We will stay here.”",
			[]string{"Ann Lee | told | we came in May. We will stay here"}},
		{"not after another speaker", "“We came in May,” Ann Lee said. “You must leave,” Tom Reed replied. “You have a week.”",
			[]string{"Ann Lee | said | We came in May", "Tom Reed | replied | You must leave / You have a week"}},
		{"transcript", "Ann Lee and Tom Reed met.\n\nLEE: We will stay here for now.\n\nREED: You must leave the harbour.",
			[]string{"LEE | : | We will stay here for now", "REED | : | You must leave the harbour"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, s := range attributions(t, tt.text) {
				got = append(got, brief(s))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestChains(t *testing.T) {
	t.Parallel()
	type chain struct{ Source, Outlet, Via string }
	for _, tt := range []struct {
		name, text string
		want       chain
	}{
		{"told, reports", "The ministry told AFP on Monday that the port was closed, the BBC reports.", chain{"The ministry", "AFP", "the BBC"}},
		{"told, notes", "Ann Lee told Reuters that the talks had failed, the Meridian Courier notes.", chain{"Ann Lee", "Reuters", "the Meridian Courier"}},
		{"said, according to", "The ministry said the port was closed, according to Reuters.", chain{"The ministry", "Reuters", ""}},
		{"according to, told", "According to Hotnews, he told Argumenty i Fakty: “The port is closed now.”", chain{"he", "Argumenty i Fakty", "Hotnews"}},
		{"interview", "Ann Lee said in an interview with the Herald that “nobody was asked”.", chain{"Ann Lee", "the Herald", ""}},
		{"show of an outlet", "Ann Lee told the BBC’s “Morning Show” that nobody was asked.", chain{"Ann Lee", "the BBC’s “Morning Show”", ""}},
		{"citing, last", "Ann Lee said the port was closed, citing a ministry report.", chain{"Ann Lee", "", "a ministry report"}},
		{"which cited", "According to the Herald, which cited an internal audit, the board paid three invoices twice.", chain{"the Herald", "", "an internal audit"}},
		{"citing, first", "Citing a ministry report, the Herald said the port would close.", chain{"the Herald", "", "a ministry report"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := attributions(t, tt.text)
			if len(got) != 1 {
				t.Fatalf("%d attributions, want one: %+v", len(got), got)
			}
			if diff := cmp.Diff(tt.want, chain{got[0].Source, got[0].Outlet, got[0].Via}); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPolarity(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text string
		want splitter.Polarity
	}{
		{"Ann Lee said that the bridge was safe.", splitter.Affirmed},
		{"Ann Lee denied that the bridge was safe.", splitter.Denied},
		{"Ann Lee did not deny that the bridge was safe.", splitter.Affirmed},
		{"Ann Lee did not say that the bridge was safe.", splitter.Denied},
		{"Ann Lee didn’t say that the bridge was safe.", splitter.Denied},
		{"Ann Lee never claimed that the bridge was safe.", splitter.Denied},
		{"Ann Lee rejected claims that the bridge was safe.", splitter.Denied},
		{"Ann Lee refuted reports that the bridge was safe.", splitter.Denied},
		{"Ann Lee declined to say whether the bridge was safe.", splitter.Denied},
		{"Ann Lee’s denial that the bridge was unsafe was brief.", splitter.Denied},
		{"Ann Lee asked whether the bridge was safe.", splitter.Questioned},
		{"Ann Lee questioned if the bridge was safe.", splitter.Questioned},
		{"Ann Lee wondered how the bridge could be safe.", splitter.Questioned},
		{"Ann Lee asked the mayor to close the bridge.", splitter.Affirmed},
	} {
		t.Run(tt.text, func(t *testing.T) {
			t.Parallel()
			got := splitter.Split(splitter.Article{Text: tt.text}).Attributions
			if len(got) != 1 {
				t.Fatalf("%d attributions, want one", len(got))
			}
			if got[0].Polarity != tt.want {
				t.Errorf("polarity %q, want %q", got[0].Polarity, tt.want)
			}
		})
	}
}

// TestEndlessSentenceKeepsItsBounds holds the caps on what one sentence may cost: past them nothing more is read.
func TestEndlessSentenceKeepsItsBounds(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("Ann Lee, the mayor, said; “it was late,” she griped that, ", 500)
	if n := len(splitter.Split(splitter.Article{Text: text}).Attributions); n == 0 || n > 200 {
		t.Errorf("%d attributions of one endless sentence, want some, but no more than 200", n)
	}
}
