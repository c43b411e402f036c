// Builds everything a page loads into build/static, and the fonts of printed papers into
// build/print-fonts. Nothing is fetched: all of it comes out of node_modules.

import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { printFonts, screenFonts } from "./fonts.mjs";
import { iconSprite } from "./icons.mjs";
import { withoutOklch } from "./oklch.mjs";

const require = createRequire(import.meta.url);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const web = path.join(root, "vermilion", "web");
const build = path.join(root, "build");

// The last browsers that run on the oldest computers we mean to serve.
const target = ["chrome109", "firefox115", "safari16"];
const common = { bundle: true, minify: true, target, legalComments: "none", logLevel: "warning" };

async function islands(out) {
  await esbuild.build({
    ...common,
    entryPoints: { vermilion: path.join(web, "islands", "index.ts") },
    outdir: path.join(out, "js"),
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    // htmx can evaluate; our pages forbid it by policy and by its own switch.
    logOverride: { "direct-eval": "silent" },
  });
}

async function styles(out) {
  await esbuild.build({
    ...common,
    entryPoints: { vermilion: path.join(web, "styles", "index.css") },
    outdir: path.join(out, "css"),
    external: ["*.woff2", "*.svg", "*.png"],
    plugins: [{ name: "without-oklch", setup: lowerColours }],
  });
}

function lowerColours(plugin) {
  plugin.onLoad({ filter: /\.css$/ }, async (file) => ({
    contents: withoutOklch(await readFile(file.path, "utf8")),
    loader: "css",
  }));
}

async function pdf(out) {
  const home = path.dirname(require.resolve("pdfjs-dist/package.json"));
  const folder = path.join(out, "pdf");
  await esbuild.build({
    ...common,
    entryPoints: { worker: path.join(home, "legacy", "build", "pdf.worker.mjs") },
    outdir: folder,
    format: "esm",
    logOverride: { "empty-import-meta": "silent" },
  });
  const plain = { recursive: true, filter: (file) => !path.basename(file).startsWith("LICENSE") };
  await cp(path.join(home, "cmaps"), path.join(folder, "cmaps"), plain);
  await cp(path.join(home, "standard_fonts"), path.join(folder, "standard_fonts"), plain);
  // Pictures are unpacked by script, not by WebAssembly, which our content policy forbids.
  await mkdir(path.join(folder, "decoders"), { recursive: true });
  const fallback = "openjpeg_nowasm_fallback.js";
  await cp(path.join(home, "wasm", fallback), path.join(folder, "decoders", fallback));
}

async function licences(out) {
  const { dependencies } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const texts = [];
  for (const name of Object.keys(dependencies)) {
    const home = path.join(root, "node_modules", name);
    const { version, license } = JSON.parse(
      await readFile(path.join(home, "package.json"), "utf8"),
    );
    const files = (await readdir(home)).filter((file) => /^licen[cs]e/i.test(file)).sort();
    const words = await Promise.all(files.map((file) => readFile(path.join(home, file), "utf8")));
    texts.push(`${name} ${version} (${license})\n\n${words.join("\n")}`);
  }
  await writeFile(path.join(out, "licences.txt"), texts.join(`\n${"=".repeat(72)}\n\n`));
}

async function buildAll() {
  const fresh = path.join(build, "static.new");
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await Promise.all([
    islands(fresh),
    styles(fresh),
    pdf(fresh),
    screenFonts(fresh),
    iconSprite(path.join(web, "icons.txt"), path.join(fresh, "icons.svg")),
    cp(path.join(web, "images"), path.join(fresh, "images"), { recursive: true }),
    licences(fresh),
  ]);
  await swap(fresh, path.join(build, "static"));
  await rm(path.join(build, "print-fonts"), { recursive: true, force: true });
  await printFonts(path.join(build, "print-fonts"));
}

/** Put the new folder in place of the old one at once: a running server never finds half. */
async function swap(fresh, place) {
  const old = `${place}.old`;
  await rm(old, { recursive: true, force: true });
  if (await exists(place)) await rename(place, old);
  await rename(fresh, place);
  await rm(old, { recursive: true, force: true });
}

async function exists(file) {
  return stat(file).then(
    () => true,
    () => false,
  );
}

async function watch() {
  const { watch: changes } = await import("node:fs");
  let waiting;
  changes(path.join(root, "vermilion"), { recursive: true }, (_event, file) => {
    if (!/\.(ts|css|txt)$/.test(file ?? "")) return;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const place = path.join(build, "static");
      await Promise.all([islands(place), styles(place)]).catch(() => {});
    }, 100);
  });
}

await buildAll();
if (process.argv.includes("--watch")) await watch();
