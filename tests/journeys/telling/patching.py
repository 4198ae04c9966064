"""At the bedside: one step after the other, in the order of the protocol."""

from tests.journeys.filling import Said
from tests.journeys.visitor import Visitor


def when_i_start_the_procedure(i: Visitor) -> None:
    i.opens_stage("procedure")
    i.sees("Start the procedure")
    does(i, {"Room": "Room 1"})


def when_i_do_the_next_step(i: Visitor, step: str, answers: dict[str, Said]) -> None:
    """The page itself says which step is next; nobody has to look for it."""
    comes_to(i, step)
    does(i, answers)


def comes_to(i: Visitor, step: str) -> None:
    """Somebody else may have done the step before: then the page is asked for once more."""
    on_it = i.page.url.partition("?")[0].endswith("/procedure/")
    if not on_it or i.page.locator("h1").inner_text() != step:
        i.opens_stage("procedure")
    assert i.page.locator("h1").inner_text() == step


def does(i: Visitor, answers: dict[str, Said]) -> None:
    i.looks(f"-{i.page.locator('h1').inner_text().lower().replace(' ', '-')}")
    i.fills_in(answers)
    i.sends()
    i.was_recorded("a step at the bedside")


def when_i_prepare_the_back(i: Visitor) -> None:
    when_i_do_the_next_step(i, "Position", {"Position": "Prone", "Sterile throughout": "Yes"})
    cleaned: dict[str, Said] = {"Antiseptic": "Chlorhexidine", "Skin is dry": "Yes"}
    when_i_do_the_next_step(i, "Clean the skin", cleaned)
    when_i_do_the_next_step(i, "Mark the site", {"Space": "L3/4"})


def when_i_sedate_and_numb(i: Visitor) -> None:
    i.records(
        "procedure.record_sedation_given",
        {"Depth": "Minimal", "Drugs and doses": "midazolam 2 mg"},
    )
    when_i_numb_the_skin(i)


def when_i_numb_the_skin(i: Visitor) -> None:
    drug: Said = {"Drug": "lidocaine", "Amount": "50", "Unit": "mg"}
    i.records("procedure.record_local", {"Drug and dose": drug, "Given into": "Skin"})


def when_i_draw(i: Visitor, ml: int, *, clicks: int = 1) -> None:
    """The button says back what will be recorded; a second click in haste records nothing more."""
    comes_to(i, "Draw the blood")
    i.fills_in({"Blood drawn": str(ml), "Blood of": "This patient"})
    if i.looking:
        assert i.button.inner_text() == f"Confirm {ml} mL drawn"
        i.looks("-draw")
    with i.page.expect_navigation():
        i.button.click(click_count=clicks)
    i.arrives()
    i.sees(f"{ml} mL")
    i.house.nobody_is_lost()


def then_the_clock_of_the_blood_runs(i: Visitor) -> None:
    i.sees("mL drawn, waiting for")
    i.sees("Inject by")


def when_i_place_the_needle(i: Visitor) -> None:
    placed: dict[str, Said] = {
        "Needle": {"Tip": "Tuohy", "Gauge": "17"},
        "Space": "L3/4",
        "Approach": "Midline",
        "Loss of resistance": "Saline",
        "Depth": "5.5",
        "Attempts": "1",
        "Aspirate": ["Nothing: free of CSF and blood"],
    }
    when_i_do_the_next_step(i, "Needle in the space", placed)


def when_i_inject(i: Visitor, ml: int, because: str) -> None:
    injected: dict[str, Said] = {
        "Blood injected": str(ml),
        "Stopped because": because,
        "Blood stayed in the sterile field": "Yes",
    }
    when_i_do_the_next_step(i, "Inject the blood", injected)


def when_i_take_the_needle_out(i: Visitor) -> None:
    when_i_do_the_next_step(i, "Needle out", {"Covered": "Yes"})
    i.sees("The patch is given")
