#!/usr/bin/env bash
# Runs the whole mission over a temporary copy of a generated world and scores
# the published tables against its truth.
#   judge.sh BINARY WORLD SHARED [JOB]
set -euo pipefail
bin=$(realpath "$1") world=$2 shared=${3:-} job=${4:-nightly}
here=$(cd "$(dirname "$0")" && pwd)
[ -d "$world/truth" ] || { echo "no world at $world: name one with WORLD=DIR (a directory made by tools/world.py)" >&2; exit 1; }
[ -f "$shared/tools/judge_world.py" ] || { echo "the judge (tools/judge_world.py) is not there: name its directory with SHARED=DIR" >&2; exit 1; }
python=${PYTHON:-python3}
"$python" -c 'import duckdb, pyarrow' 2>/dev/null || { echo "the judge needs Python with duckdb and pyarrow: pip install duckdb pyarrow, or name another Python with PYTHON=..." >&2; exit 1; }
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r "$world/." "$copy"
cp -r "$here/." "$copy"
code=0
"$bin" run "$job" --project "$copy" --as-of 2026-03-31 || code=$?
[ "$code" = 0 ] || [ "$code" = 4 ] || exit "$code"
"$python" "$shared/tools/judge_world.py" "$copy" --config "$copy/judge.json"
