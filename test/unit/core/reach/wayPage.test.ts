import assert from "node:assert/strict";
import type { Explanation, Step } from "../../../../src/core/reach/explanation";
import type { Mend } from "../../../../src/core/reach/mend";
import { mendRequest, mendResource, mendTemplate } from "../../../../src/core/reach/mendText";
import { wayChanges } from "../../../../src/core/reach/wayChanges";
import { wayMarkdown } from "../../../../src/core/reach/wayMarkdown";

const target = { profile: "dev", region: "us-west-2" };
const at = "2026-01-15T09:30:00.000Z";
const step = (verdict: Step["verdict"], text: string, more: Partial<Step> = {}): Step => ({
  kind: "sourceRoute",
  resource: "rtb-1",
  verdict,
  text,
  ...more,
});
const explained = (verdict: Explanation["verdict"], ...steps: readonly Step[]): Explanation => ({
  verdict,
  steps,
});
const pageOf = (explanation: Explanation, source = "web", changes?: readonly string[]) =>
  wayMarkdown({ source, cache: "sessions", ports: [6379], target, at, explanation, changes });

const mends: readonly (readonly [Mend, string, string, string])[] = [
  [
    {
      kind: "authorizeEgress",
      securityGroupId: "sg-1",
      ipProtocol: "tcp",
      fromPort: 6379,
      toPort: 6379,
      cidrIp: "10.0.0.1/32",
    },
    "authorize-security-group-egress",
    "AWS::EC2::SecurityGroupEgress",
    "aws_vpc_security_group_egress_rule",
  ],
  [
    {
      kind: "authorizeIngress",
      securityGroupId: "sg-1",
      ipProtocol: "tcp",
      fromPort: 6379,
      toPort: 6380,
      cidrIpv6: "2001:db8::1/128",
    },
    "authorize-security-group-ingress",
    "AWS::EC2::SecurityGroupIngress",
    "aws_vpc_security_group_ingress_rule",
  ],
  [
    {
      kind: "createNetworkAclEntry",
      networkAclId: "acl-1",
      egress: true,
      ruleNumber: 89,
      fromPort: 1024,
      toPort: 65_535,
      cidrBlock: "10.0.0.1/32",
    },
    "create-network-acl-entry",
    "AWS::EC2::NetworkAclEntry",
    "aws_network_acl_rule",
  ],
  [
    {
      kind: "createRoute",
      routeTableId: "rtb-1",
      destinationCidrBlock: "10.1.0.0/16",
      transitGatewayId: "tgw-1",
    },
    "create-route",
    "AWS::EC2::Route",
    "aws_route",
  ],
];

