// Asks Kubernetes' own YAML reader (sigs.k8s.io/yaml) what it makes of each text.
//
// Standard input: a JSON list of texts. Standard output: the reader's version and, for each text, what its lenient and its
// strict reading give as JSON, or that they refuse it. The wording of refusals is left out: only the fact is compared.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"

	"sigs.k8s.io/yaml"
)

type verdict struct {
	Text string `json:"text"`
	// JSON as text, so that integers above 2^53 stay exact. Absent when the reading is refused.
	Lenient *string `json:"lenient,omitempty"`
	Strict  *string `json:"strict,omitempty"`
}

type report struct {
	Reader   string    `json:"reader"`
	Verdicts []verdict `json:"verdicts"`
}

func main() {
	var texts []string
	if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
		fmt.Fprintln(os.Stderr, "standard input must be a JSON list of strings:", err)
		os.Exit(2)
	}
	out := report{Reader: reader(), Verdicts: make([]verdict, 0, len(texts))}
	for _, text := range texts {
		out.Verdicts = append(out.Verdicts, verdict{
			Text:    text,
			Lenient: read(text, yaml.YAMLToJSON),
			Strict:  read(text, yaml.YAMLToJSONStrict),
		})
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func read(text string, reading func([]byte) ([]byte, error)) *string {
	result, err := reading([]byte(text))
	if err != nil {
		return nil
	}
	value := string(result)
	return &value
}

func reader() string {
	name := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, module := range info.Deps {
			if name != "" {
				name += ", "
			}
			name += module.Path + " " + module.Version
		}
	}
	return name
}
