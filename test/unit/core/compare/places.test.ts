import assert from "node:assert/strict";
import type { Cache } from "../../../../src/core/caches/cache";
import { cachePlace, groupPlace, type Rules } from "../../../../src/core/compare/places";
import { noPrefixLists } from "../../../../src/core/rules/prefixLists";
import { cacheOf, ruleFrom } from "../../../support/caches";

const names = { groupName: "web", ownAccount: "111122223333" };
const rulesOf = (more: Partial<Rules> = {}): Rules => ({
  ofGroup: (id) => (id === "sg-1" ? [ruleFrom("sg-9", 6379, 6381), ruleFrom("10.0.0.0/8")] : undefined),
  namesOf: ({ source }) => (source.kind === "securityGroup" ? names : {}),
  lists: noPrefixLists,
  ...more,
});
const place = (more: Partial<Cache> = {}, rules: Partial<Rules> = {}) =>
  cachePlace(cacheOf("sessions", more), rulesOf(rules));
const name = { cacheKind: "cluster", cacheId: "sessions" };
const office = { key: "10.0.0.0/8 6379", text: "10.0.0.0/8 on 6379" };
const web = { key: "sg-9 6379", text: "web on 6379" };
const both = (ids: readonly string[], status = "active") => ({
  securityGroups: ids.map((id) => ({ id, status })),
});

describe("whom a cache lets in at a moment", () => {
  it("are the sources on its own ports, by what does not change and by names", () => {
    assert.deepEqual(place(), { name, letsIn: [web, office] });
    assert.deepEqual(place({ ports: [6379, 6380, 11_211] }).letsIn, [
      { key: "sg-9 6379-6380", text: "web on 6379-6380" },
      office,
    ]);
    assert.deepEqual(place({ ports: [11_211] }), { name, letsIn: [] });
  });

  it("are each there once, whatever lets them in", () => {
    const twice = { ofGroup: () => [ruleFrom("10.0.0.0/8"), ruleFrom("10.0.0.0/8", 6379, 6400)] };
    assert.deepEqual(place({}, twice).letsIn, [office]);
  });

  it("are nobody by a group that the cache is about to lose", () => {
    assert.deepEqual(place(both(["sg-1"], "removing")), { name, letsIn: [] });
  });

  it("are anybody on the internet where it is public", () => {
    assert.deepEqual(place({ isPublic: true, kind: "serverless" }), {
      name: { cacheKind: "serverless", cacheId: "sessions" },
      letsIn: [{ key: "public", text: "anybody on the internet with elasticache:Connect" }],
    });
  });

  for (const [title, more, rules, why] of [
    ["its groups", { securityGroups: undefined }, {}, "its security groups are not known"],
    ["its port", { ports: undefined }, {}, "its port is not known yet"],
    ["a group's rules", both(["sg-1", "sg-2"]), {}, "its rules were not read"],
    ["what was read before", {}, { failure: "No answer in time" }, "No answer in time"],
    ["both", both(["sg-2"]), { failure: "No answer in time" }, "No answer in time"],
  ] as const) {
    it(`are not all known without ${title}`, () => assert.equal(place(more, rules).notKnown, why));
  }
});

describe("whom a cache security group lets in at a moment", () => {
  it("are its grants that are not about to go", () => {
    const grant = (ec2SecurityGroupName: string, status: string) => ({
      ...{ ec2SecurityGroupName, ec2SecurityGroupOwnerId: "565419523791", status },
    });
    const grants = [grant("web", "authorized"), grant("new", "authorizing"), grant("old", "revoking")];
    assert.deepEqual(groupPlace({ name: "mygroup", description: "", ownerId: "1", grants }), {
      name: { cacheSecurityGroupName: "mygroup" },
      letsIn: [
        { key: "565419523791/web", text: "web of account 565419523791" },
        { key: "565419523791/new", text: "new of account 565419523791" },
      ],
    });
  });
});
