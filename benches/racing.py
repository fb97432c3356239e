"""Run contestants side by side and print their times as a Markdown table."""

import os
import platform
import statistics
import subprocess
import sys
import time


class Contestant:
    """A command to race. `count` reads its output file and says what it found."""

    def __init__(self, name, command, *, cwd=None, count=None, accepts=(0, 1)):
        self.name, self.command, self.cwd = name, [str(part) for part in command], cwd
        self.count, self.accepts = count, accepts
        self.seconds, self.peak, self.found = [], 0, None

    def available(self):
        return os.access(self.command[0], os.X_OK)

    def run(self, output):
        """One timed run; its standard output goes to the file `output`."""
        with open(output, "wb") as out, open(f"{output}.err", "wb") as err:
            start = time.perf_counter()
            child = subprocess.Popen(self.command, cwd=self.cwd, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
            # The peak of this child and of what it waited for. A child starts from this process's own
            # resident set, so nothing large may be held here.
            _, status, usage = os.wait4(child.pid, 0)
            self.seconds.append(time.perf_counter() - start)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in self.accepts:
            with open(f"{output}.err", encoding="utf-8", errors="replace") as err:
                sys.exit(f"{self.name} exited {child.returncode}: {err.read()[-2000:]}")
        self.peak = max(self.peak, usage.ru_maxrss)
        if self.count:
            self.found = self.count(output)


def race(contestants, runs, scratch, slow=30):
    """Every contestant in turn, `runs` rounds; one that needs more than `slow` seconds runs at most twice."""
    present = [c for c in contestants if c.available()]
    for absent in [c for c in contestants if c not in present]:
        print(f"{absent.name}: {absent.command[0]} is not there, left out", file=sys.stderr)
    for number in range(runs):
        for contestant in present:
            if number >= 2 and contestant.seconds[0] > slow:
                continue
            contestant.run(scratch / f"{contestant.name.replace(' ', '-')}.out")
            print(f"  round {number + 1}: {contestant.name} {contestant.seconds[-1]:.3f} s", file=sys.stderr)
    return present


def table(title, contestants, found=None):
    """A Markdown table. The ratio is to the first contestant's median."""
    if not contestants:
        return
    extra = [found] if found else []
    head = ["", "median", "min–max", "runs", "peak memory", *extra, "ratio"]
    print(f"\n### {title}\n")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    first = statistics.median(contestants[0].seconds)
    for c in contestants:
        median = statistics.median(c.seconds)
        cells = [c.name, f"{median:.3f} s", f"{min(c.seconds):.3f}–{max(c.seconds):.3f}", str(len(c.seconds)),
                 f"{c.peak / 1024:.0f} MB", *([f"{c.found:,}" if c.found is not None else "–"] if found else []),
                 f"{median / first:.1f}"]
        print("| " + " | ".join(cells) + " |")
    print()


def machine():
    """The machine and the revision, for the head of a report."""
    model = platform.machine()
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        for line in info:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    revision = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return f"{os.cpu_count()} cores, {model}, {platform.system()}; revision {revision.stdout.strip()}"
