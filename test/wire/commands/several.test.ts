import assert from "node:assert/strict";
import { copyArn } from "../../../src/commands/copyArn";
import { copyAsCli } from "../../../src/commands/copyAsCli";
import { copyName } from "../../../src/commands/copyName";
import { createCacheSecurityGroup } from "../../../src/commands/createCacheSecurityGroup";
import { deleteCacheSecurityGroup } from "../../../src/commands/deleteCacheSecurityGroup";
import { revokeIngress } from "../../../src/commands/revokeIngress";
import type { CommandResult } from "../../../src/core/commandResult";
import { parseSources } from "../../../src/core/pasted/parseSources";
import type { ConfirmQuestion } from "../../../src/ui/ui";
import { CommandWorld } from "../../support/commandWorld";
import { type Scripted, ScriptedUi } from "../../support/scriptedUi";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const self = "123456781234";
const sessions = { ...target, cacheSecurityGroupName: "sessions" };
const grants = [
  { ...sessions, ec2SecurityGroupName: "web-servers", ec2SecurityGroupOwnerId: self },
  { ...sessions, ec2SecurityGroupName: "checkout", ec2SecurityGroupOwnerId: self },
  {
    ...target,
    cacheSecurityGroupName: "rate-limit",
    ec2SecurityGroupName: "api-gateway",
    ec2SecurityGroupOwnerId: self,
  },
];

/** Keeps what it is asked to confirm. */
class ConfirmingUi extends ScriptedUi {
  readonly confirmations: ConfirmQuestion[] = [];

  override confirm(question: ConfirmQuestion): Promise<boolean> {
    this.confirmations.push(question);
    return super.confirm(question);
  }
}

/** As register.ts hands several rows over: the clicked one's fields, and all of them as items. */
function selection(rows: readonly object[]) {
  return { ...rows[0], items: rows };
}

