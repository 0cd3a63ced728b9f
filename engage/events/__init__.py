"""Awareness and outreach events: planned, held, and counted.

An event may belong to an activity of a plan, to a journey, or to nothing yet. Who came is counted
as a grid (`grid`), looked over for what cannot be (`faults`), added up by seven rules (`counting`),
shown to others without what would point at a few people (`veils`), and put into words (`telling`).
"""
