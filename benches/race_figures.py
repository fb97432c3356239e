"""Five figures over a Parquet file of ten million rows: `whyproof refresh --check` against DuckDB and pandas."""

import os
import pathlib
import subprocess
import sys
import time

import peers
from figures_queries import QUERIES
from racing import Contestant, race, table

HERE = pathlib.Path(__file__).resolve().parent
ROWS = 10_000_000

def environment():
    """Python with the two peers."""
    folder = peers.HOME / "pypi/figures"
    if not (folder / "done").exists():
        import venv

        venv.create(folder, with_pip=True, clear=True)
        peers.quietly(folder / "bin/pip", "install", "--quiet", "duckdb", "pandas", "pyarrow")
        (folder / "done").touch()
    return folder / "bin/python"


def case(folder, python):
    """The workspace: the file, and a case whose figures say what DuckDB says."""
    if (folder / "case.md").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([python, HERE / "figures_data.py", folder / "trips.parquet", str(ROWS)], check=True)
    said = subprocess.run([python, HERE / "figures_duckdb.py", folder / "trips.parquet"], check=True, capture_output=True, text=True)
    values = dict(line.split("\t") for line in said.stdout.splitlines())
    blocks = "\n\n".join(f"```sql {name}\n{sql}\n```" for name, sql in QUERIES.items())
    words = "\n\n".join(f"{name} is [{float(values[name]):.6f}](figure:{name}.v)." for name in QUERIES)
    (folder / "whyproof.toml").write_text('[tables]\ntrips = "trips.parquet"\n')
    (folder / "case.md").write_text(f"---\nkind: idea\n---\n\n# Trips\n\n{words}\n\n## Data\n\n{blocks}\n")


def main(runs):
    python = environment()
    folder = peers.HOME / f"figures-{ROWS}"
    case(folder, python)
    program = peers.whyproof()
    os.environ["WHYPROOF_CACHE"] = ""
    contestants = [
        Contestant("whyproof refresh", [program, "refresh", "--check", folder / "case.md"], accepts=(0,)),
        Contestant("duckdb", [python, HERE / "figures_duckdb.py", folder / "trips.parquet"], accepts=(0,)),
        Contestant("pandas", [python, HERE / "figures_pandas.py", folder / "trips.parquet"], accepts=(0,)),
    ]
    print(f"{ROWS:,} rows, five figures, process start included; every figure agrees with DuckDB's to six decimals.")
    table("figures", race(contestants, runs, peers.HOME))
    again(program, folder)


def again(program, folder):
    """The second refresh, with nothing changed."""
    os.environ["WHYPROOF_CACHE"] = str(folder / "cache")
    command = [program, "refresh", "--check", folder / "case.md"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    times = []
    for _ in range(9):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    print(f"A second refresh with nothing changed: {sorted(times)[4] * 1000:.0f} ms (median of 9).", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
