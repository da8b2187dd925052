import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import type { Metafile } from "esbuild";
import lock from "../../package-lock.json";
import { kilobytes } from "../support/budgets";

const metafile: Metafile = JSON.parse(readFileSync("dist/meta.json", "utf8"));

/**
 * The bundles of the extension: the parts of `src` in each. Their sizes are bytes, and so the same on every machine.
 */
const bundles = {
  extension: {
    kilobytes: kilobytes.extension,
    parts: [
      ...["extension", "registerCommands", "registerTools", "bundles"],
      ...["core", "profiles", "store", "tree", "ui"],
    ],
  },
  onDemand: { kilobytes: kilobytes.onDemand, parts: ["core", "profiles", "tree"] },
  webOnly: { kilobytes: kilobytes.webOnly, parts: ["webOnly"] },
  commands: {
    kilobytes: kilobytes.commands,
    parts: ["commands", "changes", "bundles", "core", "expiry", "history", "profiles", "store", "tree", "ui"],
  },
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

function output(name: string): Metafile["outputs"][string] {
  return metafile.outputs[`dist/${name}.js`] ?? assert.fail(`dist/${name}.js is not there`);
}

/** The sources of which something is in a bundle. */
function sourcesIn(name: string): readonly string[] {
  const { inputs } = output(name);
  return Object.keys(inputs).filter((source) => (inputs[source]?.bytesInOutput ?? 0) > 0);
}

function outsideOf(name: string): readonly string[] {
  const builtin = (name: string) => name.startsWith("node:") || builtinModules.includes(name);
  const paths = output(name).imports.map(({ path }) => path);
  return [...new Set(paths.filter((path) => !builtin(path)))].sort();
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
      const { bytes } = output(name);
      assert.ok(bytes <= bundles[name].kilobytes * 1000, `${bytes} bytes`);
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
    assert.ok(output("map").bytes + output("mapPage").bytes <= 70_000);
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
    assert.deepEqual(outsideOf("extension"), ["./aws.js", "./commands.js", "./onDemand.js", "vscode"]);
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

  it("keep nothing in a module that is in two of them: each would have its own", () => {
    const everywhere = names.flatMap(sourcesIn).filter((source) => source.startsWith("src/"));
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
