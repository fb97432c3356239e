#!/usr/bin/env python3
"""Do questions find their way back to their document, when they are shuffled and stripped of names?

    benches/specific.py DOCUMENT DOCUMENT ...      at least two; ten of a kind make it hard

Asks each document (`ask --count 10`), takes out of each question what is a name (words with a capital that do not
begin it, code, numbers), and gives it to the document whose words are nearest: the cosine of tf-idf vectors. Prints
how many came home, and those that did not.
"""

import collections
import json
import math
import pathlib
import random
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import peers

WORD = re.compile(r"[^\W\d_]{3,}")


def stripped(question):
    """The question without names: code, numbers, and capitals in the middle of a sentence."""
    question = re.sub(r"`[^`]*`", " ", question)
    words = question.split()
    kept = [word for at, word in enumerate(words) if at == 0 or not re.match(r"\W*[A-Z]", word)]
    return re.sub(r"\S*\d\S*", " ", " ".join(kept))


def terms(text):
    return [word.lower()[:8] for word in WORD.findall(text)]


def vector(words, weights):
    counts = collections.Counter(word for word in words if word in weights)
    raw = {word: (1 + math.log(n)) * weights[word] for word, n in counts.items()}
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {word: value / length for word, value in raw.items()}


def main(paths):
    if len(paths) < 2:
        sys.exit(__doc__)
    texts = {path: terms(pathlib.Path(path).read_text(encoding="utf-8")) for path in paths}
    seen = collections.Counter(word for words in texts.values() for word in set(words))
    weights = {word: math.log(len(texts) / n) + 0.1 for word, n in seen.items()}
    vectors = {path: vector(words, weights) for path, words in texts.items()}
    done = subprocess.run([peers.whyproof(), "ask", "--count", "10", "--format", "json", *paths], capture_output=True, check=True)
    asked = [(file["path"], q["text"]) for file in json.loads(done.stdout)["files"] for q in file["questions"]]
    random.Random(1).shuffle(asked)
    home = 0
    for path, question in asked:
        of = vector(terms(stripped(question)), weights)
        near = {other: sum(value * at.get(word, 0.0) for word, value in of.items()) for other, at in vectors.items()}
        best = max(near, key=near.get)
        home += best == path
        if best != path:
            print(f"{pathlib.Path(path).name} taken for {pathlib.Path(best).name}: {question}")
    print(f"{home} of {len(asked)} came home: {100 * home / max(1, len(asked)):.0f} %")


if __name__ == "__main__":
    main(sys.argv[1:])
