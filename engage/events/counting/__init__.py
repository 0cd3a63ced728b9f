"""The alcove of counting: who came to one event, and to several together. Pure.

A figure stands in a `grid`, is looked over for what cannot be (`faults`), left out for others where
it would point at a few people (`veils`), added up by the seven rules (`adding`) and put into words
(`telling`); `head_counts` makes a grid a kind of answer. Nothing here knows a table or a page.
"""
