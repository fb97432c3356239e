"""The text of a PDF in reading order: what stands on its pages, what stands in their feet as notes, and furniture.

Run by itself it prints the three streams of each PDF that is named.
"""

import collections
import re
import statistics
import sys
import unicodedata

import pypdfium2 as pdfium
import pypdfium2.raw as raw

# What PDFium gives for a hyphen at the end of a line, besides the soft hyphen itself.
LINE_HYPHENS = "\ufffe\x02\u00ad"
QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2032": "'", "\u2033": '"'})


class Line:
    """A line of a page: its words, the size of most of its letters, and where it stands, in points from above."""

    def __init__(self, characters, height):
        boxed = [c for c in characters if not c[0].isspace() and c[2]]
        self.text = "".join(c[0] for c in characters).strip()
        self.size = statistics.mode(round(c[1], 1) for c in boxed) if boxed else 0
        self.top = height - max((c[2][3] for c in boxed), default=0)
        self.bottom = height - min((c[2][1] for c in boxed), default=0)
        # Where the same words stand on each page, with other numbers.
        self.shape = (re.sub(r"\d+", "#", self.text), round(self.top / 4))


def characters(page):
    """Each character with its size and box, in the order of the page's content."""
    text = page.get_textpage()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        generated = raw.FPDFText_IsGenerated(text, at) == 1
        character = chr(code) if code else ""
        box = None if generated else text.get_charbox(at)
        yield character, raw.FPDFText_GetFontSize(text, at), box


def lines(page):
    """The lines of a page. PDFium writes a line's end where the next character stands on another."""
    height = page.get_height()
    found, line = [], []
    for character in characters(page):
        if character[0] in "\r\n":
            if line:
                found.append(Line(line, height))
            line = []
        elif character[0]:
            line.append(character)
    if line:
        found.append(Line(line, height))
    return [line for line in found if line.text]


def furniture(pages, heights):
    """Running heads and feet, which recur on most pages at one place, and numbers of pages."""
    times = collections.Counter(shape for page in pages for shape in {line.shape for line in page})
    for page, height in zip(pages, heights):
        for line in page:
            edge = line.bottom < 0.15 * height or line.top > 0.85 * height
            numbered = re.fullmatch(r"\W*(page )?\d+(\W+(of )?\d+)?\W*", line.text, flags=re.IGNORECASE)
            recurs = 1 < times[line.shape] > len(pages) / 2
            if edge and (numbered or recurs):
                yield line


def feet(page, body):
    """The notes in the foot of a page: its lowest lines, as long as they are smaller than the text."""
    notes = set()
    for line in sorted(page, key=lambda line: -line.bottom):
        if line.size >= 0.95 * body:
            break
        notes.add(id(line))
    return notes


def streams(path):
    """Lines of the text, of notes and of furniture, each over all pages."""
    document = pdfium.PdfDocument(path)
    heights = [page.get_height() for page in document]
    pages = [lines(page) for page in document]
    aside = {id(line) for line in furniture(pages, heights)}
    # The appendix, which may be the most of a paper, is small.
    sizes = collections.Counter()
    for line in pages[0] if pages else []:
        sizes[line.size] += len(line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    text, notes, rest = [], [], []
    for page in pages:
        kept = [line for line in page if id(line) not in aside]
        low = feet(kept, usual)
        rest += [line.text for line in page if id(line) in aside]
        text += [line.text for line in kept if id(line) not in low]
        notes += [line.text for line in kept if id(line) in low]
    return text, notes, rest


def letters(text):
    """Words as they are compared: NFKC, without case, white space, hyphens and the shape of quotation marks.

    A hyphen at a line's end may be the word's own or not: without any hyphen both are the same.
    """
    for hyphen in LINE_HYPHENS:
        text = text.replace(hyphen, "")
    text = unicodedata.normalize("NFKC", text.translate(QUOTES)).translate(QUOTES)
    return re.sub(r"[\s\u002d\u2010\u2011\u2212\u200b\u2060]+", "", text).casefold()


if __name__ == "__main__":
    for path in sys.argv[1:]:
        for name, stream in zip(("text", "notes", "furniture"), streams(path)):
            print(f"== {path}: {name}", *stream, sep="\n")
