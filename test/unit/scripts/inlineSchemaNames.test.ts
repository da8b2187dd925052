import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { transform } from "esbuild";
import { withNamesInline, withoutErrors } from "../../../scripts/inlineSchemaNames.mjs";

const root = path.join(__dirname, "../..");

describe("the SDK's schemas with their names inline", () => {
  for (const client of [
    "client-ec2",
    "client-elasticache",
    "client-ssm",
    "client-sts",
    "nested-clients/dist-es/submodules/sso",
  ]) {
    it(`are those of ${client}, to the last member`, async () => {
      const folder = path.join(root, "node_modules/@aws-sdk", client, client.includes("/") ? "" : "dist-es");
      const source = readFileSync(path.join(folder, "schemas/schemas_0.js"), "utf8");
      const inline = withNamesInline(source);
      assert.notEqual(inline, source);
      const original = await schemas(source);
      assert.match(original, /"com\.amazonaws\./);
      assert.equal(await schemas(inline), original);
    });
  }

  it("leave texts, properties and the constants themselves alone", () => {
    const source = 'const _a = "A";\nexport const b = [_a, "_a", `_a`, x._a, _ab, { [_a]: _a }];';
    assert.equal(
      withNamesInline(source),
      'const _a = "A";\nexport const b = ["A", "_a", `_a`, x._a, _ab, { ["A"]: "A" }];',
    );
  });
});

describe("the SDK's schemas without their errors", () => {
  for (const client of ["client-elasticache", "client-ssm"]) {
    it(`register none of ${client}'s but the base class, and lose nothing else`, async () => {
      const file = path.join(root, "node_modules/@aws-sdk", client, "dist-es/schemas/schemas_0.js");
      const source = readFileSync(file, "utf8");
      const without = withoutErrors(source);
      assert.deepEqual(
        (without.match(/^.*\.registerError\(/gm) ?? []).map((line) => line.trim()),
        ["_s_registry.registerError("],
      );
      assert.equal(await schemas(without), await schemas(source));
    });
  }
});

/** Everything that a module of schemas exports, as text: what they refer to by the functions that lead there. */
async function schemas(source: string): Promise<string> {
  const { code } = await transform(source, { format: "cjs" });
  const module = { exports: {} };
  // What is imported are the classes of errors and the registry that they are put into: not what is compared.
  const require = () => ({ TypeRegistry: Registry });
  new Function("module", "exports", "require", code)(module, module.exports, require);
  return JSON.stringify(
    module.exports,
    (_, value) => (typeof value === "function" ? String(value) : value),
    1,
  );
}

class Registry {
  static for(): Registry {
    return new Registry();
  }
  registerError(): void {}
}
