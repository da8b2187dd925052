import assert from "node:assert/strict";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { copyAs } from "../../../src/commands/copyAs";
import { revokeVpcIngress } from "../../../src/commands/revokeVpcIngress";
import { copyFormats, isCopyFormat } from "../../../src/core/formats/copyFormats";
import { permissionOf } from "../../../src/core/rules/ipPermission";
import { isMakeable, type Rule, ruleKey } from "../../../src/core/rules/rule";
import { ruleParams } from "../../../src/core/rules/ruleParams";
import { ruleText } from "../../../src/core/rules/ruleText";
import { CommandWorld } from "../../support/commandWorld";
import { readCopy } from "../../support/readCopies";
import { ScriptedUi } from "../../support/scriptedUi";
import { valueIn } from "../aws/support/world";

const target = { profile: "sandbox-vpc", region: "us-west-2" };

/** Protocol, first and last port, or type and code: as EC2 keeps them. */
const traffic = [
  ["tcp", 6379, 6379],
  ["tcp", 6379, 6380],
  ["tcp", 0, 65_535],
  ["tcp", 0, 0],
  ["udp", 53, 53],
  ["icmp", -1, -1],
  ["icmp", 8, -1],
  ["icmp", 3, 4],
  ["icmp", 0, 0],
  ["icmpv6", -1, -1],
  ["icmpv6", 128, 0],
  ["50", -1, -1],
  ["-1", -1, -1],
] as const;

describe("a rule of every kind", () => {
  let world: CommandWorld;
  let groupId: string;
  let sources: readonly (readonly [string, object])[];
  before(async () => {
    world = await CommandWorld.start();
    const { caches, vpc } = world.services.state;
    await vpc.load(target);
    await vpc.loadFacts(target);
    const ids = (caches.get(target).value ?? []).flatMap((cache) => cache.securityGroups ?? []);
    const named = (name: string) =>
      ids.find(({ id }) => vpc.group(target, id)?.name === name)?.id ?? assert.fail(name);
    groupId = named("analytics-cache");
    const shared = vpc.rules(target, named("shared-cache")) ?? [];
    const list = shared.flatMap(({ source }) =>
      source.kind === "prefixList" ? [source.prefixListId] : [],
    )[0];
    const theirs = shared.flatMap(({ source }) =>
      source.kind === "securityGroup" && source.peeringStatus === "active" ? [source] : [],
    )[0];
    sources = [
      ["of the account's own group", { sourceSecurityGroupId: named("open-cache") }],
      [
        "of another account's group",
        { sourceSecurityGroupId: theirs?.groupId, sourceOwnerId: theirs?.ownerId },
      ],
      ["of IPv4 addresses", { cidrIp: "198.51.100.0/24" }],
      ["of IPv6 addresses", { cidrIpv6: "2001:db8::/48" }],
      ["of a prefix list", { prefixListId: list }],
    ];
  });
  after(() => world.close());

  const api = async () => world.services.aws();
  const rulesThere = async () => valueIn(await (await api()).describeVpcRules(target, [groupId]));
  const made = async (params: object): Promise<Rule> => {
    const result = await world.run(authorizeVpcIngress, {
      ...target,
      securityGroupId: groupId,
      description: `Why: $5 \${x} {} Az09 ._-/()#,@[]+=&;!$*`,
      ...params,
    });
    assert.equal(result.outcome, "done", JSON.stringify(result));
    return (await rulesThere()).at(-1) ?? assert.fail();
  };
  const revoked = async (rule: Rule, ui?: ScriptedUi) => {
    const params = { ...target, securityGroupId: groupId, securityGroupRuleId: rule.id, confirmed: true };
    const result = await world.run(revokeVpcIngress, params, ui);
    assert.equal(result.outcome, "done", JSON.stringify(result));
  };
  const content = ({ id: _, ...rule }: Rule) => rule;

  for (const index of [0, 1, 2, 3, 4]) {
    for (const [ipProtocol, fromPort, toPort] of traffic) {
      it(`is copied, revoked and made again as it was: ${ipProtocol} ${fromPort} ${toPort}, source ${index + 1}`, async () => {
        const [what, source] = sources[index] ?? assert.fail();
        const before = await rulesThere();
        const rule = await made({ ...source, ipProtocol, fromPort, toPort });

        // Both ways to read it say the same.
        const permissions = valueIn(await (await api()).describeVpcPermissions(target, [groupId]));
        assert.ok(
          permissions.some((each) => ruleKey(each) === ruleKey(rule)),
          what,
        );

        for (const format of Object.keys(copyFormats).filter(isCopyFormat)) {
          const params = { ...target, securityGroupId: groupId, ...ruleParams(rule), format };
          const result = await world.run(copyAs, params);
          assert.ok(result.outcome === "done", `${what} as ${format}: ${JSON.stringify(result)}`);
          const copied = await readCopy(format, String(result.value));
          const wanted = permissionOf(isMakeable(rule) ? rule : assert.fail());
          if (format === "terraform" && index === 0) {
            // The provider knows whose the account's own groups are.
            delete wanted.UserIdGroupPairs?.[0]?.UserId;
          }
          assert.deepEqual(copied, { GroupId: groupId, permission: wanted }, `${what} as ${format}`);
        }

        const ui = new ScriptedUi();
        ui.action = "Undo";
        await revoked(rule, ui);
        // The notification's Undo is taken in the background.
        await world.services.state.vpc.refresh(target);
        const again = await untilThere(() => rulesThere(), before.length + 1);
        assert.deepEqual(again.map(content).at(-1), content(rule), what);
        await revoked(again.at(-1) ?? assert.fail());
        assert.deepEqual(await rulesThere(), before);
      });
    }
  }

  it("is another one with another type or code: made beside it, shown beside it, revoked alone", async () => {
    const cidrIp = "10.0.0.0/8";
    const ping = await made({ cidrIp, ipProtocol: "icmp", fromPort: 8, toPort: -1 });
    const tooBig = await made({ cidrIp, ipProtocol: "icmp", fromPort: 3, toPort: 4 });
    const all = await made({ cidrIp, ipProtocol: "icmp" });
    assert.deepEqual([all.fromPort, all.toPort], [-1, -1]);
    await revoked(ping);
    const left = (await rulesThere()).map((rule) => ruleText(rule));
    assert.ok(left.includes("10.0.0.0/8 on icmp type 3 code 4"));
    assert.ok(!left.includes("10.0.0.0/8 on icmp type 8"));
    await revoked(tooBig);
    await revoked(all);
  });
});

/** Asks again until that many are there. */
async function untilThere(look: () => Promise<readonly Rule[]>, count: number): Promise<readonly Rule[]> {
  for (;;) {
    const rules = await look();
    if (rules.length >= count) {
      return rules;
    }
  }
}
