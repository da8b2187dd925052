import assert from "node:assert/strict";
import type { ReadSource, Rule } from "../../../../src/core/rules/rule";
import { isMakeable, isStaleReference, ruleName, sourceGroupIds } from "../../../../src/core/rules/rule";
import { ruleApiShape } from "../../../../src/core/rules/ruleApiShape";
import { ruleParams } from "../../../../src/core/rules/ruleParams";
import {
  checkDescription,
  descriptionProblem,
  ruleText,
  type SourceNames,
  sourceKindWords,
  sourceLabel,
  sourceText,
} from "../../../../src/core/rules/ruleText";
import { trafficOf } from "../../../../src/core/rules/traffic";
import { ruleFrom, sourceOf } from "../../../support/caches";

const owned: ReadSource = { kind: "securityGroup", groupId: "sg-2", ownerId: "222233334444" };
const unknown: ReadSource = { kind: "unknown" };
const unknownWords = "Source of a kind not known here";

describe("whom a rule lets in, in words", () => {
  const cases: readonly (readonly [ReadSource, SourceNames | undefined, text: string, label: string])[] = [
    [sourceOf("sg-2"), undefined, "sg-2", "sg-2"],
    [sourceOf("sg-2"), { groupName: "web" }, "web (sg-2)", "web"],
    [owned, { groupName: "web" }, "web (sg-2)", "web"],
    [owned, { ownAccount: "222233334444" }, "sg-2", "sg-2"],
    [owned, { ownAccount: "111122223333" }, "sg-2 of 222233334444", "222233334444/sg-2"],
    [
      owned,
      { groupName: "web", ownAccount: "111122223333" },
      "web (sg-2) of 222233334444",
      "web of 222233334444",
    ],
    [sourceOf("10.0.0.0/8"), { groupName: "web" }, "10.0.0.0/8", "10.0.0.0/8"],
    [sourceOf("2001:db8::/32"), undefined, "2001:db8::/32", "2001:db8::/32"],
    [sourceOf("pl-1"), undefined, "pl-1", "pl-1"],
    [sourceOf("pl-1"), { prefixListName: "office" }, "office (pl-1)", "office"],
    [unknown, { groupName: "web" }, unknownWords, unknownWords],
  ];
  for (const [source, names, text, label] of cases) {
    it(`is ${text}`, () => {
      assert.deepEqual([sourceText(source, names), sourceLabel(source, names)], [text, label]);
    });
  }

  it("says of which kind", () => {
    assert.deepEqual(["sg-2", "10.0.0.0/8", "::/0", "pl-1"].map(sourceOf).map(sourceKindWords), [
      "security group",
      "IPv4 addresses",
      "IPv6 addresses",
      "prefix list",
    ]);
    assert.match(sourceKindWords(unknown), /^not known here: EC2 has it/);
  });

  it("says on what, where there is something to say", () => {
    assert.deepEqual(
      [
        ruleFrom("sg-2"),
        ruleFrom("sg-2", 6379, 6380),
        ruleFrom("sg-2", 0, 65_535),
        ruleFrom("sg-2", 0, 65_534),
        ruleFrom("sg-2", 1, 65_535),
        ruleFrom("sg-2", 0, 0),
        ruleFrom("sg-2", 53, 53, "udp"),
        ruleFrom("sg-2", -1, -1, "-1"),
        ruleFrom("sg-2", -1, -1, "icmp"),
        ruleFrom("sg-2", 8, -1, "icmp"),
        ruleFrom("sg-2", 0, 0, "icmpv6"),
        ruleFrom("sg-2", -1, -1, "50"),
      ].map((rule) => ruleText(rule, { groupName: "web" })),
      [
        "web (sg-2) on tcp 6379",
        "web (sg-2) on tcp 6379-6380",
        "web (sg-2) on tcp all ports",
        "web (sg-2) on tcp 0-65534",
        "web (sg-2) on tcp 1-65535",
        "web (sg-2) on tcp 0",
        "web (sg-2) on udp 53",
        "web (sg-2) on all traffic",
        "web (sg-2) on icmp all types",
        "web (sg-2) on icmp type 8",
        "web (sg-2) on icmpv6 type 0 code 0",
        "web (sg-2) on 50",
      ],
    );
  });
});

