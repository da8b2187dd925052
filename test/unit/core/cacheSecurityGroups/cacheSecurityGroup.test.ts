import assert from "node:assert/strict";
import { toApiShape } from "../../../../src/core/cacheSecurityGroups/apiShape";
import {
  type CacheSecurityGroup,
  findGrant,
  type Grant,
  isChanging,
  letsInWords,
  withGrantOf,
  withoutGoneGrants,
} from "../../../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import {
  classicSources,
  distinctSources,
  grantedSources,
  recentSources,
} from "../../../../src/core/cacheSecurityGroups/ec2Sources";
import { groupIsGone } from "../../../../src/core/cacheSecurityGroups/groupIsGone";
import { groupKey } from "../../../../src/core/cacheSecurityGroups/items";
import { grantReach } from "../../../../src/core/reach/grantReach";
import { cacheOf } from "../../../support/caches";

const grant = (name: string, status = "authorized", owner = "565419523791"): Grant => ({
  ...{ ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: owner, status },
});
const group = (grants: readonly Grant[], name = "mygroup"): CacheSecurityGroup => ({
  ...{ name, description: "My security group", ownerId: "123456781234", grants },
});

describe("a cache security group", () => {
  it("has its grants by name and owner", () => {
    const [web, foreign] = [grant("web"), grant("web", "authorized", "111122223333")];
    const both = group([web, foreign]);
    assert.equal(findGrant(both, grant("web", "", "111122223333")), foreign);
    assert.equal(findGrant(both, grant("web")), web);
    assert.equal(findGrant(both, grant("app")), undefined);
  });

  it("is at work where a grant is authorizing or revoking", () => {
    const changing = ["authorizing", "revoking", "authorized", "revoked", "pondering"];
    assert.deepEqual(
      changing.map((status) => isChanging(grant("web", status))),
      [true, true, false, false, false],
    );
  });

  it("is shown without grants that are gone, and is the same where there are none", () => {
    const [web, gone] = [grant("web"), grant("old", "revoked")];
    const whole = group([web]);
    assert.equal(withoutGoneGrants(whole), whole);
    assert.deepEqual(withoutGoneGrants(group([gone, web])), whole);
  });

  it("takes one grant over from another answer, be it gone there, and no other", () => {
    const before = group([grant("web", "authorizing"), grant("app")]);
    const answer = group([grant("web"), grant("other")]);
    assert.deepEqual(withGrantOf(before, answer, grant("web")).grants, [grant("app"), grant("web")]);
    assert.deepEqual(withGrantOf(before, group([]), grant("web")).grants, [grant("app")]);
    assert.deepEqual(withGrantOf(before, answer, grant("app")).grants, [grant("web", "authorizing")]);
  });

  it("says how many it lets in", () => {
    assert.equal(letsInWords(group([])), "lets nobody in");
    assert.equal(letsInWords(group([grant("web")])), "lets in 1");
    assert.equal(letsInWords(group([grant("web"), grant("app")])), "lets in 2");
  });

  it("is given to callers in the API's spelling", () => {
    const api = {
      ...{ CacheSecurityGroupName: "mygroup", Description: "My security group", OwnerId: "123456781234" },
      EC2SecurityGroups: [
        { Status: "authorized", EC2SecurityGroupName: "web", EC2SecurityGroupOwnerId: "565419523791" },
      ],
    };
    assert.deepEqual(toApiShape(group([grant("web")])), api);
    assert.deepEqual(toApiShape({ ...group([grant("web")]), arn: "arn:x" }), { ...api, ARN: "arn:x" });
  });

  it("is the same in whichever case its name is written, in one target", () => {
    const item = { profile: "dev", region: "us-west-2", cacheSecurityGroupName: "MyGroup" };
    assert.equal(groupKey(item), groupKey({ ...item, cacheSecurityGroupName: "mygroup" }));
    assert.notEqual(groupKey(item), groupKey({ ...item, region: "eu-west-1" }));
    assert.notEqual(groupKey(item), groupKey({ ...item, profile: "prod" }));
    assert.deepEqual(groupIsGone(item), {
      ...{ kind: "notFound", code: "CacheSecurityGroupNotFound" },
      message: "There is no cache security group MyGroup in us-west-2 (dev). Nothing was sent",
    });
  });
});

describe("the EC2 security groups that could be let in", () => {
  const live = (name: string, vpcId?: string) => ({
    ...{ name, ownerId: "565419523791", description: `the ${name} tier`, ...(vpcId ? { vpcId } : {}) },
  });

  it("are those of EC2-Classic where there are any, else those of VPCs", () => {
    const named = (groups: Parameters<typeof classicSources>[0]) =>
      classicSources(groups).map(({ name, from, about }) => [name, from, about].join(", "));
    assert.deepEqual(named([live("web", "vpc-1"), live("app")]), ["app, live, the app tier"]);
    assert.deepEqual(named([live("web", "vpc-1")]), ["web, live, the web tier"]);
    assert.deepEqual(named([]), []);
  });

  it("are those that are let in elsewhere, and those that were used lately", () => {
    assert.deepEqual(grantedSources([group([grant("web")]), group([grant("app")], "other")]), [
      { name: "web", ownerId: "565419523791", from: "granted", about: "let in by mygroup" },
      { name: "app", ownerId: "565419523791", from: "granted", about: "let in by other" },
    ]);
    assert.deepEqual(recentSources([{ name: "web", ownerId: "1" }]), [
      { name: "web", ownerId: "1", from: "recent", about: "used lately" },
    ]);
  });

  it("are each there once, the first of equals", () => {
    const one = (ownerId: string | undefined, about: string) => ({
      ...{ name: "web", from: "live" as const, about, ...(ownerId === undefined ? {} : { ownerId }) },
    });
    const all = [one("1", "a"), one("2", "b"), one("1", "c"), one(undefined, "d"), one(undefined, "e")];
    assert.deepEqual(
      distinctSources(all).map(({ about }) => about),
      ["a", "b", "d"],
    );
  });

  it("reach the caches that are in the groups that let them in", () => {
    const [mine, other] = [group([grant("web")]), group([grant("app")], "other")];
    const caches = [
      cacheOf("one", { cacheSecurityGroups: ["mygroup", "other"] }),
      cacheOf("two", { cacheSecurityGroups: ["other"] }),
    ];
    const reached = grantReach(grant("web", ""), [mine, other], caches);
    assert.deepEqual(
      reached.map(({ group: { name }, caches: all }) => [name, ...all.map(({ id }) => id)]),
      [["mygroup", "one"]],
    );
    assert.deepEqual(grantReach(grant("db"), [mine, other], caches), []);
  });
});
