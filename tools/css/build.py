"""Writes doors/ui/static/ui/bloodpatch.css from tokens.toml and src/*.css.

    python tools/css/build.py           writes the file
    python tools/css/build.py --check   says whether the committed file is the built one

Needs nothing but Python: the sheet is plain CSS, so the build only joins, writes the colour tokens
once per theme, and takes comments and spare white space out.
"""

import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / "src/bloodpatch/doors/ui/static/ui/bloodpatch.css"

HEAD = "/* Bloodpatch. Built by tools/css/build.py; change tools/css/src, not this file. */\n"


def tokens() -> dict[str, dict[str, str]]:
    return tomllib.loads((HERE / "tokens.toml").read_text(encoding="utf-8"))


def declared(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())


def themes() -> str:
    """Light; dim where the room or the device asks for it; paper; the person's own colours."""
    given = tokens()
    ground = set(given["forced"]["ground"])
    forced = {n: "Canvas" if n in ground else "CanvasText" for n in given["light"]}
    dim = f"color-scheme:dark;{declared(given['dim'])}"
    return (
        f":root{{color-scheme:light;{declared(given['light'])}}}"
        f"@media (prefers-color-scheme:dark){{:root:not(.theme-light){{{dim}}}}}"
        f":root.theme-dim{{{dim}}}"
        f"@media print{{:root:root:root{{color-scheme:light;{declared(given['print'])}}}}}"
        f"@media (forced-colors:active){{:root:root:root{{{declared(forced)}}}}}"
    )


def smaller(css: str) -> str:
    """Without comments and white space that means nothing. Strings keep theirs."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,>])\s*", r"\1", css)
    css = re.sub(r":\s+", ":", css)
    return css.replace(";}", "}").strip()


def built() -> str:
    parts = [path.read_text(encoding="utf-8") for path in sorted((HERE / "src").glob("*.css"))]
    return HEAD + themes() + "\n" + "\n".join(smaller(part) for part in parts) + "\n"


def main() -> int:
    if "--check" in sys.argv[1:]:
        if TARGET.read_text(encoding="utf-8") == built():
            return 0
        print("bloodpatch.css is not what the sources build. Run: python tools/css/build.py")
        return 1
    TARGET.write_text(built(), encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size / 1024:.1f} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
