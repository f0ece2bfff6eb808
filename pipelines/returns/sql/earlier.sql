-- reads: the corrections of the last snapshot; makes: earlier
CREATE TABLE {{.earlier}} AS SELECT {{.columns}} FROM read_parquet({{.path}})
