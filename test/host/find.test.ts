import assert from "node:assert/strict";
import { call } from "./rows";
import { useSandbox } from "./useSandbox";

describe("Find", () => {
  useSandbox();

  before(async () => {
    await call("refresh", { profile: "sandbox-classic", region: "us-west-2" });
  });

  async function labels(query: string): Promise<readonly string[]> {
    const result = await call("find", { query });
    assert.ok(result.outcome === "done" && Array.isArray(result.value), JSON.stringify(result));
    return result.value.map(({ path, label }) => [...path, label].join(" › "));
  }

  it("finds a group by its name, with where it stands", async () => {
    assert.deepEqual(await labels("mygroup"), [
      "sandbox-classic › us-west-2 › Cache security groups › mygroup",
    ]);
  });

  it("finds grants by the account and a word of what is above them", async () => {
    const found = await labels("565419523791 SESSIONS sandbox-classic");
    assert.deepEqual(found, ["sandbox-classic › us-west-2 › Cache security groups › sessions › default"]);
  });

  it("finds nothing for what is not there, and for nothing", async () => {
    assert.deepEqual(await labels("no such thing"), []);
    assert.deepEqual(await labels(""), []);
  });
});
