"""Writes the style sheets in doors/ui/static/ui from tokens.toml and src.

    python tools/css/build.py           writes the files
    python tools/css/build.py --check   says whether the committed files are the built ones

`bloodpatch.css` is for every page behind a sign-in. `public.css` is for the information page alone,
which must be small: the same colours and the same ground, and nothing that it does not use.
Needs nothing but Python: the sheets are plain CSS, so the build only joins, writes the colour
tokens once per theme, and takes comments and spare white space out.
"""

import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
STATIC = HERE.parents[1] / "src/bloodpatch/doors/ui/static/ui"
TARGET = STATIC / "bloodpatch.css"
SHEETS = {
    TARGET: ("*.css",),
    STATIC / "public.css": ("10-ground.css", "public/*.css"),
}

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


def built(sheet: Path = TARGET) -> str:
    paths = [path for glob in SHEETS[sheet] for path in sorted((HERE / "src").glob(glob))]
    parts = [path.read_text(encoding="utf-8") for path in paths]
    return HEAD + themes() + "\n" + "\n".join(smaller(part) for part in parts) + "\n"


def main() -> int:
    if "--check" in sys.argv[1:]:
        stale = [s.name for s in SHEETS if s.read_text(encoding="utf-8") != built(s)]
        for name in stale:
            print(f"{name} is not what the sources build. Run: python tools/css/build.py")
        return 1 if stale else 0
    for sheet in SHEETS:
        sheet.write_text(built(sheet), encoding="utf-8")
        print(f"{sheet.name}: {sheet.stat().st_size / 1024:.1f} kB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
