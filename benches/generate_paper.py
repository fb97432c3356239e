#!/usr/bin/env python3
"""Write one case of about six A4 pages to FILE: generate_paper.py FILE.

Its text is that of the examples: two proposals are put side by side in one case, figures as the words that stand in
them, so that nothing has to be computed. One table is made from an example's data. Nothing else goes in, so the same
examples give the same bytes.
"""

import csv
import pathlib
import re
import statistics
import sys

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent / "examples"
TITLE = "Ask in a way that lets people say yes"
LEAD = """> Two proposals that rest on one finding, written as one case for a race between typesetters. The data and the
> sources are real."""
# Each proposal, and what its notes and ids begin with here.
PROPOSALS = [("learn-your-result/measured.md", "result"), ("organ-donor-form/proposal.md", "donor")]
SECTIONS = ["Customer problem", "Case", "Alternatives", "Decision", "Questions", "Impact"]
STATES = ["California", "Michigan", "District of Columbia", "Ohio", "Texas", "New York", "Virginia", "Alaska"]


def plain(text, prefix):
    """A proposal's text without what is computed, its notes and ids under a name of their own."""
    text = re.sub(r"^```.*?^```\n", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"^!\[.*\n", "", text, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\(figure:[^)]*\)", r"\1", text)
    text = re.sub(r"\[\^(\w+)\]", rf"[^{prefix}-\1]", text)
    return re.sub(r"#([a-z]+)(?=[ }])", rf"#{prefix}-\1", text)


def sections(text):
    """A proposal's level-2 sections by their names, and its notes."""
    notes = re.findall(r"^\[\^[\w-]+\]: .*$", text, flags=re.MULTILINE)
    text = re.sub(r"^\[\^[\w-]+\]: .*$", "", text, flags=re.MULTILINE)
    parts = re.split(r"^## (.*)$", text, flags=re.MULTILINE)
    return {name: body.strip() for name, body in zip(parts[1::2], parts[2::2])}, notes


def table():
    """Registration rates of a few states by quarter, and their change."""
    with open(EXAMPLES / "organ-donor-form/data/registration_rates.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    quarters = sorted({row["quarter"] for row in rows})
    rates = {(row["state"], row["quarter"]): float(row["rate"]) for row in rows}
    states = [state for state in STATES if (state, quarters[0]) in rates]
    head = ["State", *quarters, "Change, points"]
    lines = [head, ["---", *["---:"] * (len(head) - 1)]]
    for state in states:
        of = [100 * rates[state, quarter] for quarter in quarters]
        change = statistics.mean(of[3:]) - statistics.mean(of[:3])
        lines.append([state, *[f"{rate:.0f}%" for rate in of], f"{change:+.1f}"])
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def case():
    read = []
    for name, prefix in PROPOSALS:
        read.append(sections(plain((EXAMPLES / name).read_text(encoding="utf-8"), prefix)))
    yield "---\nkind: idea\nowner: Programme lead\nbar: product-manager\nladder: product-review\n---"
    yield f"# {TITLE}"
    yield LEAD
    for name in SECTIONS:
        yield f"## {name}"
        for bodies, _ in read:
            yield bodies[name]
        if name == "Customer problem":
            yield "The rates of a few of the 27 states, by quarter, before and after California's change in July 2011:"
            yield table()
    for _, notes in read:
        yield from notes


def main():
    text = "\n\n".join(case())
    text = re.sub(r"\n{3,}", "\n\n", text)
    pathlib.Path(sys.argv[1]).write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
