import assert from "node:assert/strict";
import { useEditor } from "./editor/useEditor";

describe("the view of somebody who has configured nothing", () => {
  const { editor } = useEditor({ profiles: false });

  it("says where profiles come from, and offers the sandbox", async () => {
    const text = await editor().tree.welcome().textContent();
    assert.match(text ?? "", /No AWS profiles were found/);
    assert.match(text ?? "", /~\/\.aws\/config/);
    await editor().screenshot("welcome");
  });

  it("starts the sandbox, whose profiles are there at once", async () => {
    await editor().tree.welcome().getByRole("button", { name: "Start Sandbox" }).click();
    await editor().tree.waitFor(["sandbox-classic"], { icon: "beaker" });
    await editor().notifications.waitFor(/The sandbox runs at http:\/\/127\.0\.0\.1:\d+/);
    await editor().tree.expand("sandbox-classic", "us-west-2");
    await editor().tree.waitFor(["sandbox-classic", "us-west-2", "Cache security groups", "mygroup"]);
    await editor().screenshot("started-sandbox");
  });

  it("shows the welcome again when the sandbox is stopped", async () => {
    await editor().command("Stop Sandbox");
    await editor().tree.welcome().waitFor();
  });
});
