"""Fixed codes with translated labels, one module for each part of a plan.

Codes are stored in plans and in exported documents: never change or reuse one.
"""
