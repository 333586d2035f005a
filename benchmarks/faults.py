"""Ten times the faults that the tests put into the real data: is each told, or harmless?

Run from the repository: .venv/bin/python -m benchmarks.faults [SHARDS]
"""

import os
import subprocess
import sys

from benchmarks.visit import ROOT

SHARDS = "60"


def main():
    shards = sys.argv[1] if len(sys.argv) > 1 else SHARDS
    command = [sys.executable, "-m", "pytest", "tests/data/test_faults.py", "-q", "-n", "2"]
    return subprocess.run(command, cwd=ROOT, env=os.environ | {"FAULT_SHARDS": shards}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
