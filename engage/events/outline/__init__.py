"""The questions about an event: fields M1 to M21 of the field table, and what real events have
besides (parts, hours, sites, figures of several sources).

Sources: decision 8/COP.16 for the groups; CONS-O-1 of the UNCCD performance indicators
(decision 12/COP.9) for number and size of information events and audience reached by media.
"""
