package splitter_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

func TestHedges(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"He claimed without evidence that the port was closed.":                    {"without evidence"},
		"He claimed, without providing any concrete proof, that it was closed.":    {"without providing any concrete proof"},
		"He said it was closed, with no evidence.":                                 {"with no evidence"},
		"Despite a lack of evidence, he said it was closed.":                       {"Despite a lack of evidence"},
		"In the absence of any evidence, he said it was closed.":                   {"In the absence of any evidence"},
		"The minister, who provided no details, said it was closed.":               {"provided no details"},
		"The minister said it was closed but offered no supporting evidence.":      {"offered no supporting evidence"},
		"The minister said it was closed and did not elaborate.":                   {"did not elaborate"},
		"The minister falsely said it was closed.":                                 {"falsely"},
		"The minister wrongly claimed it was closed.":                              {"wrongly"},
		"The minister baselessly accused the crew.":                                {"baselessly"},
		"The port was reportedly closed and is allegedly unsafe.":                  {"reportedly", "allegedly"},
		"The alleged thief met the so-called king.":                                {"alleged", "so-called"},
		"The report could not be independently verified.":                          {"could not be independently verified"},
		"The agency could not immediately verify the report.":                      {"could not immediately verify"},
		"The claims have not been independently verified.":                         {"have not been independently verified"},
		"He repeated claims that have been widely debunked.":                       {"have been widely debunked"},
		"He repeated a widely discredited theory and a debunked story.":            {"widely discredited", "debunked"},
		"He repeated an unsubstantiated claim.":                                    {"unsubstantiated"},
		"There is no evidence to support the claim.":                               {"There is no evidence to support"},
		"The port appears to be closed and is believed to be unsafe.":              {"appears to", "is believed to"},
		"He said he never met them, without giving details.":                       {"without giving details"},
		"He made false claims about the port.":                                     {"false"},
		"The patient left without evidence of cancer.":                             nil,
		"No evidence of wrongdoing was found.":                                     nil,
		"There is evidence that the port was closed.":                              nil,
		"The court found that he had been wrongly jailed.":                         nil,
		"She alleged that the port was closed.":                                    nil,
		"He was supposed to close the port.":                                       nil,
		"The port does not appear to be closed.":                                   nil,
		"The two countries fought over the disputed islands.":                      nil,
		"“He said without evidence that it was closed,” she said.":                 nil,
		"He went without food, and the police could not find the captain at home.": nil,
	} {
		var got []string
		for _, h := range splitter.Split(splitter.Article{Text: text, Language: "en"}).Hedges {
			words, _ := textspan.Slice(text, h)
			got = append(got, words)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}
