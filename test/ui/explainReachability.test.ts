import assert from "node:assert/strict";
import { eventually, oneTry } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";

const caches = ["sandbox-vpc", "us-west-2", "Caches"] as const;

/** Each application, the cache that it asks for, and what stands on top of the page. */
const reasons: readonly (readonly [string, string, RegExp])[] = [
  ["checkout", "open-test", /rtb-\w+ has no route for 10\.40\.1\.10/],
  ["search", "open-test", /rtb-\w+ has no route for 10\.20\./],
  ["loyalty", "open-test", /10\.20\.0\.0\/16 in rtb-\w+ is a blackhole/],
  ["warehouse", "open-test", /has no subnet in us-west-2b/],
  ["billing", "open-test", /10\.20\.0\.0\/16 in tgw-rtb-\w+ is a blackhole/],
  ["invoices", "open-test", /enableDnsSupport is off/],
  ["payments", "open-test", /No egress rule of sg-\w+ lets TCP 6379|egress/],
  ["orders", "open-test", /acl-\w+ denies TCP 6379 out to/],
  ["mobile-api", "open-test", /acl-\w+ (?:allows only|denies) .* in\s+from/],
  ["reports", "sessions", /ingress/],
];

describe("Explain Reachability by clicks", () => {
  const { editor } = useEditor();

  /** The text of the page in front, as it is drawn. */
  const page = async () => {
    const lines = await editor().page.locator(".editor-instance .view-line").allInnerTexts();
    return lines.join("\n").replaceAll("\u00a0", " ");
  };
  const showsOf = (pattern: RegExp) =>
    eventually(
      async () => ((await page()).match(pattern) ? true : undefined),
      async () => `The page does not say ${pattern}: ${await page()}`,
    );
  const explain = async (cache: string, application: string) => {
    // Until then rows are drawn anew, also below an open menu.
    await editor().tree.waitFor(caches, { description: /^1 open · 1 public · 10 in all/ });
    const menu = await editor().tree.menu(...caches, cache);
    await menu.choose("Explain Reachability…");
    const { quickInput } = editor();
    await quickInput.waitFor({ title: `Explain Reachability: ${cache}`, busy: false });
    await quickInput.type(application);
    await quickInput.pick(application);
    await quickInput.waitForClosed();
  };
  it("finds each of the ten reasons", async () => {
    await editor().tree.expand(...caches);
    for (const [application, cache, pattern] of reasons) {
      await explain(cache, application);
      await showsOf(new RegExp(`# ${application} .*to ${cache}: blocked`));
      await showsOf(pattern);
      await editor().screenshot(`way-${application}`);
    }
  });

  /** Clicks what is offered above a line of the page in front. */
  const act = (title: string) =>
    editor()
      .page.locator(".editor-instance .codelens-decoration a", { hasText: new RegExp(`^${title}$`) })
      .first()
      .click({ timeout: oneTry });

  it("mends with a click what an ingress rule can mend, and says what changed", async () => {
    await editor().tree.expand(...caches);
    await explain("sessions", "reports");
    await showsOf(/# reports .*to sessions: blocked/);
    await eventually(() => act("Authorize VPC Ingress…").then(() => true));
    const { quickInput, notifications } = editor();
    await quickInput.waitFor({ title: /^Authorize VPC Ingress to sessions-cache/, step: "1/2", busy: false });
    await quickInput.enter();
    await quickInput.waitFor({ title: /review/, busy: false });
    await editor().screenshot("way-mend");
    await quickInput.pick("Authorize ingress");
    await notifications.waitFor(/^10\.20\.6\.30\/32 on tcp 6379 is let in by sessions-cache/);
    await eventually(() => act("Run Again").then(() => true));
    await showsOf(/# reports .*to sessions: reachable/);
    await showsOf(/## What changed since/);
    await editor().screenshot("way-mended");
  });

  it("gives the text of what no click can mend", async () => {
    await editor().tree.expand(...caches);
    await explain("open-test", "payments");
    await showsOf(/# payments .*to open-test: blocked/);
    for (const [title, text] of [
      ["Copy as AWS CLI", /^(?:env .*)?aws ec2 authorize-security-group-egress /],
      ["Copy as Terraform", /^resource "aws_vpc_security_group_egress_rule"/],
      ["Copy as CloudFormation", /AWS::EC2::SecurityGroupEgress/],
    ] as const) {
      await eventually(() => act(title).then(() => true));
      assert.match(await editor().clipboard(), text);
    }
    await explain("open-test", "orders");
    await showsOf(/# orders .*to open-test: blocked/);
    await eventually(() => act("Copy as AWS CLI").then(() => true));
    assert.match(await editor().clipboard(), /aws ec2 (?:create|replace)-network-acl-entry /);
  });

  it("connects through an instance that reaches the cache", async () => {
    await editor().tree.expand(...caches);
    const menu = await editor().tree.menu(...caches, "open-test");
    await menu.choose("Connect Through…");
    const { quickInput } = editor();
    await quickInput.waitFor({ title: "Connect Through: open-test", busy: false });
    await editor().screenshot("connect-through");
    await quickInput.pick("web-1");
    await showsOf(/# Connect to open-test through web-1/);
    await editor().screenshot("connect-page");
    await eventually(() => act("Copy").then(() => true));
    assert.match(await editor().clipboard(), /aws ssm start-session --target i-[0-9a-f]{17} /);
  });
});
