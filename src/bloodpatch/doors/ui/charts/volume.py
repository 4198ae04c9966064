"""The same ruler for blood: millilitres, with the protocol's band and what was drawn."""

from decimal import Decimal

from django.utils.safestring import SafeString

from bloodpatch.doors.ui.charts import svg

WIDTH, LEFT, RIGHT, Y = 360, 12.0, 348.0, 42.0


def volume_ruler(
    low_ml: Decimal, high_ml: Decimal, volume_ml: Decimal | None = None, *, id: str = "volume"
) -> SafeString:
    """From nothing to the next five above everything that is shown."""
    most = max(high_ml, volume_ml or Decimal(0))
    full = int(most // 5 + 1) * 5

    def x(ml: Decimal | int) -> float:
        return LEFT + (RIGHT - LEFT) * float(ml) / full

    step = 1 if full <= 40 else 5
    parts = [
        svg.element("rect", x=x(low_ml), y=20, width=x(high_ml) - x(low_ml), height=22,
                    style="ruler-band"),
        svg.text(x((low_ml + high_ml) / 2), 14, f"protocol {low_ml}–{high_ml}",
                 "middle ruler-band-word"),
        svg.rule(LEFT, Y, RIGHT, Y, "axis"),
        *(svg.rule(x(ml), Y, x(ml), Y - (12 if ml % 5 == 0 else 6), "axis")
          for ml in range(0, full + 1, step)),
        *(svg.text(x(ml), 62, str(ml), "middle") for ml in range(0, full + 1, 5)),
    ]  # fmt: skip
    says = f"The protocol asks for {low_ml} to {high_ml} mL."
    if volume_ml is not None:
        at = x(volume_ml)
        parts.append(svg.element("rect", x=LEFT, y=31, width=at - LEFT, height=10,
                                 style="ruler-blood"))  # fmt: skip
        parts.append(svg.rule(at, 16, at, 47, "ruler-blood-now"))
        inside = "inside" if low_ml <= volume_ml <= high_ml else "outside"
        says = f"{volume_ml} mL lies {inside} the protocol's {low_ml} to {high_ml} mL."
    return svg.drawing(WIDTH, 70, parts, id=id, title="Volume", says=says, style="volume-ruler")
