import assert from "node:assert/strict";
import type { NetworkInterface } from "../../../../src/core/reach/snapshotNetwork";
import { sourceChoices } from "../../../../src/core/reach/sourceChoices";
import { ownerNotices, ownerWords } from "../../../../src/core/reach/sourceOwner";
import { verdictOfSome } from "../../../../src/core/reach/sourceVerdict";

const lambda = "AWS Lambda VPC ENI-";
const task = "arn:aws:ecs:us-west-2:111122223333:attachment/0123";

describe("what an interface belongs to", () => {
  for (const [own, words, notices] of [
    [{}, "an interface", []],
    [{ Attachment: { InstanceId: "i-1" } }, "of i-1", []],
    [{ InterfaceType: "natGateway" }, "a NAT gateway's", []],
    [{ InterfaceType: "nat_gateway" }, "a NAT gateway's", []],
    [{ InterfaceType: "lambda" }, "a Lambda function's", [/^eni-1 serves every function of the account/]],
    [{ Description: `${lambda}checkout` }, "a Lambda function's", [/^eni-1 serves every function/]],
    [{ Description: `my ${lambda}checkout` }, "an interface", []],
    [{ Description: task }, "an ECS task's", []],
    [{ Description: `see ${task}` }, "an interface", []],
    [{ Description: "arn:aws:ecs:us-west-2:111122223333:service/0123" }, "an interface", []],
    [{ RequesterId: "amazon-elasticache" }, "a cache node's", []],
    [
      { InterfaceType: "branch" },
      "a pod's, or a task's, on a trunk",
      [/^What leaves the VPC from a pod at eni-1/],
    ],
  ] as readonly (readonly [NetworkInterface, string, readonly RegExp[]])[]) {
    it(`is told of ${JSON.stringify(own)}`, () => {
      assert.equal(ownerWords(own), words);
      const told = ownerNotices(own, "eni-1");
      assert.equal(told.length, notices.length);
      for (const [at, { verdict, resource, text }] of told.entries()) {
        assert.deepEqual([verdict, resource], ["notice", "eni-1"]);
        assert.match(text, notices[at] ?? /^$/);
      }
    });
  }
});

describe("the interfaces that something may connect from", () => {
  const labels = (interfaces: readonly NetworkInterface[]) =>
    sourceChoices(interfaces, []).map(({ label }) => label);

  it("are named by what they belong to", () => {
    const own: NetworkInterface = {
      ...{ NetworkInterfaceId: "eni-1", PrivateIpAddress: "10.0.1.4", SubnetId: "subnet-1", VpcId: "vpc-1" },
      ...{ Attachment: { InstanceId: "i-1" }, Groups: [{ GroupId: "sg-1" }, { GroupId: "sg-2" }] },
      TagSet: [
        { Key: "env", Value: "prod" },
        { Key: "Name", Value: "own name" },
      ],
    };
    const instance = {
      InstanceId: "i-1",
      Tags: [{ Key: "Name", Value: "web" }, { Key: "env", Value: "prod" }, { Key: "bare" }],
    };
    assert.deepEqual(sourceChoices([own], [instance]), [
      {
        ...{ id: "eni-1", label: "web", description: "10.0.1.4 · i-1" },
        detail: "eni-1 · subnet-1 · vpc-1 · env=prod · bare=",
        groupIds: ["sg-1", "sg-2"],
      },
    ]);
    const [withoutInstance] = sourceChoices([own], [{ InstanceId: "i-2", Tags: instance.Tags }]);
    assert.equal(withoutInstance?.label, "own name");
  });

  for (const [more, label, description] of [
    [{}, "eni-1", "an interface"],
    [{ Attachment: { InstanceId: "i-1" } }, "i-1", "i-1"],
    [{ TagSet: [{ Key: "Name", Value: "" }] }, "eni-1", "an interface"],
    [{ Description: `${lambda}checkout` }, "checkout", "a Lambda function's"],
    [{ Description: `${lambda}check-out-0123abcd` }, "check-out", "a Lambda function's"],
    [
      { Description: `${lambda}check-out-0123abcd-4567-89ab-cdef-0123456789ab` },
      "check-out",
      "a Lambda function's",
    ],
    [{ Description: `${lambda}checkout-0123abc` }, "checkout-0123abc", "a Lambda function's"],
    [{ Description: task }, task, "an ECS task's"],
    [{ Description: "we\u202eb" }, "we\\u202eb", "an interface"],
    [{ Ipv6Addresses: [{ Ipv6Address: "2001:db8::1" }] }, "eni-1", "2001:db8::1 · an interface"],
  ] as readonly (readonly [NetworkInterface, string, string])[]) {
    it(`is called ${label}: ${JSON.stringify(more)}`, () => {
      const [choice, ...others] = sourceChoices([{ NetworkInterfaceId: "eni-1", ...more }], []);
      assert.deepEqual([choice?.label, choice?.description, others], [label, description, []]);
    });
  }

  it("are in the order of their names, and of their ids where those are alike", () => {
    const named = (id: string, Value: string) => ({
      NetworkInterfaceId: id,
      TagSet: [{ Key: "Name", Value }],
    });
    const choices = [named("eni-3", "a"), named("eni-1", "b"), named("eni-2", "a"), named("eni-0", "c")];
    for (const given of [choices, choices.toReversed()]) {
      assert.deepEqual(
        sourceChoices(given, []).map(({ id }) => id),
        ["eni-2", "eni-3", "eni-1", "eni-0"],
      );
    }
  });

  it("are each there once, and are no cache's and no endpoint's", () => {
    const one = { NetworkInterfaceId: "eni-1", Description: "one" };
    assert.deepEqual(labels([one, one]), ["one"]);
    assert.deepEqual(labels([{ ...one, RequesterId: "amazon-elasticache" }]), []);
    assert.deepEqual(labels([{ ...one, InterfaceType: "vpc_endpoint" }]), []);
    assert.deepEqual(labels([{ Description: "without an id" }]), []);
  });
});

describe("what several verdicts come to", () => {
  it("is reachable by one that connects, and blocked where all are", () => {
    assert.equal(verdictOfSome(["blocked", "unknown", "reachable"]), "reachable");
    assert.equal(verdictOfSome(["blocked", "unknown"]), "unknown");
    assert.equal(verdictOfSome(["blocked", "blocked"]), "blocked");
    assert.equal(verdictOfSome([]), "unknown");
  });
});
