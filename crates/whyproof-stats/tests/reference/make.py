"""Computes reference.json: results of other people's libraries, which tests/reference.rs holds ours to.

    python3.12 -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python make.py            # writes reference.json beside this file
    venv/bin/python make.py --check    # says which committed numbers a new run does not give

Every row has: id, topic, library (with its version), call, data (the name of a table in `data`, or
null), inputs, expected, rtol, and a reason wherever rtol is looser than 1e-8. Near zero an absolute
tolerance of 1e-12 takes its place. An infinity is the text "inf" or "-inf".
"""

import json
import pathlib
import platform
import sys

import adjusted
import data
import decisions
import distributions
import effects
import trial
import unsplit
from rows import Rows

HERE = pathlib.Path(__file__).parent
FILE = HERE / "reference.json"


def build():
    tables = data.tables()
    rows = Rows()
    for module in (distributions, effects, adjusted, unsplit, trial, decisions):
        module.add(rows, tables)
    ids = [row["id"] for row in rows.rows]
    assert len(ids) == len(set(ids)), "an id stands twice"
    return {
        "seed": data.SEED,
        "python": platform.python_version(),
        "packages": rows.versions,
        "data": {name: table.to_dict(orient="list") for name, table in tables.items()},
        "rows": rows.rows,
    }


def text(built):
    """One line a column and a row, so that a diff shows what changed."""
    lines = ["{"]
    for key in ("seed", "python", "packages"):
        lines.append(f' "{key}": {json.dumps(built[key])},')
    lines.append(' "data": {')
    tables = []
    for name, columns in built["data"].items():
        inner = ",\n".join(f'   "{c}": {json.dumps(v)}' for c, v in columns.items())
        tables.append(f'  "{name}": {{\n{inner}\n  }}')
    lines.append(",\n".join(tables))
    lines.append(' },\n "rows": [')
    lines.append(",\n".join("  " + json.dumps(row, allow_nan=False) for row in built["rows"]))
    lines.append(" ]\n}\n")
    return "\n".join(lines)


def numbers(value, path=""):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from numbers(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from numbers(inner, f"{path}[{index}]")
    else:
        yield path, value


def differences(old, new):
    before = {row["id"]: dict(numbers(row["expected"])) for row in old["rows"]}
    for row in new["rows"]:
        known = before.get(row["id"], {})
        for path, value in numbers(row["expected"]):
            was = known.get(path)
            if isinstance(value, float) and isinstance(was, (int, float)):
                if abs(value - was) <= max(1e-12, row["rtol"] * abs(was)):
                    continue
            elif value == was:
                continue
            yield f"{row['id']}{path}: {was} is now {value}"


def main():
    built = build()
    if "--check" in sys.argv[1:]:
        found = list(differences(json.loads(FILE.read_text()), built))
        print("\n".join(found) or f"{len(built['rows'])} rows are as committed")
        sys.exit(1 if found else 0)
    FILE.write_text(text(built))
    print(f"{len(built['rows'])} rows")


if __name__ == "__main__":
    main()
