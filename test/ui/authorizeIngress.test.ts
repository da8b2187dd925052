import assert from "node:assert/strict";
import { HeldClock } from "../support/heldClock";
import { eventually } from "./editor/eventually";
import { useEditor } from "./editor/useEditor";

const groups = ["sandbox-classic", "us-west-2", "Cache security groups"] as const;
const mygroup = [...groups, "mygroup"] as const;

describe("Authorize Ingress by clicks", () => {
  const clock = new HeldClock();
  const { editor, sandbox } = useEditor({ sandbox: { settleMs: 200, clock: clock.now } });
  const authorizations = () =>
    sandbox().requests.filter(({ action }) => action === "AuthorizeCacheSecurityGroupIngress");

  it("opens a region and shows its groups, without a click on the section", async () => {
    await editor().tree.expand("sandbox-classic", "us-west-2");
    await editor().tree.waitFor(mygroup, { description: "lets nobody in · My security group" });
    await editor().tree.waitFor(["sandbox-classic"], { description: "123456781234" });
    await editor().screenshot("groups");
  });

  it("asks from the row's menu for the EC2 security group first: the target and the group are known", async () => {
    const menu = await editor().tree.menu(...mygroup);
    await menu.choose("Authorize Ingress…");
    const { quickInput } = editor();
    await quickInput.waitFor({
      title: "Authorize Ingress to mygroup · sandbox-classic · us-west-2",
      step: "1/3",
      canGoBack: false,
      busy: false,
    });
    await quickInput.item({ label: "default", separator: /this account/ });
    await editor().screenshot("flow-source");
    await quickInput.pick("Enter a name…");
    await quickInput.waitFor({ message: /^The EC2 security group's name, not its ID/ });
    await quickInput.type("web servers");
    await quickInput.enter();
    await quickInput.waitFor({ step: "2/3", canGoBack: true });
    await editor().screenshot("flow-owner");
  });

  for (const [text, words] of [
    ["12345678123", "An account number has 12 digits; this has 11 digits"],
    ["twelve", "An account number has digits only, dashes and spaces aside"],
    [
      "AKIAIOSFODNN7EXAMPLE",
      "This is an access key ID, not an account number. An account number has 12 digits",
    ],
  ] as const) {
    it(`says while typing what is wrong with ${text}`, async () => {
      const { quickInput } = editor();
      await quickInput.type(text);
      await quickInput.item({ label: words, focused: true });
      await quickInput.enter();
      await quickInput.waitFor({ step: "2/3" });
    });
  }

  it("says the same in the box for entering it", async () => {
    const { quickInput } = editor();
    await quickInput.type("");
    await quickInput.item({ label: "565419523791" });
    await quickInput.pick("Enter an account number…");
    await quickInput.waitFor({ placeholder: "1234-5678-1234" });
    await quickInput.type("12345678123");
    await quickInput.waitFor({ severity: "error", message: /12 digits; this has 11 digits/ });
    await editor().screenshot("flow-owner-refused");
    await quickInput.enter();
    await quickInput.waitFor({ severity: "error", value: "12345678123" });
    await quickInput.back();
    await quickInput.waitFor({ step: "2/3", placeholder: /account number/ });
  });

  it("takes the specification's own sample, and Back keeps what was entered", async () => {
    const { quickInput } = editor();
    await quickInput.type("1234-5678-1234");
    await quickInput.item({ label: "Use 123456781234", focused: true });
    await quickInput.enter();
    await quickInput.waitFor({ title: /review/, step: "3/3" });
    await quickInput.item({ label: "Who: web servers of account 123456781234 (this account)" });
    await quickInput.item({ label: /^May reach: / });
    await quickInput.item({ label: "Through: the cache security group mygroup (My security group)" });
    await quickInput.item({ label: /^As: profile sandbox-classic in us-west-2/ });
    await quickInput.item({ label: /must be in us-west-2 too/ });
    await editor().screenshot("flow-review");
    await quickInput.back();
    await quickInput.item({ label: "123456781234", focused: true });
    await quickInput.back();
    await quickInput.waitFor({ step: "1/3" });
    await quickInput.pick("Enter a name…");
    await quickInput.waitFor({ value: "web servers" });
    await quickInput.enter();
    await quickInput.item({ label: "123456781234", focused: true });
    await quickInput.enter();
    await quickInput.waitFor({ title: /review/ });
  });

  it("sends nothing when left with Escape at the last step", async () => {
    await editor().quickInput.escape();
    await editor().quickInput.waitForClosed();
    assert.deepEqual(authorizations(), []);
  });

  it("lets default of 565419523791 in: Enter after picking it, then the check mark", async () => {
    const { quickInput, tree, notifications } = editor();
    await tree.inlineAction(mygroup, "Authorize Ingress…");
    await quickInput.waitFor({ step: "1/3" });
    await quickInput.type("565419523791");
    await quickInput.item({ label: "default", description: /565419523791/, focused: true });
    await quickInput.enter();
    await quickInput.waitFor({ step: "3/3" });
    await quickInput.item({ label: "Authorize ingress", focused: true });
    clock.hold();
    await quickInput.enter();
    await tree.waitFor([...mygroup, "default"], {
      icon: "loading",
      description: /^authorizing · 565419523791/,
      accessibleLabel: /EC2 security group default of account 565419523791.*, authorizing/,
    });
    await editor().screenshot("authorizing");
    clock.letGo();
    await tree.waitFor([...mygroup, "default"], {
      icon: "pass-filled",
      description: /^authorized · 565419523791/,
    });
    const end = await notifications.waitFor(/default of account 565419523791 is authorized in mygroup/);
    assert.deepEqual(end.buttons, ["Undo", "Copy as AWS CLI"]);
    await editor().screenshot("authorized");
    assert.equal(authorizations().length, 1);
  });

  it("copies the AWS CLI's line from the notification", async () => {
    await editor().notifications.choose(/is authorized in mygroup/, "Copy as AWS CLI");
    const line =
      /^aws elasticache authorize-cache-security-group-ingress --cli-input-json '.*565419523791.*' --region us-west-2 --profile sandbox-classic --endpoint-url http:\/\/127\.0\.0\.1:\d+$/;
    await eventually(
      async () => (line.test(await editor().clipboard()) ? true : undefined),
      async () => `The clipboard holds ${await editor().clipboard()}`,
    );
  });

  it("says so, and shows no error, when it was let in already", async () => {
    const { quickInput, tree, notifications } = editor();
    await tree.inlineAction(mygroup, "Authorize Ingress…");
    await quickInput.waitFor({ step: "1/3" });
    await quickInput.type("565419523791");
    await quickInput.item({ label: "default", focused: true });
    await quickInput.enter();
    await quickInput.item({ label: /Already granted: the status is authorized/ });
    await quickInput.item({ label: "Nothing to do: already authorized", focused: true });
    await quickInput.enter();
    const told = await notifications.waitFor(/was let in by mygroup already/);
    assert.equal(told.severity, "info");
  });

  it("starts from the palette, with the target as its first step", async () => {
    const { quickInput } = editor();
    await editor().command("Authorize Ingress…");
    await quickInput.waitFor({ title: "Authorize Ingress", step: "1/5" });
    await quickInput.item({ label: "sandbox-partner", description: /us-west-2/ });
    await editor().screenshot("flow-target");
    await quickInput.pick("sandbox-classic");
    await quickInput.waitFor({ step: "2/5" });
    await quickInput.item({ label: "New cache security group…" });
    await editor().screenshot("flow-group");
    await quickInput.pick("New cache security group…");
    await quickInput.waitFor({ step: "3/7", message: /new cache security group's name/ });
    await quickInput.type("Default");
    await quickInput.waitFor({ severity: "error", message: /choose another name/ });
    await quickInput.escape();
    await quickInput.waitForClosed();
  });

  it("says in its section why a VPC-only account refuses", async () => {
    const { tree } = editor();
    await tree.collapse("sandbox-classic");
    await tree.expand("sandbox-vpc", "us-west-2");
    const section = ["sandbox-vpc", "us-west-2", "Retired by AWS"];
    await tree.waitFor(section, { description: "cache security groups" });
    // Last, and closed.
    await tree.expand(...section);
    const [failure] = await tree.children(section);
    assert.equal(failure?.label, "Retired by AWS");
    await editor().screenshot("refused");
  });
});
