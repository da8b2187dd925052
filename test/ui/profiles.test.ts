import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { awsFiles } from "../../scripts/awsFiles.mjs";
import { useEditor } from "./editor/useEditor";

describe("the view", () => {
  const { editor, sandbox, web } = useEditor();

  it("shows every profile, closed, and asks AWS for nothing", async () => {
    for (const { name } of sandbox().profiles) {
      await editor().tree.waitFor([name], { icon: "account", expanded: false });
    }
    assert.equal((await editor().tree.rows()).length, sandbox().profiles.length);
    assert.deepEqual(sandbox().requests, []);
  });

  it("keeps the profiles where one setting of a file is wrong twice, with a row for each fault", async () => {
    const { config } = awsFiles(web().awsFolder);
    appendFileSync(
      config,
      "[profile nested]\nregion = us-west-2\ns3 =\n  max_queue_size: 10000\n  use_accelerate: true\n",
    );
    await editor().tree.waitFor(["nested"], { icon: "account" });
    const faults = (await editor().tree.rows()).filter(({ icon }) => icon === "warning");
    assert.equal(faults.length, 2);
    await editor().tree.waitFor([sandbox().profiles[0]?.name ?? ""]);
  });
});
