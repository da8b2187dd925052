import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import type { Metafile } from "esbuild";
import lock from "../../package-lock.json";
import { kilobytes } from "../support/budgets";
import { filesOf, laterCommands, readMetafile } from "../support/bundleFiles";

const metafile = readMetafile(".");

/**
 * The bundles of the extension: the parts of `src` in each. Their sizes are bytes, and so the same on every machine.
 */
const bundles = {
  extension: {
    kilobytes: kilobytes.extension,
    parts: [
      ...["extension", "registerCommands", "registerTools", "registerViews", "bundles"],
      ...["core", "ui"],
    ],
  },
  access: {
    kilobytes: kilobytes.access,
    parts: ["access", "bundles", "core", "profiles", "store", "tree", "ui"],
  },
  onDemand: { kilobytes: kilobytes.onDemand, parts: ["core", "profiles", "store", "tree"] },
  webOnly: { kilobytes: kilobytes.webOnly, parts: ["webOnly"] },
  commands: {
    kilobytes: kilobytes.commands,
    parts: ["commands", "changes", "bundles", "core", "expiry", "history", "profiles", "store", "tree", "ui"],
  },
  changing: {
    kilobytes: kilobytes.changing,
    parts: ["commands", "changes", "core", "expiry", "store", "ui"],
  },
  reaching: { kilobytes: kilobytes.reaching, parts: ["commands", "core", "store", "ui"] },
  copying: { kilobytes: kilobytes.copying, parts: ["commands", "core", "store", "ui"] },
  agents: { kilobytes: kilobytes.agents, parts: ["agents", "changes", "core", "store"] },
  aws: { kilobytes: kilobytes.aws, parts: ["aws", "core", "profiles"] },
  paths: { kilobytes: kilobytes.paths, parts: ["aws"] },
  reach: { kilobytes: kilobytes.reach, parts: ["core", "store"] },
  schedules: { kilobytes: kilobytes.schedules, parts: ["aws"] },
  map: { kilobytes: kilobytes.map, parts: ["core", "map", "store"] },
  mapPage: { kilobytes: kilobytes.mapPage, parts: ["core", "map"] },
  sandbox: { kilobytes: kilobytes.sandbox, parts: ["core", "sandbox"] },
} as const;
type Bundle = keyof typeof bundles;
const names = Object.keys(bundles).filter((name): name is Bundle => name in bundles);

/** The files of a bundle: its own, and those that it shares with others of the commands. */
function outputs(name: string): readonly Metafile["outputs"][string][] {
  return filesOf(name, metafile).map((file) => metafile.outputs[file] ?? assert.fail(`${file} is not there`));
}

function bytesOf(name: string): number {
  return outputs(name).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The sources of which something is in a bundle. */
function sourcesIn(name: string): readonly string[] {
  return outputs(name).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((source) => (inputs[source]?.bytesInOutput ?? 0) > 0),
  );
}

function outsideOf(name: string): readonly string[] {
  const builtin = (name: string) => name.startsWith("node:") || builtinModules.includes(name);
  const paths = outputs(name).flatMap(({ imports }) => imports.map(({ path }) => path));
  return [...new Set(paths.filter((path) => !builtin(path) && !path.startsWith("dist/")))].sort();
}

function packageFolder(source: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source)?.[0];
}

/** Whether a module keeps something of its own: what is changed after it was loaded. */
function keepsSomething(source: string): boolean {
  const text = readFileSync(source, "utf8");
  return /^(?:export )?(?:let|var) |^(?:export )?const \w+[^=\n]* = (?:new \w+(?:<[^\n]*>)?\(\)|\[\]|\{\});|^ +static (?!readonly)/m.test(
    text,
  );
}