describe("several rows", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  const outcomes = (result: CommandResult) => {
    assert.ok("value" in result && Array.isArray(result.value), JSON.stringify(result));
    return result.value.map(({ outcome, failure }) => [outcome, failure?.kind].filter(Boolean).join(" "));
  };

  describe("revoked", () => {
    it("are asked about once, by name, and let in no more", async () => {
      const ui = new ConfirmingUi({ confirm: true });
      const result = await world.run(revokeIngress, selection(grants), ui);
      assert.equal(result.outcome, "done");
      assert.deepEqual(outcomes(result), ["done", "done", "done"]);
      assert.deepEqual(ui.confirmations, [
        {
          message: "Revoke 3 grants from 2 cache security groups?",
          detail: `What runs in these EC2 security groups will not reach the caches any more:

us-west-2, profile sandbox-classic:
• web-servers of 123456781234, from sessions
• checkout of 123456781234, from sessions
• api-gateway of 123456781234, from rate-limit`,
          action: "Revoke",
        },
      ]);
      assert.equal(ui.messages.at(-1)?.text, "Revoke Ingress: 3 revoked");
      assert.deepEqual(ui.messages.at(-1)?.actions, ["Show Report", "Undo"]);
    });

    it("stay when the modal is escaped", async () => {
      const result = await world.run(revokeIngress, selection(grants), new ScriptedUi({ confirm: false }));
      assert.deepEqual(result, { outcome: "cancelled" });
      assert.deepEqual(world.changes(), []);
    });

    it("ask nothing with the answer in the params, and say which of them was gone", async () => {
      const items = [
        ...grants,
        { ...sessions, ec2SecurityGroupName: "nobody", ec2SecurityGroupOwnerId: self },
      ];
      const ui = new ScriptedUi();
      const result = await world.run(revokeIngress, { items, confirmed: true }, ui);
      assert.deepEqual(outcomes(result), ["done", "done", "done", "failed notFound"]);
      assert.ok(result.outcome === "failed" && result.failure.kind === "notFound");
      assert.deepEqual(ui.asked, []);
    });

    it("come back with Undo", async () => {
      const ui = new ScriptedUi({ confirm: true });
      ui.tell = async (message) => {
        ui.messages.push(message);
        return ui.messages.length === 1 ? "Undo" : undefined;
      };
      await world.run(revokeIngress, selection(grants), ui);
      await until(() => ui.messages.length === 2);
      assert.equal(ui.messages[1]?.text, "Authorize Many: 3 authorized");
    });

    it("name the first of many, and how many more there are", async () => {
      const items = Array.from({ length: 30 }, (_, number) => ({
        ...sessions,
        ec2SecurityGroupName: `web-${number}`,
        ec2SecurityGroupOwnerId: self,
      }));
      const aws = await world.services.aws();
      await Promise.all(items.map((item) => aws.authorizeIngress(target, item)));
      const ui = new ConfirmingUi({ confirm: false });
      await world.run(revokeIngress, selection(items), ui);
      const lines = ui.confirmations[0]?.detail.split("\n") ?? [];
      assert.equal(lines.filter((line) => line.startsWith("•")).length, 12);
      assert.equal(lines.at(-1), "and 18 more");
    });
  });

  describe("deleted", () => {
    const made = ["one", "two"].map((cacheSecurityGroupName) => ({ ...target, cacheSecurityGroupName }));
    beforeEach(async () => {
      for (const group of made) {
        assert.equal(
          (await world.run(createCacheSecurityGroup, { ...group, description: "d" })).outcome,
          "done",
        );
      }
    });

    const deleting = async (rows: readonly object[], ...script: readonly Scripted[]) => {
      const ui = new ConfirmingUi(...script);
      const result = await world.run(deleteCacheSecurityGroup, selection(rows), ui);
      ui.assertAllAsked();
      return { ui, result };
    };

    it("are asked about once, and the default group stays", async () => {
      const rows = [...made, { ...target, cacheSecurityGroupName: "default" }];
      const { ui, result } = await deleting(rows, { confirm: true });
      assert.deepEqual(outcomes(result), ["done", "done", "failed invalidParameter"]);
      assert.equal(ui.confirmations[0]?.message, "Delete 2 cache security groups?");
      assert.match(
        ui.confirmations[0]?.detail ?? "",
        /• one: lets nobody in\n• two: lets nobody in\n\nThe groups named default stay/,
      );
      assert.equal(world.services.state.groups.find(target, "one"), undefined);
    });

    it("ask for their number where one of them lets somebody in", async () => {
      const rows = [made[0] ?? {}, sessions, { ...target, cacheSecurityGroupName: "rate-limit" }];
      const { ui, result } = await deleting(rows, { confirm: true }, { input: "3" });
      assert.match(ui.confirmations[0]?.detail ?? "", /• sessions: 3 grants\n• rate-limit: 1 grant/);
      // sessions is in use by a cluster.
      assert.deepEqual(outcomes(result), ["done", "failed invalidState", "done"]);
      assert.deepEqual(ui.messages.at(-1)?.actions, ["Retry Failed", "Show Report"]);
      assert.match(
        ui.shown[0]?.text ?? "",
        /Failed: 1\n {2}sandbox-classic {2}us-west-2 {2}sessions {2}invalidState/,
      );
    });

    it("stay when the number is not typed", async () => {
      const { result } = await deleting([...made, sessions], { confirm: true }, "escape");
      assert.deepEqual(result, { outcome: "cancelled" });
    });

    it("are refused together when one is wrong, with nothing sent", async () => {
      const before = world.changes().length;
      const items = [...made, { ...target, region: "us-west-2/", cacheSecurityGroupName: "x" }];
      const result = await world.run(deleteCacheSecurityGroup, { items, confirmed: true });
      assert.ok(result.outcome === "failed" && result.failure.kind === "invalidParameter");
      assert.match(result.failure.message, /^Item 3: /);
      assert.equal(world.changes().length, before);
    });
  });

  describe("copied", () => {
    it("are a name each, of whatever kind", async () => {
      const ui = new ScriptedUi();
      await world.run(copyName, selection([target, sessions, ...grants]), ui);
      assert.deepEqual(ui.copied, ["us-west-2\nsessions\nweb-servers\ncheckout\napi-gateway"]);
    });

    it("are an ARN each", async () => {
      const ui = new ScriptedUi();
      await world.run(copyArn, selection([sessions, { ...target, cacheSecurityGroupName: "x" }]), ui);
      const arn = "arn:aws:elasticache:us-west-2:123456781234:securitygroup";
      assert.deepEqual(ui.copied, [`${arn}:sessions\n${arn}:x`]);
    });

    it("are a command line each, which Authorize Many reads back", async () => {
      const ui = new ScriptedUi();
      await world.run(copyAsCli, selection(grants), ui);
      const lines = ui.copied[0]?.split("\n") ?? [];
      assert.equal(lines.length, 3);
      assert.deepEqual(
        parseSources(ui.copied[0] ?? "").sources.map(({ ec2SecurityGroupName }) => ec2SecurityGroupName),
        ["web-servers", "checkout", "api-gateway"],
      );
    });
  });

  async function until(isSo: () => boolean) {
    for (const deadline = Date.now() + 60_000; !isSo(); ) {
      assert.ok(Date.now() < deadline, "it did not happen");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
});
