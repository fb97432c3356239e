"""Where addresses on paper go on in the next line.

Standard input is a JSON list of {"paper", "addresses"}. An address that cannot be read whole, and each end of a line within
one that stands at no mark of its own, is printed, a JSON object a line; then how many ends there were, and "read N papers".
"""

import json
import re
import sys

import pypdfium2

END = r"(?:\r?\n)"


def faults(text, address):
    """What is wrong with an address in a text, and how many lines end within it."""
    letters = f"{END}?".join(re.escape(letter) for letter in address)
    found = re.search(letters, text)
    if not found:
        return ["is not to be read"], 0
    pieces = re.split(END, found.group())
    pairs = list(zip(pieces, pieces[1:]))
    wrong = [f"ends at “{one}”" for one, next in pairs if one[-1] not in "/.@_?&=#" and next[0] != "-"]
    return wrong, len(pairs)


def main():
    papers = json.load(sys.stdin)
    ends = 0
    for paper in papers:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(paper["paper"]))
        for address in paper["addresses"]:
            wrong, count = faults(text, address)
            ends += count
            for message in wrong:
                print(json.dumps({"paper": paper["paper"], "words": address, "message": message}))
    print(json.dumps({"ends": ends}))
    print(f"read {len(papers)} papers")


if __name__ == "__main__":
    main()
