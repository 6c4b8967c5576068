#!/usr/bin/env python3
"""obligations.py FILE...: who must and who must not do what, one a line."""
import sys
from pathlib import Path

import pacta

rules = pacta.Rules()
for path in sys.argv[1:]:
    document = rules.read(Path(path).read_text(encoding="utf-8"), name=path)
    for clause in document.clauses:
        if clause.modality in ("obligation", "prohibition"):
            words = " ".join(document[clause.span].split())
            print(f"{path}:{document.line(clause.span)}: {clause.eid or '-'}: {document[clause.actor]}: {words}")
