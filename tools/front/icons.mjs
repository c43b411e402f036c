// One sprite with the icons the pages name, and no other.

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const PEN =
  'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

/** Write `icons.svg` out of the names in `list`, one a line; `#` begins a remark. */
export async function iconSprite(list, target) {
  const home = path.dirname(require.resolve("lucide-static/package.json"));
  const names = (await readFile(list, "utf8"))
    .split("\n")
    .map((line) => line.split("#")[0].trim())
    .filter(Boolean);
  const symbols = [];
  for (const name of [...new Set(names)].sort()) {
    const source = await readFile(path.join(home, "icons", `${name}.svg`), "utf8");
    const drawing = source
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/<svg[\s\S]*?>/, "")
      .replace("</svg>", "")
      .replace(/\s+/g, " ")
      .replace(/> </g, "><")
      .trim();
    symbols.push(`<symbol id="${name}" viewBox="0 0 24 24" ${PEN}>${drawing}</symbol>`);
  }
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`;
  await writeFile(target, sprite);
}
