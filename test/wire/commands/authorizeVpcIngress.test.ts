import assert from "node:assert/strict";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import type { Params } from "../../../src/commands/command";
import { revokeVpcIngress } from "../../../src/commands/revokeVpcIngress";
import type { CommandResult } from "../../../src/core/commandResult";
import type { ApiSecurityGroupRule } from "../../../src/core/rules/ruleApiShape";
import { CommandWorld } from "../../support/commandWorld";
import { type Scripted, ScriptedUi } from "../../support/scriptedUi";

const target = { profile: "sandbox-vpc", region: "us-west-2" };
const sessions = { ...target, cacheKind: "replicationGroup", cacheId: "sessions" };

describe("Authorize VPC Ingress", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
    await world.services.state.vpc.load(target);
    await world.services.state.accounts.load(target);
  });
  afterEach(() => world.close());

  const groupId = (name: string) => {
    const { caches, vpc } = world.services.state;
    const ids = (caches.get(target).value ?? []).flatMap((cache) => cache.securityGroups ?? []);
    return ids.find(({ id }) => vpc.group(target, id)?.name === name)?.id ?? assert.fail(name);
  };
  /** Asked of the sandbox, dry runs among them. */
  const sent = () => world.changes().length;
  const rules = (result: CommandResult): readonly ApiSecurityGroupRule[] => {
    assert.ok(result.outcome === "done" || result.outcome === "unchanged", JSON.stringify(result));
    return result.value as readonly ApiSecurityGroupRule[];
  };
  const byParams = (params: Params) => world.run(authorizeVpcIngress, { ...target, ...params });

  describe("by params", () => {
    it("looks, asks for the permission, makes the rule, and shows it in the tree", async () => {
      const securityGroupId = groupId("analytics-cache");
      const result = await byParams({
        securityGroupId,
        cidrIp: "192.0.2.0/24",
        fromPort: 6379,
        toPort: 6379,
        description: "Office",
        tags: { why: "test" },
      });
      assert.equal(result.outcome, "done");
      const [rule, ...others] = rules(result);
      assert.deepEqual(others, []);
      assert.deepEqual(
        { ...rule, SecurityGroupRuleId: "" },
        {
          SecurityGroupRuleId: "",
          GroupId: securityGroupId,
          IsEgress: false,
          IpProtocol: "tcp",
          FromPort: 6379,
          ToPort: 6379,
          CidrIpv4: "192.0.2.0/24",
          Description: "Office",
          Tags: [{ Key: "why", Value: "test" }],
        },
      );
      assert.deepEqual(world.changes(), ["AuthorizeSecurityGroupIngress"]);
      assert.equal(world.sandbox.requests.filter(({ code }) => code === "DryRunOperation").length, 1);
      assert.ok(
        world.services.state.vpc
          .rules(target, securityGroupId)
          ?.some(({ id }) => id === rule?.SecurityGroupRuleId),
      );
    });

    it("is unchanged where an equal rule is there already, whatever its description", async () => {
      const params = { securityGroupId: groupId("analytics-cache"), cidrIp: "192.0.2.0/24" };
      const [made] = rules(await byParams({ ...params, description: "one" }));
      const before = sent();
      const again = await byParams({ ...params, description: "other" });
      assert.equal(again.outcome, "unchanged");
      assert.equal(rules(again)[0]?.SecurityGroupRuleId, made?.SecurityGroupRuleId);
      assert.equal(sent(), before);
    });

    it("is unchanged where EC2 says so, since rules may not be listed", async () => {
      const params = { securityGroupId: groupId("analytics-cache"), cidrIp: "192.0.2.0/24", fromPort: 6379 };
      await byParams(params);
      world.sandbox.setFaults([
        { action: "DescribeSecurityGroupRules", code: "UnauthorizedOperation" },
        { action: "DescribeSecurityGroups", code: "UnauthorizedOperation" },
      ]);
      assert.equal((await byParams(params)).outcome, "unchanged");
    });

    it("takes the cache's own port where none is given: both of a serverless cache", async () => {
      const cidrIp = "192.0.2.0/24";
      const ports = async (name: string) => {
        const [rule] = rules(await byParams({ securityGroupId: groupId(name), cidrIp }));
        return [rule?.FromPort, rule?.ToPort];
      };
      assert.deepEqual(await ports("storefront-cache"), [6379, 6380]);
      assert.deepEqual(await ports("page-cache"), [11_311, 11_311]);
    });

    it("lets in a group, one of another account, IPv6 addresses and a prefix list", async () => {
      const securityGroupId = groupId("dual-stack-cache");
      const known = world.services.state.vpc;
      const shared = known.rules(target, groupId("shared-cache")) ?? [];
      const [group, list] = ["securityGroup", "prefixList"].map(
        (kind) => shared.find(({ source }) => source.kind === kind)?.source,
      );
      assert.ok(group?.kind === "securityGroup" && list?.kind === "prefixList");
      for (const [source, shape] of [
        [
          { sourceSecurityGroupId: group.groupId, sourceOwnerId: "5654-1952-3791" },
          { ReferencedGroupInfo: { GroupId: group.groupId, UserId: "565419523791" } },
        ],
        [{ sourceSecurityGroupId: groupId("open-cache") }, undefined],
        [{ cidrIpv6: "2001:DB8:0::/48" }, { CidrIpv6: "2001:db8::/48" }],
        [{ prefixListId: list.prefixListId }, { PrefixListId: list.prefixListId }],
      ] as const) {
        const [rule] = rules(await byParams({ securityGroupId, fromPort: 6379, ...source }));
        assert.ok(rule);
        for (const [field, value] of Object.entries(shape ?? {})) {
          assert.deepEqual(Reflect.get(rule, field), value);
        }
      }
    });

    for (const [what, params] of [
      ["ports that are reversed", { fromPort: 6380, toPort: 6379 }],
      ["a port out of range", { fromPort: 65_536 }],
      ["host bits", { cidrIp: "192.0.2.1/24" }],
      ["no block", { cidrIp: "everybody" }],
      ["a block of the other family", { cidrIp: "::/0" }],
      ["two sources", { cidrIpv6: "::/0" }],
      [
        "a group of another region",
        withoutCidr("arn:aws:ec2:eu-west-1:111122223333:security-group/sg-01234567"),
      ],
      ["a group's name", withoutCidr("default")],
      ["a protocol that is none", { ipProtocol: "https" }],
      ["characters that a description may not have", { description: "naïve" }],
      ["a tag of AWS's own", { tags: { "aws:x": "y" } }],
      ["a group that is none", { securityGroupId: "mygroup" }],
    ] as const) {
      it(`refuses ${what} before anything is sent`, async () => {
        const requests = world.sandbox.requests.length;
        const result = await byParams({
          securityGroupId: groupId("analytics-cache"),
          cidrIp: "192.0.2.0/24",
          fromPort: 6379,
          ...params,
        });
        assert.ok(result.outcome === "failed", JSON.stringify(result));
        assert.equal(result.failure.kind, "invalidParameter");
        assert.equal(world.sandbox.requests.length, requests);
      });
    }

    function withoutCidr(sourceSecurityGroupId: string) {
      return { cidrIp: undefined, sourceSecurityGroupId };
    }

    it("names the permission that is missing, and sends nothing but the dry run", async () => {
      world.sandbox.setFaults([{ action: "AuthorizeSecurityGroupIngress", code: "UnauthorizedOperation" }]);
      const result = await byParams({ securityGroupId: groupId("analytics-cache"), cidrIp: "192.0.2.0/24" });
      assert.ok(result.outcome === "failed");
      assert.deepEqual(
        [result.failure.kind, result.failure.action],
        ["accessDenied", "ec2:AuthorizeSecurityGroupIngress"],
      );
      assert.equal(sent(), 1);
    });

    it("makes no rule without the tags that were asked for", async () => {
      world.sandbox.setFaults([{ action: "CreateTags", code: "UnauthorizedOperation" }]);
      const result = await byParams({
        securityGroupId: groupId("analytics-cache"),
        cidrIp: "192.0.2.0/24",
        tags: [{ Key: "a", Value: "b" }],
      });
      assert.ok(result.outcome === "failed");
      assert.equal(result.failure.action, "ec2:CreateTags");
    });

    it("fails as not found for a group that is gone", async () => {
      const result = await byParams({
        securityGroupId: "sg-00000000000000000",
        cidrIp: "192.0.2.0/24",
        fromPort: 6379,
      });
      assert.ok(result.outcome === "failed");
      assert.equal(result.failure.kind, "notFound");
    });
  });

  describe("in the flow", () => {
    const flow = async (params: Params, ...script: readonly Scripted[]) => {
      const ui = new ScriptedUi(...script);
      const result = await world.run(authorizeVpcIngress, params, ui);
      ui.assertAllAsked();
      return { ui, result };
    };

    it("asks a cache with two groups for one, and names every cache that the rule opens", async () => {
      const { ui, result } = await flow(
        sessions,
        { pick: /shared-cache/ },
        { pick: "bastion" },
        { input: "Operators" },
        { pick: "Authorize ingress" },
      );
      assert.equal(result.outcome, "done");
      const review = ui.asked.at(-1);
      assert.match(review?.title ?? "", /^Authorize VPC Ingress to shared-cache · sandbox-vpc · us-west-2/);
      assert.deepEqual(
        review?.labels.slice(1, 5).map((label) => label.replace(/sg-\w+/, "sg-ID")),
        [
          "Who: bastion (sg-ID)",
          "May reach: 2 caches: sessions, catalog, on tcp 6379",
          "Through: the VPC security group shared-cache (sg-ID)",
          "As: profile sandbox-vpc in us-west-2,",
        ],
      );
      assert.match(review?.details[4] ?? "", /^arn:aws:iam::111122223333:/);
      assert.ok(review?.labels.some((label) => /shared: the rule opens 2 caches/.test(label)));
      assert.ok(review?.labels.some((label) => /CloudFormation, stack shop-production/.test(label)));
      assert.ok(review?.labels.some((label) => /dry run/.test(label)));
      const [rule] = rules(result);
      assert.equal(rule?.Description, "Operators");
      assert.match(rule?.Tags[0]?.Value ?? "", /^arn:aws:iam::111122223333:/);
    });

    it("asks from the palette for everything but the cache's own port", async () => {
      const { ui, result } = await flow(
        {},
        { pick: "sandbox-vpc" },
        { pick: /^analytics / },
        { type: "192.0.2.0/24" },
        { input: "" },
        { pick: "Authorize ingress" },
      );
      assert.deepEqual(
        ui.asked.map(({ step }) => step),
        ["1/6", "2/6", "3/5", "4/5", "5/5"],
      );
      const [rule] = rules(result);
      assert.deepEqual([rule?.CidrIpv4, rule?.FromPort], ["192.0.2.0/24", 6379]);
    });

    it("offers the ports of the caches where the region is asked for last", async () => {
      const other = await CommandWorld.start();
      try {
        const ui = new ScriptedUi({ pick: "sandbox-vpc" }, "escape");
        const given = { securityGroupId: groupId("analytics-cache"), cidrIp: "192.0.2.0/24" };
        await other.run(authorizeVpcIngress, given, ui);
        assert.deepEqual(ui.asked.at(-1)?.labels, ["6379"]);
      } finally {
        await other.close();
      }
    });

    it("says what is there already: an equal rule, and a broader one", async () => {
      const analytics = { ...target, cacheKind: "cluster", cacheId: "analytics" };
      const { ui } = await flow(analytics, { pick: "bastion" }, { input: "" }, "escape");
      assert.ok(
        ui.asked.at(-1)?.labels.some((label) => /A broader rule is there already: bastion/.test(label)),
      );
      const again = await flow(analytics, { type: "10.30.0.0/16" }, { input: "" }, "escape");
      assert.ok(again.ui.asked.at(-1)?.labels.some((label) => /^There already: 10\.30/.test(label)));
      assert.equal(again.result.outcome, "cancelled");
    });

    it("warns of an open block, and sends nothing after Escape", async () => {
      const { ui } = await flow(
        { ...target, cacheKind: "serverless", cacheId: "storefront" },
        { pick: "Enter a CIDR block…" },
        { input: "0.0.0.0/0" },
        { input: "" },
        "escape",
      );
      assert.ok(ui.asked.at(-1)?.labels.some((label) => /whatever can route to the VPC/.test(label)));
      assert.ok(ui.asked.at(-1)?.labels.every((label) => label.length <= 68));
      assert.deepEqual(world.services.state.vpc.rules(target, groupId("storefront-cache"))?.length, 2);
    });

    it("asks again before a cache is opened to everybody, and No leads back to the review", async () => {
      const rule = [{ type: "0.0.0.0/0" }, { input: "" }, { pick: "Authorize ingress" }] as const;
      const { ui, result } = await flow(
        { ...target, cacheKind: "serverless", cacheId: "storefront" },
        ...rule,
        { confirm: false },
        { pick: "Authorize ingress" },
        { confirm: true },
      );
      assert.equal(result.outcome, "done");
      const [, question] = ui.asked.filter(({ title }) => /whatever can route/.test(title));
      assert.equal(question?.title, "Open storefront to whatever can route to the VPC?");
    });

    it("asks nothing again where params are complete, whatever they open", async () => {
      const params = { ...target, securityGroupId: groupId("storefront-cache"), cidrIp: "0.0.0.0/0" };
      assert.equal((await world.run(authorizeVpcIngress, params)).outcome, "done");
    });

    it("asks again for a rule that opens a cache with one that is there, and for many at once", async () => {
      const half = { ...target, securityGroupId: groupId("storefront-cache"), cidrIp: "0.0.0.0/1" };
      assert.equal((await world.run(authorizeVpcIngress, half)).outcome, "done");
      const storefront = { ...target, cacheKind: "serverless", cacheId: "storefront" };
      const other = [{ type: "128.0.0.0/1" }, { input: "" }] as const;
      const one = await flow(
        storefront,
        ...other,
        { pick: "Authorize ingress" },
        { confirm: false },
        "escape",
      );
      assert.match(one.ui.asked.at(-2)?.title ?? "", /^Open storefront to whatever can route/);
      const many = await flow(
        { items: [storefront, { ...target, cacheKind: "cluster", cacheId: "pages" }] },
        { type: "0.0.0.0/0" },
        { input: "" },
        { accept: true },
        { confirm: false },
        "escape",
      );
      assert.match(many.ui.asked.at(-2)?.title ?? "", /to whatever can route to the VPC\?$/);
      assert.equal(many.result.outcome, "cancelled");
    });

    it("has nothing to do where an equal rule is there", async () => {
      const analytics = { ...target, cacheKind: "cluster", cacheId: "analytics" };
      const before = sent();
      const { ui, result } = await flow(
        analytics,
        { type: "10.30.0.0/16" },
        { input: "" },
        { pick: "Nothing to do: already authorized" },
      );
      assert.equal(result.outcome, "unchanged");
      assert.equal(ui.asked.at(-1)?.labels[0], "Nothing to do: already authorized");
      assert.equal(sent(), before);
    });

    it("makes the rule without tags where ec2:CreateTags is missing", async () => {
      world.sandbox.setFaults([{ action: "CreateTags", code: "UnauthorizedOperation" }]);
      const { ui, result } = await flow(
        sessions,
        { pick: /sessions-cache/ },
        { type: "192.0.2.0/24" },
        { input: "" },
        { pick: "Authorize ingress" },
      );
      assert.ok(ui.asked.at(-1)?.labels.some((label) => /ec2:CreateTags/.test(label)));
      assert.deepEqual(rules(result)[0]?.Tags, []);
    });

    it("offers the other ways where groups may not be listed", async () => {
      world.sandbox.setFaults([{ action: "DescribeSecurityGroups", code: "UnauthorizedOperation" }]);
      const { ui } = await flow({ ...target, securityGroupId: groupId("page-cache") }, "escape");
      assert.match(ui.asked[0]?.labels.join() ?? "", /ec2:DescribeSecurityGroups.*Enter a CIDR block…/);
    });

    it("takes another account's group by its id and owner", async () => {
      const batch = world.services.state.vpc
        .rules(target, groupId("shared-cache"))
        ?.find(({ description }) => description === "Batch jobs of the partner")?.source;
      assert.ok(batch?.kind === "securityGroup");
      const { result } = await flow(
        { ...target, cacheKind: "cluster", cacheId: "analytics" },
        { pick: "Enter another account's group…" },
        { input: batch.groupId },
        { input: "5654-1952-3791" },
        { input: "" },
        { pick: "Authorize ingress" },
      );
      assert.deepEqual(rules(result)[0]?.ReferencedGroupInfo, {
        GroupId: batch.groupId,
        UserId: "565419523791",
      });
    });

    it("says of a public cache that no security group decides", async () => {
      const { result } = await flow({ ...target, cacheKind: "serverless", cacheId: "public-feed" });
      assert.ok(result.outcome === "failed");
      assert.match(result.failure.message, /elasticache:Connect/);
    });
  });

  describe("taken back", () => {
    const made = async () => {
      const params = { ...target, securityGroupId: groupId("analytics-cache"), cidrIp: "192.0.2.0/24" };
      const ui = new ScriptedUi();
      const [rule] = rules(await world.run(authorizeVpcIngress, params, ui));
      return { params, id: rule?.SecurityGroupRuleId ?? assert.fail("no rule") };
    };
    const there = (id: string) =>
      world.services.state.vpc.findRule(target, groupId("analytics-cache"), id) !== undefined;

    it("revokes by id, confirmed, and the row goes", async () => {
      const { params, id } = await made();
      const revoke = { ...params, cidrIp: undefined, securityGroupRuleId: id, confirmed: true };
      assert.deepEqual(await world.run(revokeVpcIngress, revoke), { outcome: "done" });
      assert.ok(!there(id));
      const again = await world.run(revokeVpcIngress, revoke);
      assert.ok(again.outcome === "failed");
      assert.equal(again.failure.kind, "notFound");
    });

    it("names in the question what goes, and who is cut off", async () => {
      const { id } = await made();
      const ui = new ScriptedUi({ confirm: false });
      const revoke = { ...target, securityGroupId: groupId("analytics-cache"), securityGroupRuleId: id };
      assert.equal((await world.run(revokeVpcIngress, revoke, ui)).outcome, "cancelled");
      assert.equal(ui.asked[0]?.title, "Revoke 192.0.2.0/24 on tcp 6379 from analytics-cache?");
      assert.ok(there(id));
    });

    it("undoes a rule with Undo, and a revoke with the same rule under another id", async () => {
      const ui = new ScriptedUi();
      ui.action = "Undo";
      const params = { ...target, securityGroupId: groupId("analytics-cache"), cidrIp: "192.0.2.0/24" };
      const [rule] = rules(await world.run(authorizeVpcIngress, params, ui));
      // The revoke of Undo offers Undo itself, and so on: the first two are enough.
      const deadline = Date.now() + 60_000;
      while (ui.messages.length < 2 && Date.now() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      ui.action = undefined;
      assert.match(ui.messages[1]?.text ?? "", /is revoked from/);
      assert.ok(!there(rule?.SecurityGroupRuleId ?? ""));
    });

    it("records both in the history", async () => {
      const { params, id } = await made();
      await world.run(revokeVpcIngress, {
        ...params,
        cidrIp: undefined,
        securityGroupRuleId: id,
        confirmed: true,
      });
      const recorded = (await world.history()).map(({ action, outcome }) => [action, outcome]);
      assert.deepEqual(recorded, [
        ["AuthorizeSecurityGroupIngress", "done"],
        ["RevokeSecurityGroupIngress", "done"],
      ]);
    });

    it("refuses in read-only mode and in protected profiles", async () => {
      const { params } = await made();
      const before = sent();
      world.settings = { ...world.settings, protectedProfiles: ["*"] };
      const result = await world.run(authorizeVpcIngress, { ...params, cidrIp: "198.51.100.0/24" });
      assert.ok(result.outcome === "failed");
      assert.equal(result.failure.kind, "protected");
      assert.equal(sent(), before);
    });
  });
});
