import assert from "node:assert/strict";
import * as vscode from "vscode";
import { useSandbox } from "./useSandbox";

describe("activation", () => {
  const sandbox = useSandbox();

  it("offers the tree to other extensions, and asks AWS for nothing", async () => {
    const extension = vscode.extensions.getExtension("elasticache-access.elasticache-access");
    const api = await extension?.activate();
    assert.equal(api?.apiVersion, 1);
    const profiles: { label: string }[] = await api.readTree();
    assert.deepEqual(
      profiles.map(({ label }) => label),
      sandbox().profiles.map(({ name }) => name),
    );
    assert.deepEqual(sandbox().requests, []);
  });
});
