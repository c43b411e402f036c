"""Build docs/ into build/docs as HTML; fail on links that lead nowhere and on stale reference.

python -m tools.docs            build and check
python -m tools.docs --links    check the links alone
"""

import html
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

REPOSITORY = Path(__file__).resolve().parents[1]
DOCS = REPOSITORY / "docs"
BUILT = REPOSITORY / "build" / "docs"

FRAME = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Vermilion</title>
<link rel="stylesheet" href="{root}docs.css">
</head>
<body>
<nav><a href="{root}index.html">Vermilion</a></nav>
<main>
{content}
</main>
</body>
</html>
"""

STYLE = """:root { color-scheme: light dark; --accent: #b3321f; }
body { max-inline-size: 46rem; margin: 2rem auto; padding-inline: 1rem; font: 1rem/1.6 sans-serif; }
nav { border-block-end: 2px solid var(--accent); padding-block-end: .5rem; }
a { color: var(--accent); }
pre { overflow-x: auto; padding: .75rem; border: 1px solid; border-radius: .25rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid; padding: .3rem .5rem; text-align: start; vertical-align: top; }
"""


def reader() -> MarkdownIt:
    """Markdown as our pages use it: with tables."""
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def sources() -> list[Path]:
    """Every page, and the README."""
    return sorted([*DOCS.rglob("*.md"), REPOSITORY / "README.md"])


def anchor(words: str) -> str:
    """The name by which a heading is linked to."""
    kept = re.sub(r"[^\w\s-]", "", re.sub(r"[`*_]", "", words.strip().lower()))
    return re.sub(r"\s", "-", kept)


def headings(tokens: list[Token]) -> Iterator[tuple[Token, str]]:
    """Each heading with its words."""
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            yield token, inline.content


def broken_links() -> list[str]:
    """Links that lead to no page, no file and no heading."""
    trees = {path: reader().parse(path.read_text(encoding="utf-8")) for path in sources()}
    anchors = {path: {anchor(words) for _, words in headings(tree)} for path, tree in trees.items()}
    wrong = []
    for path, tree in trees.items():
        for target in _links(tree):
            if re.match(r"[a-z]+:", target):
                continue
            place, _, name = target.partition("#")
            there = (path.parent / place).resolve() if place else path
            known = not name or name in anchors.get(there, {name})
            if not there.exists() or not known:
                wrong.append(f"{path.relative_to(REPOSITORY)}: {target}")
    return wrong


def build() -> None:
    """Write every page, with an index of all of them."""
    BUILT.mkdir(parents=True, exist_ok=True)
    (BUILT / "docs.css").write_text(STYLE, encoding="utf-8")
    titles = []
    for path in sorted(DOCS.rglob("*.md")):
        inside = path.relative_to(DOCS)
        tokens = reader().parse(path.read_text(encoding="utf-8"))
        title = next((words for _, words in headings(tokens)), inside.stem)
        for token, words in headings(tokens):
            token.attrSet("id", anchor(words))
        content = reader().renderer.render(tokens, reader().options, {})
        content = re.sub(r'href="(?!\w+:)([^"#]+)\.md', r'href="\1.html', content)
        _write(inside.with_suffix(".html"), title, content)
        titles.append((inside, title))
    items = "".join(
        f'<li><a href="{page.with_suffix(".html").as_posix()}">{html.escape(title)}</a></li>\n'
        for page, title in titles
    )
    _write(Path("index.html"), "Vermilion", f"<h1>Vermilion</h1>\n<ul>\n{items}</ul>\n")


def stale() -> list[str]:
    """Generated pages that say something else than the code."""
    import os

    from tools import reference
    from vermilion.site.commands.house import django_ready

    os.environ["VERMILION_LANGUAGE"] = "en"
    with django_ready():
        return [
            f"docs/reference/{name} is stale: make snapshots"
            for name, write in reference.pages().items()
            if not (reference.REFERENCE / name).exists()
            or (reference.REFERENCE / name).read_text(encoding="utf-8") != write()
        ]


def _links(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "link_open":
            yield str(token.attrs["href"])
        if token.type == "image":
            yield str(token.attrs["src"])
        if token.children:
            yield from _links(token.children)


def _write(inside: Path, title: str, content: str) -> None:
    page = BUILT / inside
    page.parent.mkdir(parents=True, exist_ok=True)
    root = "../" * (len(inside.parts) - 1)
    text = FRAME.format(title=html.escape(title), content=content, root=root)
    page.write_text(text, encoding="utf-8")


def main(*words: str) -> int:
    """Build unless only links are asked for; 1 when anything is wrong."""
    wrong = broken_links()
    if "--links" not in words:
        build()
        wrong += stale()
        sys.stdout.write(f"{BUILT / 'index.html'}\n")
    sys.stdout.writelines(f"{each}\n" for each in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
