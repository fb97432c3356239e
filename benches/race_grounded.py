"""Grounded semantics of 1,000,000 arguments and 5,000,000 attacks, against crustabri and plain Python."""

import pathlib
import subprocess
import sys

import peers
from racing import Contestant, race, table

HERE = pathlib.Path(__file__).resolve().parent
SHAPES = {"er": "Erdős–Rényi", "ba": "Barabási–Albert"}


def graph(shape, arguments, attacks, seed=1):
    """The file of a random graph, made once."""
    path = peers.HOME / f"{shape}-{arguments}-{attacks}-{seed}.af"
    if not path.exists():
        generator = peers.example("whyproof-argument", "random_af")
        unfinished = path.with_suffix(".part")
        with open(unfinished, "wb") as file:
            subprocess.run([generator, shape, str(arguments), str(attacks), str(seed)], stdout=file, check=True)
        unfinished.rename(path)
    return path


def extension(path):
    """The arguments that a solver printed, in order."""
    words = pathlib.Path(path).read_text(encoding="utf-8").split()
    start = words.index("w") + 1
    return sorted(map(int, words[start:]))


def agree(contestants):
    """Say whether all printed the same extension. Compared in another process: see `Contestant.run`."""
    outputs = [str(peers.HOME / f"{c.name.replace(' ', '-')}.out") for c in contestants]
    program = ("import sys; from race_grounded import extension; first, *rest = map(extension, sys.argv[1:]); "
               "print(len(first) if all(other == first for other in rest) else 'DIFFERENT')")
    done = subprocess.run([sys.executable, "-c", program, *outputs], cwd=HERE, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def main(runs, arguments=1_000_000, attacks=5_000_000):
    ours = peers.example("whyproof-argument", "grounded")
    for shape, title in SHAPES.items():
        path = graph(shape, arguments, attacks)
        contestants = race([
            Contestant("grounded", [ours, path], accepts=(0,)),
            Contestant("crustabri 1.1.1", [peers.crustabri(), "solve", "-f", path, "-p", "SE-GR", "-r", "iccma23",
                                           "--logging-level", "off"], accepts=(0, 10, 20)),
            Contestant("plain Python", [sys.executable, HERE / "grounded.py", path], accepts=(0,)),
        ], runs, peers.HOME)
        table(f"grounded, {title}", contestants)
        same = agree(contestants)
        if same == "DIFFERENT":
            sys.exit(f"{title}: the solvers print different extensions")
        print(f"All print the same extension of {int(same):,} arguments.")
