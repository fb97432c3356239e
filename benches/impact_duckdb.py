"""The sums by DuckDB: impact_duckdb.py FILE centred|plain. Prints a variant a line: its number of users, then of each
metric its mean, its covariate's, the variances of both and their covariance."""

import sys

import duckdb

from impact_metrics import COVARIATES


def centred(y, x):
    """As people write it: nothing is lost of values far from zero."""
    return f"avg({y}), avg({x}), var_samp({y}), var_samp({x}), covar_samp({y}, {x})"


def plain(y, x):
    """By sums of products, which can be quicker and is good enough where values are near zero."""
    def moment(a, b):
        return f"(sum({a}::double * {b}) - sum({a})::double * sum({b}) / count(*)) / (count(*) - 1)"

    return f"avg({y}), avg({x}), {moment(y, y)}, {moment(x, x)}, {moment(y, x)}"


def main(path, way):
    moments = ", ".join({"centred": centred, "plain": plain}[way](y, x) for y, x in COVARIATES.items())
    sql = f"select variant, count(*), {moments} from read_parquet('{path}') group by variant order by variant"
    for row in duckdb.sql(sql).fetchall():
        print(*row, sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
