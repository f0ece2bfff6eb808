-- reads: the address versions of the last snapshot; makes: history
CREATE TABLE {{.history}} AS SELECT {{.columns}} FROM read_parquet({{.path}})
