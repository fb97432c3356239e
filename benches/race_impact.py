"""Four metrics with CUPED on ten million users: `whyproof measure` against tea-tasting and DuckDB."""

import json
import math
import os
import pathlib
import subprocess
import sys

import peers
from impact_metrics import COVARIATES, METRICS
from racing import Contestant, race, table

HERE = pathlib.Path(__file__).resolve().parent
ROWS = 10_000_000
# So few take no time to sum: what is left is the start.
FEW = 1_000
CASE = """\
---
kind: idea
---

# Checkout

## Data

```experiment checkout
metrics = [{metrics}]
from = "users.parquet"
variant = "variant"
control = "0"
treatment = "1"
covariates = {{ {covariates} }}
worthwhile = "0.1 points"
```
"""


def workspace(folder, python, rows):
    """The users, made once, and the case that measures them."""
    folder.mkdir(parents=True, exist_ok=True)
    users = folder / "users.parquet"
    if not users.exists():
        part = folder / "users.part"
        subprocess.run([python, HERE / "impact_data.py", part, str(rows)], check=True)
        part.rename(users)
    metrics = ", ".join(f'"{metric}"' for metric in METRICS)
    covariates = ", ".join(f'{metric} = "{before}"' for metric, before in COVARIATES.items())
    (folder / "whyproof.toml").write_text("")
    (folder / "case.md").write_text(CASE.format(metrics=metrics, covariates=covariates))
    return users


def by_whyproof(text):
    """Each metric's effect, and the interval of the first: those of the others are adjusted for their number."""
    [one] = json.loads(text)["experiments"]
    if one["trouble"]:
        sys.exit(f"whyproof measured nothing: {one['trouble']['message']}")
    others = {other["metric"]: [other["effect"]["value"]] if other["effect"] else [] for other in one["others"]}
    return {one["metric"]: [one["effect"], *one["interval"]], **others}


def by_tea_tasting(text):
    """Each metric's effect and interval."""
    lines = [line.split("\t") for line in text.splitlines()]
    return {metric: [float(number) for number in numbers] for metric, *numbers in lines}


def by_sums(text):
    """Each metric's effect from its sums, its slope that of both variants together."""
    control, treatment = ([float(cell) for cell in line.split("\t")[1:]] for line in text.splitlines())
    n, m = control[0], treatment[0]
    effects = {}
    for at, metric in enumerate(METRICS):
        y0, x0, _, vx0, c0 = control[1 + 5 * at:6 + 5 * at]
        y1, x1, _, vx1, c1 = treatment[1 + 5 * at:6 + 5 * at]
        between = n * m / (n + m)
        covariance = (n - 1) * c0 + (m - 1) * c1 + between * (y1 - y0) * (x1 - x0)
        variance = (n - 1) * vx0 + (m - 1) * vx1 + between * (x1 - x0) ** 2
        effects[metric] = [y1 - y0 - covariance / variance * (x1 - x0)]
    return effects


def agree(name, found, wanted):
    """Ends the race where an effect is off by more than a millionth, or an end of its interval by more than ten."""
    for metric, numbers in wanted.items():
        mine = found.get(metric, [])
        near = [math.isclose(a, b, rel_tol=1e-5 if end else 1e-6) for end, (a, b) in enumerate(zip(mine, numbers))]
        if not near or not all(near):
            sys.exit(f"{name} has {metric} {mine}, tea-tasting on polars {numbers}")


def check(racers):
    """That each says what the second does, tea-tasting on polars."""
    said = [reads((peers.HOME / f"{one.name.replace(' ', '-')}.out").read_text()) for one, reads in racers]
    for (one, _), found in zip(racers, said):
        agree(one.name, found, said[1])


def contestants(folder, users, program, pythons):
    """Each with what reads what it printed."""
    polars, duckdb = pythons

    def peer(name, python, script, way):
        return Contestant(name, [python, HERE / script, users, way], accepts=(0,))

    measure = [program, "measure", folder / "case.md", "--format", "json"]
    return [
        (Contestant("whyproof measure", measure, accepts=(0,)), by_whyproof),
        (peer("tea-tasting on polars", polars, "impact_tea_tasting.py", "polars"), by_tea_tasting),
        (peer("tea-tasting on DuckDB", duckdb, "impact_tea_tasting.py", "duckdb"), by_tea_tasting),
        (peer("DuckDB alone", duckdb, "impact_duckdb.py", "centred"), by_sums),
        (peer("DuckDB by plain sums", duckdb, "impact_duckdb.py", "plain"), by_sums),
    ]


def main(runs, rows=ROWS):
    pythons = peers.tea_tasting()
    if pythons is None:
        return
    program = peers.whyproof()
    os.environ["WHYPROOF_CACHE"] = ""
    for many in (rows, FEW):
        folder = peers.HOME / f"impact-{many}"
        users = workspace(folder, pythons[0], many)
        racers = contestants(folder, users, program, pythons)
        ran = race([one for one, _ in racers], runs, peers.HOME)
        check(racers)
        table(f"impact, {many:,} users in {users.stat().st_size / 1e6:.3g} MB", ran)
    print("Four metrics with CUPED, process start included; every effect agrees with tea-tasting's on polars to a "
          "millionth, the interval of the first to a hundred-thousandth.", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:] or ["5"]))
