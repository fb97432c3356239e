"""Writes a Parquet file of made-up trips: figures_data.py FILE ROWS."""

import sys

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq


def main(path, rows):
    rng = np.random.default_rng(20261126)
    piece = 1_000_000
    writer = None
    for start in range(0, rows, piece):
        n = min(piece, rows - start)
        paid = rng.random(n) < 0.7
        distance = rng.gamma(2.0, 1.1, n)
        came = (rng.random(n) < np.where(paid, 0.79, 0.34) - 0.02 * distance).astype(np.int32)
        table = pa.table({
            "person": rng.integers(0, 1_000_000, n, dtype=np.int64),
            "village": rng.integers(0, 500, n, dtype=np.int32),
            "month": rng.integers(1, 13, n, dtype=np.int32),
            "paid": paid,
            "distance": distance,
            "fare": np.round(rng.gamma(1.5, 0.8, n), 2),
            "came": came,
        })
        writer = writer or pq.ParquetWriter(path, table.schema, compression="snappy")
        writer.write_table(table)
    writer.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
