"""Checks a JSON report made by the installed wheel: `wheel_report.py REPORT CODE…` wants a finding of each code."""

import json
import sys
from pathlib import Path

report = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
found = {finding["code"] for finding in report["findings"]}
missing = sorted(set(sys.argv[2:]) - found)
unread = [document["path"] for document in report["documents"] if not document["read"]]
if missing or unread:
    sys.exit(f"missing findings: {missing}; unread documents: {unread}")
print(f"{len(report['findings'])} findings: {' '.join(sorted(found))}")
