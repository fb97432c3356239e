"""Collects rows and makes their values plain JSON."""

import importlib.metadata
import math

import numpy as np


def plain(value):
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        value = float(value)
        if math.isinf(value):
            return "inf" if value > 0 else "-inf"
        assert not math.isnan(value), "a library gave no number"
        return value
    return value


class Rows:
    def __init__(self):
        self.rows = []
        self.versions = {}

    def add(self, id, topic, library, call, inputs, expected, data=None, rtol=1e-8, reason=None):
        assert (rtol > 1e-8) == (reason is not None), f"{id}: a looser tolerance needs a reason"
        version = self.versions.setdefault(library, importlib.metadata.version(library))
        row = {
            "id": id,
            "topic": topic,
            "library": f"{library} {version}",
            "call": call,
            "data": data,
            "inputs": plain(inputs),
            "expected": plain(expected),
            "rtol": rtol,
        }
        if reason:
            row["reason"] = reason
        self.rows.append(row)
