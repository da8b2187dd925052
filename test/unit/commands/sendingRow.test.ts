import assert from "node:assert/strict";
import { isRowOf } from "../../../src/commands/sendingRow";
import type { Row } from "../../../src/tree/row";
import { sendingItem } from "../../../src/tree/sendingItem";

const target = { profile: "dev", region: "us-west-2" };
const grant = { ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: "123456781234" };
const group = { ...target, cacheSecurityGroupName: "mygroup" };
const known = {
  name: "mygroup",
  description: "",
  ownerId: "123456781234",
  grants: [{ ...grant, status: "authorized" }],
};

const rows = [
  ["cacheSecurityGroups", target],
  ["cacheSecurityGroup", group],
  ["grant", { ...group, ...grant }],
  ["cache", { ...target, cacheKind: "cluster", cacheId: "one" }],
  ["vpcSecurityGroup", { ...target, cacheKind: "cluster", cacheId: "one", securityGroupId: "sg-1" }],
  ["rule", { ...target, securityGroupId: "sg-1", securityGroupRuleId: "sgr-1" }],
] as const;

describe("the row of what is being sent", () => {
  const find = (_: object, name: string) => (name === "mygroup" ? known : undefined);
  for (const [what, item, kind] of [
    ["a grant that is there", { ...group, ...grant }, "grant"],
    ["one that is not", { ...group, ...grant, ec2SecurityGroupName: "app" }, "cacheSecurityGroup"],
    ["a group", group, "cacheSecurityGroup"],
    ["a group that is to be made", { ...target, cacheSecurityGroupName: "new" }, "cacheSecurityGroups"],
    ["rules", { ...target, securityGroupId: "sg-1", rules: [] }, "vpcSecurityGroup"],
    ["a rule", { ...target, securityGroupId: "sg-1", securityGroupRuleId: "sgr-1" }, "rule"],
    ["a membership", { ...target, cacheKind: "cluster", cacheId: "one", securityGroupId: "sg-2" }, "cache"],
  ] as const) {
    it(`of ${what} is ${kind}`, () => {
      const isRow = isRowOf(item, { groups: { find } as never });
      const those = rows.filter(([each, params]) => isRow({ kind: each, params } as unknown as Row));
      assert.deepEqual(
        those.map(([each]) => each),
        [kind],
      );
    });
  }

  it("says so first, to the eye and to a screen reader", () => {
    const { description, accessibilityLabel, icon } = sendingItem({
      label: "mygroup",
      description: "lets in 1",
      contextValue: "cacheSecurityGroup",
      icon: { id: "shield" },
      tooltip: "",
      accessibilityLabel: "Cache security group mygroup, lets in 1",
      open: "collapsed",
    });
    assert.equal(description, "sending… · lets in 1");
    assert.equal(accessibilityLabel, "Cache security group mygroup, lets in 1, sending");
    assert.equal(icon.id, "loading~spin");
  });
});
