"""The internal check of a plan: a focal point asks advisers of the Party; nothing of it leaves."""
