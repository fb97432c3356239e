#!/usr/bin/env python3
"""Writes cases of about 3,000 words, each different, for measuring the checks.

    generate_cases.py FOLDER [COUNT] [WORDS]

The same arguments write the same files. The words come from a small list; the shape is a case's: a problem, claims
with reasons, objections and rebuttals, evidence, questions, a decision.
"""
import pathlib
import random
import sys

WHO = "patients members clerks drivers parents nurses tenants farmers pupils readers".split()
DO = "wait call return pay ask leave write sign move stay".split()
WHERE = "at the counter,in the clinic,on the way home,at the depot,by telephone,in the queue,at the gate".split(",")
WHEN = "every Monday,before noon,after the shift,in the first week,at the end of the month,twice a year".split(",")
WHY = "the form is long,nobody told them,the office is closed,the line is busy,the fee is due,the bus has left".split(",")
SPICE = [
    "It is significantly slower than it was.", "Many people give up.", "We believe that this can change.",
    "Last year {n}% of them did.", "It took {n} minutes, against {m} the year before.", "It costs £{n} each time.",
    "The average was {n} minutes.", "It was decided in March.", "The SLA says {n} hours.", "Nobody has asked why.",
]


def sentence(rng):
    text = f"{rng.choice(WHO)} {rng.choice(DO)} {rng.choice(WHERE)} {rng.choice(WHEN)}, since {rng.choice(WHY)}."
    if rng.random() < 0.25:
        text += " " + rng.choice(SPICE).format(n=rng.randint(11, 89), m=rng.randint(90, 200))
    return text[0].upper() + text[1:]


def paragraph(rng, count):
    return " ".join(sentence(rng) for _ in range(count))


def case(rng, words):
    notes = 12
    out = ["---\nkind: idea\nowner: R. Okafor\n---\n", "# A case of many words\n", "## Customer problem\n",
           paragraph(rng, 6) + "[^n0]\n", "## Case\n"]
    size = sum(len(part.split()) for part in out)
    claim = 0
    while size < words - 250:
        lines = [f"### {sentence(rng)[:-1]} {{#c{claim}}}\n", paragraph(rng, 2) + "\n"]
        for _ in range(3):
            note = f"[^n{rng.randrange(notes)}]" if rng.random() < 0.6 else ""
            lines.append(f"- because {sentence(rng)}{note}")
        lines.append(f"- but {sentence(rng)}\n  - but {sentence(rng)}[^n{rng.randrange(notes)}]\n")
        part = "\n".join(lines)
        out.append(part)
        size += len(part.split())
        claim += 1
    out += ["## Decision\n", f"Approve £{rng.randint(2, 9)}00,000 by 31 May 2027. It can be stopped in any month.\n",
            "## Questions\n"]
    for number in range(3):
        out.append(f"### Why do {rng.choice(WHO)} {rng.choice(DO)} {rng.choice(WHERE)}? {{on=#c{number} by=\"S. Banda\"}}\n")
        out.append(paragraph(rng, 3) + f"[^n{number}]\n")
    for note in range(notes):
        out.append(f"[^n{note}]: measurement: {rng.randint(40, 900)} visits in 2026. https://example.org/visits/{note}\n")
    return "\n".join(out)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    words = int(sys.argv[3]) if len(sys.argv) > 3 else 3000
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = case(random.Random(number), words)
        (folder / f"case-{number:04}.md").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
