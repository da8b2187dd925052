/**
 * The parts that are loaded at first use. Each is a bundle of its own beside the start-up bundle in `dist/`:
 * `import()` inside one file would keep the SDK in it and defeat tree-shaking. The types come from the
 * sources; at run time only these `require` calls remain, which the build leaves alone.
 */
export async function loadAws(): Promise<typeof import("./aws/index")> {
  return require("./aws.js");
}

/** The local endpoint. Loaded only when somebody starts it. */
export async function loadSandbox(): Promise<typeof import("./sandbox/index")> {
  return require("./sandbox.js");
}
