import assert from "node:assert/strict";
import { callersFrom } from "../../../src/history/callers";

const target = { profile: "dev", region: "us-west-2" };

describe("the caller of a recorded change", () => {
  it("is not waited for long, and not asked for again", async () => {
    let asked = 0;
    const load = () => {
      asked++;
      return new Promise<undefined>(() => {});
    };
    const callerOf = callersFrom({ get: () => undefined, load }, 5);
    assert.equal(await callerOf(target), undefined);
    assert.equal(await callerOf(target), undefined);
    assert.equal(asked, 1);
  });

  it("is told once it is known, though it was not at first", async () => {
    let known: { accountId: string; arn: string } | undefined;
    const callerOf = callersFrom({ get: () => known, load: () => Promise.reject(new Error("no")) });
    assert.equal(await callerOf(target), undefined);
    known = { accountId: "1", arn: "arn:dev" };
    assert.equal(await callerOf(target), "arn:dev");
  });
});
