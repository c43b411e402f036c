"""What a scanner makes of a paper: pages at 200 dpi, crooked, noisy, blurred, stamped over."""

import io
import random

import pypdfium2
from PIL import Image, ImageDraw, ImageFilter

DPI = 200
MANNERS = ("clean", "skewed", "noisy", "blurred", "stamped", "grey", "black", "faint")


def pictures(pdf: bytes, *, seed: str, manner: str, most: int = 12) -> list[Image.Image]:
    """The pages as pictures, each spoilt in this manner."""
    chance = random.Random(seed)
    document = pypdfium2.PdfDocument(pdf)
    return [
        _spoilt(
            page.render(scale=DPI / 72, may_draw_forms=True).to_pil().convert("RGB"), manner, chance
        )
        for page in list(document)[:most]
    ]


def _spoilt(page: Image.Image, manner: str, chance: random.Random) -> Image.Image:
    if manner == "stamped":
        _stamp(page, chance)
    if manner == "faint":
        page = page.point(lambda value: 90 + value * 165 // 255)
    angle = {"clean": 0.0, "skewed": chance.uniform(1.0, 2.2) * chance.choice((-1, 1))}.get(
        manner, chance.uniform(-0.7, 0.7)
    )
    page = page.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor="white")
    if manner in ("blurred", "stamped"):
        page = page.filter(ImageFilter.GaussianBlur(0.8 if manner == "blurred" else 0.4))
    if manner != "clean":
        spread = 34 if manner == "noisy" else 18
        noise = Image.effect_noise(page.size, spread).convert("RGB")
        page = Image.blend(page, noise, 0.16 if manner == "noisy" else 0.07)
    if manner == "noisy":
        draw = ImageDraw.Draw(page)
        for _ in range(500):
            x, y = chance.randrange(page.width), chance.randrange(page.height)
            draw.ellipse((x, y, x + chance.choice((1, 2)), y + 1), fill=(60, 60, 60))
    if manner in ("grey", "black"):
        page = page.convert("L")
    if manner == "black":
        page = page.point(lambda value: 255 if value > 150 else 0).convert("1")
    return page


def _stamp(page: Image.Image, chance: random.Random) -> None:
    """A round red seal beside the signature, and a mark of arrival in the upper corner."""
    over = Image.new("RGBA", page.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(over)
    x, y = int(page.width * 0.58), int(page.height * chance.uniform(0.55, 0.75))
    for radius in (150, 142, 100):
        draw.ellipse(
            (x - radius, y - radius, x + radius, y + radius), outline=(200, 20, 20, 150), width=4
        )
    draw.rectangle((90, 560, 480, 760), outline=(170, 30, 90, 140), width=4)
    page.paste(Image.alpha_composite(page.convert("RGBA"), over).convert("RGB"))


def as_jpeg(page: Image.Image) -> bytes:
    out = io.BytesIO()
    page.convert("RGB").save(out, "JPEG", quality=72, dpi=(DPI, DPI))
    return out.getvalue()


def as_pdf(pages: list[Image.Image]) -> bytes:
    """The pictures as a PDF, as scanners hand them over."""
    out = io.BytesIO()
    first, *rest = [
        page if page.mode == "1" else Image.open(io.BytesIO(as_jpeg(page))) for page in pages
    ]
    first.save(out, "PDF", resolution=DPI, save_all=True, append_images=rest)
    return out.getvalue()
