import assert from "node:assert/strict";
import { parseCidr } from "../../../../src/core/rules/cidr";
import { planMigration } from "../../../../src/core/rules/rulePlan";
import { sourceFailure } from "../../../../src/core/rules/sourceFailure";
import {
  breadthNote,
  checkCidr,
  checkGroupReference,
  typedSource,
} from "../../../../src/core/rules/typedSource";
import {
  isSecurityGroupId,
  maker,
  managedBy,
  mergedByName,
  parseGroupReference,
} from "../../../../src/core/rules/vpcSecurityGroup";
import { cacheOf, ruleFrom, sourceOf } from "../../../support/caches";
import { vpcGroupOf } from "../../../support/mapFacts";

const id = "sg-0123456789abcdef0";
const arn = (region: string) => `arn:aws:ec2:${region}:222233334444:security-group/${id}`;
const elsewhere = `${id} is in eu-west-1: a rule in us-west-2 cannot name it. A CIDR block can stand for it`;
const noGroup = "A security group's ID is sg- and 8 to 17 digits and letters a to f: sg-0123456789abcdef0";

describe("what is wrong with a block, in words", () => {
  for (const [written, message] of [
    ["", "Enter a CIDR block"],
    ["  ", "Enter a CIDR block"],
    ["10.0.0/8", "10.0.0/8 is not a CIDR block like 10.0.0.0/16"],
    ["10.0.0.0 /8", "10.0.0.0 /8 is not a CIDR block like 10.0.0.0/16"],
    ["10.0.0.0/8/9", "10.0.0.0/8/9 is not a CIDR block like 10.0.0.0/16"],
    ["10.0.0.1", "10.0.0.1 has no prefix length. One address alone is 10.0.0.1/32"],
    ["::1/", "::1/ has no prefix length. One address alone is ::1/128"],
    ["10.0.0.0/33", "An IPv4 prefix length is at most 32; this is 33"],
    ["::/129", "An IPv6 prefix length is at most 128; this is 129"],
    ["10.0.3.7/16", "10.0.3.7/16 has host bits set. The block is 10.0.0.0/16"],
  ] as const) {
    it(`${JSON.stringify(written)}`, () => {
      const parsed = parseCidr(written);
      assert.equal(parsed.ok ? undefined : parsed.message, message);
    });
  }

  it("is told as it is typed, once a whole block stands there", () => {
    const typed = (text: string) => typedSource(text, "us-west-2");
    assert.deepEqual(typed("10.0.0.7/8"), {
      problem: "10.0.0.7/8 has host bits set. The block is 10.0.0.0/8",
    });
    assert.deepEqual(typed("10.0.0.7/"), {
      problem: "10.0.0.7/ has no prefix length. One address alone is 10.0.0.7/32",
    });
    assert.equal(typed("10.0.0.0/33"), undefined);
    assert.deepEqual(typed(arn("eu-west-1")), { problem: elsewhere });
    assert.deepEqual(checkCidr("10.0.0.1/8"), {
      ...{ verdict: "error", message: "10.0.0.1/8 has host bits set. The block is 10.0.0.0/8" },
    });
    const private10 = "All of 10.0.0.0/8: whatever has a private address there and can route to the VPC";
    assert.deepEqual(checkCidr("10.0.0.0/8"), { verdict: "warning", message: `10.0.0.0/8: ${private10}` });
    assert.equal(breadthNote(sourceOf("10.0.0.0/8")), private10);
    assert.equal(breadthNote(sourceOf("2000::/3")), "open to whatever can route to the VPC");
    assert.equal(breadthNote(sourceOf(id)), undefined);
  });
});

describe("what is wrong with a group, in words", () => {
  it("is what an id looks like, or where the group is", () => {
    assert.equal(parseGroupReference(" "), "Enter the ID of a security group");
    for (const text of ["web", "sg-0123456", "sg-0123456789abcdef01", `${id}x`, `x${id}`, `1/${id}`]) {
      assert.equal(parseGroupReference(text), noGroup, text);
    }
    for (const other of ["arn:aws:ec2:x", `${arn("us-west-2")}/`, `x${arn("us-west-2")}`]) {
      assert.equal(parseGroupReference(other), noGroup, other);
    }
    assert.deepEqual(checkGroupReference(arn("eu-west-1"), "us-west-2"), {
      ...{ verdict: "error", message: elsewhere },
    });
    assert.deepEqual(checkGroupReference("web", "us-west-2"), { verdict: "error", message: noGroup });
    assert.ok(isSecurityGroupId("sg-01234567") && !isSecurityGroupId("sg-0123456"));
  });

  it("is told in the ARN's own partition too", () => {
    const china = arn("cn-north-1").replace("arn:aws:", "arn:aws-cn:");
    assert.deepEqual(parseGroupReference(china), {
      ...{ groupId: id, ownerId: "222233334444", region: "cn-north-1" },
    });
  });
});

