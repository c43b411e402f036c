"""The figures as a table at the end of a run, and as a page of the reference."""

from pathlib import Path

from tests.bench.measuring import Figure, Figures, budgets

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "figures.md"

HEAD = """# Figures

What the acts that matter cost, against the barest means for the same work on the same machine in
the same run. `make bench` measures and writes this page; it fails where a ratio is beyond its
budget in `tests/bench/budgets.toml`. Each pair was run in turns five times and is told by its
median. The database writes to disk for good (fsync and synchronous_commit on), and each bench
counts its rows: a fast wrong answer fails.

A ratio says how much of the cost is ours. Absolute figures depend on the machine, and on what else
ran on it: they are told, not promised.
"""


def table(figures: Figures) -> list[str]:
    """The figures as lines for a terminal."""
    rows = [("", "raw", "ours", "ratio", "budget", "")]
    rows += [
        (
            figure.name,
            f"{_short(figure.raw)} {figure.unit}",
            f"{_short(figure.ours)} {figure.unit}",
            f"{figure.ratio:.2f}",
            _budget(figure),
            "" if figure.holds else "BEYOND",
        )
        for figure in figures.taken
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    return lines + [f"{name}: {value}" for name, value in figures.facts]


def page(figures: Figures, machine: list[tuple[str, str]]) -> str:
    """The figures as a page of the reference."""
    reasons = budgets()
    lines = [HEAD, "## The machine", "", "| | |", "|---|---|"]
    lines += [f"| {name} | {value} |" for name, value in machine]
    lines += [
        "",
        "## Ratios",
        "",
        "| What | Raw | Ours | Ratio | Budget |",
        "|---|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {_name(figure)} | {_short(figure.raw)} {figure.unit} "
        f"| {_short(figure.ours)} {figure.unit} | {figure.ratio:.2f} | {_budget(figure)} |"
        for figure in figures.taken
    ]
    lines += ["", "## What is compared, and why the budget is what it is", ""]
    lines += [
        f"- **{figure.name}.** {str(reasons[figure.name]['reason']).strip()}"
        + (f" {figure.note}" if figure.note else "")
        for figure in figures.taken
    ]
    if figures.facts:
        lines += ["", "## Compared with nothing", "", "| | |", "|---|---|"]
        lines += [f"| {name} | {value} |" for name, value in figures.facts]
    return "\n".join(lines) + "\n"


def _name(figure: Figure) -> str:
    return figure.name if figure.holds else f"**{figure.name} (beyond)**"


def _budget(figure: Figure) -> str:
    return f"{'≥' if figure.more_is_better else '≤'} {figure.budget:g}"


def _short(value: float) -> str:
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
