import assert from "node:assert/strict";
import * as vscode from "vscode";
import { call } from "./rows";
import { useSandbox } from "./useSandbox";

const target = { profile: "sandbox-classic", region: "us-west-2" };

describe("Show History", () => {
  useSandbox();

  it("shows the changes just made in an editor that cannot be edited, the newest first", async () => {
    const name = `h${Date.now().toString(36)}`;
    const group = { ...target, cacheSecurityGroupName: name };
    assert.equal((await call("createCacheSecurityGroup", { ...group, description: "d" })).outcome, "done");
    assert.deepEqual(await call("showHistory"), { outcome: "done" });
    const first = vscode.window.activeTextEditor?.document;
    assert.ok(first?.isUntitled === false && first.uri.scheme === "elasticache-access", `${first?.uri}`);
    assert.match(first.getText(), new RegExp(`done +CreateCacheSecurityGroup +${name} · d `));

    const grant = { ...group, ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791" };
    assert.equal((await call("authorizeIngress", grant)).outcome, "done");
    assert.deepEqual(await call("showHistory"), { outcome: "done" });
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document, first, "it is the same editor");
    const rows = document
      .getText()
      .split("\n")
      .filter((line) => line.includes(name));
    assert.match(rows[0] ?? "", /AuthorizeCacheSecurityGroupIngress/);
    assert.match(rows[1] ?? "", /CreateCacheSecurityGroup/);
    assert.equal(rows.length, 2);

    const before = document.getText();
    await vscode.commands.executeCommand("type", { text: "x" });
    assert.equal(document.getText(), before);
  });

  it("exports without asking when the format is given", async () => {
    const result = await call("exportHistory", { format: "csv" });
    assert.ok(result.outcome === "done");
    assert.match(String(result.value), /^time,profile,region,caller,action,/);
  });
});
