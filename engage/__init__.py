"""Engage: stakeholder engagement plans for the Parties to the Convention, in six languages.

The package is a house. Each room is a subject and has the same doors (models, queries, actions,
forms, views …); the rooms stand on floors, and imports go down only:

    cli → app → rehearsal → guides → events → plans (with its alcove plans.review) → upkeep
        → post → frame → history → accounts → reference → kit → config

`config` reads the environment into one record; `kit` holds tools that know nothing of Parties or
plans; `reference` is what the Convention gives; `accounts` is who people are and what each may do;
`history` is who did what and when; `frame` is what every page shares; `post` is letters to people
and the outbox they leave from; `upkeep` is where an administrator keeps reference data; `plans` is
the work itself; `events` is what was planned and held, and who came; `rehearsal` is a made-up Party
to learn with; `guides` tells people how all this is used; `app` is the one module that knows every
room; `cli` is the commands. The contracts in pyproject.toml hold this order.
"""
