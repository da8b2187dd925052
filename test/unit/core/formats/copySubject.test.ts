import assert from "node:assert/strict";
import { namedRequest } from "../../../../src/core/formats/copySubject";

describe("the request that names stand for", () => {
  for (const [names, action, input] of [
    [{}, "DescribeCacheSecurityGroups", {}],
    [{ cacheSecurityGroupName: "shop" }, "DescribeCacheSecurityGroups", { CacheSecurityGroupName: "shop" }],
    [
      {
        cacheSecurityGroupName: "shop",
        ec2SecurityGroupName: "web",
        ec2SecurityGroupOwnerId: "1111-2222-3333",
      },
      "AuthorizeCacheSecurityGroupIngress",
      {
        ...{ CacheSecurityGroupName: "shop", EC2SecurityGroupName: "web" },
        EC2SecurityGroupOwnerId: "111122223333",
      },
    ],
    [
      { ec2SecurityGroupName: "web" },
      "AuthorizeCacheSecurityGroupIngress",
      {
        ...{ CacheSecurityGroupName: undefined, EC2SecurityGroupName: "web" },
        EC2SecurityGroupOwnerId: undefined,
      },
    ],
    [
      { ec2SecurityGroupOwnerId: "no number" },
      "AuthorizeCacheSecurityGroupIngress",
      {
        ...{ CacheSecurityGroupName: undefined, EC2SecurityGroupName: undefined },
        EC2SecurityGroupOwnerId: "no number",
      },
    ],
  ] as const) {
    it(`is ${action} of ${JSON.stringify(names)}`, () => {
      const request = namedRequest(names);
      assert.deepEqual([request.action, request.input], [action, input]);
    });
  }
});
