package jobs

import (
	"context"
	"time"

	"github.com/fsnotify/fsnotify"
)

// gatherTime is how long further changes are awaited after the first.
const gatherTime = 200 * time.Millisecond

// Wakeful gives a pause that ends early when something changes in one of the
// directories. Where the system tells of no changes (network drives, too many
// watches) the pause lasts its time: what it waits for is looked for anyhow. done
// ends the watching.
func Wakeful(dirs []string) (pause func(context.Context, time.Duration) error, done func() error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return sleep, func() error { return nil }
	}
	for _, dir := range dirs {
		_ = watcher.Add(dir)
	}
	return func(ctx context.Context, d time.Duration) error {
		timer := time.NewTimer(d)
		defer timer.Stop()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-watcher.Events: // the first of many, when a file grows
			timer.Reset(min(d, gatherTime))
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-timer.C:
			}
			for len(watcher.Events) > 0 {
				<-watcher.Events
			}
		case <-watcher.Errors:
		case <-timer.C:
		}
		return nil
	}, watcher.Close
}
