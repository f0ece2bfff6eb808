-- reads: other; makes: a figure of it
SELECT {{.figure}}
FROM {{.other}}
