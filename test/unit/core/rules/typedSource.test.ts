import assert from "node:assert/strict";
import { checkCidr, checkGroupReference, typedSource } from "../../../../src/core/rules/typedSource";

const id = "sg-0123456789abcdef0";
const arn = (region: string) => `arn:aws:ec2:${region}:222233334444:security-group/${id}`;

describe("a source as it is typed", () => {
  for (const [text, found] of [
    ["10.1.2.3/32", { text: "10.1.2.3/32", source: { kind: "cidrIp", cidr: "10.1.2.3/32" } }],
    [" 10.0.0.0/8 ", { text: "10.0.0.0/8", source: { kind: "cidrIp", cidr: "10.0.0.0/8" } }],
    ["2001:db8::/32", { text: "2001:db8::/32", source: { kind: "cidrIpv6", cidr: "2001:db8::/32" } }],
    ["pl-01234567", { text: "pl-01234567", source: { kind: "prefixList", prefixListId: "pl-01234567" } }],
    [id, { text: id, source: { kind: "securityGroup", groupId: id } }],
    [
      `222233334444/${id}`,
      { text: `222233334444/${id}`, source: { kind: "securityGroup", groupId: id, ownerId: "222233334444" } },
    ],
    [
      arn("us-west-2"),
      { text: arn("us-west-2"), source: { kind: "securityGroup", groupId: id, ownerId: "222233334444" } },
    ],
    ["10.0", undefined],
    ["10.1.2.3", undefined],
    ["10.0.", undefined],
    ["web", undefined],
    ["7", undefined],
    ["face", undefined],
    ["x10.0.0.0/8", undefined],
    ["10.0.0.0/8x", undefined],
    ["sg-", undefined],
  ] as const) {
    it(`is ${found ? found.source.kind : "none yet"}: ${text}`, () => {
      assert.deepEqual(typedSource(text, "us-west-2"), found);
    });
  }

  it("says what is wrong with a whole block, and with another region's group", () => {
    const problems = ["10.0.0.7/8", arn("eu-west-1")].map((text) => typedSource(text, "us-west-2"));
    for (const problem of problems) {
      assert.ok(problem && "problem" in problem && problem.problem.length > 0, JSON.stringify(problem));
    }
  });

  it("is checked as it is typed: a block, and how wide it is", () => {
    assert.deepEqual(checkCidr("10.1.2.0/24"), { verdict: "ok" });
    assert.equal(checkCidr("10.0.0").verdict, "error");
    assert.deepEqual(checkCidr("0.0.0.0/0"), {
      verdict: "warning",
      message: "0.0.0.0/0: open to whatever can route to the VPC",
    });
  });

  it("is checked as it is typed: a group of the region", () => {
    assert.deepEqual(checkGroupReference(id, "us-west-2"), { verdict: "ok" });
    assert.deepEqual(checkGroupReference(arn("us-west-2"), "us-west-2"), { verdict: "ok" });
    assert.equal(checkGroupReference(arn("eu-west-1"), "us-west-2").verdict, "error");
    assert.equal(checkGroupReference("web", "us-west-2").verdict, "error");
  });
});
