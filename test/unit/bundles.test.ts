import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import path from "node:path";
import type { Metafile } from "esbuild";

const kilobyte = 1000;

describe("the bundles", () => {
  const metafile: Metafile = JSON.parse(readFileSync(path.join(__dirname, "../../dist/meta.json"), "utf8"));
  const bundle = (name: string) => {
    const output = metafile.outputs[`dist/${name}.js`];
    assert.ok(output, `dist/${name}.js is not there`);
    return output;
  };

  it("start with one that contains no package, and asks for nothing but VS Code, Node and the other two", () => {
    const { inputs, imports } = bundle("extension");
    assert.deepEqual(
      Object.keys(inputs).filter((input) => input.includes("node_modules/")),
      [],
    );
    const outside = new Set(imports.map(({ path }) => path).filter((name) => !isBuiltin(name)));
    assert.deepEqual([...outside].sort(), ["./aws.js", "./sandbox.js", "vscode"]);
  });

  it("keep VS Code out of the other two", () => {
    for (const name of ["aws", "sandbox", "sandboxCli"]) {
      const outside = bundle(name).imports.map(({ path }) => path);
      assert.deepEqual(
        outside.filter((name) => !isBuiltin(name)),
        [],
      );
    }
  });

  // Bytes, and so the same on every machine. Each extension's time to start grows with the first.
  for (const [name, budget] of [
    ["extension", 250],
    ["aws", 600],
    ["sandbox", 150],
  ] as const) {
    it(`keep ${name}.js below ${budget} KB`, () => {
      assert.ok(bundle(name).bytes < budget * kilobyte, `${bundle(name).bytes} bytes`);
    });
  }
});

function isBuiltin(name: string): boolean {
  return name.startsWith("node:") || builtinModules.includes(name);
}
