import assert from "node:assert/strict";
import { whoseFiles } from "../../../src/tree/whoseFiles";

describe("whose AWS files are read", () => {
  it("is said in a window that has two sides", () => {
    assert.equal(whoseFiles(undefined, false), undefined);
    assert.equal(whoseFiles("wsl", false), "this computer's, not those of wsl");
    assert.equal(whoseFiles("ssh-remote", true), "those of the remote side (ssh-remote)");
  });
});