describe("a rule's description", () => {
  it("is as long as EC2 takes it, of its characters", () => {
    assert.equal(descriptionProblem(""), undefined);
    assert.equal(descriptionProblem("x".repeat(255)), undefined);
    assert.equal(
      descriptionProblem("x".repeat(256)),
      "A description has at most 255 characters; this has 256",
    );
    const foreign = "A description has letters, digits, spaces and ._-:/()#,@[]+=&;{}!$* only; this has ";
    for (const character of ["ï", "'", '"', "<", "\n", "|", "~", "🦊"]) {
      assert.equal(descriptionProblem(`a${character}b`), `${foreign}${character}`);
    }
  });

  it("is checked as it is typed", () => {
    assert.deepEqual(checkDescription("web tier"), { verdict: "ok" });
    assert.equal(checkDescription("naïve").verdict, "error");
  });
});

describe("a rule, written down", () => {
  const made = (source: ReadSource, more: Partial<Rule> = {}): Rule => ({
    ...{ id: "sgr-1", groupId: "sg-1", tags: {}, source },
    ...trafficOf("tcp", 6379, 6380),
    ...more,
  });
  const api = { GroupId: "sg-1", IsEgress: false, IpProtocol: "tcp", FromPort: 6379, ToPort: 6380, Tags: [] };
  const params = { securityGroupRuleId: "sgr-1", ipProtocol: "tcp", fromPort: 6379, toPort: 6380 };

  for (const [source, ofApi, ofParams] of [
    [sourceOf("sg-2"), { ReferencedGroupInfo: { GroupId: "sg-2" } }, { sourceSecurityGroupId: "sg-2" }],
    [
      owned,
      { ReferencedGroupInfo: { GroupId: "sg-2", UserId: "222233334444" } },
      { sourceSecurityGroupId: "sg-2", sourceOwnerId: "222233334444" },
    ],
    [sourceOf("10.0.0.0/8"), { CidrIpv4: "10.0.0.0/8" }, { cidrIp: "10.0.0.0/8" }],
    [sourceOf("::/0"), { CidrIpv6: "::/0" }, { cidrIpv6: "::/0" }],
    [sourceOf("pl-1"), { PrefixListId: "pl-1" }, { prefixListId: "pl-1" }],
    [unknown, {}, {}],
  ] as const) {
    it(`has the API's fields and those of params: ${JSON.stringify(source)}`, () => {
      const rule = made(source);
      assert.deepEqual(ruleApiShape(rule), { ...api, SecurityGroupRuleId: "sgr-1", ...ofApi });
      assert.deepEqual(ruleParams(rule), { ...params, ...ofParams });
      assert.equal(isMakeable(rule), source.kind !== "unknown");
    });
  }

  it("has what it says besides, and nothing that it does not", () => {
    const said = { id: undefined, description: "web", tags: { team: "shop" } };
    const { protocol: _, fromPort: __, toPort: ___, ...rest } = made(sourceOf("10.0.0.0/8"), said);
    assert.deepEqual(ruleApiShape({ ...rest, protocol: "-1" }), {
      ...{ GroupId: "sg-1", IsEgress: false, IpProtocol: "-1", FromPort: -1, ToPort: -1 },
      ...{ CidrIpv4: "10.0.0.0/8", Description: "web", Tags: [{ Key: "team", Value: "shop" }] },
    });
    assert.deepEqual(ruleParams({ ...rest, protocol: "-1" }), {
      ...{ cidrIp: "10.0.0.0/8", ipProtocol: "-1", description: "web" },
    });
  });

  it("is told from others by its id, or else by what it says", () => {
    assert.equal(ruleName(made(sourceOf("sg-2"))), "sgr-1");
    assert.equal(ruleName(made(owned, { id: undefined })), "tcp/6379/6380/sg-2");
    assert.equal(
      ruleName(made(sourceOf("2001:db8:0::/32"), { id: undefined })),
      "tcp/6379/6380/2001:db8::/32",
    );
    assert.equal(ruleName(made(sourceOf("pl-1"), { id: undefined })), "tcp/6379/6380/pl-1");
    assert.equal(ruleName(made(unknown, { id: undefined })), "tcp/6379/6380/unknown");
  });

  it("names its groups, each once", () => {
    const rules = ["sg-2", "10.0.0.0/8", "sg-3", "sg-2", "pl-1"].map((text) => ruleFrom(text));
    assert.deepEqual(sourceGroupIds(rules), ["sg-2", "sg-3"]);
  });

  it("is stale once the group that it names is beyond a peering connection that carries no more", () => {
    const stale = (peeringStatus?: string) =>
      isStaleReference(
        made({
          ...{ kind: "securityGroup", groupId: "sg-2" },
          ...(peeringStatus === undefined ? {} : { peeringStatus }),
        }),
      );
    assert.deepEqual([undefined, "active", "pending-acceptance"].map(stale), [false, false, false]);
    assert.deepEqual(["deleted", "expired", ""].map(stale), [true, true, true]);
    assert.equal(isStaleReference(made(sourceOf("10.0.0.0/8"))), false);
  });
});
