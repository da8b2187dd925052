import assert from "node:assert/strict";
import { overlapWith } from "../../../../src/core/rules/overlap";
import {
  isStaleReference,
  type Rule,
  type RuleContent,
  type RuleSource,
} from "../../../../src/core/rules/rule";
import { descriptionProblem, ruleText, sourceLabel, sourceText } from "../../../../src/core/rules/ruleText";
import { trafficOf } from "../../../../src/core/rules/traffic";

const ipv4 = (cidr: string): RuleSource => ({ kind: "cidrIp", cidr });
const ipv6 = (cidr: string): RuleSource => ({ kind: "cidrIpv6", cidr });
const group = (groupId: string): RuleSource => ({ kind: "securityGroup", groupId });

function rule(id: string, source: RuleSource, protocol = "tcp", from = 6379, to = from): Rule & RuleContent {
  return { id, groupId: "sg-1", tags: {}, source, ...trafficOf(protocol, from, to) };
}

const ids = (rules: readonly Rule[]) => rules.map(({ id }) => id);

describe("a rule of a VPC security group", () => {
  it("is the same rule with another description", () => {
    const there = [{ ...rule("a", ipv4("10.0.0.0/16")), description: "one" }];
    const { equal, broader } = overlapWith(there, { ...rule("", ipv4("10.0.0.0/16")), description: "other" });
    assert.equal(equal?.id, "a");
    assert.deepEqual(broader, []);
  });

  it("is the same rule however its block and its protocol are written", () => {
    const there = [rule("a", ipv6("2001:db8:0:0::/64"), "6")];
    assert.equal(overlapWith(there, rule("", ipv6("2001:db8::/64"))).equal?.id, "a");
  });

  it("is needless beside a broader one: of addresses, of ports, of protocols", () => {
    const there = [
      rule("wider block", ipv4("10.0.0.0/8")),
      rule("wider ports", ipv4("10.0.0.0/16"), "tcp", 0, 65_535),
      rule("all traffic", ipv4("0.0.0.0/0"), "-1"),
      rule("other port", ipv4("0.0.0.0/0"), "tcp", 6380),
      rule("other protocol", ipv4("0.0.0.0/0"), "udp"),
      rule("narrower", ipv4("10.0.1.0/24")),
      rule("other family", ipv6("::/0")),
      rule("a group", group("sg-2")),
    ];
    const { equal, broader } = overlapWith(there, rule("", ipv4("10.0.0.0/16")));
    assert.equal(equal, undefined);
    assert.deepEqual(ids(broader), ["wider block", "wider ports", "all traffic"]);
  });

  it("is needed beside half of it", () => {
    const there = [rule("half", group("sg-2"), "tcp", 6379)];
    const { equal, broader, together } = overlapWith(there, rule("", group("sg-2"), "tcp", 6379, 6380));
    assert.deepEqual([equal, broader, together], [undefined, [], []]);
  });

  it("is needed beside a stale reference", () => {
    const source: RuleSource = { kind: "securityGroup", groupId: "sg-2", peeringStatus: "deleted" };
    const stale = rule("stale", source, "-1");
    assert.ok(isStaleReference(stale));
    assert.deepEqual(overlapWith([stale], rule("", group("sg-2"))).broader, []);
  });

  it("is said in one line", () => {
    assert.equal(ruleText(rule("a", ipv4("10.0.0.0/16"))), "10.0.0.0/16 on tcp 6379");
    assert.equal(ruleText(rule("a", group("sg-2"), "-1"), { groupName: "web" }), "web (sg-2) on all traffic");
    const foreign: RuleSource = { kind: "securityGroup", groupId: "sg-2", ownerId: "222233334444" };
    assert.equal(sourceText(foreign, { ownAccount: "111122223333" }), "sg-2 of 222233334444");
    assert.equal(sourceText(foreign, { ownAccount: "222233334444" }), "sg-2");
  });

  it("has whose group it is before an ID, and a name before both", () => {
    const foreign: RuleSource = { kind: "securityGroup", groupId: "sg-2", ownerId: "222233334444" };
    const ownAccount = "111122223333";
    assert.equal(sourceLabel(foreign, { ownAccount }), "222233334444/sg-2");
    assert.equal(sourceLabel(foreign, { ownAccount, groupName: "web" }), "web of 222233334444");
    assert.equal(sourceLabel(foreign, { ownAccount: "222233334444" }), "sg-2");
  });

  it("has a description of EC2's characters only", () => {
    assert.equal(descriptionProblem("Web tier (prod): a@b.c, #7 [x] {y} $!*+=&;"), undefined);
    assert.match(descriptionProblem("naïve") ?? "", /ï/);
    assert.match(descriptionProblem("x".repeat(256)) ?? "", /256/);
  });
});
