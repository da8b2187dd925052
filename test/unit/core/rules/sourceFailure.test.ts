import assert from "node:assert/strict";
import type { RuleSource } from "../../../../src/core/rules/rule";
import { sourceFailure } from "../../../../src/core/rules/sourceFailure";

const id = "sg-0123456789abcdef0";

describe("a source for caches of several targets", () => {
  const at = (profile: string, region = "us-west-2") => ({ profile, region });
  const group: RuleSource = { kind: "securityGroup", groupId: id };
  const owned: RuleSource = { ...group, ownerId: "222233334444" };
  const list: RuleSource = { kind: "prefixList", prefixListId: "pl-01234567" };
  const block: RuleSource = { kind: "cidrIp", cidr: "10.0.0.0/8" };
  const [regions, profiles] = [
    [at("dev"), at("dev", "eu-west-1")],
    [at("dev"), at("prod")],
  ];

  for (const [what, source, targets, field] of [
    ["a group in several regions", owned, regions, "sourceSecurityGroupId"],
    ["a group without an owner for several profiles", group, profiles, "sourceOwnerId"],
    ["a group with its owner for several profiles", owned, profiles, undefined],
    ["a group in one target", group, [at("dev"), at("dev")], undefined],
    ["a list in several regions", list, regions, "prefixListId"],
    ["a list for several profiles", list, profiles, "prefixListId"],
    ["a list in one target", list, [at("dev")], undefined],
    ["a block anywhere", block, [...regions, ...profiles], undefined],
    ["none yet", undefined, regions, undefined],
  ] as const) {
    it(`is ${field ? "refused" : "taken"}: ${what}`, () => {
      const failure = sourceFailure(source, targets);
      assert.equal(failure?.field, field);
      assert.notEqual(failure?.message, "");
    });
  }
});
