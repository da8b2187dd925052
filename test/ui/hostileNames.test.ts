import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { awsFiles } from "../../scripts/awsFiles.mjs";
import { useEditor } from "./editor/useEditor";

// What an input box would make a link and a picture of, and what would turn the rest of its line round.
const name = "x[help](command:workbench.action.closeWindow)$(trash)\u202e1";
const shown = "x[help](command:workbench.action.closeWindow)$(trash)\\u202e1";
const group = [shown, "us-west-2", "Cache security groups", "sessions"];

describe("a profile whose name would be more than a name", () => {
  const { editor, sandbox, web } = useEditor({ settings: { "elasticacheAccess.protectedProfiles": ["x*"] } });

  before("is in the AWS files", () => {
    const { endpoint, region, profiles } = sandbox();
    const classic = profiles.find(({ classic }) => classic);
    appendFileSync(
      awsFiles(web().awsFolder).config,
      `[profile ${name}]\nregion = ${region}\nendpoint_url = ${endpoint}\n` +
        `aws_access_key_id = ${classic?.accessKeyId}\naws_secret_access_key = ${classic?.secretAccessKey}\n`,
    );
  });

  it("is that name in its row, and in the box that asks for it: no link, no icon", async () => {
    const { tree, quickInput, page } = editor();
    await tree.waitFor([shown], { icon: "verified" });
    await tree.expand(...group);
    await (await tree.menu(...group, "checkout")).choose("Revoke Ingress…");
    const said = page.locator(".quick-input-widget .quick-input-message");
    const { message } = await quickInput.waitFor({ title: `${shown} is protected` });
    assert.ok(message.replace("\u200b", "").includes(shown), message);
    await quickInput.type("y");
    const wrong = await quickInput.waitFor({ message: /^Type x/, severity: "error" });
    assert.ok(wrong.message.replace("\u200b", "").includes(shown), wrong.message);
    assert.equal(await said.locator("a").count(), 0);
    assert.equal(await said.locator(".codicon-trash").count(), 0);
  });

  it("is taken as it is shown", async () => {
    const { quickInput, dialog } = editor();
    await quickInput.type(shown);
    await quickInput.enter();
    await dialog.choose("Cancel");
    await quickInput.waitForClosed();
  });
});
