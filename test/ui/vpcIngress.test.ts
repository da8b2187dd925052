import assert from "node:assert/strict";
import { eventually } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";

const caches = ["sandbox-vpc", "us-west-2", "Caches"] as const;
const sessions = [...caches, "sessions"] as const;
const group = [...sessions, "sessions-cache"] as const;

describe("Authorize VPC Ingress by clicks", () => {
  const { editor, sandbox } = useEditor();
  const sent = () =>
    sandbox().requests.filter(({ action }) => action === "AuthorizeSecurityGroupIngress").length;

  it("opens a region and shows its caches beside the first generation's refusal", async () => {
    await editor().tree.expand("sandbox-vpc", "us-west-2");
    await editor().tree.waitFor(["sandbox-vpc", "us-west-2", "Retired by AWS"], {
      description: "cache security groups",
    });
    await editor().tree.waitFor(sessions, { description: "valkey · replication group · 6379" });
    await editor().screenshot("caches");
  });

  it("shows who can reach one", async () => {
    await editor().tree.expand(...group);
    const rows = await editor().tree.children(group);
    assert.deepEqual(
      rows.map(({ label, description }) => [label.split(" ")[0], description]),
      [
        ["web", "tcp · 6379 · Web servers"],
        ["legacy-admin", "nobody uses it · tcp · 6379 · Old admin tool"],
        ["Not", "1 rule"],
      ],
    );
    await editor().screenshot("rules");
  });

  it("lets one more in from the row's menu, and sends nothing before the review is taken", async () => {
    const menu = await editor().tree.menu(...group);
    await menu.choose("Authorize VPC Ingress…");
    const { quickInput } = editor();
    await quickInput.waitFor({
      title: /^Authorize VPC Ingress to .* · sandbox-vpc · us-west-2$/,
      step: "1/3",
      busy: false,
    });
    await quickInput.item({ label: "bastion" });
    await editor().screenshot("vpc-flow-source");
    await quickInput.type("192.0.2.7/24");
    await quickInput.item({ label: "192.0.2.7/24 has host bits set. The block is 192.0.2.0/24" });
    await quickInput.type("192.0.2.0/24");
    await quickInput.item({ label: "Use 192.0.2.0/24", focused: true });
    await quickInput.enter();
    await quickInput.waitFor({ step: "2/3", canGoBack: true });
    await quickInput.type("Office");
    await quickInput.enter();
    await quickInput.waitFor({ title: /review/, step: "3/3" });
    await quickInput.item({ label: "Authorize ingress", focused: true });
    await quickInput.item({ label: "Who: 192.0.2.0/24" });
    await quickInput.item({ label: "May reach: 2 caches: sessions, ledger, on tcp 6379" });
    await quickInput.item({ label: /^Through: the VPC security group / });
    await quickInput.item({ label: /^As: profile sandbox-vpc in us-west-2/ });
    await quickInput.item({ label: /is shared: the rule opens 2 caches/ });
    await editor().screenshot("vpc-flow-review");
    // The dry run alone.
    assert.equal(sent(), 1);
    await quickInput.pick("Authorize ingress");
    await editor().tree.waitFor([...group, "192.0.2.0/24"], {
      description: "tcp · 6379 · Office",
      focused: true,
    });
    assert.equal(sent(), 2);
  });

  it("takes it away again from the rule's own row", async () => {
    const { dialog, tree } = editor();
    // The tree may be fetched anew just then, for the facts that follow a new rule: the menu says so, and is
    // chosen once more.
    await eventually(async () => {
      const menu = await tree.menu(...group, "192.0.2.0/24");
      assert.ok((await menu.items()).includes("What Can This Reach?"));
      await menu.choose("Revoke VPC Ingress…");
      await dialog.opened(3_000);
      return true;
    });
    const { message, detail } = await dialog.read();
    assert.equal(message, "Revoke 192.0.2.0/24 on tcp 6379 from sessions-cache?");
    assert.match(detail, /will no longer reach ledger(?:,| and) sessions through this rule\./);
    await editor().screenshot("vpc-revoke");
    await dialog.choose("Revoke");
    await editor().tree.waitForNo([...group, "192.0.2.0/24"]);
  });

  it("leads from the refusal to the caches", async () => {
    await editor().tree.collapse(...caches);
    const path = ["sandbox-vpc", "us-west-2", "Retired by AWS"] as const;
    await editor().tree.inlineAction(path, "Show Caches");
    await editor().tree.waitFor(caches, { expanded: true });
  });

  it("starts from the palette, with nothing known", async () => {
    const { quickInput, notifications, tree } = editor();
    const before = sent();
    await editor().command("Authorize VPC Ingress…");
    await quickInput.waitFor({ title: "Authorize VPC Ingress", step: "1/6" });
    await quickInput.pick("sandbox-vpc");
    await quickInput.waitFor({ step: "2/6", busy: false });
    await quickInput.pick("analytics");
    await quickInput.waitFor({ step: "3/5", busy: false });
    await quickInput.type("198.51.100.0/24");
    await quickInput.item({ label: "Use 198.51.100.0/24", focused: true });
    await quickInput.enter();
    await quickInput.waitFor({ step: "4/5" });
    await quickInput.enter();
    await quickInput.waitFor({ title: /review/, step: "5/5" });
    await quickInput.pick("Authorize ingress");
    await notifications.waitFor(/^198\.51\.100\.0\/24 on tcp 6379 is let in by analytics-cache/);
    await tree.expand(...caches, "analytics", "analytics-cache");
    await tree.waitFor([...caches, "analytics", "analytics-cache", "198.51.100.0/24"]);
    // A dry run before it.
    assert.equal(sent() - before, 2);
  });

  it("attaches another group to a cache, and leaves the keyboard on it", async () => {
    const { quickInput, dialog, tree, notifications } = editor();
    await notifications.clear();
    await (await tree.menu(...caches, "analytics")).choose("Attach VPC Security Group…");
    await quickInput.waitFor({ title: /^Attach VPC Security Group/, busy: false });
    await quickInput.pick("legacy-admin");
    const { message } = await dialog.read();
    assert.match(message, /legacy-admin.* analytics/);
    await dialog.choose("Attach");
    await tree.waitFor([...caches, "analytics", "legacy-admin"], { focused: true });
  });
});
