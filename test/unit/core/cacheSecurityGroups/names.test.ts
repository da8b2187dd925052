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

describe("a name that is warned of, or refused, says why", () => {
  for (const [name, message] of [
    ["", "Enter the name of the EC2 security group"],
    ["sg-0123abcd", "This looks like a security group ID; cache security groups take the name instead"],
    ["SG-0123ABCD", "This looks like a security group ID; cache security groups take the name instead"],
    ["sg-0123abcdx", "EC2 refuses group names that start with sg-"],
    ["sg-0123abc", "EC2 refuses group names that start with sg-"],
    ["x".repeat(256), "EC2 group names have at most 255 characters; this has 256"],
    [" lead", "This name starts or ends with a space"],
    ["trail ", "This name starts or ends with a space"],
    ["größe", "EC2 group names have ASCII characters only"],
    [
      'quote"',
      "Only an EC2-Classic group can have this name: a VPC group's has letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*",
    ],
  ] as const) {
    it(`of an EC2 security group: ${name.slice(0, 24)}`, () => {
      const check = checkEc2SecurityGroupName(name);
      assert.equal(check.verdict === "ok" ? undefined : check.message, message);
    });
  }

  for (const [name, message] of [
    ["", "Enter a name for the cache security group"],
    ["x".repeat(256), "A name has at most 255 characters; this has 256"],
    ["Default", "Each region has a group named default already; choose another name"],
    ["a b", "A name has letters and digits only; this has a space"],
    ["a_b", "A name has letters and digits only; this has _"],
    ["a-b", "The API's text allows letters and digits only; hyphens work in practice"],
    ["MyGroup", "It will be stored in lower case: mygroup"],
    ["x".repeat(255), undefined],
    ["defaults", undefined],
  ] as const) {
    it(`of a cache security group: ${name.slice(0, 24)}`, () => {
      const check = checkCacheSecurityGroupName(name);
      assert.equal(check.verdict === "ok" ? undefined : check.message, message);
    });
  }
});
