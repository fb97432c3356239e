"""Writes a Parquet file of made-up users of an experiment: impact_data.py FILE ROWS."""

import sys

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

PIECE = 1_000_000


def period(rng, taste, gain):
    """What people of this taste did in a month: counts, money with a heavy tail, and minutes."""
    buying, spending, staying = taste
    orders = rng.poisson(1.2 * gain * buying)
    converted = orders > 0
    revenue = np.where(converted, orders * spending * np.exp(rng.normal(0.0, 0.4, orders.size)), 0.0)
    minutes = 25.0 * gain * np.exp(staying + rng.normal(0.0, 0.4, orders.size))
    return {
        "converted": converted.astype(np.int32),
        "orders": orders.astype(np.int32),
        # Doubles: in single precision an effect is known to five digits only.
        "revenue": np.round(revenue, 2),
        "minutes": np.round(minutes, 2),
    }


def users(rng, first, n):
    """Both months of `n` people; what they have in common makes the months alike."""
    some = rng.random(n) < 0.6
    taste = (
        np.where(some, rng.gamma(2.0, 1.0, n), 0.05),
        12.0 * np.exp(rng.normal(0.0, 0.8, n)),
        rng.normal(0.0, 0.6, n),
    )
    variant = rng.integers(0, 2, n, dtype=np.int32)
    before = period(rng, taste, 1.0)
    during = period(rng, taste, 1.0 + 0.02 * variant)
    return pa.table({
        "user_id": np.arange(first, first + n, dtype=np.int64),
        "variant": variant,
        **during,
        **{f"{name}_before": values for name, values in before.items()},
    })


def main(path, rows):
    rng = np.random.default_rng(20261127)
    writer = None
    for first in range(0, rows, PIECE):
        table = users(rng, first, min(PIECE, rows - first))
        writer = writer or pq.ParquetWriter(path, table.schema, compression="snappy")
        writer.write_table(table, row_group_size=125_000)
    writer.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
