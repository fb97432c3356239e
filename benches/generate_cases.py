#!/usr/bin/env python3
"""Write COUNT different cases of about WORDS words into DIR: generate_cases.py DIR [COUNT] [WORDS].

Deterministic: case N is made from seed N alone. Beside the cases go the few files they cite.
"""

import pathlib
import random
import sys

import words
from prose import Writer, capital


class Case:
    """One case: its lines, and the footnotes that its statements have called for."""

    def __init__(self, seed):
        self.writer = Writer(seed)
        self.random = random.Random(seed + 1_000_000)
        self.notes = []

    def note(self):
        """A reference to a new footnote, for about half the statements."""
        if self.random.random() < 0.5:
            return ""
        kind = self.random.choice(["research", "observation", "measurement"])
        source = self.random.choice([
            f"{self.random.choice(words.SITES)}/{self.random.randrange(10_000)}",
            f"https://doi.org/10.5555/{self.random.randrange(10_000_000)}",
            "data/visits.csv", "notes/interviews.txt", "my notebook, not kept"])
        subject = self.writer.phrase(words.SOURCES)
        year = self.random.randrange(2009, 2026)
        name = f"n{len(self.notes) + 1}"
        self.notes.append(f"[^{name}]: {kind}: {subject}, {year}. {source}")
        return f"[^{name}]"

    def reason(self, depth):
        """A *because* item with what stands under it."""
        pad = "  " * depth
        yield f"{pad}- because {self.writer.phrase(words.REASONS)}.{self.note()}"
        if self.random.random() < 0.4:
            yield f"{pad}  - but {self.writer.phrase(words.OBJECTIONS)}.{self.note()}"
            if self.random.random() < 0.6:
                yield f"{pad}    - but {self.writer.phrase(words.REASONS)}.{self.note()}"
        elif depth < 3 and self.random.random() < 0.3:
            yield from self.reason(depth + 1)
        if self.random.random() < 0.4:
            yield f"{pad}- and {self.writer.phrase(words.REASONS)}.{self.note()}"

    def claim(self, number):
        yield f"### {capital(self.writer.phrase(words.CLAIMS))} {{#claim-{number}}}"
        yield ""
        yield self.writer.paragraph(2)
        yield ""
        yield f"Because {self.writer.phrase(words.REASONS)}, [?](figure:visits.share).{self.note()}"
        yield ""
        for _ in range(3):
            yield from self.reason(0)
        yield f"- but {self.writer.phrase(words.OBJECTIONS)}.{self.note()}"
        yield f"  - but {self.writer.phrase(words.REASONS)}.{self.note()}"
        yield ""

    def questions(self):
        for number in range(1, 6):
            name = self.random.choice(words.NAMES)
            yield f'### {self.writer.phrase(words.QUESTIONS)}? {{on=#claim-{number} by="{name}"}}'
            yield ""
            if self.random.random() < 0.8:
                yield self.writer.paragraph(3)
                yield ""

    def lines(self, padding):
        """The whole case; `padding` sentences stand in the plan."""
        writer = self.writer
        head = capital(writer.phrase(words.CLAIMS))
        yield from ["---", "kind: idea", f"owner: {self.random.choice(words.NAMES)}", "bar: product-manager", "---", ""]
        yield from [f"# {head}", "", "## Customer problem", ""]
        for _ in range(4):
            yield from [writer.paragraph(5), ""]
        yield from ["## Case", ""]
        for number in range(1, 8):
            yield from self.claim(number)
        yield from ["## Alternatives", ""]
        for name in ["Do nothing", "Buy it", "Ask for more people"]:
            yield f"- **{name}.** {writer.paragraph(2)}"
        yield from ["", "## Plan", ""]
        for start in range(0, padding, 6):
            yield from [writer.paragraph(min(6, padding - start)), ""]
        yield from ["## Decision", "", writer.fill("Run {X} in {L} for {n} weeks, at {$}; it can be stopped any day."), ""]
        yield from ["## Questions", ""]
        yield from self.questions()
        yield from ["## Impact", "", writer.paragraph(2), "", *EXPERIMENT, "## Data", "", *QUERIES]
        yield from self.notes
        yield ""


EXPERIMENT = """```experiment pilot
metric = "came_back"
from = "data/visits.csv"
variant = "offered"
control = "0"
treatment = "1"
direction = "up"
worthwhile = "5 points"
```
""".split("\n")
QUERIES = """```sql visits
select avg(came_back) as share, avg(minutes) as minutes from 'data/visits.csv'
```

```sql by_site holds="share > 0.2"
select site, avg(came_back) as share from 'data/visits.csv' group by site order by site
```
""".split("\n")


def text(seed, size):
    """The case of `seed`, its plan made as long as brings the whole to `size` words."""
    padding = 0
    for _ in range(4):
        result = "\n".join(Case(seed).lines(padding))
        missing = size - len(result.split())
        if abs(missing) < 15:
            break
        padding = max(0, padding + round(missing / 14.5))
    return result


def cited_files(folder):
    """The data and the notes that the cases cite."""
    source = random.Random(7)
    rows = ["site,offered,came_back,minutes"]
    for _ in range(500):
        rows.append(f"s{source.randrange(12)},{source.randrange(2)},{source.randrange(2)},{source.randrange(3, 180)}")
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "data/visits.csv").write_text("\n".join(rows) + "\n")
    (folder / "notes").mkdir(exist_ok=True)
    (folder / "notes/interviews.txt").write_text("Twelve interviews, spring.\n")


def main():
    folder = pathlib.Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    size = int(sys.argv[3]) if len(sys.argv) > 3 else 3000
    cited_files(folder)
    for seed in range(count):
        (folder / f"case-{seed:04}.md").write_text(text(seed, size))


if __name__ == "__main__":
    main()
