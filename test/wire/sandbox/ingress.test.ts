import assert from "node:assert/strict";
import {
  AuthorizeCacheSecurityGroupIngressCommand,
  DeleteCacheSecurityGroupCommand,
  DescribeCacheSecurityGroupsCommand,
  type ElastiCacheClient,
  RevokeCacheSecurityGroupIngressCommand,
} from "@aws-sdk/client-elasticache";
import { refusal, sandboxForEach } from "./sandboxUnderTest";

const mygroup = { CacheSecurityGroupName: "mygroup" };
const ingress = { ...mygroup, EC2SecurityGroupName: "default", EC2SecurityGroupOwnerId: "565419523791" };
const authorize = (input = ingress) => new AuthorizeCacheSecurityGroupIngressCommand(input);
const revoke = (input = ingress) => new RevokeCacheSecurityGroupIngressCommand(input);

async function statuses(client: ElastiCacheClient): Promise<(string | undefined)[]> {
  const { CacheSecurityGroups } = await client.send(new DescribeCacheSecurityGroupsCommand(mygroup));
  return (CacheSecurityGroups?.[0]?.EC2SecurityGroups ?? []).map(({ Status }) => Status);
}

describe("a grant in the sandbox", () => {
  const test = sandboxForEach({ settleMs: 1500 });

  it("is authorizing for a moment, then authorized", async () => {
    const client = test.elasticache();
    const { CacheSecurityGroup } = await client.send(authorize());
    assert.deepEqual(CacheSecurityGroup, {
      OwnerId: "123456781234",
      CacheSecurityGroupName: "mygroup",
      Description: "My security group",
      EC2SecurityGroups: [
        { Status: "authorizing", EC2SecurityGroupName: "default", EC2SecurityGroupOwnerId: "565419523791" },
      ],
      ARN: "arn:aws:elasticache:us-west-2:123456781234:securitygroup:mygroup",
    });
    test.wait(1499);
    assert.deepEqual(await statuses(client), ["authorizing"]);
    test.wait(1);
    assert.deepEqual(await statuses(client), ["authorized"]);
  });

  it("is revoking for a moment, then gone", async () => {
    const client = test.elasticache();
    await client.send(authorize());
    test.wait(2000);
    const { CacheSecurityGroup } = await client.send(revoke());
    assert.equal(CacheSecurityGroup?.EC2SecurityGroups?.[0]?.Status, "revoking");
    test.wait(1500);
    assert.deepEqual(await statuses(client), []);
  });

  it("can be revoked while it is authorizing, and authorized again while it is revoking", async () => {
    const client = test.elasticache();
    await client.send(authorize());
    await client.send(revoke());
    assert.deepEqual(await statuses(client), ["revoking"]);
    assert.equal(await refusal(client.send(revoke())), "AuthorizationNotFound 404");
    await client.send(authorize());
    assert.deepEqual(await statuses(client), ["authorizing"]);
  });

  it("is refused a second time, with or without the owner's dashes", async () => {
    const client = test.elasticache();
    await client.send(authorize());
    const dashed = { ...ingress, EC2SecurityGroupOwnerId: "5654-1952-3791" };
    assert.equal(await refusal(client.send(authorize(dashed))), "AuthorizationAlreadyExists 400");
  });

  it("keeps its group from being deleted until it has settled", async () => {
    const client = test.elasticache();
    await client.send(authorize());
    const remove = () => client.send(new DeleteCacheSecurityGroupCommand(mygroup));
    assert.equal(await refusal(remove()), "InvalidCacheSecurityGroupState 400");
    test.wait(1500);
    assert.equal(await refusal(remove()), "accepted");
    assert.equal(await refusal(client.send(authorize())), "CacheSecurityGroupNotFound 404");
  });

  it("needs a name, and an owner of twelve digits", async () => {
    const client = test.elasticache();
    for (const EC2SecurityGroupOwnerId of ["", "12345678123", "AKIAIOSFODNN7EXAMPLE", "1234 5678 1234"]) {
      const wrong = { ...ingress, EC2SecurityGroupOwnerId };
      assert.equal(await refusal(client.send(authorize(wrong))), "InvalidParameterValue 400");
      assert.equal(await refusal(client.send(revoke(wrong))), "InvalidParameterValue 400");
    }
    const nameless = { ...ingress, EC2SecurityGroupName: "" };
    assert.equal(await refusal(client.send(authorize(nameless))), "InvalidParameterValue 400");
    assert.equal(await refusal(client.send(revoke())), "AuthorizationNotFound 404");
  });

  it("comes back with exactly the EC2 group name that was given", async () => {
    const client = test.elasticache();
    const names = [
      "--debug",
      "file:///etc/hostname",
      "  two  spaces ",
      "<&>\"'`$\\",
      "tab\there",
      "日本語 😀",
      "a\r\nb",
    ];
    for (const EC2SecurityGroupName of names) {
      await client.send(authorize({ ...ingress, EC2SecurityGroupName }));
    }
    const { CacheSecurityGroups } = await client.send(new DescribeCacheSecurityGroupsCommand(mygroup));
    const back = CacheSecurityGroups?.[0]?.EC2SecurityGroups?.map((grant) => grant.EC2SecurityGroupName);
    assert.deepEqual(back, names);
  });

  it("belongs to one account in one region", async () => {
    await test.elasticache().send(authorize());
    const elsewhere = test.elasticache({ region: "eu-west-1" });
    assert.equal(await refusal(elsewhere.send(revoke())), "CacheSecurityGroupNotFound 404");
    const partner = test.elasticache({ profile: "sandbox-partner" });
    assert.equal(await refusal(partner.send(revoke())), "CacheSecurityGroupNotFound 404");
  });
});
