import assert from "node:assert/strict";
import { noGroupWords, withoutGroupsWords } from "../../../../src/core/caches/membershipChange";
import { cacheOf } from "../../../support/caches";

describe("a cache without a VPC security group to work with", () => {
  it("has none where AWS says so, and may have some where AWS does not tell", () => {
    assert.match(withoutGroupsWords(cacheOf("classic", { securityGroups: [] })), /^classic has no VPC/);
    const creating = cacheOf("new", { status: "creating", securityGroups: undefined });
    assert.match(withoutGroupsWords(creating), /not known.*its status is creating$/);
    const classic = cacheOf("classic", { securityGroups: [] });
    assert.deepEqual(noGroupWords([classic]), ["No cache here has a VPC security group"]);
    assert.deepEqual(noGroupWords([classic, creating]), [withoutGroupsWords(creating)]);
  });
});
