import assert from "node:assert/strict";
import { managedBy, parseGroupReference } from "../../../src/core/vpcSecurityGroup";

describe("a VPC security group", () => {
  it("is read from its id, with its owner, and from its ARN", () => {
    assert.deepEqual(parseGroupReference(" sg-0123456789abcdef0 "), { groupId: "sg-0123456789abcdef0" });
    assert.deepEqual(parseGroupReference("222233334444/sg-01234567"), {
      groupId: "sg-01234567",
      ownerId: "222233334444",
    });
    assert.deepEqual(
      parseGroupReference("arn:aws:ec2:eu-west-1:222233334444:security-group/sg-0123456789abcdef0"),
      { groupId: "sg-0123456789abcdef0", ownerId: "222233334444", region: "eu-west-1" },
    );
  });

  for (const text of ["", "default", "sg-", "sg-xyz", "sgr-0123456789abcdef0"]) {
    it(`${JSON.stringify(text)} is none`, () => assert.equal(typeof parseGroupReference(text), "string"));
  }

  it("is marked when its tags say that a tool made it", () => {
    assert.equal(
      managedBy({ tags: { "aws:cloudformation:stack-name": "shop" } }),
      "CloudFormation, stack shop",
    );
    assert.equal(managedBy({ tags: { ManagedBy: "terraform" } }), "Terraform, tag ManagedBy = terraform");
    assert.equal(managedBy({ tags: { Name: "web" } }), undefined);
  });
});
