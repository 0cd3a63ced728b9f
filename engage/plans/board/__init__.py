"""The secretariat's board: every Party, where its plan stands, and who holds it."""
