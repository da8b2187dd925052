import assert from "node:assert/strict";
import { eventually } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";

describe("Refresh above the tree", () => {
  const { editor, sandbox } = useEditor();
  const lists = (profile: string) =>
    sandbox().requests.filter(
      (each) => each.action === "DescribeCacheSecurityGroups" && each.profile === profile,
    ).length;

  it("reads everything that is open, whatever row has the focus", async () => {
    const { tree } = editor();
    await tree.expand("sandbox-classic", "us-west-2", "Cache security groups");
    await tree.expand("sandbox-partner", "us-west-2", "Cache security groups");
    await tree.click(["sandbox-partner", "us-west-2", "Cache security groups", "default"]);
    const before = [lists("sandbox-classic"), lists("sandbox-partner")];
    await tree.titleAction("Refresh");
    await eventually(
      async () =>
        lists("sandbox-classic") > (before[0] ?? 0) && lists("sandbox-partner") > (before[1] ?? 0)
          ? true
          : undefined,
      () => `${before} became ${[lists("sandbox-classic"), lists("sandbox-partner")]}`,
    );
    assert.deepEqual(await editor().notifications.all(), []);
  });
});
