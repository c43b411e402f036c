"""Django's settings, all derived from the configuration of the installation."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.utils.translation import gettext_lazy as _

from vermilion.site.configuration import from_environment

# Read anew: a command may have started the database since the environment was read first.
CONFIGURATION = from_environment()

REPOSITORY = Path(__file__).resolve().parents[2]


def _database(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/") or "vermilion",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": query.pop("port", str(parts.port or "")),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 20, "timeout": 20}, **query},
    }


DEBUG = False
SECRET_KEY = CONFIGURATION.secret("django")
ALLOWED_HOSTS = [host.strip() for host in CONFIGURATION.hosts.split(",") if host.strip()]
ROOT_URLCONF = "vermilion.site.urls"
ASGI_APPLICATION = "vermilion.site.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": _database(CONFIGURATION.database_url or "postgresql:///vermilion")}

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "procrastinate.contrib.django",
    # Before allauth, whose pages and words it replaces by the house's own.
    "vermilion.accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "vermilion.jobs",
    "vermilion.audit",
    "vermilion.files",
    "vermilion.web",
    "vermilion.notices",
    "vermilion.live",
    "vermilion.access",
    "vermilion.directory",
    "vermilion.workdays",
    "vermilion.documents",
    "vermilion.tasks",
    "vermilion.registry",
    "vermilion.arrivals",
    "vermilion.routing",
    "vermilion.followup",
    "vermilion.support",
    "vermilion.handover",
    "vermilion.insight",
    "vermilion.desk",
    "vermilion.site",
]

MIDDLEWARE = [
    "vermilion.web.middleware.moment_and_trace",
    "vermilion.web.middleware.Compressed",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "vermilion.web.middleware.content_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "vermilion.accounts.middleware.SignInRequired",
    "vermilion.accounts.middleware.Acting",
    "vermilion.web.middleware.local_hour",
    "vermilion.web.middleware.Refusals",
    "vermilion.live.middleware.forget_drafts",
    "vermilion.web.once.once",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            ["django.template.loaders.app_directories.Loader"],
                        )
                    ],
                )
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "vermilion.web.templatetags.face",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "vermilion.web.context.face",
            ],
        },
    }
]

# Languages and time.
USE_I18N = True
USE_TZ = True
TIME_ZONE = CONFIGURATION.time_zone
LANGUAGE_CODE = CONFIGURATION.language
LANGUAGES = [
    ("vi", _("Vietnamese")),
    ("en", _("English")),
    ("hi", _("Hindi")),
    ("ar", _("Arabic")),
]
# The kernel is no app of Django; its few sentences are found here.
LOCALE_PATHS = [REPOSITORY / "vermilion" / "kernel" / "locale"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"

FORMAT_MODULE_PATH = "vermilion.web.formats"

# The face: forms in our markup, the rail, what packages hang into the frame, error pages.
FORM_RENDERER = "vermilion.web.forms.Renderer"
NAVIGATION = "vermilion.site.navigation.ITEMS"
FINDERS = "vermilion.site.finding.FINDERS"
ACTS_BY_WORD = "vermilion.site.finding.ACTS"
FACE_SLOTS: dict[str, list[str]] = {
    "bar": ["notices/bell.html", "live/frame.html"],
    "news": ["notices/bell_news.html"],
    "person": ["support/menu.html", "accounts/person_menu.html"],
    "search": ["web/shell/finder.html"],
    "plain": ["accounts/plain_foot.html"],
    "head": [],
    "rail": ["desk/pins.html"],
    "notices": ["followup/reminders.html"],
    "error": ["support/from_error.html"],
}
PREFERENCE_KEEPERS = ["vermilion.accounts.handlers.keep_preferences"]
CSRF_FAILURE_VIEW = "vermilion.web.errors.stale_form"

# Static files: built by npm, collected once, served with far-future names.
STATIC_URL = "/static/"
STATICFILES_DIRS = [BUILT] if (BUILT := REPOSITORY / "build" / "static").exists() else []
PRINT_FONTS = REPOSITORY / "build" / "print-fonts"
STATIC_ROOT = CONFIGURATION.home_folder / "static"
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/(.+\.[0-9a-f]{12}\..+|js/chunks/.+)$"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Uploads go to disk beside the store, never into memory; the store takes them over.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# Cookies and headers.
SECURE = CONFIGURATION.secure == "1"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = SECURE
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
X_FRAME_OPTIONS = "SAMEORIGIN"

# Signing in (vermilion.accounts; the acts around it by django-allauth).
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "demo:pick" if CONFIGURATION.in_demo else "account_login"
LOGIN_REDIRECT_URL = "/"
SESSION_ENGINE = "vermilion.accounts.sessions"
SESSION_COOKIE_NAME = "__Host-session" if CONFIGURATION.secure == "1" else "session"
SESSION_COOKIE_AGE = int(CONFIGURATION.session_hours) * 3600
SESSION_IDLE_SECONDS = int(CONFIGURATION.idle_minutes) * 60
PASSWORD_HASHERS = ["vermilion.accounts.hashers.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("sign_in_name", "full_name")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "vermilion.accounts.passwords.NotGuessedFirst"},
]
CACHES = {
    # Counters that all web processes share; nothing that could not be lost.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if CONFIGURATION.secure == "1" else 0
ACCOUNT_ADAPTER = "vermilion.accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in_name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_FORMS = {
    "login": "vermilion.accounts.forms.SignIn",
    "reauthenticate": "vermilion.accounts.forms.PasswordAgain",
}
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
ACCOUNT_RATE_LIMITS = {
    # A whole office signs in at eight from one address; names have their own lock-out.
    "login": "240/m/ip",
    # Of one-time codes, per account. Passwords are counted in accounts.Throttle.
    "login_failed": "5/5m/key",
}
MFA_ADAPTER = "vermilion.accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "vermilion.accounts.forms.Code",
    "reauthenticate": "vermilion.accounts.forms.CodeAgain",
    "activate_totp": "vermilion.accounts.forms.FirstCode",
    "add_webauthn": "vermilion.accounts.forms.Passkey",
    "edit_webauthn": "vermilion.accounts.forms.PasskeyName",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = "Vermilion"
MFA_RECOVERY_CODES_SHOW_ONCE = True
# Browsers give passkeys to pages of localhost without TLS; elsewhere they refuse.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = CONFIGURATION.secure != "1"
MFA_RATE_LIMITS = {"webauthn_login": "240/m/ip"}

# Mail: by the named server; laid down to be looked at in the demonstration; else not at all.
PUBLIC_ADDRESS = (
    CONFIGURATION.public_address or f"http://{CONFIGURATION.address}:{CONFIGURATION.port}"
)
DEFAULT_FROM_EMAIL = CONFIGURATION.mail_from
EMAIL_FILE_PATH = CONFIGURATION.home_folder / "mail"
_POST = urlsplit(CONFIGURATION.mail_url)
if CONFIGURATION.mail_url:
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST = _POST.hostname or "localhost"
    EMAIL_HOST_USER = unquote(_POST.username or "")
    EMAIL_HOST_PASSWORD = unquote(_POST.password or "")
    EMAIL_USE_SSL = _POST.scheme == "smtps"
    EMAIL_USE_TLS = not EMAIL_USE_SSL and bool(_POST.username)
    EMAIL_PORT = _POST.port or (465 if EMAIL_USE_SSL else 587 if EMAIL_USE_TLS else 25)
    EMAIL_TIMEOUT = 20
elif CONFIGURATION.in_demo:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

# The queue.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_DATABASE_ALIAS = "default"

# What the packages of this house ask for by name.
VERMILION = CONFIGURATION

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"trace": {"()": "vermilion.site.logs.TraceNumber"}},
    "formatters": {"line": {"()": "vermilion.site.logs.Line"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["trace"]}
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"vermilion": {"level": "INFO"}, "procrastinate": {"level": "WARNING"}},
}
