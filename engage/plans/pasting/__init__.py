"""Rows of a register out of a spreadsheet: which column holds what, and what each cell became."""
