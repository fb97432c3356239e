"""Whether résumés on paper say what they should, in its order, read by three readers of PDFs.

Standard input is a JSON list of {"paper", "wanted"}: a PDF, and what has to stand in it, a list of groups of words one
after the other; within a group any order will do. What is wrong is printed, a JSON object a line, and "read N papers"
at the end.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "papers"))

import pypdf
import pypdfium2
from extract import letters
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams

# A row of the page is a line, whatever is free between its words; rows stand from above to below.
ROWS = LAParams(boxes_flow=None, char_margin=1000, line_margin=0.01, line_overlap=0.3)


def by_pdfium(path):
    """Letters in the order in which they are drawn."""
    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def by_pypdf(path):
    """The same, by a program that shares nothing with the first."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def by_row(path):
    """Letters row by row, whatever the order in which they are drawn."""
    return extract_text(path, laparams=ROWS)


READERS = {"pypdfium2": by_pdfium, "pypdf": by_pypdf, "pdfminer.six": by_row}


def faults(groups, text):
    """Words that are not there, or not after those before them."""
    at = 0
    for group in groups:
        begins = at
        for words in group:
            wanted = letters(words)
            found = text.find(wanted, begins)
            if found >= 0:
                at = max(at, found + len(wanted))
            else:
                yield words, "stands too early" if wanted in text else "is missing"


def main():
    papers = json.load(sys.stdin)
    for paper in papers:
        for reader, read in READERS.items():
            for words, message in faults(paper["wanted"], letters(read(paper["paper"]))):
                print(json.dumps({"paper": paper["paper"], "reader": reader, "words": words, "message": message}))
    print(f"read {len(papers)} papers")


if __name__ == "__main__":
    main()
