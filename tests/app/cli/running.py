"""Running a command of `keruen` as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from app.kit.settings import ROOT


def keruen(
    *arguments: str, database: str, data: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": database, "KERUEN_DATA": str(data), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
