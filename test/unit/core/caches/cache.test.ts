import assert from "node:assert/strict";
import { isPassing, portsText } from "../../../../src/core/caches/cache";

describe("the status of a cache", () => {
  it("passes by itself while AWS is at work on it", () => {
    const passing = ["creating", "deleting", "modifying", "snapshotting", "rebooting cluster nodes"];
    assert.deepEqual(
      [...passing, "CREATING", "MODIFYING"].filter((status) => !isPassing(status)),
      [],
    );
  });

  it("stays where AWS is done, whatever came of it", () => {
    const staying = ["available", "deleted", "create-failed", "CREATE-FAILED", "incompatible-network"];
    assert.deepEqual([...staying, "restore-failed", ""].filter(isPassing), []);
  });
});

describe("the ports of a cache in words", () => {
  it("are never an empty text", () => {
    assert.equal(portsText({ ports: [6379, 6380] }), "6379, 6380");
    assert.equal(portsText({ ports: undefined }), "port not known yet");
  });
});
