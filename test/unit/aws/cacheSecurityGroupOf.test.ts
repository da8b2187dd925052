import assert from "node:assert/strict";
import { cacheSecurityGroupOf } from "../../../src/aws/operations/cacheSecurityGroupOf";

const grant = (Status: string, EC2SecurityGroupName = "web") => ({
  Status,
  EC2SecurityGroupName,
  EC2SecurityGroupOwnerId: "565419523791",
});

describe("a cache security group of an answer", () => {
  it("has each grant once, as it is listed last", () => {
    const group = cacheSecurityGroupOf({
      CacheSecurityGroupName: "mygroup",
      EC2SecurityGroups: [grant("revoking"), grant("authorized", "api"), grant("authorizing")],
    });
    assert.deepEqual(
      group.grants.map(({ ec2SecurityGroupName, status }) => `${ec2SecurityGroupName} ${status}`),
      ["web authorizing", "api authorized"],
    );
  });
});
