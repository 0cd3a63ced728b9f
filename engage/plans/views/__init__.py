"""The Party's pages: a plan, its sections and rows as forms, its steps, and its paper."""
