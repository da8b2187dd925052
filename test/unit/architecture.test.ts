import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import manifest from "../../package.json";

/** What each part of `src` may import from the others. Types go along with values. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  profiles: ["core"],
  aws: ["core", "profiles"],
  sandbox: ["core"],
  history: ["core", "aws"],
  store: ["core", "profiles", "aws"],
  tree: ["core", "profiles", "aws", "store"],
  ui: ["core", "profiles", "aws"],
  changes: ["core", "aws", "store", "history", "ui"],
  expiry: ["core", "store", "history", "changes"],
  // Asks and tells by the interface; what it shows in the tree and runs is handed to it.
  map: ["core", "aws", "store", "ui"],
  commands: [
    ...["core", "profiles", "aws", "store", "history", "changes", "expiry", "tree", "ui"],
    ...["bundles", "map", "sandbox"],
    // Of the agents the types alone: what is passed to them, and what they answer with.
    "agents",
  ],
  agents: ["core", "aws", "store", "changes"],
  // Wires what is behind the views and the commands; of those the types alone.
  access: ["core", "profiles", "aws", "store", "tree", "ui", "bundles", "commands"],
  bundles: ["access", "tree", "agents", "aws", "commands", "map", "sandbox", "store"],
  // Of the commands the types alone: their bundle is loaded at the first of them.
  registerCommands: ["core", "commands", "bundles"],
  registerTools: ["commands"],
  registerViews: ["tree"],
  webOnly: [],
  // Of the tree the types alone.
  extension: [
    ...["core", "tree", "ui"],
    ...["access", "bundles", "registerCommands", "registerTools", "registerViews"],
  ],
};
const mayImportVscode = [
  "extension",
  "webOnly",
  "registerCommands",
  "registerTools",
  "registerViews",
  "access",
  "tree",
  "commands",
  "map",
  "ui",
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll("\\", "/"));

/** The first folder below `src`, or the name of a file right in it. */
function part(file: string): string {
  return file.split("/")[0]?.replace(/\.ts$/, "") ?? "";
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(path.join("src", file), "utf8");
  return [...text.matchAll(/\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/g)].map(([, from, dynamic]) => {
    const to = from ?? dynamic ?? "";
    return { from: file, to: to.startsWith(".") ? path.posix.join(path.posix.dirname(file), to) : to };
  });
}

const imports = sources.flatMap(importsOf);

describe("the arrows between the parts", () => {
  it("point one way", () => {
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [part(from), part(to)];
      return other in mayImport && own !== other && !mayImport[own]?.includes(other);
    });
    assert.deepEqual(wrong, []);
  });

  it("leave vscode to the parts that draw and ask", () => {
    const wrong = imports.filter(({ from, to }) => to === "vscode" && !mayImportVscode.includes(part(from)));
    assert.deepEqual(wrong, []);
  });

  it("leave the SDK to the AWS side", () => {
    const wrong = imports.filter(({ from, to }) => /^@(aws-sdk|smithy)\//.test(to) && part(from) !== "aws");
    assert.deepEqual(wrong, []);
  });

  it("lead to nothing that AWS may change as it likes, but from three files to two packages, which are pinned", () => {
    const wrong = imports.filter(({ to }) =>
      /^@(?:aws-sdk\/(?:core|nested-clients)|smithy\/core)\b/.test(to),
    );
    assert.deepEqual(
      wrong.sort((one, other) => (one.from < other.from ? -1 : 1)),
      [
        // Each has a test that fails where an update changes what it builds on.
        { from: "aws/call/keptOrder.ts", to: "@smithy/core/client" },
        { from: "aws/credentials/login.ts", to: "@smithy/core/config" },
        { from: "aws/xml/queryProtocols.ts", to: "@aws-sdk/core/protocols" },
      ],
    );
    const { dependencies } = manifest;
    for (const name of ["@smithy/core", "@aws-sdk/core", "@aws-sdk/credential-providers"] as const) {
      assert.match(dependencies[name], /^\d+\.\d+\.\d+$/, name);
    }
  });

  it("leave the core without input and output", () => {
    // node:net is there for its reading of IP addresses alone.
    const wrong = imports.filter(
      ({ from, to }) => part(from) === "core" && to.startsWith("node:") && to !== "node:net",
    );
    assert.deepEqual(wrong, []);
  });

  it("leave the page of the map without Node, VS Code and whatever reads or asks", () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith("map/page/") && !/^(?:map\/page\/|core\/|@tanstack\/virtual-core$)/.test(to),
    );
    assert.deepEqual(wrong, []);
  });

  it("are looked at everywhere", () => {
    assert.deepEqual([...new Set(sources.map(part))].sort(), Object.keys(mayImport).sort());
  });
});