describe("the bundles", () => {
  for (const name of names) {
    it(`hold in ${name}.js what belongs there, in ${bundles[name].kilobytes} KB`, () => {
      const parts = sourcesIn(name).flatMap((source) => /^src\/([^/.]+)/.exec(source)?.[1] ?? []);
      assert.deepEqual([...new Set(parts)].sort(), [...bundles[name].parts].sort());
      assert.ok(bytesOf(name) <= bundles[name].kilobytes * 1000, `${bytesOf(name)} bytes`);
    });
  }

  it("hold packages in those that talk to AWS alone, and one in the map's page", () => {
    for (const name of names) {
      const packages = sourcesIn(name).filter((source) => source.includes("node_modules/"));
      assert.equal(
        packages.length > 0,
        ["aws", "mapPage", "paths", "schedules"].includes(name),
        `${name}: ${packages[0]}`,
      );
    }
    const ofPage = sourcesIn("mapPage").flatMap((source) => packageFolder(source) ?? []);
    assert.deepEqual([...new Set(ofPage)], ["node_modules/@tanstack/virtual-core"]);
  });

  it("hold the access map and its page in 70 KB", () => {
    assert.ok(bytesOf("map") + bytesOf("mapPage") <= 70_000);
  });

  it("hold no package that is there for building and testing", () => {
    const packages = new Map(Object.entries(lock.packages));
    const held = names.flatMap(sourcesIn).flatMap((source) => packageFolder(source) ?? []);
    assert.ok(held.includes("node_modules/@aws-sdk/client-ec2"), "there are some");
    const developers = held.filter((folder) => {
      const entry = packages.get(folder);
      return !entry || "dev" in entry;
    });
    assert.deepEqual([...new Set(developers)], []);
  });

  it("ask for each other at first use, and for VS Code in those that draw and ask", () => {
    assert.deepEqual(outsideOf("extension"), ["./access.js", "./commands.js", "vscode"]);
    assert.deepEqual(outsideOf("access"), ["./aws.js", "./onDemand.js", "vscode"]);
    assert.deepEqual(outsideOf("commands"), [
      "./agents.js",
      "./map.js",
      "./paths.js",
      "./reach.js",
      "./sandbox.js",
      "./schedules.js",
      "vscode",
    ]);
    assert.deepEqual(outsideOf("map"), ["vscode"]);
    for (const name of [
      "agents",
      "aws",
      "mapPage",
      "onDemand",
      "paths",
      "reach",
      "sandbox",
      "sandboxCli",
      "schedules",
    ]) {
      assert.deepEqual(outsideOf(name), []);
    }
  });

  it("take VS Code as it is: `import *` has a copy of its whole API made, once a file that says it", () => {
    const files = Object.keys(metafile.outputs).filter((file) => /^dist\/\w.*\.js$/.test(file));
    const requires = files.flatMap((file) => readFileSync(file, "utf8").match(/.require\("vscode"\)/g) ?? []);
    assert.ok(requires.includes('=require("vscode")'), "there are some");
    assert.deepEqual([...new Set(requires)], ['=require("vscode")']);
  });

  it("have each module of the commands once, whichever of their files need it", () => {
    const files = Object.entries(metafile.outputs).filter(([file]) => /^dist\/commands.*\.js$/.test(file));
    const sources = files.flatMap(([, { inputs }]) => Object.keys(inputs));
    assert.ok(files.length > laterCommands.length, "some are shared");
    assert.deepEqual(
      sources.filter((source, at) => sources.indexOf(source) < at),
      [],
    );
  });

  it("keep nothing in a module that is in two of them: each would have its own", () => {
    const ofCommands = new Set(["commands", ...laterCommands].flatMap(sourcesIn));
    const others = names.filter((name) => !["commands", ...laterCommands].includes(name)).flatMap(sourcesIn);
    const everywhere = [...ofCommands, ...others].filter((source) => source.startsWith("src/"));
    const twice = everywhere.filter((source, at) => everywhere.indexOf(source) < at);
    assert.ok(twice.includes("src/core/outcome.ts"), "there are some");
    assert.deepEqual(
      twice.filter((source) => source.endsWith(".ts") && keepsSomething(source)),
      [],
    );
    // Known to keep something, so that the question is one.
    assert.ok(keepsSomething("src/ui/interruption.ts") && keepsSomething("src/aws/http/leaveOut.ts"));
  });
});
