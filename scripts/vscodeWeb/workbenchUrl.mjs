/**
 * The address of an empty window, or of one with a folder as its workspace.
 *
 * @param {import("./server.mjs").Server} server
 * @param {string} [folder]
 */
export function windowUrl(server, folder) {
  const url = new URL(server.origin);
  url.searchParams.set("tkn", server.token);
  if (folder) {
    url.searchParams.set("folder", folder);
  } else {
    url.searchParams.set("ew", "true");
  }
  return url.href;
}

/**
 * The address of a window that runs an extension's tests.
 *
 * @param {import("./server.mjs").Server} server
 * @param {{ extensionDevelopmentPath: string, extensionTestsPath: string, folder: string | undefined }} options
 */
export function testsUrl(server, { extensionDevelopmentPath, extensionTestsPath, folder }) {
  const remote = (/** @type {string} */ file) =>
    `vscode-remote://${new URL(server.origin).host}${file.startsWith("/") ? "" : "/"}${file.replaceAll("\\", "/")}`;
  const url = new URL(windowUrl(server, folder));
  url.searchParams.set(
    "payload",
    JSON.stringify([
      ["extensionDevelopmentPath", remote(extensionDevelopmentPath)],
      ["extensionTestsPath", remote(extensionTestsPath)],
    ]),
  );
  return url.href;
}
