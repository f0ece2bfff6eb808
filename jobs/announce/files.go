package announce

import (
	"errors"
	"io/fs"
	"os"
)

// bare drops the paths of a file error: they are absolute, and belong in no log.
func bare(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
