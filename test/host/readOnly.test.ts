import assert from "node:assert/strict";
import * as vscode from "vscode";
import { call, rowAt, until, wholeTree } from "./rows";
import { useSandbox } from "./useSandbox";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const grant = {
  ...target,
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const settings = () => vscode.workspace.getConfiguration("elasticacheAccess");
const set = (name: string, value: unknown) =>
  settings().update(name, value, vscode.ConfigurationTarget.Global);

describe("guards in the editor", () => {
  const sandbox = useSandbox();
  const changes = () => sandbox().requests.filter(({ action }) => !/^(?:Describe|Get)/.test(action)).length;

  afterEach(async () => {
    await set("readOnly", undefined);
    await set("protectedProfiles", undefined);
  });

  it("turn read-only mode on and off, shown on the rows, and refuse every change meanwhile", async () => {
    await wholeTree();
    assert.deepEqual(await call("turnReadOnlyOn"), { outcome: "done" });
    assert.equal(settings().get("readOnly"), true);
    const isReadOnly = (rows: Parameters<typeof rowAt>[0]) =>
      rowAt(rows, "sandbox-classic")?.description.includes("read-only") === true;
    await until(isReadOnly, "the word on the row");

    const before = changes();
    for (const [command, params] of [
      ["authorizeIngress", grant],
      ["authorizeIngress", {}],
      ["revokeIngress", { ...grant, confirmed: true }],
      ["createCacheSecurityGroup", { ...target, cacheSecurityGroupName: "x", description: "d" }],
      ["deleteCacheSecurityGroup", { ...target, cacheSecurityGroupName: "mygroup", confirmed: true }],
    ] as const) {
      const result = await call(command, params);
      assert.ok(result.outcome === "failed" && result.failure.kind === "readOnly", JSON.stringify(result));
    }
    assert.equal(changes(), before);

    assert.deepEqual(await call("turnReadOnlyOff"), { outcome: "done" });
    await until((rows) => !isReadOnly(rows), "the end of the word on the row");
    assert.equal((await call("authorizeIngress", grant)).outcome, "done");
  });

  for (const patterns of [["*-classic"], "*-classic"]) {
    it(`refuse params in a profile protected by ${JSON.stringify(patterns)}, and say so on its row`, async () => {
      await set("protectedProfiles", patterns);
      await until(
        (rows) => rowAt(rows, "sandbox-classic")?.contextValue === "profile.protected",
        "the protection on the row",
      );
      const before = changes();
      const result = await call("revokeIngress", { ...grant, confirmed: true });
      assert.ok(result.outcome === "failed" && result.failure.kind === "protected", JSON.stringify(result));
      assert.equal(changes(), before);
    });
  }
});
