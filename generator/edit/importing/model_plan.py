"""What the rows of a theory say of its place in the two models of a review."""

from __future__ import annotations

from generator.edit.importing.plan import Edit, Plan
from generator.edit.importing.said import TheoryRows
from generator.entities import Change
from generator.entities.statement import FITTING_CHANGES


def plan_model(found: TheoryRows, plan: Plan) -> Change:
    """Fill in what the whole row says of the two models; the change of the theory afterwards."""
    model = found.theory.model
    if model is None:
        if found.label == "removed" and not found.statements:
            message = "Its row is removed in the file, and the review has one model."
            plan.say("not-placed", message, found.spot, found.theory.id)
        return "not-stated"  # the review has one model, and nothing can have changed
    said = _models_said(found)
    have = {"initial": model.initial, "final": model.final}
    clash = [key for key in said if have[key] not in ("not-stated", said[key])]
    new = [key for key in said if have[key] == "not-stated"]
    after = model.model_copy(update={key: said[key] for key in new})
    kept = {statement.change for _, statement in found.theory.statements}
    if clash or (new and not kept <= FITTING_CHANGES.get(after.change, kept)):
        key = (clash or new)[0]
        message = (
            f"By its row the theory is {said[key]} in the {key} model, and the review has "
            f"“{have[key]}” with statements that are {', '.join(sorted(kept)) or 'not there'}; "
            "nothing is changed."
        )
        plan.say("contradicted", message, found.spot, f"{found.theory.id} model")
        return model.change
    _record_model(found, new, said, plan)
    return after.change


def _models_said(found: TheoryRows) -> dict[str, str]:
    """Where the whole row places its theory; nothing where part of the row does not tell."""
    changes = {said.change for said in found.statements} or {found.label or "not-stated"}
    if "not-stated" in changes:
        return {}
    return {
        "initial": "absent" if changes == {"added"} else "present",
        "final": "absent" if changes == {"removed"} else "present",
    }


def _record_model(found: TheoryRows, new: list[str], said: dict[str, str], plan: Plan) -> None:
    """Write down the models that were not stated, and what that rests on."""
    theory, file = found.theory, f"theories/{found.theory.id}.yml"
    if not new or theory.model is None:
        return
    for key in new:
        plan.edits.append(Edit(file, ("model", key), said[key]))
        message = f"{key} model: {said[key]}, as the whole row is marked"
        plan.say("changed", message, found.spot, f"{theory.id} model")
    for locator in plan.locators(found.spot):
        if locator not in theory.model.at:
            plan.edits.append(Edit(file, ("model", "at"), locator, "append"))
    if theory.model.why:
        # It may say that this could not be known; it stays, and what is known now follows it.
        models = " and ".join(new)
        why = f"{theory.model.why} The {models} model is read from {plan.place(found.spot)}."
        plan.edits.append(Edit(file, ("model", "why"), why))
        plan.say("note", "Look at the “why” of its model.", found.spot, f"{theory.id} model")
