import assert from "node:assert/strict";
import {
  CreateCacheSecurityGroupCommand,
  DeleteCacheSecurityGroupCommand,
  DescribeCacheSecurityGroupsCommand,
  paginateDescribeCacheSecurityGroups,
} from "@aws-sdk/client-elasticache";
import { refusal, sandboxForEach } from "./sandboxUnderTest";

const create = (CacheSecurityGroupName: string, more = {}) =>
  new CreateCacheSecurityGroupCommand({ CacheSecurityGroupName, Description: "Made by a test", ...more });
const describeGroups = (input = {}) => new DescribeCacheSecurityGroupsCommand(input);
const remove = (CacheSecurityGroupName: string) =>
  new DeleteCacheSecurityGroupCommand({ CacheSecurityGroupName });

describe("the sandbox's cache security groups", () => {
  const test = sandboxForEach();

  it("begin with the demo data at home, and with default everywhere", async () => {
    const names = async (who: { region?: string; profile?: string }) =>
      (await test.elasticache(who).send(describeGroups())).CacheSecurityGroups?.map(
        (group) => group.CacheSecurityGroupName,
      );
    assert.deepEqual(await names({}), ["default", "mygroup", "rate-limit", "sessions"]);
    assert.deepEqual(await names({ region: "eu-north-1" }), ["default"]);
    assert.deepEqual(await names({ profile: "sandbox-partner" }), ["default", "feed"]);
  });

  it("are stored in lower case and found in any", async () => {
    const client = test.elasticache();
    const { CacheSecurityGroup } = await client.send(create("My-Sec-Grp"));
    assert.equal(CacheSecurityGroup?.CacheSecurityGroupName, "my-sec-grp");
    assert.equal(await refusal(client.send(create("MY-SEC-GRP"))), "CacheSecurityGroupAlreadyExists 400");
    assert.equal(
      await refusal(client.send(describeGroups({ CacheSecurityGroupName: "MY-sec-GRP" }))),
      "accepted",
    );
    assert.equal(await refusal(client.send(remove("my-SEC-grp"))), "accepted");
    assert.equal(await refusal(client.send(remove("my-sec-grp"))), "CacheSecurityGroupNotFound 404");
  });

  it("have names of at most 255 letters, digits and hyphens, and not Default", async () => {
    const client = test.elasticache();
    for (const name of ["Default", "a".repeat(256), "a_b", "a b", "naïve", " "]) {
      assert.equal(await refusal(client.send(create(name))), "InvalidParameterValue 400", name);
    }
    assert.equal(await refusal(client.send(create("a", { Description: "" }))), "InvalidParameterValue 400");
    assert.equal(await refusal(client.send(create("a".repeat(255)))), "accepted");
  });

  it("take up to 50 tags", async () => {
    const client = test.elasticache();
    const tags = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ Key: `k${index}`, Value: "" }));
    assert.equal(
      await refusal(client.send(create("a", { Tags: tags(51) }))),
      "TagQuotaPerResourceExceeded 400",
    );
    assert.equal(
      await refusal(client.send(create("a", { Tags: [{ Value: "v" }] }))),
      "InvalidParameterValue 400",
    );
    assert.equal(await refusal(client.send(create("a", { Tags: tags(50) }))), "accepted");
  });

  it("number 50 a region at most", async () => {
    const client = test.elasticache({ region: "eu-west-1" });
    for (let number = 1; number < 50; number++) {
      await client.send(create(`group-${number}`));
    }
    assert.equal(await refusal(client.send(create("one-more"))), "QuotaExceeded.CacheSecurityGroup 400");
  });

  it("cannot be deleted while in use, and default never", async () => {
    const client = test.elasticache();
    assert.equal(await refusal(client.send(remove("sessions"))), "InvalidCacheSecurityGroupState 400");
    assert.equal(await refusal(client.send(remove("default"))), "InvalidParameterValue 400");
  });

  it("are refused to an account without EC2-Classic, in AWS's words", async () => {
    const client = test.elasticache({ profile: "sandbox-vpc" });
    await assert.rejects(client.send(describeGroups()), {
      Code: "InvalidParameterValue",
      message: "Use of cache security groups is not permitted in this API version for your account.",
    });
    assert.equal(await refusal(client.send(create("a"))), "InvalidParameterValue 400");
  });

  it("carry the partition of their region in the ARN", async () => {
    const arn = async (region: string) =>
      (await test.elasticache({ region }).send(describeGroups())).CacheSecurityGroups?.[0]?.ARN;
    assert.equal(
      await arn("cn-north-1"),
      "arn:aws-cn:elasticache:cn-north-1:123456781234:securitygroup:default",
    );
    assert.match((await arn("us-gov-west-1")) ?? "", /^arn:aws-us-gov:/);
  });
});

describe("the sandbox's groups of so many grants", () => {
  const test = sandboxForEach({ data: { scale: 30, grants: 20 } });

  it("have each of them once", async () => {
    const { CacheSecurityGroups = [] } = await test.elasticache().send(describeGroups({ MaxRecords: 100 }));
    const others = CacheSecurityGroups.filter(({ CacheSecurityGroupName: name }) =>
      name?.startsWith("group-"),
    );
    assert.equal(others.length, 28);
    for (const { EC2SecurityGroups = [] } of others) {
      const grants = EC2SecurityGroups.map((grant) => grant.EC2SecurityGroupName);
      assert.deepEqual([grants.length, new Set(grants).size], [20, 20]);
    }
  });
});

describe("the sandbox's pages", () => {
  const test = sandboxForEach({ data: { scale: 250 } });

  it("hold 250 groups in all, each once", async () => {
    const names = new Set<string | undefined>();
    const sizes: number[] = [];
    for await (const page of paginateDescribeCacheSecurityGroups({ client: test.elasticache() }, {})) {
      sizes.push(page.CacheSecurityGroups?.length ?? 0);
      for (const group of page.CacheSecurityGroups ?? []) {
        names.add(group.CacheSecurityGroupName);
      }
    }
    assert.deepEqual(sizes, [100, 100, 50]);
    assert.equal(names.size, 250);
    assert.ok(names.has("default") && names.has("mygroup"));
  });

  it("stay right when the group at the seam is deleted", async () => {
    const client = test.elasticache();
    const first = await client.send(describeGroups({ MaxRecords: 20 }));
    await client.send(remove(first.CacheSecurityGroups?.at(-1)?.CacheSecurityGroupName ?? ""));
    const second = await client.send(describeGroups({ MaxRecords: 20, Marker: first.Marker }));
    assert.equal(second.CacheSecurityGroups?.[0]?.CacheSecurityGroupName, "group-022");
  });

  it("have 20 to 100 records and a marker of the sandbox's own", async () => {
    const client = test.elasticache();
    for (const MaxRecords of [19, 101, -1]) {
      assert.equal(await refusal(client.send(describeGroups({ MaxRecords }))), "InvalidParameterValue 400");
    }
    assert.equal(
      await refusal(client.send(describeGroups({ Marker: "rubbish" }))),
      "InvalidParameterValue 400",
    );
  });

  it("leave room to create more", async () => {
    assert.equal(await refusal(test.elasticache().send(create("one-more"))), "accepted");
  });
});

describe("an empty sandbox", () => {
  const test = sandboxForEach({ data: "empty" });

  it("has the same accounts and only the default group", async () => {
    const { CacheSecurityGroups } = await test.elasticache().send(describeGroups());
    assert.deepEqual(
      CacheSecurityGroups?.map((group) => group.CacheSecurityGroupName),
      ["default"],
    );
  });
});
