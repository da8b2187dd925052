import assert from "node:assert/strict";
import { DescribeSecurityGroupsCommand, paginateDescribeSecurityGroups } from "@aws-sdk/client-ec2";
import { refusal, sandboxForEach } from "./sandboxUnderTest";

const describeGroups = (input = {}) => new DescribeSecurityGroupsCommand(input);

describe("the sandbox's EC2 security groups", () => {
  const test = sandboxForEach();

  it("are a Classic and a VPC one named default, and others", async () => {
    const { SecurityGroups = [] } = await test.ec2().send(describeGroups());
    const defaults = SecurityGroups.filter((group) => group.GroupName === "default");
    assert.deepEqual(
      defaults.map((group) => group.VpcId !== undefined),
      [false, true],
    );
    assert.ok(SecurityGroups.length > 2);
    for (const group of SecurityGroups) {
      assert.equal(group.OwnerId, "123456781234");
    }
  });

  it("can be filtered, wildcards and all", async () => {
    const names = async (Name: string, ...Values: string[]) =>
      (await test.ec2().send(describeGroups({ Filters: [{ Name, Values }] }))).SecurityGroups?.map(
        (group) => group.GroupName,
      );
    assert.deepEqual(await names("group-name", "api-*", "check?ut"), ["checkout", "api-gateway"]);
    assert.deepEqual(await names("group-name", "API-*"), []);
    const unknown = describeGroups({ Filters: [{ Name: "colour", Values: ["red"] }] });
    assert.equal(await refusal(test.ec2().send(unknown)), "InvalidParameterValue 400");
  });

  it("are not found, or malformed", async () => {
    const ask = (GroupId: string) => refusal(test.ec2().send(describeGroups({ GroupIds: [GroupId] })));
    assert.equal(await ask("sg-00000000000000000"), "InvalidGroup.NotFound 400");
    assert.equal(await ask("default"), "InvalidGroupId.Malformed 400");
  });

  it("come in pages of 5 to 1000", async () => {
    const client = test.ec2();
    const ids = new Set<string | undefined>();
    for await (const page of paginateDescribeSecurityGroups({ client, pageSize: 5 }, {})) {
      for (const group of page.SecurityGroups ?? []) {
        ids.add(group.GroupId);
      }
    }
    const { SecurityGroups = [] } = await client.send(describeGroups());
    assert.equal(ids.size, SecurityGroups.length);
    assert.equal(await refusal(client.send(describeGroups({ MaxResults: 4 }))), "InvalidParameterValue 400");
    assert.equal(
      await refusal(client.send(describeGroups({ NextToken: "x" }))),
      "InvalidPaginationToken 400",
    );
  });
});
