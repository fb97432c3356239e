"""The five figures by DuckDB: figures_duckdb.py FILE. Prints each name and value."""

import sys

import duckdb

from figures_queries import QUERIES


def main(path):
    connection = duckdb.connect()
    connection.execute(f"create view trips as select * from read_parquet('{path}')")
    for name, sql in QUERIES.items():
        print(name, connection.execute(sql).fetchone()[0], sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
