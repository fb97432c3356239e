"""A case of six pages: `whyproof render` to PDF and to HTML against pandoc, with LaTeX for the PDF."""

import pathlib
import subprocess
import sys

import peers
from racing import Contestant, race, table

HERE = pathlib.Path(__file__).resolve().parent
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
PAGES = "import sys, pypdfium2; print(len(pypdfium2.PdfDocument(sys.argv[1])))"


def case(folder):
    """The case, written anew each time: the examples may have changed."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, HERE / "generate_paper.py", folder / "case.md"], check=True)
    return folder / "case.md"


def pages(python, paper):
    """How many pages a run left."""
    return lambda _: int(subprocess.run([python, "-c", PAGES, paper], check=True, capture_output=True, text=True).stdout)


def size(page):
    """How many bytes a run left."""
    return lambda _: page.stat().st_size


def warm(contestants):
    """One run of each that does not count: caches of files and fonts are filled."""
    for contestant in contestants:
        if contestant.available():
            contestant.run(peers.HOME / "warm.out")
            contestant.seconds.clear()
            contestant.peak = 0
    return contestants


def papers(folder, source, program, python, pandoc):
    """To PDF, on A4."""
    def to(name, *command):
        paper = folder / f"{name.replace(' ', '-')}.pdf"
        return Contestant(name, [*command, paper], cwd=folder, count=pages(python, paper), accepts=(0,))

    subprocess.run([pandoc, source, "-s", "-V", "papersize=a4", "-o", folder / "case.typ"], check=True)
    by_latex = [pandoc, source, "-V", "papersize=a4"]
    return [
        to("whyproof render", program, "render", source, "-o"),
        *([to("pandoc, pdfTeX", *by_latex, "--pdf-engine=pdflatex", "-o"),
           to("pandoc, XeTeX", *by_latex, "--pdf-engine=xelatex", "-o")] if peers.latex() else []),
        to("Typst alone", python, "-c", TYPST, folder / "case.typ"),
    ]


def web(folder, source, program, pandoc):
    """To one HTML file with all that it needs."""
    def to(name, *command):
        page = folder / f"{name.replace(' ', '-')}.html"
        return Contestant(name, [*command, page], cwd=folder, count=size(page), accepts=(0,))

    return [
        to("whyproof render", program, "render", source, "-o"),
        Contestant("its start alone", [program, "--version"], cwd=folder, count=lambda _: 0),
        to("pandoc", pandoc, source, "-s", "--embed-resources", "--metadata", "title=Case", "-o"),
    ]


def main(runs):
    program = peers.whyproof()
    python, pandoc = peers.papers()
    folder = peers.HOME / "papers"
    source = case(folder)
    words = len(source.read_text(encoding="utf-8").split())
    print(f"One case of {words:,} words, process start included, one run of each before the first round.")
    table("papers", race(warm(papers(folder, source, program, python, pandoc)), runs, peers.HOME), found="pages")
    table("pages", race(warm(web(folder, source, program, pandoc)), runs, peers.HOME), found="bytes")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
