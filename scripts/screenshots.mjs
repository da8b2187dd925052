/**
 * `npm run screenshots -- [GREP]`: takes the pictures of the documentation in a real window, in a dark, a light and
 * both high-contrast themes, into `out/screenshots`. Those that the documents show are kept in `docs/images`, as WebP.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "./build.mjs";
import { buildTests, tests } from "./buildTests.mjs";
import { ensureInstalled } from "./install.mjs";
import { out, root } from "./paths.mjs";
import { run } from "./run.mjs";
import { testEnvironment } from "./testEnvironment.mjs";
import { launchBrowser } from "./vscodeWeb/browser.mjs";

await ensureInstalled();
await build();
await buildTests(["screenshots"]);
const { code } = await run(
  process.execPath,
  ["--enable-source-maps", path.join(tests, "main.js"), "screenshots", "screenshots", "90000"],
  {
    cwd: root,
    env: {
      ...testEnvironment(),
      ELASTICACHE_ACCESS_GREP: process.argv[2] ?? "",
      ELASTICACHE_ACCESS_FAILURES: path.join(out, "failures", "screenshots"),
    },
  },
);
if (code !== 0) {
  process.exit(1);
}

const images = path.join(root, "docs/images");
mkdirSync(images, { recursive: true });
const browser = await launchBrowser();
const page = await browser.newPage();
for (const name of shownPictures()) {
  const taken = path.join(out, "screenshots", `${name}.png`);
  if (existsSync(taken)) {
    writeFileSync(path.join(images, `${name}.webp`), await asWebp(readFileSync(taken)));
  }
}
await browser.close();

/**
 * A third of the bytes, and no difference to be seen.
 *
 * @param {Buffer} png
 */
async function asWebp(png) {
  const url = await page.evaluate(
    `(async () => {
      const blob = await (await fetch("data:image/png;base64,${png.toString("base64")}")).blob();
      const picture = await createImageBitmap(blob);
      const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
      canvas.getContext("2d").drawImage(picture, 0, 0);
      return canvas.toDataURL("image/webp", 0.9);
    })()`,
  );
  return Buffer.from(String(url).replace(/^.*,/, ""), "base64");
}

/** The names of the pictures that the README and the documents show. */
function shownPictures() {
  const docs = path.join(root, "docs");
  const pages = readdirSync(docs).filter((name) => name.endsWith(".md"));
  const texts = [path.join(root, "README.md"), ...pages.map((name) => path.join(docs, name))];
  return new Set(
    texts.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/images\/([\w-]+)\.webp/g)].flatMap(([, name]) => name ?? []),
    ),
  );
}
