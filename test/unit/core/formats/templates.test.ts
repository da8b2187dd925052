import assert from "node:assert/strict";
import type { CacheSecurityGroup } from "../../../../src/core/cacheSecurityGroups/cacheSecurityGroup";
import * as cloudFormation from "../../../../src/core/formats/cloudFormation";
import * as terraform from "../../../../src/core/formats/terraform";
import { writtenText } from "../../../support/writtenText";

const grant = (ec2SecurityGroupName: string, ec2SecurityGroupOwnerId = "123456781234") => ({
  ec2SecurityGroupName,
  ec2SecurityGroupOwnerId,
  status: "authorized",
});
const group = (name: string, ...grants: readonly ReturnType<typeof grant>[]): CacheSecurityGroup => ({
  name,
  description: 'It\'s "my" group',
  ownerId: "123456781234",
  grants,
});

const groupTemplate = (from: CacheSecurityGroup) => writtenText(cloudFormation.groupTemplate(from));
const groupResource = (from: CacheSecurityGroup) => writtenText(terraform.groupResource(from));

describe("a cache security group as CloudFormation", () => {
  it("makes the group and lets the same EC2 security groups in to it", () => {
    const template = JSON.parse(
      groupTemplate(group("my-group", grant("a b"), grant("default", "565419523791"))),
    );
    assert.deepEqual(template, {
      AWSTemplateFormatVersion: "2010-09-09",
      Resources: {
        CacheSecurityGroupMyGroup: {
          Type: "AWS::ElastiCache::SecurityGroup",
          Metadata: { CacheSecurityGroupName: "my-group" },
          Properties: { Description: 'It\'s "my" group' },
        },
        CacheSecurityGroupMyGroupIngress1: {
          Type: "AWS::ElastiCache::SecurityGroupIngress",
          Properties: {
            CacheSecurityGroupName: { Ref: "CacheSecurityGroupMyGroup" },
            EC2SecurityGroupName: "a b",
            EC2SecurityGroupOwnerId: "123456781234",
          },
        },
        CacheSecurityGroupMyGroupIngress2: {
          Type: "AWS::ElastiCache::SecurityGroupIngress",
          Properties: {
            CacheSecurityGroupName: { Ref: "CacheSecurityGroupMyGroup" },
            EC2SecurityGroupName: "default",
            EC2SecurityGroupOwnerId: "565419523791",
          },
        },
      },
    });
  });

  it("does not make the group default, which every region has", () => {
    const { Resources } = JSON.parse(groupTemplate(group("default", grant("a"))));
    assert.deepEqual(
      Object.values(Resources).map((resource) => JSON.stringify(resource)),
      [
        JSON.stringify({
          Type: "AWS::ElastiCache::SecurityGroupIngress",
          Properties: {
            CacheSecurityGroupName: "default",
            EC2SecurityGroupName: "a",
            EC2SecurityGroupOwnerId: "123456781234",
          },
        }),
      ],
    );
  });

  for (const name of ["--debug", "größe ☃", "'\"`$\\", "☃", "x".repeat(300)]) {
    it(`gives a grant of ${JSON.stringify(name.slice(0, 20))} an id of letters and digits, and the name whole`, () => {
      const text = writtenText(
        cloudFormation.ingressTemplate({ cacheSecurityGroupName: "mygroup", ...grant(name) }),
      );
      const [[id, resource] = ["", {}]] = Object.entries<object>(JSON.parse(text).Resources);
      assert.match(id, /^[A-Za-z][A-Za-z0-9]{0,254}$/);
      assert.ok("Properties" in resource);
      assert.deepEqual(resource.Properties, {
        CacheSecurityGroupName: "mygroup",
        EC2SecurityGroupName: name,
        EC2SecurityGroupOwnerId: "123456781234",
      });
    });
  }

  it("is not written where CloudFormation would resolve a name or a description", () => {
    const secret = "{{resolve:ssm:secret}}";
    for (const one of [group("g", grant(secret)), { ...group("g"), description: secret }]) {
      assert.ok(!cloudFormation.groupTemplate(one).ok);
    }
    assert.ok(cloudFormation.groupTemplate(group("g", grant("{{a}}"))).ok);
  });
});

describe("a cache security group as Terraform", () => {
  it("is the resource of the provider that had one", () => {
    const text = groupResource(group("my-group", grant("a b"), grant("c")));
    assert.match(text, /version = "< 5\.0"/);
    assert.match(text, /^resource "aws_elasticache_security_group" "my-group" \{$/m);
    assert.match(text, /^ {2}description {10}= "It's \\"my\\" group"$/m);
    assert.match(text, /^ {2}security_group_names = \["a b", "c"\]$/m);
  });

  for (const [name, written] of [
    [`\${var.x}`, `"$\${var.x}"`],
    ["%{if true}", '"%%{if true}"'],
    ["$5 100%", '"$5 100%"'],
    ['back\\slash "q"', '"back\\\\slash \\"q\\""'],
    ["new\nline\u0007", '"new\\nline\\u0007"'],
  ] as const) {
    it(`writes ${JSON.stringify(name)} so that nothing in it is evaluated`, () => {
      assert.ok(groupResource(group("g", grant(name))).includes(`security_group_names = [${written}]`));
    });
  }

  it("names the grants that it cannot say", () => {
    assert.deepEqual(terraform.foreignGrants(group("g", grant("a"), grant("b", "565419523791"))), [
      "b of account 565419523791",
    ]);
  });

  it("is not written where Terraform would write another name", () => {
    assert.ok(!terraform.groupResource(group("g", grant("cafe\u0301"))).ok);
    assert.ok(terraform.groupResource(group("g", grant("caf\u00e9"))).ok);
  });

  it("begins a label with a letter", () => {
    assert.match(groupResource(group("9lives")), /"aws_elasticache_security_group" "group-9lives"/);
  });
});
