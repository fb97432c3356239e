"""1,000 different cases of 3,000 words: `whyproof check` against write-good, proselint and textlint."""

import json
import pathlib
import subprocess
import sys

import peers
from racing import Contestant, race, table

HERE = pathlib.Path(__file__).resolve().parent


def cases(count):
    """The folder of generated cases, made once."""
    folder = peers.HOME / f"cases-{count}"
    if not (folder / f"case-{count - 1:04}.md").exists():
        subprocess.run([sys.executable, HERE / "generate_cases.py", folder, str(count)], check=True)
    return folder


def lines(output):
    with open(output, encoding="utf-8", errors="replace") as file:
        return sum(1 for line in file if ".md" in line)


def findings(output):
    with open(output, encoding="utf-8") as file:
        report = json.load(file)
    return sum(len(file["findings"]) for file in report["files"])


def findings_of(command):
    """How many findings one untimed run of a `check` command prints."""
    output = peers.HOME / "untimed.out"
    with open(output, "wb") as file:
        subprocess.run([str(part) for part in command], stdout=file, check=False)
    return findings(output)


def proselint_found(output):
    with open(output, encoding="utf-8") as file:
        report = json.load(file)
    return sum(len(entry["diagnostics"]) for entry in report["result"].values() if "diagnostics" in entry)


def main(runs, count):
    folder = cases(count)
    files = sorted(folder.glob("*.md"))
    config = peers.HOME / "textlintrc.json"
    config.write_text(json.dumps({"rules": {"write-good": True}}))
    contestants = [
        Contestant("whyproof check", [peers.whyproof(), "check", "--format", "json", folder], count=findings),
        Contestant("write-good 1.0.8", [peers.write_good(), "--parse", *files], count=lines, accepts=range(256)),
        Contestant("proselint 0.16", [peers.proselint(), "check", "--output-format", "json", *files],
                   count=proselint_found),
        Contestant("textlint 15", [peers.textlint(), "--no-color", "--format", "unix", "--config", config, *files],
                   cwd=peers.HOME / "npm/textlint", count=lines),
    ]
    print(f"{count} cases, each program one call with all of them. textlint runs its lightest English rules, "
          "textlint-rule-write-good; every other program runs its default.")
    table("check", race(contestants, runs, peers.HOME), found="findings")
