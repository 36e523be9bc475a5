"""`python -m app` is the `keruen` command."""

import sys

from app.cli import main

sys.exit(main())
