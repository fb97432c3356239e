"""A résumé of one page: `whyproof render` to PDF against RenderCV, from the same words."""

import json
import os
import subprocess
import sys

import peers
from race_papers import pages, warm
from racing import Contestant, race, table

RESUME = peers.ROOT / "crates/whyproof/tests/resumes/operations.yaml"
# RenderCV's icons are a Typst package that no registry of ours has: one without icons stands in its place, in the
# cache where Typst looks first. So RenderCV has less to set, not more.
ICONS = "typst/packages/preview/fontawesome/0.6.0"
NO_ICONS = {
    "typst.toml": '[package]\nname = "fontawesome"\nversion = "0.6.0"\nentrypoint = "lib.typ"\n',
    "lib.typ": "#let fa-icon(name, ..rest) = []\n",
}
# It also writes Markdown, HTML and pictures where nothing else is said.
PDF_ALONE = ["--dont-generate-markdown", "--dont-generate-html", "--dont-generate-png", "--quiet"]


def dates(entry):
    """The dates of an entry, as RenderCV has them."""
    if "date" in entry:
        return {"date": entry["date"][:7]}
    return {"start_date": entry["startDate"], "end_date": entry.get("endDate", "present")}


def entries(list_of, names, **more):
    """Entries under the names that RenderCV has for their keys."""
    for entry in list_of:
        yield {
            **{name: entry[key] for name, key in names.items() if key in entry},
            **dates(entry),
            **({"highlights": entry["highlights"]} if "highlights" in entry else {}),
            **more,
        }


def for_rendercv(resume):
    """A JSON Resume as what RenderCV reads."""
    basics = resume["basics"]
    place = basics["location"]
    job = {"company": "name", "position": "position", "location": "location", "summary": "summary"}
    school = {"institution": "institution", "area": "area", "degree": "studyType"}
    project = {"name": "name", "summary": "description"}
    languages = [f"{one['language']} ({one['fluency']})" for one in resume["languages"]]
    return {"cv": {
        "name": basics["name"],
        "headline": basics["label"],
        "location": f"{place['city']}, {place['region']}, {place['countryCode']}",
        "email": basics["email"],
        "phone": basics["phone"],
        "website": basics["url"],
        "social_networks": [{"network": one["network"], "username": one["username"]} for one in basics["profiles"]],
        "sections": {
            "Summary": [basics["summary"]],
            "Experience": list(entries(resume["work"], job)),
            "Projects": list(entries(resume["projects"], project)),
            "Education": list(entries(resume["education"], school)),
            "Certificates": list(entries(resume["certificates"], {"name": "name", "summary": "issuer"})),
            "Skills": [{"label": one["name"], "details": ", ".join(one["keywords"])} for one in resume["skills"]],
            "Languages": [", ".join(languages)],
        },
    }}


def yaml(value, indent=0):
    """YAML of lists, mappings and strings: a line each, as a person writes it."""
    pad = "  " * indent
    if isinstance(value, dict):
        return "".join(f"{pad}{key}:{below(part, indent)}" for key, part in value.items())
    return "".join(f"{pad}-{below(part, indent)}" for part in value)


def below(part, indent):
    if isinstance(part, str):
        return f" {json.dumps(part, ensure_ascii=False)}\n"
    return f"\n{yaml(part, indent + 1)}"


def case(folder, program):
    """The résumé as RenderCV reads it, made of the one that Whyproof reads."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run([program, "render", RESUME, "-o", folder / "resume.json"], check=True, capture_output=True)
    resume = json.loads((folder / "resume.json").read_text(encoding="utf-8"))
    source = folder / "rendercv.yaml"
    source.write_text(yaml(for_rendercv(resume)), encoding="utf-8")
    return source


def without_icons(folder):
    """Puts the package without icons where RenderCV's Typst looks."""
    package = folder / "cache" / ICONS
    package.mkdir(parents=True, exist_ok=True)
    for name, text in NO_ICONS.items():
        (package / name).write_text(text, encoding="utf-8")
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")


def main(runs):
    program = peers.whyproof()
    reader, _ = peers.papers()
    rendercv = peers.rendercv()
    folder = peers.HOME / "resume"
    source = case(folder, program)
    without_icons(folder)
    ours, theirs = folder / "whyproof.pdf", folder / "rendercv.pdf"
    contestants = [
        Contestant("whyproof render", [program, "render", RESUME, "-o", ours], cwd=folder, count=pages(reader, ours),
                   accepts=(0,)),
        Contestant("RenderCV", [rendercv, "render", source, "--pdf-path", theirs, *PDF_ALONE], cwd=folder,
                   count=pages(reader, theirs), accepts=(0,)),
        Contestant("Whyproof's start alone", [program, "--version"], cwd=folder, count=lambda _: 0),
    ]
    print("One résumé to PDF, process start included, one run of each before the first round.")
    table("resume", race(warm(contestants), runs, peers.HOME), found="pages")


if __name__ == "__main__":
    os.environ.setdefault("PYTHONUTF8", "1")
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
