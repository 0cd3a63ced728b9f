"""`create_app`: the one module that knows every room."""

from __future__ import annotations

import logging

from flask import Flask
from flask_alembic import Alembic
from flask_babel import Babel
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from engage.config import ROOT, Settings
from engage.frame import filters, languages
from engage.frame.views import blueprint as frame
from engage.kit.db import Base, db

MEGABYTE = 1024 * 1024


def create_app(settings: Settings | None = None) -> Flask:
    settings = settings or Settings.from_environment()
    app = Flask(
        "engage",
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "static"),
        instance_path=str(settings.instance),
    )
    configure(app, settings)
    connect_database(app)
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
        WTF_CSRF_SSL_STRICT=False,
    )


def connect_database(app: Flask) -> None:
    db.init_app(app)
    migrations = ROOT / "migrations"
    app.config["ALEMBIC"] = {
        "script_location": str(migrations),
        "version_locations": [str(migrations / "versions")],
    }
    app.config["ALEMBIC_CONTEXT"] = {"render_as_batch": True, "compare_type": True}
    Alembic(
        app,
        run_mkdir=False,
        metadatas=Base.metadata,
        engines=app.extensions["engage.engine"],
    )
    logging.getLogger("alembic").setLevel(logging.WARNING)  # each step is told by the command


def speak(app: Flask) -> None:
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(ROOT / "translations")
    Babel(app, locale_selector=languages.chosen)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_options["autoescape"] = True
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    filters.init_app(app)


def protect(app: Flask, settings: Settings) -> None:
    CSRFProtect(app)
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # Flask's own way to wrap
            app.wsgi_app, x_for=count, x_proto=count, x_host=count
        )


def open_rooms(app: Flask) -> None:
    for blueprint in (frame,):
        app.register_blueprint(blueprint)
