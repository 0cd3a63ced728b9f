"""Good practice for each group, in short sentences, and the questions that they stand beside.

After the evidence gathered for each group: the manuals of FAO on free, prior and informed consent
and on rangelands, the gender plan of action of the Convention, and the practice of the IPU.
"""

from __future__ import annotations

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from engage.kit.values.vocabulary import Label
from engage.reference.vocabulary.groups import Group


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to think of; `beside` names questions as `list.question`.

    Without a group it is meant for everybody.
    """

    group: Group | None
    sentence: Label
    beside: tuple[str, ...]


EVERYBODY = (
    Prompt(
        None,
        _l("Think of persons with disabilities, older and displaced persons, and non-readers."),
        ("stakeholders.barriers", "activities.inclusion"),
    ),
)

GOVERNING = (
    Prompt(
        Group.POLICYMAKERS,
        _l("Finance, planning, water, interior and local government decide on land as well."),
        ("stakeholders.name",),
    ),
    Prompt(
        Group.POLICYMAKERS,
        _l("Come before they decide, for example on the budget or on a five-year plan."),
        ("stakeholders.decides_when", "activities.when"),
    ),
    Prompt(
        Group.POLICYMAKERS,
        _l("A body that exists already is easier to keep alive than a new one."),
        ("stakeholders.methods",),
    ),
    Prompt(
        Group.PARLIAMENTARIANS,
        _l("Invite through the office of the Speaker, weeks ahead; clerks and researchers help."),
        ("stakeholders.representation", "activities.invitation_when"),
    ),
    Prompt(
        Group.PARLIAMENTARIANS,
        _l("A committee hearing, a brief of two pages, a field visit or a budget note fit well."),
        ("stakeholders.methods", "activities.methods"),
    ),
    Prompt(
        Group.PARLIAMENTARIANS,
        _l("Invite all parties and chambers alike, with women and young members."),
        ("stakeholders.parliament_parts", "activities.groups"),
    ),
    Prompt(
        Group.PARLIAMENTARIANS,
        _l("Keep clear of recess, election campaigns and dissolution."),
        ("activities.when",),
    ),
)

PEOPLE = (
    Prompt(
        Group.WOMEN,
        _l("Women are not one group: age, marital status, land, livelihood and disability differ."),
        ("stakeholders.name", "activities.groups"),
    ),
    Prompt(
        Group.WOMEN,
        _l("Ask about women’s rights to land, not only about their work on it."),
        ("stakeholders.interest",),
    ),
    Prompt(
        Group.WOMEN,
        _l(
            "A session of their own first, at an hour free of chores, with childcare and a woman "
            "who leads it, helps many to speak."
        ),
        ("stakeholders.inclusion", "stakeholders.separate_session", "activities.inclusion"),
    ),
    Prompt(
        Group.WOMEN,
        _l("Ask where women decide, not only where they are present. Men can be allies."),
        ("stakeholders.representation", "stakeholders.governance_role"),
    ),
    Prompt(
        Group.YOUTH,
        _l(
            "Think of young farmers, herders, Indigenous youth and youth with disabilities, not "
            "only of students."
        ),
        ("stakeholders.name", "stakeholders.representation"),
    ),
    Prompt(
        Group.YOUTH,
        _l("Where minors come, ask their parents or guardians, and name who looks after them."),
        ("stakeholders.inclusion", "activities.minors"),
    ),
    Prompt(
        Group.YOUTH,
        _l("Say which ages you count as youth: definitions differ."),
        ("activities.target_youth", "activities.youth_band"),
    ),
    Prompt(
        Group.CSO,
        _l("An open call also reaches organizations that are small, new or not registered."),
        ("stakeholders.name", "stakeholders.representation"),
    ),
    Prompt(
        Group.CSO,
        _l("Say who pays for travel and interpretation; it often decides who can come."),
        ("stakeholders.inclusion", "activities.inclusion"),
    ),
    Prompt(
        Group.INDIGENOUS,
        _l("Indigenous Peoples are right-holders; their own bodies say who speaks for them."),
        ("stakeholders.representation", "stakeholders.affected"),
    ),
    Prompt(
        Group.INDIGENOUS,
        _l("Give information early, and leave time to deliberate without outsiders."),
        ("stakeholders.inclusion", "stakeholders.shared", "stakeholders.decides_when"),
    ),
    Prompt(
        Group.INDIGENOUS,
        _l(
            "Consent is given together; it may be refused or withdrawn, and may be spoken if it "
            "is recorded as agreed."
        ),
        ("stakeholders.consent", "consent_steps.step"),
    ),
    Prompt(
        Group.INDIGENOUS,
        _l("They choose the interpreters; agree first who owns recordings and knowledge."),
        ("stakeholders.languages", "consent_steps.note"),
    ),
    Prompt(
        Group.LOCAL_COMM,
        _l("Hear independent voices too, besides customary leaders."),
        ("stakeholders.representation",),
    ),
    Prompt(
        Group.LOCAL_COMM,
        _l("Village assemblies and meetings on the use of land are places where people speak."),
        ("stakeholders.methods", "activities.places"),
    ),
    Prompt(
        Group.LOCAL_COMM,
        _l("Think of communities that host migrants, and of people without a title to land."),
        ("stakeholders.name",),
    ),
)

LIVELIHOODS = (
    Prompt(
        Group.LAND_OWNERS_MANAGERS,
        _l("Land is held privately, together, by lease or by the State: each raises questions."),
        ("stakeholders.interest",),
    ),
    Prompt(
        Group.LAND_OWNERS_MANAGERS,
        _l("Land registries, chambers of agriculture, forest and park services know them."),
        ("stakeholders.channels", "activities.channels"),
    ),
    Prompt(
        Group.LAND_OWNERS_MANAGERS,
        _l("Name the women who hold land, and see where those who use it without title are met."),
        ("stakeholders.name", "stakeholders.representation"),
    ),
    Prompt(
        Group.FARMERS,
        _l("Keep the months of sowing and harvest free."),
        ("activities.when", "stakeholders.barriers"),
    ),
    Prompt(
        Group.FARMERS,
        _l("Extension agents, cooperatives, field schools and seed shops reach farmers."),
        ("stakeholders.channels", "activities.channels"),
    ),
    Prompt(
        Group.PASTORALISTS,
        _l("Rangelands are land in use, and pastoralists right-holders who use it by moving."),
        ("stakeholders.interest", "stakeholders.affected"),
    ),
    Prompt(
        Group.PASTORALISTS,
        _l("Ask whom to greet first, and see that herders speak for themselves."),
        ("stakeholders.representation",),
    ),
    Prompt(
        Group.PASTORALISTS,
        _l("Ask who watches the animals meanwhile, and pay a herder to replace who comes."),
        ("stakeholders.inclusion", "activities.inclusion"),
    ),
    Prompt(
        Group.PASTORALISTS,
        _l(
            "Go where the herds are: markets, water points, vaccination days. Several small "
            "meetings serve better than a large one; avoid lambing, calving and migration."
        ),
        ("stakeholders.channels", "stakeholders.whereabouts", "activities.when"),
    ),
)

VOICES = (
    Prompt(
        Group.MEDIA,
        _l("Think of public, commercial and community stations, and of their languages."),
        ("stakeholders.name", "stakeholders.languages"),
    ),
    Prompt(
        Group.MEDIA,
        _l("Offer journalists a briefing, and a person who answers them on the same day."),
        ("stakeholders.methods", "stakeholders.offered"),
    ),
    Prompt(
        Group.MEDIA,
        _l("Agree beforehand on embargoes, corrections and consent to photographs."),
        ("stakeholders.shared", "activities.methods"),
    ),
    Prompt(
        Group.PRIVATE_SECTOR,
        _l("Think of small firms, cooperatives and firms led by women, not only of large ones."),
        ("stakeholders.name", "stakeholders.company_sizes", "partnerships.sizes"),
    ),
    Prompt(
        Group.PRIVATE_SECTOR,
        _l("Look into a partner before signing, and write down what was found."),
        ("partnerships.due_diligence",),
    ),
    Prompt(
        Group.PRIVATE_SECTOR,
        _l("A pledge with a quantity and a date can be kept and shown."),
        ("stakeholders.offered", "partnerships.pledge"),
    ),
    Prompt(
        Group.PRIVATE_SECTOR,
        _l("The partnership is the Party’s own and implies no endorsement by the United Nations."),
        ("partnerships.uses_logo",),
    ),
)

PROMPTS = EVERYBODY + GOVERNING + PEOPLE + LIVELIHOODS + VOICES


def prompts_beside(question: str, groups: frozenset[str] | None) -> tuple[Prompt, ...]:
    """What to think of at a question (`list.question`) for these groups; None asks for all."""
    return tuple(each for each in PROMPTS if question in each.beside and _concerns(each, groups))


def _concerns(prompt: Prompt, groups: frozenset[str] | None) -> bool:
    return prompt.group is None or groups is None or prompt.group in groups