describe("the page of a way", () => {
  it("has what decides on top: what blocks before what is not known", () => {
    const { text } = pageOf(
      explained("blocked", step("unknown", "A is not known."), step("blocks", "B denies.", { code: "CODE" })),
    );
    assert.match(text, /^# web to sessions: blocked\n\n\*\*Route there: B denies\.\*\*\n/);
    assert.match(text, /\n1\. NOT KNOWN · Route there: `rtb-1`: A is not known\.\n2\. BLOCKS .* \[CODE\]/);
  });

  it("names the permission that is missing", () => {
    const { text } = pageOf(explained("unknown", step("unknown", "No.", { action: "ec2:DescribeSubnets" })));
    assert.match(text, /Missing: `ec2:DescribeSubnets`\./);
  });

  it("shows names from elsewhere as text, on one line", () => {
    const hostile = "[a](command:x) <img> `b`\n# c";
    const { text } = pageOf(explained("reachable"), hostile);
    const [first = "", second] = text.split("\n");
    assert.ok(first.includes("\\[a\\](command:x) \\<img\\> \\`b\\`"), first);
    assert.ok(first.endsWith("to sessions: reachable"), first);
    assert.equal(second, "");
  });

  it("finds the line of each step again", () => {
    const [one, two] = [step("passes", "One."), step("blocks", "Two.")];
    const { text, lineOf } = pageOf(explained("blocked", one, two));
    assert.match(text.split("\n")[lineOf.get(two) ?? 0] ?? "", /Two\./);
  });

  it("says what a mend has changed, and what has not changed", () => {
    const before = explained(
      "blocked",
      step("passes", "One."),
      step("blocks", "Two denies.", { resource: "sg-1" }),
    );
    const after = explained(
      "reachable",
      step("passes", "One."),
      step("passes", "Two allows.", { resource: "sg-1" }),
    );
    assert.deepEqual(wayChanges(before, after), [
      "It was blocked, and is reachable now.",
      "Was: Two denies. Now: Two allows.",
    ]);
    assert.deepEqual(wayChanges(before, before), []);
    assert.deepEqual(wayChanges(after, before), [
      "It was reachable, and is blocked now.",
      "Was: Two allows. Now: Two denies.",
    ]);
  });

  it("says of a step that is new, or gone, what it says, and nothing of what passes or is to know", () => {
    const [one, two] = [step("passes", "One."), step("blocks", "Two denies.", { resource: "sg-1" })];
    const [three, four] = [
      step("unknown", "Three?", { node: "n-1" }),
      step("notice", "Four.", { kind: "name" }),
    ];
    const blocked = explained("blocked", one, two, three, four);
    const open = explained("reachable", one);
    assert.deepEqual(wayChanges(open, blocked), [
      "It was reachable, and is blocked now.",
      ...["Now: Two denies.", "Now: Three?"],
    ]);
    assert.deepEqual(wayChanges(blocked, open), [
      "It was blocked, and is reachable now.",
      ...["Gone: Two denies.", "Gone: Three?"],
    ]);
    assert.deepEqual(wayChanges(explained("reachable"), open), []);
    assert.deepEqual(wayChanges(open, explained("reachable")), []);
  });

  it("says nothing of the nodes and the steps that were not told before, and that pass", () => {
    const at = (node: string, verdict: Step["verdict"], text: string, resource: string) =>
      step(verdict, text, { node, resource, kind: "returnRoute" });
    const before = explained("blocked", at("n-1", "blocks", "Old denies.", "rtb-1"));
    const after = explained(
      "reachable",
      at("n-1", "passes", "New leads back.", "rtb-2"),
      step("passes", "In.", { node: "n-1", kind: "sourceAclIn" }),
      at("n-2", "passes", "Another.", "rtb-1"),
    );
    assert.deepEqual(wayChanges(before, after), [
      "It was blocked, and is reachable now.",
      ...["Now: New leads back.", "Gone: Old denies."],
    ]);
  });

  it("says that nothing has changed", () => {
    const before = explained("blocked", step("blocks", "Two denies."));
    assert.match(pageOf(before, "web", []).text, /## What changed since\n\nNothing\./);
  });
});

describe("what would mend a way, as text to copy", () => {
  for (const [mend, operation, type, resource] of mends) {
    it(`writes ${mend.kind} for the CLI, CloudFormation and Terraform`, () => {
      assert.equal(mendRequest(mend)?.operation, operation);
      const template = mendTemplate(mend);
      assert.ok(template.ok);
      const read: { readonly Resources: Readonly<Record<string, { readonly Type: string }>> } = JSON.parse(
        template.text,
      );
      assert.deepEqual(
        Object.values(read.Resources).map(({ Type }) => Type),
        [type],
      );
      const terraform = mendResource(mend);
      assert.ok(terraform.ok && terraform.text.startsWith(`resource "${resource}" "way" {\n`));
    });
  }

  it("leaves open what a route is to lead over, where nobody knows", () => {
    const mend: Mend = { kind: "createRoute", routeTableId: "rtb-1", destinationCidrBlock: "10.1.0.0/16" };
    assert.equal(mendRequest(mend), undefined);
    assert.equal(mendTemplate(mend).ok, false);
    assert.match(
      pageOf(explained("blocked", step("blocks", "No route.", { mend }))).text,
      /what it is to lead over has to be chosen/,
    );
  });
});
