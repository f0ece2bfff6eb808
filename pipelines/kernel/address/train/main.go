// Command train learns the weights of the address tagger, and the table that turns
// its scores into probabilities, from labelled addresses.
//
//	go run ./pipelines/kernel/address/train            writes both files anew
//	go run ./pipelines/kernel/address/train -check     compares them, writes nothing
//	go run ./pipelines/kernel/address/train -show DE   lists the errors of a country
//
// Steps:
//
//  1. Read the labelled files; let the grammar read every text, with the country
//     given and without it; find the words that each field of the truth consists of.
//  2. Make variants: separators lost, lines broken, parts missing, a name in front.
//  3. Fit a linear-chain conditional random field to everything: the weights.
//  4. Fit five more, each without a fifth of the addresses (dealt out by their
//     letters), and tag that fifth: these are the scores printed, and what the
//     confidence table is fitted to. Variants go with the address they were made of.
//
// Output is the same byte for byte for equal input and equal program, whatever the
// number of processors: one goroutine fits one model, sums run in a fixed order,
// products are rounded before they are added, and the random order has a fixed seed.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"kartoteka/pipelines/kernel/address"
	"kartoteka/pipelines/kernel/address/tagger"
)

// Places of the files, from the root of the repository.
const (
	weightsFile = "pipelines/kernel/address/tagger/weights.bin"
	tableFile   = "pipelines/kernel/address/confidence.csv"
)

func main() {
	shared := flag.String("shared", "../shared/data", "folder with addresses/ and reference/")
	check := flag.Bool("check", false, "compare with the files of the repository instead of writing them")
	show := flag.String("show", "", "country whose errors are listed, or all")
	flag.Parse()
	if err := run(*shared, *check, *show); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(shared string, check bool, show string) error {
	c, err := readCorpus(shared)
	if err != nil {
		return err
	}
	files := map[string][]byte{}
	f := newField()
	files[weightsFile] = f.train(c, allFolds).Encode()
	fmt.Printf("%d texts, %d bytes of weights\n", len(c.samples), len(files[weightsFile]))
	if show != "weights" {
		models, err := c.cross()
		if err != nil {
			return err
		}
		results := c.judge(models)
		report(os.Stdout, results, show)
		var parsers [folds]*address.Parser
		for k, m := range models {
			parsers[k] = address.New(address.Options{Tagger: m})
		}
		c.whole(os.Stdout, parsers)
		c.noisy(os.Stdout, parsers, models, show == "US" || show == "all")
		files[tableFile] = c.table(results)
	}
	for _, path := range []string{weightsFile, tableFile} {
		data, ok := files[path]
		switch {
		case !ok:
		case check:
			have, err := os.ReadFile(filepath.FromSlash(path))
			if err != nil {
				return fmt.Errorf("comparing: %w", err)
			}
			if !bytes.Equal(have, data) {
				return fmt.Errorf("%s is not what the labelled files give: run make train", path)
			}
			fmt.Println(path, "is what the labelled files give")
		default:
			if err := os.WriteFile(filepath.FromSlash(path), data, 0o644); err != nil {
				return fmt.Errorf("writing the result: %w", err)
			}
		}
	}
	return nil
}

// train fits one model to the samples outside one fold.
func (f *field) train(c *corpus, without int) *tagger.Weights {
	var ex tagger.Extractor
	var all []compiled
	for _, s := range c.samples {
		if s.fold != without {
			all = append(all, f.compile(s, c.places, &ex))
		}
	}
	f.prune(all, leastSeen)
	f.fit(all, epochs, seed)
	return f.weights(weightLimit, c.places)
}

// allFolds leaves no sample out.
const allFolds = -1

// cross fits a model without each fold, two at a time.
func (c *corpus) cross() ([folds]*tagger.Model, error) {
	var models [folds]*tagger.Model
	var errs [folds]error
	slots := make(chan bool, 2)
	done := make(chan bool, folds)
	for k := range folds {
		go func() {
			slots <- true
			models[k], errs[k] = tagger.Decode(newField().train(c, k).Encode())
			<-slots
			done <- true
		}()
	}
	for range folds {
		<-done
	}
	for _, err := range errs {
		if err != nil {
			return models, err
		}
	}
	return models, nil
}
