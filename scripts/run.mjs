import { spawnGroup } from "./processGroup.mjs";

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [quiet] Keep the output back, and return it with the code.
 * @property {(text: string) => void} [write] Gets it as it comes.
 */

/**
 * Runs a program to its end, which is this process's end at the latest. What it has started and left ends with it.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} never rejects: a program that cannot be started is code 127
 */
export function run(command, args, options = {}) {
  const { cwd, env, quiet, write } = options;
  return new Promise((resolve) => {
    const { child, end } = spawnGroup(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: quiet || write ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    let output = "";
    const take = (/** @type {string} */ text) => {
      output += quiet ? text : "";
      write?.(text);
    };
    child.stdout?.setEncoding("utf8").on("data", take);
    child.stderr?.setEncoding("utf8").on("data", take);
    child.on("error", (error) => {
      take(error.message);
      void end();
      resolve({ code: 127, output });
    });
    child.on("exit", end);
    // Which comes once nothing writes any more.
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs npm, the one that started this script where there is one. Tried again when the registry stumbles.
 *
 * @param {readonly string[]} args
 * @param {{ cwd: string, attempts?: number }} options
 * @returns {Promise<string>} what it printed
 */
export async function npm(args, options) {
  const [command, first] = npmCommand();
  const attempts = options.attempts ?? 3;
  // The folder itself, or npm looks for the nearest one above that has packages.
  const all = [...first, ...args, "--prefix", options.cwd, ...quiet];
  for (let attempt = 1; ; attempt++) {
    const { code, output } = await run(command, all, {
      cwd: options.cwd,
      quiet: true,
    });
    if (code === 0) {
      return output;
    }
    if (attempt === attempts) {
      // npm follows what is wrong with a page of its options.
      const said = output.trim().split("\n").slice(0, 20).join("\n");
      throw new Error(`npm ${args.join(" ")} failed in ${options.cwd}\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 2000 * attempt));
  }
}

const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];

/** @returns {[string, string[]]} */
function npmCommand() {
  const started = process.env["npm_execpath"];
  if (started?.endsWith("npm-cli.js")) {
    return [process.execPath, [started]];
  }
  // npm is a .cmd file on Windows, which only a shell starts.
  return process.platform === "win32" ? ["cmd.exe", ["/d", "/s", "/c", "npm"]] : ["npm", []];
}
