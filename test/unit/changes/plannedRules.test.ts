import assert from "node:assert/strict";
import { authorizePlannedRules, type PlannedRulesItem } from "../../../src/changes/plannedRules";
import type { CacheSecurityGroup } from "../../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import { failed, succeeded } from "../../../src/core/outcome";
import { trafficOf } from "../../../src/core/rules/traffic";
import { target } from "../support/account";
import { ChangedAccount } from "../support/accountServices";

const web = { ec2SecurityGroupName: "web", ec2SecurityGroupOwnerId: "565419523791" };
const planned = (grant = web): PlannedRulesItem => ({
  ...target,
  ...{ cacheSecurityGroupName: "shop", grant, groupId: "sg-a", tags: {}, tagsAreWanted: false },
  rules: [{ source: { kind: "securityGroup", groupId: "sg-web" }, ...trafficOf("tcp", 6379, 6379) }],
});

function account(...statuses: readonly string[]) {
  const changed = new ChangedAccount();
  const shop: CacheSecurityGroup = {
    ...{ name: "shop", description: "", ownerId: "123456781234" },
    grants: statuses.map((status) => ({ ...web, status })),
  };
  changed.cacheSecurityGroups = [shop];
  changed.rules = async () => succeeded([]);
  changed.api = { dryRunAuthorizeVpcIngress: async () => succeeded(undefined) };
  return { changed, ...changed.services() };
}

describe("the look before rules are made in the place of grants", () => {
  const since = {
    kind: "impossible",
    failure: {
      kind: "changedSince",
      message: "shop does not let in web of account 565419523791 any more. No rule was made for it",
    },
  };

  for (const [what, statuses, verdict] of [
    ["is there", ["authorized"], { kind: "toDo" }],
    ["is on its way", ["authorizing"], { kind: "toDo" }],
    ["is being revoked", ["revoking"], since],
    ["is gone", [], since],
  ] as const) {
    it(`comes to ${verdict.kind} where the grant ${what}`, async () => {
      const [judged] = await authorizePlannedRules(account(...statuses).services).look([planned()]);
      assert.deepEqual(judged?.verdict, verdict);
      assert.equal(judged?.item.isPermitted, true, "it was looked for and asked for as other rules are");
    });
  }

  it("takes a group that is gone with its grants for them, and one that cannot be read for nothing", async () => {
    const gone = account();
    gone.changed.cacheSecurityGroups = [];
    const unread = account();
    unread.changed.refusal = failed({ kind: "accessDenied", message: "May not look" });
    const look = async ({ services }: typeof gone) =>
      (await authorizePlannedRules(services).look([planned()])).map(({ verdict }) => verdict);
    assert.deepEqual([await look(gone), await look(unread)], [[since], [{ kind: "toDo" }]]);
  });
});

describe("the words of planned rules", () => {
  const change = authorizePlannedRules(account().services);

  it("name the command, and count what is being made", () => {
    const { command, title, done, doing } = change;
    assert.deepEqual(
      [command, title, done, doing(1), doing(2)],
      ["planVpcRules", "Plan VPC Rules", "made", "Making 1 rule", "Making 2 rules"],
    );
  });

  it("ask about all rules of the plan, and say that the grants stay", () => {
    const twice = { ...planned(), rules: [...planned().rules, ...planned().rules] };
    const judged = [planned(), twice].map((item) => ({ item, verdict: { kind: "toDo" } as const }));
    assert.deepEqual(change.question?.(judged, []), {
      message: "Make 3 rules?",
      detail:
        "Each lets in the security group that was found under the name of a grant of shop (us-west-2, profile dev). The grants stay as they are.",
      action: "Make Rules",
    });
  });

  it("have what names the grant in results, and what it takes to make them anew for the journal", () => {
    assert.deepEqual(change.fields(planned()), { ...target, ...web, securityGroupId: "sg-a" });
    assert.deepEqual(change.kept?.(planned()), {
      ...{ ...target, ...web, securityGroupId: "sg-a", cacheSecurityGroupName: "shop" },
      rules: [{ sourceSecurityGroupId: "sg-web", ipProtocol: "tcp", fromPort: 6379, toPort: 6379 }],
      ...{ tags: {}, tagsAreWanted: false },
    });
  });
});
