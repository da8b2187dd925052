import assert from "node:assert/strict";
import { checkCacheSecurityGroupName } from "../../../../src/core/cacheSecurityGroups/cacheSecurityGroupName";
import { checkEc2SecurityGroupName } from "../../../../src/core/cacheSecurityGroups/ec2SecurityGroupName";

describe("an EC2 security group's name", () => {
  for (const name of ["default", "web servers", "a_b.c:/()#,@[]+=&;{}!$*", "x".repeat(255)]) {
    it(`is fine as ${name.slice(0, 24)}`, () => assert.equal(checkEc2SecurityGroupName(name).verdict, "ok"));
  }
  for (const name of ["sg-0123abcd", "sg-web", "x".repeat(256), "größe", 'quote"', " lead", "$(id)\\"]) {
    it(`is sendable with a warning as ${name.slice(0, 24)}`, () =>
      assert.equal(checkEc2SecurityGroupName(name).verdict, "warning"));
  }
  it("is refused when empty", () => assert.equal(checkEc2SecurityGroupName("").verdict, "error"));
});

describe("a cache security group's name", () => {
  it("is fine with letters and digits", () =>
    assert.equal(checkCacheSecurityGroupName("mygroup1").verdict, "ok"));
  it("is warned of with a hyphen", () =>
    assert.equal(checkCacheSecurityGroupName("my-sec-grp").verdict, "warning"));
  it("is told to be stored in lower case", () => {
    const check = checkCacheSecurityGroupName("MyGroup");
    assert.ok(check.verdict === "warning" && check.message.includes("mygroup"));
  });
  for (const name of ["", "Default", "DEFAULT", "a b", "ä", "a_b", "x".repeat(256)]) {
    it(`is refused as ${JSON.stringify(name.slice(0, 12))}`, () =>
      assert.equal(checkCacheSecurityGroupName(name).verdict, "error"));
  }
});
