import assert from "node:assert/strict";
import {
  maker,
  managedBy,
  mergedByName,
  parseGroupReference,
} from "../../../../src/core/rules/vpcSecurityGroup";

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
    // A tag may say that it was not.
    assert.equal(managedBy({ tags: { Terraform: "false" } }), undefined);
    assert.equal(maker({ tags: { Terraform: "true" } }), "Terraform");
    assert.equal(maker({ tags: { "aws:cloudformation:stack-name": "shop" } }), "CloudFormation");
  });
});

describe("pages of groups made one list", () => {
  const groups = (...names: readonly string[]) =>
    names.map((name, number) => ({
      id: `sg-${name}-${number}`,
      name,
      description: "",
      ownerId: "",
      tags: {},
    }));
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join(" ");

  it("are in the order of the names, whatever the pages begin with", () => {
    const first = mergedByName([], groups("m", "b", "z"));
    assert.equal(names(first), "b m z");
    const second = mergedByName(first, groups("n", "a", "c", "zz"));
    assert.equal(names(second), "a b c m n z zz");
    assert.equal(names(mergedByName(second, [])), "a b c m n z zz");
    assert.equal(names(first), "b m z");
  });

  it("keep groups of the same name, those read first before the others", () => {
    const [known, more] = [groups("a", "b"), groups("x", "a")];
    const merged = mergedByName(known, more);
    assert.deepEqual(
      merged.map(({ id }) => id),
      ["sg-a-0", "sg-a-1", "sg-b-1", "sg-x-0"],
    );
  });
});
