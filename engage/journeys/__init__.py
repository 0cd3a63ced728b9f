"""The room of journeys and campaigns: who travels where, stop by stop, hosted by the Parties.

It knows no event: what was held at a stop is told upstairs, in the room of events.
"""
