import assert from "node:assert/strict";
import { isTooOld } from "../../../../src/core/reach/managedNode";

describe("an agent of Systems Manager", () => {
  const old = (agentVersion: string) => isTooOld({ instanceId: "i-1", computerName: "", agentVersion });

  it("forwards a port to another host from 3.1.1374.0 on", () => {
    assert.deepEqual(["2.3.50.0", "3.0.1390.0", "3.1.1373.9", "3.1"].map(old), [true, true, true, true]);
    assert.deepEqual(["3.1.1374.0", "3.1.1374", "3.2.0.0", "3.3.987.0", "4.0"].map(old), [
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("is taken for newer where its version is not told, or is none", () => {
    assert.deepEqual(["", "latest"].map(old), [false, false]);
  });
});
