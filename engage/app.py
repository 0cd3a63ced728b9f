"""`create_app`: the one module that knows every room."""

from __future__ import annotations

from flask import Flask
from flask_babel import Babel
from flask_compress import Compress
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from engage.accounts import access, kept
from engage.accounts.views import blueprint as accounts
from engage.calendar.views.feeds import blueprint as calendar_feeds
from engage.calendar.views.months import blueprint as calendar_months
from engage.calendar.views.tokens import blueprint as calendar_tokens
from engage.config import ROOT, TRANSLATIONS, Settings
from engage.events.views.counts import blueprint as event_counts
from engage.events.views.files import blueprint as event_files
from engage.events.views.of_journey import blueprint as events_of_journey
from engage.events.views.of_plan import blueprint as events_of_plan
from engage.events.views.paper import blueprint as event_paper
from engage.events.views.partners import blueprint as event_partners
from engage.events.views.places import blueprint as event_places
from engage.events.views.promises import blueprint as event_promises
from engage.events.views.quick import blueprint as event_quick
from engage.events.views.reading import blueprint as events
from engage.events.views.steps import blueprint as event_steps
from engage.events.views.tally import blueprint as event_tally
from engage.events.views.totals import blueprint as event_totals
from engage.events.views.writing import blueprint as event_writing
from engage.frame import addresses, assets, errors, filters, headers, languages
from engage.frame.unindented import Unindented
from engage.frame.views import blueprint as frame
from engage.guides.views import blueprint as guides
from engage.journeys.views.baton import blueprint as journey_baton
from engage.journeys.views.hosting import blueprint as journey_hosting
from engage.journeys.views.order import blueprint as journey_order
from engage.journeys.views.planning import blueprint as journey_planning
from engage.journeys.views.reading import blueprint as journeys
from engage.journeys.views.sheets import blueprint as journey_sheets
from engage.journeys.views.stops import blueprint as journey_stops
from engage.kit import migrations
from engage.kit.atlas import atlas
from engage.kit.db import db
from engage.kit.locales import Catalogues
from engage.plans.assignments.views import blueprint as assignments
from engage.plans.board.views import blueprint as board
from engage.plans.checklist.views import blueprint as checklist
from engage.plans.checks.views import blueprint as checks
from engage.plans.filters.views import blueprint as filters_kept
from engage.plans.papers.views import blueprint as papers
from engage.plans.review.views import blueprint as review
from engage.plans.sharing.views import blueprint as sharing
from engage.plans.views.advising import blueprint as advising
from engage.plans.views.changes import blueprint as changes
from engage.plans.views.glance import blueprint as glance
from engage.plans.views.hints import blueprint as hints
from engage.plans.views.paper import blueprint as paper
from engage.plans.views.pasting import blueprint as pasting
from engage.plans.views.promises import blueprint as promises
from engage.plans.views.reading import blueprint as plans
from engage.plans.views.rows import blueprint as rows
from engage.plans.views.start import blueprint as start
from engage.plans.views.steps import blueprint as steps
from engage.plans.views.together import blueprint as together
from engage.plans.views.writing import blueprint as writing
from engage.post.views import blueprint as post
from engage.upkeep.views import blueprint as upkeep

ROOMS = (
    frame,
    accounts,
    upkeep,
    post,
    start,
    plans,
    writing,
    rows,
    pasting,
    steps,
    advising,
    changes,
    together,
    glance,
    hints,
    paper,
    promises,
    assignments,
    board,
    filters_kept,
    review,
    checklist,
    checks,
    papers,
    sharing,
    guides,
    calendar_feeds,
    calendar_months,
    calendar_tokens,
    event_counts,
    event_files,
    events_of_journey,
    events_of_plan,
    event_paper,
    event_partners,
    event_places,
    event_promises,
    event_quick,
    events,
    event_steps,
    event_tally,
    event_totals,
    event_writing,
    journey_baton,
    journey_hosting,
    journey_order,
    journey_planning,
    journeys,
    journey_sheets,
    journey_stops,
)

MEGABYTE = 1024 * 1024


def create_app(settings: Settings | None = None) -> Flask:
    settings = settings or Settings.from_environment()
    if settings.map_file is not None:
        atlas(settings.map_file)  # a file that is no map is told of now
    app = Flask(
        "engage",
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
        instance_path=str(settings.instance),
    )
    configure(app, settings)
    db.init_app(app)
    migrations.init_app(app)
    speak(app)
    protect(app, settings)
    open_rooms(app)
    return app


def configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        ENGAGE=settings,
        DATABASE_URL=settings.database_url,
        SECRET_KEY=settings.secret_key,
        SECRET_KEY_FALLBACKS=list(settings.secret_key_fallbacks),
        TRUSTED_HOSTS=list(settings.trusted_hosts) or None,
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # A plan's section is a long form; a workbook or a long text still fits.
        MAX_CONTENT_LENGTH=16 * MEGABYTE,
        MAX_FORM_MEMORY_SIZE=4 * MEGABYTE,
        MAX_FORM_PARTS=5000,
        # The token lives as long as the session: people draft for hours on weak lines.
        WTF_CSRF_TIME_LIMIT=None,
        # Some offices strip the Referer; the token and the SameSite cookie are what protects.
        WTF_CSRF_SSL_STRICT=False,
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=6,
        COMPRESS_LEVEL=5,
        COMPRESS_STREAMS=False,
    )


def speak(app: Flask) -> None:
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(TRANSLATIONS)
    babel = Babel(app, locale_selector=languages.chosen)
    babel.domain_instance = Catalogues()
    app.jinja_env.add_extension(Unindented)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    filters.init_app(app)


def protect(app: Flask, settings: Settings) -> None:
    CSRFProtect(app)
    access.init_app(app)
    kept.init_app(app)
    # What is registered first runs last: a page is tagged before it is compressed.
    Compress(app)
    headers.init_app(app)
    languages.init_app(app)
    errors.init_app(app)
    assets.init_app(app)
    addresses.init_app(app)
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # Flask's own way to wrap
            app.wsgi_app, x_for=count, x_proto=count, x_host=count
        )


def open_rooms(app: Flask) -> None:
    for blueprint in ROOMS:
        app.register_blueprint(blueprint)
