"""One case of 10,000 statements to JSON: `whyproof show` against `argdown json`."""

import pathlib
import subprocess
import sys

import peers
from racing import Contestant, race, table

HERE = pathlib.Path(__file__).resolve().parent


def main(runs, statements=10_000):
    folder = peers.HOME / f"argument-{statements}"
    if not (folder / "argument.argdown").exists():
        subprocess.run([sys.executable, HERE / "generate_argument.py", folder, str(statements)], check=True)
    contestants = [
        Contestant("whyproof show", [peers.whyproof(), "show", folder / "argument.md", "--format", "json"]),
        Contestant("argdown 1.7.5", [peers.argdown(), "json", folder / "argument.argdown", "--stdout"]),
    ]
    print(f"{statements} statements, the same argument in both languages.")
    table("show", race(contestants, runs, peers.HOME))
