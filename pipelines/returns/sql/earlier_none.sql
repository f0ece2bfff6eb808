-- reads: the declared columns; makes: earlier, empty on a first night
CREATE TABLE {{.earlier}} AS SELECT {{.columns}} WHERE FALSE
