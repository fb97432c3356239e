"""The experiment by tea-tasting: impact_tea_tasting.py FILE polars|duckdb. A metric, its effect and interval a line."""

import sys

import tea_tasting as tt

from impact_metrics import COVARIATES


def read(path, engine):
    """The users, read by nobody yet: both engines then take only the columns that they need."""
    if engine == "polars":
        import polars as pl

        return pl.scan_parquet(path)
    import ibis

    return ibis.duckdb.connect().read_parquet(path)


def main(path, engine):
    experiment = tt.Experiment({metric: tt.Mean(metric, before) for metric, before in COVARIATES.items()})
    result = experiment.analyze(read(path, engine), control=0)
    for metric, found in result.items():
        print(metric, found.effect_size, found.effect_size_ci_lower, found.effect_size_ci_upper, sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
