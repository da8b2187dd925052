import { useEditor } from "./editor/useEditor";

const classic = ["sandbox-classic", "us-west-2"] as const;
const vpc = ["sandbox-vpc", "us-west-2"] as const;

describe("what was open, in the next window", () => {
  const { editor, web } = useEditor();

  it("is offered, and opened again by one click", async () => {
    const { tree, page } = editor();
    await tree.expand(...classic);
    await tree.collapse(...classic);
    await tree.expand(...classic);
    await tree.waitFor([...classic, "Cache security groups", "mygroup"]);
    // VS Code keeps what it is given a moment later: this takes longer.
    await tree.expand(...vpc, "Caches");
    await tree.waitFor([...vpc, "Caches"], { description: /^1 open · 1 public · 10 in all/ });
    await page.goto(web().url);
    await tree.open();
    await tree.waitFor(["sandbox-classic"], { expanded: false });
    await tree.titleAction("Reopen What Was Open");
    await tree.waitFor([...classic, "Cache security groups", "mygroup"]);
    await tree.waitFor([...vpc, "Caches", "sessions"]);
    await editor().screenshot("reopened");
  });
});

describe("profiles that stand together on wish", () => {
  const { editor } = useEditor({ settings: { "elasticacheAccess.groupProfiles": "name" } });

  it("are below what they have in common, and all that they have below them", async () => {
    const { tree, quickInput } = editor();
    await tree.waitFor(["sandbox"], { description: "3 profiles", expanded: false });
    await tree.expand("sandbox", ...vpc, "Caches");
    await tree.waitFor(["sandbox"], { description: "1 open · 3 profiles" });
    await editor().command("Find…");
    await quickInput.waitFor({ title: "Find", busy: false });
    await quickInput.type("mygroup");
    await quickInput.enter();
    await quickInput.item({ label: "mygroup", focused: true });
    await quickInput.enter();
    await tree.waitFor(["sandbox", ...classic, "Cache security groups", "mygroup"], { selected: true });
    await editor().screenshot("grouped");
  });
});
