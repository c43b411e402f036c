"""Look for secrets that were written into the tree; what is known to be none is in the baseline.

    python -m tools.secrets           say what is new; exit status 1 when there is anything
    python -m tools.secrets accept    take what is there now as known, after having looked at it

Tests are left out: the passwords in them are made up, and open nothing.
"""

import json
import re
import subprocess
import sys
from multiprocessing import Pool
from pathlib import Path

from detect_secrets.core.scan import scan_file
from detect_secrets.settings import transient_settings

REPOSITORY = Path(__file__).resolve().parents[1]
BASELINE = REPOSITORY / ".secrets.baseline"
LEFT_OUT = re.compile(
    r"package-lock\.json|requirements/.*\.txt|\.po$|docs/reference/|(^|/)tests/|\.secrets\.baseline"
)
Secret = tuple[str, str, str, int]
"""File, kind, digest of what was found, line."""


def found() -> list[Secret]:
    """Everything in the tree that looks like a secret."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],  # noqa: S607 - git of the machine
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    names = [name for name in listed.stdout.split("\0") if name and not LEFT_OUT.search(name)]
    with Pool(2) as pool:
        return [each for some in pool.map(_look, names, chunksize=40) for each in some]


def _look(name: str) -> list[Secret]:
    path = REPOSITORY / name
    if not path.is_file():
        return []
    with transient_settings(json.loads(BASELINE.read_text())["settings"]):
        return [(name, s.type, s.secret_hash, s.line_number) for s in scan_file(str(path))]


def main(*words: str) -> int:
    """Compare with the baseline, or renew it."""
    baseline = json.loads(BASELINE.read_text())
    known = {(name, digest) for name, digests in baseline["known"].items() for digest in digests}
    now = found()
    if words == ("accept",):
        baseline["known"] = {}
        for name, _kind, digest, _line in sorted(set(now)):
            baseline["known"].setdefault(name, []).append(digest)
        BASELINE.write_text(json.dumps(baseline, indent=2) + "\n")
        return 0
    new = [each for each in now if (each[0], each[2]) not in known]
    sys.stdout.writelines(f"{name}:{line}: {kind}\n" for name, kind, _digest, line in sorted(new))
    return 1 if new else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
