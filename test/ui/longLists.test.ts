import assert from "node:assert/strict";
import { eventually } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";

const caches = ["sandbox-vpc", "us-west-2", "Caches"] as const;
const group = [...caches, "analytics", "analytics-cache"] as const;

describe("A list of 10,000 security groups with 60 rules each", () => {
  const { editor, sandbox } = useEditor({ sandbox: { data: { scale: 10_000 } } });
  const pages = () => sandbox().requests.filter(({ action }) => action === "DescribeSecurityGroups");

  it("shows its first page while the rest is read", async () => {
    await editor().tree.expand(...group);
    const menu = await editor().tree.menu(...group);
    const before = pages().length;
    await menu.choose("Authorize VPC Ingress…");
    const { quickInput } = editor();
    await quickInput.item({ label: "analytics-cache", focused: true });
    const after = pages().length - before;
    assert.ok(after < 20, `${after} of 41 pages were read by then`);
  });

  it("says how much more there is, and finds each of them", async () => {
    const { quickInput } = editor();
    await eventually(async () => pages().length > 41 || undefined, undefined, 120_000);
    await quickInput.waitFor({ busy: false });
    await editor().page.keyboard.press("ArrowUp");
    await quickInput.item({ label: /^9,5\d\d more are in the list$/ });
    await editor().screenshot("long-list");
    await quickInput.type("team=team-11");
    await quickInput.item({ label: "service-00011" });
    await quickInput.type("service-0");
    // The entry above the first is the last. A list that comes a moment later begins at its first again.
    await eventually(async () => {
      await editor().page.keyboard.press("ArrowUp");
      return quickInput.item({ label: "9,499 more match" }, 1_000);
    });
    await quickInput.type("service-10000");
    await quickInput.item({ label: "service-10000", focused: true });
  });

  it("takes the one that Enter was pressed for, however soon after the last key", async () => {
    const { quickInput } = editor();
    await quickInput.type("");
    await editor().page.keyboard.type("service-09876", { delay: 0 });
    await editor().page.keyboard.press("Enter");
    await quickInput.waitFor({ step: "2/3" });
    await quickInput.enter();
    await quickInput.waitFor({ step: "3/3" });
    await quickInput.item({ label: /^Who: service-09876 / });
    await quickInput.escape();
  });
});
