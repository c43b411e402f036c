"""What an operator may set: one environment variable each, read once at the start."""

import os
import secrets
from dataclasses import dataclass, field, fields
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit


def _variable(name: str, default: str, meaning: str) -> str:
    """A field read from an environment variable; its meaning goes into the reference."""
    made: str = field(default=default, metadata={"variable": name, "meaning": meaning})
    return made


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of one installation."""

    home: str = _variable(
        "VERMILION_HOME", "var", "Folder that holds the database, files and keys."
    )
    database_url: str = _variable(
        "VERMILION_DATABASE_URL",
        "",
        "postgresql:// address of a cluster. Empty: the embedded PostgreSQL under the home folder.",
    )
    port: str = _variable("PORT", "8000", "Port of the web server.")
    address: str = _variable("VERMILION_ADDRESS", "127.0.0.1", "Address the web server listens on.")
    hosts: str = _variable(
        "VERMILION_HOSTS",
        "localhost,127.0.0.1,[::1]",
        "Host names answered to, separated by commas.",
    )
    zone: str = _variable(
        "VERMILION_ZONE",
        "internet",
        "Network zone of the installation: internet, connected or enclave. Decides which grades "
        "of secrecy may be stored here.",
    )
    demo: str = _variable(
        "VERMILION_DEMO", "", "1 in the demonstration only: a page to pick a person to be."
    )
    store_url: str = _variable(
        "VERMILION_STORE_URL",
        "",
        "Where files lie: file:///folder or s3://bucket/prefix. Empty: a folder under the home.",
    )
    clamd: str = _variable(
        "VERMILION_CLAMD",
        "",
        "Address of a ClamAV daemon: a socket path or host:port. Empty: none.",
    )
    ocr: str = _variable(
        "VERMILION_OCR",
        "vie eng hin ara",
        "Languages in which scans are recognised, as Tesseract calls them. none: not at all.",
    )
    mail_url: str = _variable(
        "VERMILION_MAIL_URL",
        "",
        "smtp://user:password@host:port for mail. Empty: mail is shown, not sent.",
    )
    origin: str = _variable(
        "VERMILION_ORIGIN",
        "vermilion.local/log",
        "Name under which the audit log signs its checkpoints.",
    )
    secure: str = _variable(
        "VERMILION_SECURE", "", "1 behind TLS: cookies travel over TLS only and HSTS is sent."
    )
    mail_from: str = _variable(
        "VERMILION_MAIL_FROM", "vermilion@localhost", "Address in whose name mail is sent."
    )
    public_address: str = _variable(
        "VERMILION_PUBLIC_ADDRESS",
        "",
        "https:// address under which people reach the installation, for links in mail. Empty: "
        "the address listened on.",
    )
    second_factor: str = _variable(
        "VERMILION_SECOND_FACTOR",
        "administrator,security",
        "Duties whose holders must sign in with a second factor or a passkey, separated by commas.",
    )
    idle_minutes: str = _variable(
        "VERMILION_IDLE_MINUTES", "60", "Minutes without a request after which a session ends."
    )
    notices_days: str = _variable(
        "VERMILION_NOTICES_DAYS",
        "365",
        "Days after which notices and the mail of them are cleared.",
    )
    session_hours: str = _variable(
        "VERMILION_SESSION_HOURS", "12", "Hours after signing in at which a session ends anyway."
    )
    max_upload: str = _variable("VERMILION_MAX_UPLOAD_MIB", "200", "Largest file accepted, in MiB.")
    language: str = _variable(
        "VERMILION_LANGUAGE", "vi", "Language before a person has chosen one."
    )
    time_zone: str = _variable(
        "VERMILION_TIME_ZONE",
        "Asia/Ho_Chi_Minh",
        "Time zone of bodies that name none of their own.",
    )

    watched_folder: str = _variable(
        "VERMILION_WATCHED_FOLDER",
        "",
        "Folder with one folder for each body, named by its code: what is laid there comes into "
        "the inbox. Empty: none.",
    )

    @property
    def home_folder(self) -> Path:
        return Path(self.home).resolve()

    @property
    def in_demo(self) -> bool:
        return self.demo == "1"

    def secret(self, name: str) -> str:
        """A secret of this installation, made on first use and readable by its owner alone."""
        path = self.home_folder / "keys" / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            draft = path.with_name(f".{name}.{os.getpid()}")
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_urlsafe(48))
            try:
                # The first of several starting processes wins; the others read what it wrote.
                os.link(draft, path)
            except FileExistsError:
                pass
            finally:
                draft.unlink()
        return path.read_text().strip()


def from_environment() -> Configuration:
    """Read the configuration from the environment of this process."""
    given = {}
    for each in fields(Configuration):
        value = os.environ.get(each.metadata["variable"])
        if value is not None:
            given[each.name] = value
    return Configuration(**given)


def without_secrets(value: str) -> str:
    """A setting as it may be shown: the password of an address is left out."""
    parts = urlsplit(value)
    if not parts.password:
        return value
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{parts.username}:…@{place}"))


CONFIGURATION = from_environment()
