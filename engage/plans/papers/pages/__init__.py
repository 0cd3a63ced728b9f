"""The pages of the paper chain."""
