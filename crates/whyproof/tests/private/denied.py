"""Runs a command with the network denied: whoever opens a socket is killed (seccomp, inherited by children).

    denied.py COMMAND [ARGUMENT…]

Linux on x86-64 and AArch64; elsewhere it says so and ends with 3.
"""

import ctypes
import os
import platform
import struct
import sys

# The call numbers of socket(2), and what the kernel calls the machine (linux/audit.h).
MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}

NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2
KILL_PROCESS, ALLOW = 0x80000000, 0x7FFF0000
LOAD, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06


class Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]


def deny():
    machine = MACHINES.get(platform.machine())
    if sys.platform != "linux" or machine is None:
        print("the network can be denied on Linux, x86-64 and AArch64, only", file=sys.stderr)
        sys.exit(3)
    audit, socket = machine
    step = lambda code, yes, no, value: struct.pack("=HBBI", code, yes, no, value)
    filter = b"".join(
        [
            step(LOAD, 0, 0, 4),
            step(JUMP_IF_EQUAL, 1, 0, audit),
            step(RETURN, 0, 0, KILL_PROCESS),
            step(LOAD, 0, 0, 0),
            step(JUMP_IF_EQUAL, 0, 1, socket),
            step(RETURN, 0, 0, KILL_PROCESS),
            step(RETURN, 0, 0, ALLOW),
        ]
    )
    program = Program(len(filter) // 8, filter)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0) or libc.prctl(SECCOMP, FILTER, ctypes.byref(program), 0, 0):
        sys.exit(f"the network could not be denied: {os.strerror(ctypes.get_errno())}")


deny()
os.execvp(sys.argv[1], sys.argv[1:])
