import { root } from "./paths.mjs";

/** The folder of the extension that VS Code loads in tests: what is built here, or what was unpacked of a VSIX. */
export function extensionUnderTest() {
  return process.env["ELASTICACHE_ACCESS_EXTENSION"] ?? root;
}
