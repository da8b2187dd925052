import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { tests } from "./buildTests.mjs";
import { out, root } from "./paths.mjs";
import { run } from "./run.mjs";
import { testEnvironment } from "./testEnvironment.mjs";

/**
 * @typedef {object} Context
 * @property {string} temporary A folder for what the tests keep, gone after them.
 * @property {string} grep The pattern of the tests to run, or nothing for all.
 * @property {boolean} times Whether the stories are named that took longest.
 * @property {boolean} isWhole Whether everything is run, and no suite was named.
 * @property {Promise<unknown>} built Settles when the bundles are there.
 *
 * @typedef {object} Kind
 * @property {string} [folder] The folder of the tests: `test/FOLDER`.
 * @property {(name: string, write: (text: string) => void, context: Context) => Promise<boolean>} run
 */

/**
 * A program of a package, which says nothing itself where all is well.
 *
 * @param {string} program its file below `node_modules`
 * @param {string[]} args
 * @returns {Kind}
 */
export function tool(program, args) {
  return {
    run: async (name, write, { temporary }) => {
      const file = path.join(root, "node_modules", program);
      const env = { ...process.env, ELASTICACHE_ACCESS_TEMP: temporary, ELASTICACHE_ACCESS_SUITE: name };
      const { code, output } = await run(process.execPath, [file, ...args], { cwd: root, env, quiet: true });
      if (code !== 0) {
        write(`${output.trimEnd()}\n`);
      }
      write(`${name}: ${code === 0 ? "1 passed, 0 failed" : "0 passed, 1 failed"}\n`);
      return code === 0;
    },
  };
}

/**
 * Tests in Node.
 *
 * @param {string} folder
 * @param {number} timeout milliseconds for one test
 * @param {NodeJS.ProcessEnv} [more]
 * @returns {Kind}
 */
export function node(folder, timeout, more = {}) {
  return {
    folder,
    run: (name, write, context) => {
      const { temporary } = context;
      // Folders that tests make for themselves go with ours.
      const tidy = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
      return suite({ name, folder, timeout, env: { ...tidy, ...more } }, write, context);
    },
  };
}

/**
 * Tests that open a real window. A browser, a server, an editor and a sandbox share what the machine has left: a
 * story that stops is told once more, in a new window of a new editor, and both are said.
 *
 * @param {string} folder
 * @param {"newest" | "oldest"} release
 * @param {{ part?: string, inWhole?: readonly string[] }} [which] `part`: `1/2` tells every second story, from the
 * first, `2/2` the others. `inWhole`: the stories to tell where everything is run, all of them where nothing is said.
 * @returns {Kind}
 */
export function window(folder, release, { part, inWhole } = {}) {
  return {
    folder,
    run: (name, write, context) => {
      const env = {
        VSCODE_WEB_RELEASE: release,
        ...(part && { ELASTICACHE_ACCESS_PART: part }),
        ...(context.isWhole && inWhole && { ELASTICACHE_ACCESS_STORIES: JSON.stringify(inWhole) }),
      };
      return suite({ name, folder, timeout: 300_000, tries: 2, env }, write, context);
    },
  };
}

/**
 * Tests in the extension host of a real VS Code.
 *
 * @param {string} folder
 * @param {"newest" | "oldest"} release
 * @returns {Kind}
 */
export function host(folder, release) {
  return {
    folder,
    run: async (name, write, context) => {
      await context.built;
      const report = path.join(context.temporary, `${name}.txt`);
      const args = [path.join(root, "scripts/hostSuite.mjs"), release, path.join(context.temporary, name)];
      const env = {
        ...environment(name, context),
        ELASTICACHE_ACCESS_FOLDER: folder,
        ELASTICACHE_ACCESS_REPORT: report,
      };
      const { code, output } = await run(process.execPath, args, { cwd: root, env, quiet: true });
      const said = existsSync(report) ? readFileSync(report, "utf8") : "";
      write(said);
      // The tests speak for themselves. What VS Code printed matters when they could not.
      return closed(name, said, write, output) && code === 0;
    },
  };
}

/**
 * @param {{ name: string, folder: string, timeout: number, tries?: number, env: NodeJS.ProcessEnv }} options
 * @param {(text: string) => void} write
 * @param {Context} context
 */
async function suite({ name, folder, timeout, tries = 1, env }, write, context) {
  await context.built;
  const args = [
    "--enable-source-maps",
    path.join(tests, "main.js"),
    name,
    folder,
    String(timeout),
    String(tries),
  ];
  const { code, output } = await run(process.execPath, args, {
    cwd: root,
    env: { ...environment(name, context), ...env },
    quiet: true,
    write,
  });
  return closed(name, output, write) && code === 0;
}

/**
 * Whether the suite's closing line is there. Says so in one of its own where it is not.
 *
 * @param {string} name
 * @param {string} said
 * @param {(text: string) => void} write
 * @param {string} [why]
 */
function closed(name, said, write, why = "") {
  const ended = new RegExp(`^${name}: \\d+ passed`, "m").test(said);
  if (!ended) {
    write(`${why.trim()}\n${name} ended before its tests did.\n${name}: 0 passed, 1 failed\n`);
  }
  return ended;
}

/**
 * @param {string} name
 * @param {Context} context
 * @returns {NodeJS.ProcessEnv}
 */
function environment(name, { temporary, grep, times }) {
  const failures = path.join(out, "failures", name);
  rmSync(failures, { recursive: true, force: true });
  mkdirSync(path.dirname(failures), { recursive: true });
  return {
    ...testEnvironment(),
    ELASTICACHE_ACCESS_TEMP: temporary,
    ELASTICACHE_ACCESS_SUITE: name,
    ELASTICACHE_ACCESS_GREP: grep,
    ...(times && { ELASTICACHE_ACCESS_TIMES: "1" }),
    // Where a failing suite leaves pictures and logs.
    ELASTICACHE_ACCESS_FAILURES: failures,
    VSCODE_WEB_REPORT: failures,
  };
}
