"""Whether papers say what they should, in its order.

Standard input is a JSON list of {"paper", "text", "notes", "anywhere"}: a PDF, and what has to stand in it as lists of
{"what", "pieces"}. Between two pieces stands the mark of a note. What is wrong is printed, a JSON object a line, and
"read N papers" at the end.
"""

import json
import re
import sys

from extract import letters, streams

# The mark of one note or of several, raised or in brackets; the full stop that prose puts before it.
MARK = r"\.?[\[(]?[\d,;*†‡]*[\])]?"


def pattern(pieces):
    return re.compile(MARK.join(re.escape(letters(piece)) for piece in pieces))


def begun(words, stream):
    """How many of an item's letters stand in a stream as its beginning."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in stream else (low, middle - 1)
    return low


def missing(item, stream):
    words = letters(item["pieces"][0])
    known = begun(words, stream)
    if known < len(words):
        return f"is missing: “{words[:known][-30:]}” is not followed by “{words[known:][:30]}”"
    return "is missing: its beginning is there, what follows its first note's mark is not"


def in_order(items, stream, *others):
    """Faults of items that have to stand in a stream one after the other; the small may stand in another."""
    at = 0
    for item in items:
        wanted = pattern(item["pieces"])
        found = wanted.search(stream, at)
        if found:
            at = found.end()
        elif any(wanted.search(other) for other in others):
            continue
        elif wanted.search(stream):
            yield item, "stands before what it should follow"
        else:
            yield item, missing(item, stream)


def faults(case):
    text, notes, _ = (letters("\n".join(lines)) for lines in streams(case["paper"]))
    # A small table at the end of a page is as small as notes are.
    yield from in_order([item for item in case["text"] if item["what"] != "table cell"], text)
    yield from in_order([item for item in case["text"] if item["what"] == "table cell"], text, notes)
    # Notes may stand at the end of the text instead.
    yield from in_order(case["notes"], notes, text)
    for item in case["anywhere"]:
        if not pattern(item["pieces"]).search(text + notes):
            yield item, missing(item, text)


def main():
    cases = json.load(sys.stdin)
    for case in cases:
        for item, message in faults(case):
            words = " … ".join(item["pieces"])
            print(json.dumps({"paper": case["paper"], "what": item["what"], "words": words[:120], "message": message}))
    print(f"read {len(cases)} papers")


if __name__ == "__main__":
    main()
