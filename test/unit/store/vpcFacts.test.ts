import assert from "node:assert/strict";
import { succeeded } from "../../../src/core/outcome";
import type { Rule } from "../../../src/core/rules/rule";
import type { VpcSecurityGroup } from "../../../src/core/rules/vpcSecurityGroup";
import { type FactsApi, readVpcFacts } from "../../../src/store/vpcFacts";
import { rule, target } from "../support/account";

const group = (id: string, vpcId: string): VpcSecurityGroup => ({
  id,
  name: `name of ${id}`,
  description: "",
  vpcId,
  ownerId: "111122223333",
  tags: {},
});
const from = (groupId: string): Rule => ({
  ...rule("sg-cache"),
  source: { kind: "securityGroup", groupId },
});

/** What is asked of EC2 about rules of a cache's group, where only that one is known by name. */
async function asked(
  rules: readonly Rule[],
  others: readonly VpcSecurityGroup[],
): Promise<readonly string[]> {
  const calls: string[] = [];
  const aws: FactsApi = {
    describeVpcGroups: async (_, ids) => {
      calls.push(`groups ${ids.join()}`);
      return succeeded(others.filter(({ id }) => ids.includes(id)));
    },
    describeStaleReferences: async (_, vpcId) => {
      calls.push(`stale ${vpcId}`);
      return succeeded([]);
    },
    describeInterfaceCounts: async () => succeeded({ counts: new Map(), complete: true }),
    listPrefixLists: async () => succeeded([]),
    listPrefixListEntries: async () => succeeded([]),
  };
  const groups = new Map([["sg-cache", group("sg-cache", "vpc-1")]]);
  await readVpcFacts(aws, { target, rules, groups, named: new Set(["sg-cache"]), lists: [] });
  return calls;
}

describe("the facts about rules", () => {
  it("ask for stale references where a rule names a group of another VPC, and of nobody knows which", async () => {
    assert.deepEqual(await asked([from("sg-peer")], [group("sg-peer", "vpc-2")]), [
      "groups sg-peer",
      "stale vpc-1",
    ]);
    assert.deepEqual(await asked([from("sg-gone")], []), ["groups sg-gone", "stale vpc-1"]);
  });

  it("ask for none where the group turns out to be of the same VPC", async () => {
    assert.deepEqual(await asked([from("sg-web")], [group("sg-web", "vpc-1")]), ["groups sg-web"]);
  });
});
