"""The review checklist: editable items, answered for each round of review by the secretariat."""
