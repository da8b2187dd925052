import assert from "node:assert/strict";
import { call, rowAt, until, wholeTree } from "./rows";
import { useSandbox } from "./useSandbox";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const groups = ["sandbox-classic", "us-west-2", "Cache security groups"] as const;

describe("the sandbox in the editor", () => {
  useSandbox();
  afterEach(() => call("stopSandbox"));

  it("leaves nothing behind: neither in what had its profiles' names before, nor in the next one", async () => {
    assert.equal((await call("startSandbox")).outcome, "done");
    assert.equal((await call("startSandbox")).outcome, "unchanged");
    const made = { ...target, cacheSecurityGroupName: "made", description: "d" };
    await wholeTree();
    assert.equal((await call("createCacheSecurityGroup", made)).outcome, "done");
    assert.ok(rowAt(await wholeTree(), ...groups, "made"));

    assert.equal((await call("stopSandbox")).outcome, "done");
    assert.equal((await call("stopSandbox")).outcome, "unchanged");
    await until((rows) => rowAt(rows, ...groups, "made") === undefined, "the end of the row");
    const ofTheFiles = await wholeTree();
    assert.equal(rowAt(ofTheFiles, ...groups, "made"), undefined);
    assert.ok(rowAt(ofTheFiles, ...groups, "mygroup"));

    await call("startSandbox");
    const next = await wholeTree();
    assert.equal(rowAt(next, "sandbox-classic")?.contextValue, "profile.sandbox");
    assert.equal(rowAt(next, ...groups, "made"), undefined);
    assert.ok(rowAt(next, ...groups, "mygroup"));
  });
});
