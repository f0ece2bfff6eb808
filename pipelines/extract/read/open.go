package read

import "fmt"

// Open opens the file at path, which messages call name.
func Open(path, name string, seen Survey, s Settings) (File, error) {
	switch s.Format {
	case "csv":
		return openCSV(path, name, seen, s)
	case "fixed":
		return openFixed(path, name, seen, s)
	case "jsonl":
		return openJSONL(path, name, seen, s)
	case "xlsx":
		return openXLSX(path, name, seen, s)
	case "parquet":
		return openParquet(path, name, seen, s)
	case "xml":
		return openXML(path, name, seen, s)
	}
	return nil, fmt.Errorf("%s: unknown format %q", name, s.Format)
}
