"""What a plan asks: every section, register and field of a plan, declared once.

Forms, pages, completeness, the plan document, print and export follow from these declarations.
One module a section, in the order of the plan; `plan` puts them together; `shape` says what a
declaration holds, `asked` which of them a plan asks for at its depth. The fields follow the table
that the guidance of the World Bank (ESS10), GEF, CBD and PRAIS have in common; `ref` is the field's
number in that table (A1 to K6).
"""
