import assert from "node:assert/strict";
import { DescribeInstancesCommand } from "@aws-sdk/client-ec2";
import {
  DescribeInstanceInformationCommand,
  type DescribeInstanceInformationCommandInput,
  StartSessionCommand,
} from "@aws-sdk/client-ssm";
import { refusal, sandboxForEach } from "./sandboxUnderTest";

describe("the sandbox's Systems Manager", () => {
  const who = { profile: "sandbox-vpc" };
  const test = sandboxForEach();
  const list = (input: DescribeInstanceInformationCommandInput = {}) =>
    test.ssm(who).send(new DescribeInstanceInformationCommand(input));

  it("knows some of the machines, one of which it has not heard of lately", async () => {
    const { InstanceInformationList = [], NextToken } = await list();
    assert.equal(NextToken, undefined);
    const { Reservations = [] } = await test.ec2(who).send(new DescribeInstancesCommand({}));
    const machines = Reservations.flatMap(({ Instances = [] }) => Instances);
    const names = InstanceInformationList.map(({ InstanceId, PingStatus }) => {
      const machine = machines.find((each) => each.InstanceId === InstanceId);
      return `${machine?.Tags?.find(({ Key }) => Key === "Name")?.Value} ${PingStatus}`;
    });
    assert.deepEqual(names.sort(), [
      "bastion-1 Online",
      "delivery Online",
      "payments Online",
      "web-1 Online",
      "web-2 ConnectionLost",
      "workers-1 Online",
    ]);
    assert.ok(InstanceInformationList.every(({ LastPingDateTime }) => LastPingDateTime instanceof Date));
  });

  it("lists by filter and by page", async () => {
    const online = await list({ Filters: [{ Key: "PingStatus", Values: ["Online"] }] });
    assert.equal(online.InstanceInformationList?.length, 5);
    const first = await list({ MaxResults: 5 });
    assert.equal(first.InstanceInformationList?.length, 5);
    const second = await list({ MaxResults: 5, NextToken: first.NextToken });
    assert.equal(second.InstanceInformationList?.length, 1);
    assert.equal(second.NextToken, undefined);
  });

  it("refuses in the words of the protocol", async () => {
    const { ssm } = test;
    const describe = new DescribeInstanceInformationCommand({});
    assert.equal(
      await refusal(ssm({ secretAccessKey: "wrong" }).send(describe)),
      "InvalidSignatureException 400",
    );
    assert.equal(
      await refusal(ssm({ accessKeyId: "AKIANOBODY" }).send(describe)),
      "UnrecognizedClientException 400",
    );
    assert.equal(await refusal(list({ MaxResults: 2 })), "ValidationException 400");
    assert.equal(
      await refusal(list({ Filters: [{ Key: "Colour", Values: ["red"] }] })),
      "InvalidFilterKey 400",
    );
    assert.equal(
      await refusal(ssm(who).send(new StartSessionCommand({ Target: "i-0123456789abcdef0" }))),
      "UnknownOperationException 400",
    );
    test.sandbox.setFaults([{ action: "DescribeInstanceInformation", code: "Throttling" }]);
    assert.equal(await refusal(list()), "ThrottlingException 400");
  });
});
