import assert from "node:assert/strict";
import { ruleResource, ruleTemplate } from "../../../../src/core/formats/ruleTemplates";
import type { RuleSource } from "../../../../src/core/rules/rule";
import { trafficOf } from "../../../../src/core/rules/traffic";

const groupId = "sg-0123456789abcdef0";
const from = (source: RuleSource, description?: string) => ({
  groupId,
  rule: { source, ...trafficOf("tcp", 6379, 6380), ...(description ? { description } : {}) },
});

describe("a VPC rule as code", () => {
  it("is a resource of CloudFormation", () => {
    const text = ruleTemplate(
      from({ kind: "securityGroup", groupId: "sg-1", ownerId: "222233334444" }, "Web"),
    );
    assert.deepEqual(JSON.parse(text).Resources, {
      IngressSg1: {
        Type: "AWS::EC2::SecurityGroupIngress",
        Properties: {
          GroupId: groupId,
          IpProtocol: "tcp",
          FromPort: 6379,
          ToPort: 6380,
          SourceSecurityGroupId: "sg-1",
          SourceSecurityGroupOwnerId: "222233334444",
          Description: "Web",
        },
      },
    });
    const property = (source: RuleSource) => Object.values(JSON.parse(ruleTemplate(from(source))).Resources);
    assert.match(
      JSON.stringify(property({ kind: "cidrIp", cidr: "10.0.0.0/8" })),
      /"CidrIp":"10\.0\.0\.0\/8"/,
    );
    assert.match(JSON.stringify(property({ kind: "cidrIpv6", cidr: "::/0" })), /"CidrIpv6":"::\/0"/);
    assert.match(
      JSON.stringify(property({ kind: "prefixList", prefixListId: "pl-1" })),
      /"SourcePrefixListId":"pl-1"/,
    );
  });

  it("is a resource of Terraform", () => {
    assert.equal(
      ruleResource(from({ kind: "cidrIp", cidr: "10.0.0.0/8" }, ["Office ($", "{x})"].join(""))),
      `resource "aws_vpc_security_group_ingress_rule" "ingress-10-0-0-0-8" {
  security_group_id = "sg-0123456789abcdef0"
  cidr_ipv4         = "10.0.0.0/8"
  ip_protocol       = "tcp"
  from_port         = 6379
  to_port           = 6380
  description       = "Office ($\${x})"
}
`,
    );
    const theirs = ruleResource(from({ kind: "securityGroup", groupId: "sg-1", ownerId: "222233334444" }));
    assert.match(theirs, /referenced_security_group_id = "222233334444\/sg-1"/);
  });
});
