"""How figures are taken: raw and ours in turns, medians, and the machine they were taken on."""

import os
import platform
import statistics
import subprocess
import sys
import textwrap
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tests.installation import REPOSITORY

BUDGETS = Path(__file__).with_name("budgets.toml")
REPEATS = 5

Run = Callable[[], float]
"""Does the work once and says how long it took, in seconds, or whatever else is compared."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One comparison: what the bare means need, what we need for the same."""

    name: str
    unit: str
    raw: float
    ours: float
    ratio: float
    budget: float
    more_is_better: bool
    note: str = ""

    @property
    def holds(self) -> bool:
        if self.more_is_better:
            return self.ratio >= self.budget
        return self.ratio <= self.budget


@dataclass(slots=True)
class Figures:
    """Everything that was measured in this run."""

    taken: list[Figure] = field(default_factory=list)
    facts: list[tuple[str, str]] = field(default_factory=list)
    """Figures that are compared with nothing."""

    def compare(
        self,
        name: str,
        *,
        raw: Run,
        ours: Run,
        unit: str = "ms",
        scale: float = 1000,
        more_is_better: bool = False,
        note: str = "",
    ) -> Figure:
        """Run both in turns, take the medians, hold the ratio against its budget."""
        raws, own = [], []
        for _turn in range(REPEATS):
            raws.append(raw())
            own.append(ours())
        return self.judge(
            name,
            raw=statistics.median(raws) * scale,
            ours=statistics.median(own) * scale,
            unit=unit,
            more_is_better=more_is_better,
            note=note,
        )

    def judge(
        self,
        name: str,
        *,
        raw: float,
        ours: float,
        unit: str,
        more_is_better: bool = False,
        note: str = "",
    ) -> Figure:
        """Keep a comparison, and fail when it is beyond its budget."""
        budget = float(budgets()[name]["ratio"])
        figure = Figure(name, unit, raw, ours, ours / raw, budget, more_is_better, note)
        self.taken.append(figure)
        assert figure.holds, f"{name}: {figure.ratio:.2f} is beyond the budget of {budget}"
        return figure

    def tell(self, name: str, value: str) -> None:
        """Keep a figure that is compared with nothing."""
        self.facts.append((name, value))


def budgets() -> dict[str, dict[str, object]]:
    """What each ratio may be, and why."""
    return tomllib.loads(BUDGETS.read_text(encoding="utf-8"))


def timed(act: Callable[[], object], *, times: int = 1) -> Run:
    """The time that one call takes: the median of several, since other work takes turns with it."""

    def run() -> float:
        each = []
        for _call in range(times):
            start = time.perf_counter()
            act()
            each.append(time.perf_counter() - start)
        return statistics.median(each)

    return run


MEASURED = """
import sys, django
from pathlib import Path
django.setup()
def of(name):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name + ":"))
def main():
{act}
before = of("VmRSS")
Path("/proc/self/clear_refs").write_text("5")  # the high-water mark starts anew
main()
print((of("VmHWM") - before) * 1024)
"""


def memory_of(act: str, *, database: str) -> int:
    """By how many bytes a process of its own grows at most while it performs some lines."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED.format(act=textwrap.indent(act, "    "))],
        cwd=REPOSITORY,
        env={
            **os.environ,
            "VERMILION_DATABASE_URL": database,
            "DJANGO_SETTINGS_MODULE": "vermilion.site.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return int(done.stdout.split()[-1])


def machine(database: str) -> list[tuple[str, str]]:
    """What the figures were taken on."""
    cpu = next(
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    )
    total = next(
        int(line.split()[1])
        for line in Path("/proc/meminfo").read_text().splitlines()
        if line.startswith("MemTotal")
    )
    return [
        ("Day", datetime.now(UTC).date().isoformat()),
        ("Processor", f"{os.cpu_count()} cores of {cpu}"),
        ("Memory", f"{total / 1024**2:.0f} GiB"),
        ("System", f"Linux {platform.release()}, Python {platform.python_version()}"),
        ("Database", database),
        ("Load before", " ".join(f"{each:.1f}" for each in os.getloadavg())),
    ]
