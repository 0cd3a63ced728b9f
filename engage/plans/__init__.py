"""Stakeholder engagement plans: drafted and submitted by a Party, kept in versions, printed."""
