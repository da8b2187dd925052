import assert from "node:assert/strict";
import { ruleResource, ruleTemplate } from "../../../../src/core/formats/ruleTemplates";
import type { RuleSource } from "../../../../src/core/rules/rule";
import { trafficOf } from "../../../../src/core/rules/traffic";
import { sourceOf } from "../../../support/caches";
import { isAsWrittenDown } from "../../../support/writtenDown";
import { writtenText } from "../../../support/writtenText";

const groupId = "sg-0123456789abcdef0";
const from = (source: RuleSource, description?: string) => ({
  groupId,
  rule: { source, ...trafficOf("tcp", 6379, 6380), ...(description ? { description } : {}) },
});

describe("a VPC rule as code", () => {
  it("is a resource of CloudFormation", () => {
    const text = writtenText(
      ruleTemplate(from({ kind: "securityGroup", groupId: "sg-1", ownerId: "222233334444" }, "Web")),
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
    const property = (source: RuleSource) =>
      Object.values(JSON.parse(writtenText(ruleTemplate(from(source)))).Resources);
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
      writtenText(
        ruleResource(from({ kind: "cidrIp", cidr: "10.0.0.0/8" }, ["Office ($", "{x})"].join("")), undefined),
      ),
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
  });

  it("is, as Terraform, from another account's group with its owner, and from the account's own without", () => {
    const web: RuleSource = { kind: "securityGroup", groupId: "sg-1", ownerId: "222233334444" };
    const written = (ownAccount: string) => writtenText(ruleResource(from(web), ownAccount));
    assert.match(written("111122223333"), /referenced_security_group_id = "222233334444\/sg-1"/);
    assert.match(written("222233334444"), /referenced_security_group_id = "sg-1"/);
  });

  it("has the type and the code of ICMP, which both services require", () => {
    const ping = { source: { kind: "cidrIp", cidr: "10.0.0.0/8" }, ...trafficOf("icmp", 8, -1) } as const;
    const [resource] = Object.values<{ Properties: Record<string, unknown> }>(
      JSON.parse(writtenText(ruleTemplate({ groupId, rule: ping }))).Resources,
    );
    assert.deepEqual([resource?.Properties["FromPort"], resource?.Properties["ToPort"]], [8, -1]);
    assert.match(
      writtenText(ruleResource({ groupId, rule: ping }, undefined)),
      /from_port {9}= 8\n {2}to_port {11}= -1\n/,
    );
  });

  it("is not written with a description that CloudFormation would resolve", () => {
    for (const description of [
      "{{resolve:secretsmanager:prod/db:SecretString:password}}",
      "a {{ resolve:ssm:x}}",
    ]) {
      const template = ruleTemplate(from({ kind: "cidrIp", cidr: "10.0.0.0/8" }, description));
      assert.match(template.ok ? "" : template.why, /\{\{resolve:/);
    }
    assert.ok(ruleTemplate(from({ kind: "cidrIp", cidr: "10.0.0.0/8" }, "{{resolved}}")).ok);
  });

  it("is as written down, of each source and each protocol", () => {
    const sources = ["sg-0123456789abcdef0", "10.0.0.0/8", "2001:db8::/32", "pl-01234567"].map(sourceOf);
    const traffic = [
      trafficOf("tcp", 6379, 6379),
      trafficOf("udp"),
      trafficOf("-1"),
      trafficOf("50", -1, -1),
    ];
    const texts = [
      ...sources.map((source) => ({ groupId, rule: { source, ...trafficOf("tcp", 6379, 6380) } })),
      ...traffic.map((each) => ({ groupId, rule: { source: sourceOf("10.0.0.0/8"), ...each } })),
      from({ kind: "securityGroup", groupId: "sg-1", ownerId: "222233334444" }, 'Say "hi" \\ 100%'),
    ].flatMap((rule) => [writtenText(ruleTemplate(rule)), writtenText(ruleResource(rule, "111122223333"))]);
    isAsWrittenDown("test/unit/core/formats/told/rules.txt", texts.join("\n"));
  });
});
