"""The user guides, and what Engage says of itself: help, about, accessibility.

The chapters on the questions of a plan are made from the outline and the vocabularies, so that a
guide and a form cannot differ; what a guide tells to press is named by the label of the page.
"""
