// Package adhoc makes a project on the spot: from a few files of people or
// firms to the YAML that deduplicates them.
//
//  1. sample.go opens each file as the extract step does and takes its first rows.
//  2. Package guess tells what the columns hold.
//  3. project.go writes kartoteka.yaml, a job and a pipeline: extract each file,
//     cleanse, dedupe, publish. These files are all that the run knows, so that
//     a saved project does exactly the same.
//
// No row is refused: rows without a key, with a key that stands twice, or with a
// wrong number of fields go on as far as they could be read.
package adhoc
