-- makes: history, empty on a first night
CREATE TABLE {{.history}} AS SELECT {{.columns}} WHERE FALSE
