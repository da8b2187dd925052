import assert from "node:assert/strict";
import { authorizeMany } from "../../../src/commands/authorizeMany";
import type { Ingress } from "../../../src/core/cacheSecurityGroups/ingress";
import type { GroupItem } from "../../../src/core/cacheSecurityGroups/items";
import type { CommandResult } from "../../../src/core/commandResult";
import { CommandWorld } from "../../support/commandWorld";
import type { ItemResult } from "../../support/itemResult";
import { ScriptedUi } from "../../support/scriptedUi";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const partner = { profile: "sandbox-partner", region: "us-west-2" };
const group = { ...target, cacheSecurityGroupName: "mygroup" };
const source = { ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: "565419523791" };
const authorize = "AuthorizeCacheSecurityGroupIngress";

describe("Authorize Many", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  it("leads from targets and groups over the clipboard to a plan, and does what is checked", async () => {
    const ui = new ScriptedUi(
      { pickMany: ["sandbox-classic", "sandbox-partner"] },
      { pickMany: ["mygroup", "sessions", "feed"] },
      { pick: "From the clipboard" },
      { pick: "Go on with the 3 sources that could be read" },
      { pickMany: ["new into mygroup", "new into feed", "web-servers into mygroup"] },
    );
    ui.texts.clipboard = {
      name: "the clipboard",
      text: "web-servers 123456781234\nnew 565419523791\ncheckout\n565419523791/default\n",
    };
    const result = await world.run(authorizeMany, {}, ui);
    ui.assertAllAsked();
    const [, groups, , lines, plan] = ui.asked;
    assert.ok(groups?.labels.includes("--- sandbox-partner · us-west-2"));
    assert.deepEqual(lines?.labels.slice(1), [
      "--- could not be read",
      "Line 3: The account number of the owner is missing",
    ]);
    assert.deepEqual(plan?.labels, [
      "--- to authorize (7)",
      "web-servers into mygroup",
      "new into mygroup",
      "default into mygroup",
      "new into sessions",
      "web-servers into feed",
      "new into feed",
      "default into feed",
      "--- already authorized (2)",
      "web-servers into sessions",
      "default into sessions",
      "--- when it ends, the earliest that is checked",
      "Expires in an hour",
      "Expires at the end of today",
      "Expires in a week",
    ]);
    assert.equal(plan?.title, "Authorize Many into 3 groups · 2 targets: review");
    assert.equal(result.outcome, "done");
    assert.deepEqual(outcomesOf(result), [
      "mygroup web-servers done",
      "mygroup new done",
      "feed new done",
      "sessions web-servers unchanged",
      "sessions default unchanged",
    ]);
    assert.deepEqual(world.changes(), [authorize, authorize, authorize]);
    assert.equal(ui.messages.at(-1)?.text, "Authorize Many: 3 authorized, 2 already authorized");
    assert.deepEqual(ui.shown, []);
  });

  it("begins with the sources when it is called on groups, and takes them from what is known", async () => {
    const ui = new ScriptedUi(
      { pick: "Choose among those known…" },
      { pickMany: ["batch", "api-gateway"] },
      { accept: true },
    );
    const items = [group, { ...partner, cacheSecurityGroupName: "feed" }];
    const result = await world.run(authorizeMany, { ...group, items }, ui);
    assert.deepEqual(outcomesOf(result), [
      "mygroup api-gateway done",
      "mygroup batch done",
      "feed api-gateway done",
      "feed batch done",
    ]);
    assert.deepEqual(
      ui.asked.map(({ step }) => step),
      ["1/2", "1/2", "2/2"],
    );
  });

  it("asks for the groups when it is called on sections, and says why one of them has none", async () => {
    const ui = new ScriptedUi(
      { pickMany: ["feed"] },
      { pick: "Enter one…" },
      { input: "x 565419523791" },
      { accept: true },
    );
    const items = [partner, { profile: "sandbox-vpc", region: "us-west-2" }];
    const result = await world.run(authorizeMany, { ...partner, items }, ui);
    assert.deepEqual(outcomesOf(result), ["feed x done"]);
    const labels = ui.asked[0]?.labels ?? [];
    const vpc = labels.indexOf("--- sandbox-vpc · us-west-2");
    assert.match(labels[vpc + 1] ?? "", /cache security groups/i);
    assert.equal(vpc + 2, labels.length);
  });

  it("keeps the answers on the way back, and says what could not be read from where", async () => {
    const ui = new ScriptedUi(
      { pick: "From the editor" },
      { pick: "From a file…" },
      "back",
      { pick: "Enter one…" },
      { input: "web 5654-1952-3791" },
      "back",
      { pick: "Keep the 1 source from what was entered" },
      { accept: true },
    );
    ui.texts.file = { name: "list.csv", text: "nothing here\n" };
    const result = await world.run(authorizeMany, group, ui);
    ui.assertAllAsked();
    assert.equal(ui.asked[2]?.title, "1 line of list.csv could not be read");
    assert.match(ui.messages[0]?.text ?? "", /^No editor is open/);
    assert.deepEqual(outcomesOf(result), ["mygroup web done"]);
  });

  it("sends nothing on Escape", async () => {
    const ui = new ScriptedUi({ pick: "Enter one…" }, { input: "web 565419523791" }, "escape");
    assert.deepEqual(await world.run(authorizeMany, group, ui), { outcome: "cancelled" });
    assert.deepEqual(world.changes(), []);
  });

  it("says why an account refuses, and does the others", async () => {
    const retired = { profile: "sandbox-vpc", region: "us-west-2", cacheSecurityGroupName: "x" };
    const ui = new ScriptedUi();
    const items = [
      { ...retired, ...source },
      { ...group, ...source },
      { ...group, cacheSecurityGroupName: "nowhere", ...source },
      { ...group, cacheSecurityGroupName: "MyGroup", ...source },
    ];
    const result = await world.run(authorizeMany, { items }, ui);
    assert.deepEqual(outcomesOf(result), [
      "x web failed classicRetired",
      "mygroup web done",
      "nowhere web failed notFound",
      // The same group: asked for once, told for both.
      "MyGroup web done",
    ]);
    assert.deepEqual(world.changes(), [authorize]);
    assert.deepEqual(ui.asked, []);
  });

  it("takes an answer that was lost on the way for what it was", async () => {
    world.sandbox.setFaults([{ action: authorize, code: "@lost", probability: 0.2 }]);
    const items = Array.from({ length: 20 }, (_, number) => ({
      ...group,
      ...source,
      ec2SecurityGroupName: `web-${number}`,
    }));
    const result = await world.run(authorizeMany, { items });
    assert.equal(result.outcome, "done");
    assert.deepEqual(new Set(outcomesOf(result).map((each) => each.split(" ")[2])), new Set(["done"]));
  });

  it("retries the failed ones only, and shows a report of what failed", async () => {
    world.sandbox.setFaults([{ action: authorize, code: "AccessDenied", profile: "sandbox-partner" }]);
    const ui = new ScriptedUi({ pick: "Enter one…" }, { input: "web 565419523791" }, { accept: true });
    const items = [group, { ...partner, cacheSecurityGroupName: "feed" }];
    const shown = world.run(authorizeMany, { items }, ui);
    assert.deepEqual(outcomesOf(await shown), ["mygroup web done", "feed web failed accessDenied"]);
    assert.match(ui.shown[0]?.text ?? "", /^Authorize Many: 1 authorized, 1 failed \(no permission\)\n/);
    assert.match(
      ui.shown[0]?.text ?? "",
      /Failed: 1\n {2}sandbox-partner +us-west-2 +feed +565419523791\/web/,
    );
    assert.deepEqual(ui.messages.at(-1)?.actions, ["Retry Failed", "Show Report", "Undo"]);

    world.sandbox.setFaults([]);
    const before = world.changes().length;
    const retrying = new ScriptedUi();
    world.sandbox.setFaults([{ action: authorize, code: "AccessDenied", times: 1 }]);
    retrying.action = "Retry Failed";
    await world.run(
      authorizeMany,
      { items: [{ ...partner, cacheSecurityGroupName: "feed", ...source }] },
      retrying,
    );
    await until(() => retrying.messages.length === 2);
    assert.deepEqual(world.changes().slice(before), [authorize, authorize]);
    assert.match(retrying.messages[1]?.text ?? "", /^Authorize Many: 1 authorized$/);
  });

  it("undoes what it did, and leaves what somebody else has changed since", async () => {
    const items = ["a", "b"].map((name) => ({ ...group, ...source, ec2SecurityGroupName: name }));
    const ui = new ScriptedUi();
    const undo = holdBack(ui, "Undo");
    await world.run(authorizeMany, { items }, ui);
    const aws = await world.services.aws();
    await aws.revokeIngress(target, { ...group, ...source, ec2SecurityGroupName: "a" });
    undo();
    await until(() => ui.messages.length === 2);
    assert.equal(ui.messages[1]?.text, "Revoke Ingress: 1 revoked, 1 already revoked");
    assert.equal(world.changes().filter((each) => each.startsWith("Revoke")).length, 2);
  });

  for (const [words, item, kind, message] of [
    [
      "an owner is missing",
      { ...group, ec2SecurityGroupName: "web" },
      "invalidParameter",
      /^Item 2: ec2Sec.*is missing/,
    ],
    [
      "an owner is wrong",
      { ...group, ...source, ec2SecurityGroupOwnerId: "12" },
      "invalidParameter",
      /^Item 2: .*12 digits/,
    ],
    [
      "a profile does not exist",
      { ...group, ...source, profile: "x" },
      "credentials",
      /^Item 2: There is no profile/,
    ],
    ["an item is no object", "web", "invalidParameter", /list of objects/],
  ] as const) {
    it(`sends nothing at all when ${words}`, async () => {
      const result = await world.run(authorizeMany, { items: [{ ...group, ...source }, item] });
      assert.ok(result.outcome === "failed", JSON.stringify(result));
      assert.equal(result.failure.kind, kind);
      assert.match(result.failure.message, message);
      assert.deepEqual(world.sandbox.requests, []);
    });
  }

  it("is unchanged by nothing", async () => {
    assert.deepEqual(await world.run(authorizeMany, { items: [] }), { outcome: "unchanged", value: [] });
  });

  it("is refused by a protected profile among several, and asks for its name once when somebody is there", async () => {
    world.settings = { ...world.settings, protectedProfiles: ["sandbox-partner"] };
    const groups = [group, { ...partner, cacheSecurityGroupName: "feed" }];
    const refused = await world.run(authorizeMany, { items: groups.map((each) => ({ ...each, ...source })) });
    assert.ok(refused.outcome === "failed" && refused.failure.kind === "protected", JSON.stringify(refused));
    assert.deepEqual(world.changes(), []);
    const ui = new ScriptedUi({ pick: "From the clipboard" }, { accept: true }, { input: "sandbox-partner" });
    ui.texts.clipboard = { name: "the clipboard", text: "a 565419523791\nb 565419523791" };
    assert.equal((await world.run(authorizeMany, { items: groups }, ui)).outcome, "done");
    ui.assertAllAsked();
    assert.equal(world.changes().length, 4);
  });

  it("stops when read-only mode is turned on while it runs", async () => {
    const items = Array.from({ length: 30 }, (_, number) => ({
      ...group,
      ...source,
      ec2SecurityGroupName: `web-${number}`,
    }));
    const ui = new ScriptedUi();
    const report = ui.progress.bind(ui);
    ui.progress = (title, work) =>
      report(title, (progress) =>
        work({
          ...progress,
          report: (message, share) => {
            if (share > 0.3) {
              world.settings = { ...world.settings, readOnly: true };
            }
            progress.report(message, share);
          },
        }),
      );
    const result = await world.run(authorizeMany, { items }, ui);
    assert.ok(result.outcome === "failed" && result.failure.kind === "readOnly", JSON.stringify(result));
    const done = outcomesOf(result).filter((each) => each.endsWith("done"));
    assert.equal(done.length, world.changes().length);
    assert.ok(done.length >= 10 && done.length < 20, `${done.length} are done`);
  });

  async function until(isSo: () => boolean) {
    for (const deadline = Date.now() + 60_000; !isSo(); ) {
      assert.ok(Date.now() < deadline, "it did not happen");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});

/** Answers the first message, and no other, when the returned function is called. */
function holdBack(ui: ScriptedUi, action: string): () => void {
  const tell = ui.tell.bind(ui);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  ui.tell = async (message) => {
    const isFirst = ui.messages.length === 0;
    await tell(message);
    if (!isFirst) {
      return undefined;
    }
    await held;
    return action;
  };
  return release;
}

function outcomesOf(result: CommandResult): readonly string[] {
  assert.ok("value" in result && Array.isArray(result.value), JSON.stringify(result).slice(0, 500));
  const value: readonly ItemResult<GroupItem & Ingress>[] = result.value;
  return value.map((each) =>
    [
      each.cacheSecurityGroupName,
      each.ec2SecurityGroupName,
      each.outcome,
      ...(each.outcome === "failed" ? [each.failure.kind] : []),
    ].join(" "),
  );
}
