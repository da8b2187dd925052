/**
 * The parts that are loaded at first use. Each is a bundle of its own beside the start-up bundle in `dist/`:
 * `import()` inside one file would keep the SDK in it and defeat tree-shaking. The types come from the
 * sources; at run time only these `require` calls remain, which the build leaves alone.
 *
 * A module that is in two bundles is there twice. So what crosses is plain data, or an object that start-up
 * passes in; nothing is asked with `instanceof`, and no such module keeps anything. A test looks.
 */

/** Profiles, stores and rows. Loaded at the first look at a view, or at the first command. */
export async function loadAccess(): Promise<typeof import("./access/index")> {
  return require("./access.js");
}

/** Everything that talks to AWS. Loaded at the first request. */
export async function loadAws(): Promise<typeof import("./aws/index")> {
  return require("./aws.js");
}

/** EC2's reads of what lies between a source and a cache. Loaded at the first explanation. */
export async function loadPaths(): Promise<typeof import("./aws/paths/index")> {
  return require("./paths.js");
}

/** The evaluation of the way from a source to a cache. Loaded at the first explanation. */
export async function loadReach(): Promise<typeof import("./store/reach/index")> {
  return require("./reach.js");
}

/** What is sent for grants that expire: schedules and tags. Loaded at the first of them. */
export async function loadSchedules(): Promise<typeof import("./aws/schedules/index")> {
  return require("./schedules.js");
}

/** What the tree tells when somebody looks for something or points at a profile. Loaded then. */
export async function loadOnDemand(): Promise<typeof import("./tree/onDemand")> {
  return require("./onDemand.js");
}

/** The commands, and all that they ask and say. Loaded at the first of them. */
export async function loadCommands(): Promise<typeof import("./commands/index")> {
  return require("./commands.js");
}

/** What language models may ask for. Loaded at the first of their calls. */
export async function loadAgents(): Promise<typeof import("./agents/index")> {
  return require("./agents.js");
}

/** The access map. Loaded when somebody opens it, or has it open when a window is loaded again. */
export async function loadMap(): Promise<typeof import("./map/index")> {
  return require("./map.js");
}

/** The local endpoint. Loaded only when somebody starts it. */
export async function loadSandbox(): Promise<typeof import("./sandbox/index")> {
  return require("./sandbox.js");
}