describe("which tool a group was made with", () => {
  for (const [tags, words, tool] of [
    [{}, undefined, undefined],
    [{ Name: "web" }, undefined, undefined],
    [{ "aws:cloudformation:stack-name": "shop" }, "CloudFormation, stack shop", "CloudFormation"],
    [{ "aws:cloudformation:stack-id": "arn:x" }, "CloudFormation, stack arn:x", "CloudFormation"],
    [
      { "aws:cloudformation:stack-id": "arn:x", "aws:cloudformation:stack-name": "shop", terraform: "1" },
      "CloudFormation, stack shop",
      "CloudFormation",
    ],
    [{ by: "TERRAFORM" }, "Terraform, tag by = TERRAFORM", "Terraform"],
    [{ Terraform: "" }, "Terraform, tag Terraform = ", "Terraform"],
    ...["false", "No", "0", " none "].map((no) => [{ Terraform: no }, undefined, undefined] as const),
    [{ Terraform: "nothing" }, "Terraform, tag Terraform = nothing", "Terraform"],
  ] as const) {
    it(`is told by ${JSON.stringify(tags)}`, () => {
      assert.deepEqual([managedBy({ tags }), maker({ tags })], [words, tool]);
    });
  }

  it("leaves a list in the order of the names, the known ones first", () => {
    const [a, b, c] = ["a", "b", "c"].map((name) => vpcGroupOf(`sg-${name}`, name));
    assert.ok(a && b && c);
    const other = vpcGroupOf("sg-other", "b");
    assert.deepEqual(mergedByName([b], [c, other, a]), [a, b, other, c]);
    assert.deepEqual(mergedByName([a, c], []), [a, c]);
    assert.deepEqual(mergedByName([], []), []);
    const alike = ["1", "2", "3"].map((id) => vpcGroupOf(id, "b"));
    assert.deepEqual(mergedByName([a, c], alike), [a, ...alike, c]);
  });
});

describe("a source for caches of several targets, refused in words", () => {
  const at = (profile: string, region = "us-west-2") => ({ profile, region });
  const said = (text: string, ...targets: Parameters<typeof sourceFailure>[1][number][]) =>
    sourceFailure(sourceOf(text), targets)?.message;

  it("says what to choose", () => {
    assert.equal(
      said(id, at("dev"), at("dev", "eu-west-1")),
      "A rule can name a security group of its own region only: choose a block of addresses for caches in several regions. Nothing was sent",
    );
    assert.equal(
      said(id, at("dev"), at("prod")),
      "The owner of the security group is missing: the caches are of several profiles. Nothing was sent",
    );
    assert.equal(
      said("pl-01234567", at("dev"), at("prod")),
      "A prefix list is of one account and one region: choose caches of one. Nothing was sent",
    );
  });
});

describe("a plan that cannot be, in words", () => {
  const grant = (name: string, owner: string) => ({
    ...{ ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: owner },
  });
  const own = vpcGroupOf("sg-1", "caches");
  const theirs = ["vpc-a", "vpc-b"].map((vpcId, at) => ({
    ...vpcGroupOf(`sg-p${at}`, "batch"),
    ...{ ownerId: "565419523791", vpcId },
  }));
  const plan = (cache: ReturnType<typeof cacheOf>, one: ReturnType<typeof grant>, known = [own]) =>
    planMigration([one], [cache], {
      groupsOf: (owner) => [...known, ...theirs].filter(({ ownerId }) => ownerId === owner),
      groupOf: (groupId) => known.find((each) => each.id === groupId),
      rulesOf: () => [ruleFrom("sg-1", 6379), ruleFrom("sg-1", 6380)],
      sharedBy: () => 1,
      description: "why",
    });

  for (const [title, cache, one, reason] of [
    [
      "no port yet",
      cacheOf("new", { ports: undefined, status: "creating" }),
      grant("web", own.ownerId),
      "new has no port yet: its status is creating",
    ],
    [
      "a group that could not be read",
      cacheOf("far", { securityGroups: [{ id: "sg-9", status: "active" }] }),
      grant("web", own.ownerId),
      "The VPC of far is not known: its group sg-9 could not be read",
    ],
    [
      "a group that is about to go",
      cacheOf("bare", { securityGroups: [{ id: "sg-1", status: "removing" }] }),
      grant("web", own.ownerId),
      "bare has no VPC security group: it is in no VPC",
    ],
    [
      "several of another account",
      cacheOf("one"),
      grant("batch", "565419523791"),
      "Account 565419523791 has 2 security groups batch, in vpc-a, vpc-b",
    ],
    [
      "none of another account",
      cacheOf("one"),
      grant("none", "565419523791"),
      "Account 565419523791 has no VPC security group none in this region",
    ],
  ] as const) {
    it(`says why: ${title}`, () => {
      const { rules, impossible } = plan(cache, one);
      assert.deepEqual(rules, []);
      assert.deepEqual(
        impossible.map((each) => each.reason),
        [reason],
      );
    });
  }

  it("tells an equal rule from broader ones, and from none, range by range", () => {
    const cache = cacheOf("one", { ports: [6379, 11_211] });
    const { rules } = plan(cache, grant("caches", own.ownerId));
    assert.deepEqual(
      rules.map(({ rule: { fromPort, toPort }, there, groupId }) => [fromPort, toPort, there, groupId]),
      [
        [6379, 6379, "equal", "sg-1"],
        [11_211, 11_211, undefined, "sg-1"],
      ],
    );
    const both = plan(cacheOf("one", { ports: [6379, 6380] }), grant("caches", own.ownerId));
    assert.deepEqual(
      both.rules.map(({ rule: { fromPort, toPort }, there }) => [fromPort, toPort, there]),
      [[6379, 6380, "broader"]],
    );
  });
});
