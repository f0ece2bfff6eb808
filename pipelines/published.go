package pipelines

import (
	"kartoteka/config"
	"kartoteka/pipelines/snapshot"
)

// PublishedBy gives the set that BI sees when a given run made it; nil otherwise.
// A run that was killed right after publishing is found so.
func PublishedBy(p *config.Project, runID string) *snapshot.Manifest {
	m, err := snapshot.Current(p.Resolve(p.Settings.Publish.To.Value))
	if err != nil || m == nil || m.Run["run"] != runID {
		return nil
	}
	return m
}
