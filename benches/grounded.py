#!/usr/bin/env python3
"""The grounded extension in plain Python: grounded.py FILE.

Reads the ICCMA 2023 format (`p af N`, then `a b` lines, `#` comments) and prints `w 1 4 9`.
An argument is in when all its attackers are out, and out when one of them is in.
"""

import sys


def read(path):
    """The number of arguments, and two lists: who attacks, and who is attacked."""
    with open(path, "rb") as file:
        data = file.read()
    if b"#" in data:
        data = b"\n".join(line for line in data.split(b"\n") if not line.startswith(b"#"))
    head, _, body = data.partition(b"\n")
    numbers = list(map(int, body.split()))
    return int(head.split()[2]), numbers[0::2], numbers[1::2]


def grounded(count, attackers, attacked):
    targets = [None] * (count + 1)
    waiting = [0] * (count + 1)
    for one, other in zip(attackers, attacked):
        waiting[other] += 1
        if targets[one] is None:
            targets[one] = [other]
        else:
            targets[one].append(other)
    out = bytearray(count + 1)
    accepted = [argument for argument in range(1, count + 1) if waiting[argument] == 0]
    for argument in accepted:
        for loser in targets[argument] or ():
            if not out[loser]:
                out[loser] = 1
                for freed in targets[loser] or ():
                    waiting[freed] -= 1
                    if waiting[freed] == 0:
                        accepted.append(freed)
    return sorted(argument for argument in accepted if not out[argument])


if __name__ == "__main__":
    print("w", *grounded(*read(sys.argv[1])))
