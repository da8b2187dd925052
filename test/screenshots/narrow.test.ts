import assert from "node:assert/strict";
import { writeAwsFiles } from "../../scripts/awsFiles.mjs";
import { allThemes } from "../ui/editor/themes";
import { useEditor } from "../ui/editor/useEditor";
import { dragSideBar, takePicture } from "./pictures";

const systems = ["payments", "shop", "search", "ledger", "catalog", "mail", "fraud", "web", "data", "ops"];
const stages = ["prod", "stage", "dev", "test", "load", "demo"];
/** 60 profiles, of whose accounts the first 30 have ten caches each. */
const names = stages.flatMap((stage) => systems.map((system) => `${stage}-${system}`));
const [first = "", second = ""] = names;
const caches = [first, "us-west-2", "Caches"] as const;

for (const theme of allThemes) {
  describe(`60 profiles and 300 caches at 250 pixels in the ${theme} theme`, () => {
    const { editor, web, sandbox } = useEditor({ theme, profiles: false });

    before("60 profiles", async () => {
      const { profiles } = sandbox();
      const [classic, , vpc] = profiles;
      assert.ok(classic && vpc);
      const many = names.map((name, at) => ({ ...(at < 30 ? vpc : classic), name }));
      writeAwsFiles(web().awsFolder, { ...sandbox(), profiles: many });
      await editor().page.setViewportSize({ width: 1100, height: 900 });
      await editor().tree.waitFor([first]);
      // The activity bar has 48 pixels.
      await dragSideBar(editor(), 298);
    });

    it("say of each row what matters", async () => {
      const { tree, quickInput } = editor();
      await tree.titleAction("Find…");
      await quickInput.waitFor({ title: "Find", busy: false });
      await quickInput.type("open-test");
      await quickInput.item({ label: "Look in 60 more targets" });
      await quickInput.enter();
      await quickInput.item({ label: "open-test" }, 60_000);
      await quickInput.escape();
      await tree.waitFor([second], { description: /1 open/ }, 60_000);
      await tree.expand(...caches, "open-test", "open-cache");
      await tree.expand(...caches, "sessions", "shared-cache");
      await takePicture(editor(), `narrow-${theme}`);
      const below = await tree.children([...caches]);
      assert.equal(below.length, 10);
    });
  });
}
