"""Where an administrator keeps reference data up to date.

It stands above history and accounts, which reference itself may not know: a change is guarded
and written down.
"""
