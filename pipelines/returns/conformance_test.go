package returns

import (
	"testing"

	"kartoteka/pipelines/steptest"
)

func TestConformance(t *testing.T) { steptest.Run(t, Spec()) }
