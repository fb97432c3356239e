#!/usr/bin/env python3
"""Write one argument twice, as a case and as Argdown: generate_argument.py DIR [STATEMENTS].

DIR/argument.md and DIR/argument.argdown hold the same statements, the same support and attack
between them, and the same references. Deterministic.
"""

import pathlib
import random
import sys

import words
from prose import Writer, capital

DEEPEST = 6


def statements(count):
    """`count` statements and some references, in reading order: (number, depth, sign, text, referred).

    `sign` is "+" for a reason and "-" for an objection; where `referred` is a number, the
    statement is a reference to that one and has no text of its own.
    """
    source, writer = random.Random(11), Writer(11)
    depth, under, made, number = 0, 0, [], 0
    while len(made) < count:
        number += 1
        if number == 1 or under >= 24 or source.random() < 0.01:
            depth, under = 0, 0
            text = writer.phrase(words.CLAIMS)
        else:
            depth = source.randrange(1, min(depth + 1, DEEPEST) + 1)
            text = writer.phrase(words.REASONS + words.OBJECTIONS)
        under += 1
        sign = "-" if depth and source.random() < 0.35 else "+"
        # A reference points far back, never to a statement above it, and ends its branch.
        if depth and number > 200 and source.random() < 0.02:
            yield number, depth, sign, None, source.choice(made[:-100])
            depth -= 1
            continue
        made.append(number)
        yield number, depth, sign, f"{text}, point {number}", None


def as_case(rows):
    yield from ["---", "kind: idea", "owner: R. Okafor", "---", "", "# One argument", "", "## Customer problem", ""]
    yield from ["Clerks in 40 offices wait 20 minutes every morning for a list.", "", "## Case"]
    for number, depth, sign, text, referred in rows:
        if depth == 0:
            yield from ["", f"### {capital(text)} {{#s{number}}}", ""]
            continue
        word = "because" if sign == "+" else "but"
        body = f"#s{referred}" if referred else f"{text}. {{#s{number}}}"
        yield f"{'  ' * (depth - 1)}- {word} {body}"
    yield ""


def as_argdown(rows):
    for number, depth, sign, text, referred in rows:
        body = f"[s{referred}]" if referred else f"[s{number}]: {capital(text)}."
        if depth == 0:
            yield from ["", body]
        else:
            yield f"{'  ' * depth}{sign} {body}"
    yield ""


def main():
    folder = pathlib.Path(sys.argv[1])
    rows = list(statements(int(sys.argv[2]) if len(sys.argv) > 2 else 10_000))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "argument.md").write_text("\n".join(as_case(rows)))
    (folder / "argument.argdown").write_text("\n".join(as_argdown(rows)))


if __name__ == "__main__":
    main()
