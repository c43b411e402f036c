// Fonts for the screen, cut by script so that a page loads only the letters it shows; and whole
// fonts for what Typst prints.

import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

// Two weights carry the screen; whatever asks for 500 or 700 gets the nearest. Where the letters of
// two subsets overlap the later one counts: Vietnamese never fetches the letters of all of Europe.
// A script whose face weighs as much as a whole page is taken from the computer where it has one
// (`installed`): the systems of the offices bring good ones, and a slow line is spared 100 kB.
const SCREEN = [
  {
    package: "be-vietnam-pro",
    family: "Be Vietnam Pro",
    subsets: ["latin-ext", "vietnamese", "latin"],
    faces: ["400-normal", "600-normal", "400-italic"],
  },
  {
    package: "noto-sans-arabic",
    family: "Noto Sans Arabic",
    subsets: ["arabic"],
    faces: ["400-normal", "600-normal"],
    installed: {
      400: ["Noto Sans Arabic Regular", "NotoSansArabic-Regular", "Segoe UI", "Geeza Pro"],
      600: [
        "Noto Sans Arabic SemiBold",
        "Noto Sans Arabic Bold",
        "NotoSansArabic-Bold",
        "Segoe UI Semibold",
        "Geeza Pro Bold",
      ],
    },
  },
  {
    package: "noto-sans-devanagari",
    family: "Noto Sans Devanagari",
    subsets: ["devanagari"],
    faces: ["400-normal", "600-normal"],
    installed: {
      400: [
        "Noto Sans Devanagari Regular",
        "NotoSansDevanagari-Regular",
        "Nirmala UI",
        "Kohinoor Devanagari",
      ],
      600: [
        "Noto Sans Devanagari SemiBold",
        "Noto Sans Devanagari Bold",
        "NotoSansDevanagari-Bold",
        "Nirmala UI Bold",
        "Kohinoor Devanagari Semibold",
      ],
    },
  },
  {
    package: "tinos",
    family: "Tinos",
    subsets: ["latin-ext", "vietnamese", "latin"],
    faces: ["400-normal", "700-normal", "400-italic", "700-italic"],
  },
];

const PRINT = {
  tinos: ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"],
  "be-vietnam-pro": ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold"],
  "noto-naskh-arabic": ["400Regular", "700Bold"],
  "noto-serif-devanagari": ["400Regular", "700Bold"],
};

/** Write `css/fonts.css` and the woff2 files it names. */
export async function screenFonts(out) {
  await mkdir(path.join(out, "fonts"), { recursive: true });
  const rules = [];
  for (const font of SCREEN) {
    const home = path.dirname(require.resolve(`@fontsource/${font.package}/package.json`));
    const ranges = JSON.parse(await readFile(path.join(home, "unicode.json"), "utf8"));
    for (const face of font.faces) {
      for (const subset of font.subsets) {
        const file = `${font.package}-${subset}-${face}.woff2`;
        await copyFile(path.join(home, "files", file), path.join(out, "fonts", file));
        rules.push(faceRule(font, face, file, ranges[subset]));
      }
    }
  }
  await mkdir(path.join(out, "css"), { recursive: true });
  await writeFile(path.join(out, "css", "fonts.css"), rules.join("\n"));
}

function faceRule(font, face, file, range) {
  const [weight, style] = face.split("-");
  const installed = (font.installed?.[weight] ?? []).map((name) => `local("${name}")`);
  const sources = [...installed, `url("../fonts/${file}") format("woff2")`].join(",");
  return (
    `@font-face{font-family:"${font.family}";font-style:${style};font-weight:${weight};` +
    `font-display:swap;src:${sources};unicode-range:${range}}`
  );
}

/** Copy the fonts that printed papers are set in. */
export async function printFonts(out) {
  await mkdir(out, { recursive: true });
  for (const [name, faces] of Object.entries(PRINT)) {
    const home = path.dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));
    const family = name
      .split("-")
      .map((word) => word[0].toUpperCase() + word.slice(1))
      .join("");
    for (const face of faces) {
      const file = `${family}_${face}.ttf`;
      await copyFile(path.join(home, face, file), path.join(out, file));
    }
  }
}
