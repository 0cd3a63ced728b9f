"""Kinds of value that a plan asks for: read from a form, written back, checked and shown.

A value is plain JSON. A kind knows how to take it from what a person typed, how to give the typed
form back exactly, how to check a value that comes from a document, and how to say it in a
language. What cannot be read is kept as typed. Nothing here knows a request or a session.
"""
