/**
 * @typedef {object} WindowOptions
 * @property {string} extensionDevelopmentPath
 * @property {string} [extensionTestsPath] The module whose `run()` the extension host calls.
 * @property {string} [folder] Opened as the workspace. An empty window by default.
 */

/**
 * The address of a window of the web build with an extension under development in it.
 *
 * @param {import("./server.mjs").Server} server
 * @param {WindowOptions} options
 */
export function workbenchUrl(server, options) {
  const remote = (/** @type {string} */ file) =>
    `vscode-remote://${new URL(server.origin).host}${file.startsWith("/") ? "" : "/"}${file.replaceAll("\\", "/")}`;
  const payload = [["extensionDevelopmentPath", remote(options.extensionDevelopmentPath)]];
  if (options.extensionTestsPath) payload.push(["extensionTestsPath", remote(options.extensionTestsPath)]);
  payload.push(["skipWelcome", "true"]);
  const url = new URL(server.origin);
  url.searchParams.set("tkn", server.token);
  if (options.folder) url.searchParams.set("folder", options.folder);
  else url.searchParams.set("ew", "true");
  url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}
