"""Print how many cells are red today, and keep the numbers in `red.toml`.

PYTHONPATH=src python -m tests.safety.told          # the numbers
PYTHONPATH=src python -m tests.safety.told --list   # every red cell
"""

import sys
from pathlib import Path


def main() -> None:
    sys.path[:0] = [str(Path(__file__).parents[2] / "spec")]
    from tests.safety.told import kept, parts

    for part in parts.PARTS:
        found = parts.red(part)
        print(f"{part}: {kept.summary(found, len(parts.PARTS[part].cells))}")
        if "--list" in sys.argv:
            print("\n".join(cell for cells in found.values() for cell in cells))
    kept.FILE.write_text(kept.written({p: parts.red(p) for p in parts.PARTS}), encoding="utf-8")


if __name__ == "__main__":
    main()
