// Runs the islands' tests of pure logic: built with esbuild, run by Node's own runner.

import { spawnSync } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const out = path.join(root, "build", "front-tests");

const tests = [];
for (const entry of await readdir(path.join(root, "vermilion"), { withFileTypes: true })) {
  if (!entry.isDirectory()) continue;
  const folder = path.join(root, "vermilion", entry.name, "islands", "tests");
  const files = await readdir(folder).catch(() => []);
  tests.push(
    ...files.filter((file) => file.endsWith(".test.ts")).map((file) => path.join(folder, file)),
  );
}

await rm(out, { recursive: true, force: true });
await esbuild.build({
  entryPoints: tests,
  outdir: out,
  outbase: path.join(root, "vermilion"),
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
});
const built = tests.map((file) =>
  path.join(out, path.relative(path.join(root, "vermilion"), file).replace(/\.ts$/, ".mjs")),
);
const ours = [path.join(root, "tools", "front", "tests", "oklch.test.mjs")];
process.exit(
  spawnSync(process.execPath, ["--test", ...built, ...ours], { stdio: "inherit" }).status ?? 1,
);
