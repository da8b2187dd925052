import assert from "node:assert/strict";
import { call, rowAt, until, wholeTree } from "./rows";
import { useSandbox } from "./useSandbox";

const classic = { profile: "sandbox-classic", region: "us-west-2" };
const grant = {
  ...classic,
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const path = ["sandbox-classic", "us-west-2", "Cache security groups", "mygroup"] as const;

describe("Authorize Ingress by params", () => {
  const sandbox = useSandbox();

  it("shows the grant at once, authorizing, and authorized soon after by itself", async () => {
    await call("refresh", classic);
    const result = await call("authorizeIngress", grant);
    assert.ok(result.outcome === "done", JSON.stringify(result));
    assert.deepEqual(result.value, {
      CacheSecurityGroupName: "mygroup",
      Description: "My security group",
      OwnerId: "123456781234",
      ARN: "arn:aws:elasticache:us-west-2:123456781234:securitygroup:mygroup",
      EC2SecurityGroups: [
        { Status: "authorizing", EC2SecurityGroupName: "default", EC2SecurityGroupOwnerId: "565419523791" },
      ],
    });
    const rows = await until((all) => rowAt(all, ...path, "default") !== undefined, "the grant's row");
    assert.equal(rowAt(rows, ...path, "default")?.contextValue, "grant.authorizing");
    const later = await until(
      (all) => rowAt(all, ...path, "default")?.contextValue === "grant.authorized",
      "the check mark",
    );
    assert.match(rowAt(later, ...path, "default")?.description ?? "", /^authorized · 565419523791/);
    assert.equal(rowAt(later, ...path)?.description, "lets in 1 · My security group");
  });

  it("leaves a grant that is there already unchanged", async () => {
    const result = await call("authorizeIngress", grant);
    assert.equal(result.outcome, "unchanged");
  });

  it("takes the account number of the specification's own sample", async () => {
    const result = await call("authorizeIngress", { ...grant, ec2SecurityGroupOwnerId: "1234-5678-1234" });
    assert.equal(result.outcome, "done");
    const rows = await wholeTree();
    const owners = rowAt(rows, ...path)?.children?.map(({ description }) => description.split(" ")[2]);
    assert.deepEqual(owners?.sort(), ["123456781234", "565419523791"]);
  });

  for (const [field, value, kind] of [
    ["ec2SecurityGroupOwnerId", "12345678123", "invalidParameter"],
    ["ec2SecurityGroupOwnerId", "AKIAIOSFODNN7EXAMPLE", "invalidParameter"],
    ["ec2SecurityGroupOwnerId", 123456781234, "invalidParameter"],
    ["ec2SecurityGroupName", "", "invalidParameter"],
    ["cacheSecurityGroupName", "", "invalidParameter"],
    ["region", "us-west-2.example.com/", "invalidParameter"],
    ["profile", "nobody", "credentials"],
  ] as const) {
    it(`fails as ${kind} for ${field} ${JSON.stringify(value)}, and sends nothing`, async () => {
      const before = sandbox().requests.length;
      const result = await call("authorizeIngress", { ...grant, [field]: value });
      assert.ok(result.outcome === "failed", JSON.stringify(result));
      assert.equal(result.failure.kind, kind);
      assert.equal(sandbox().requests.length, before);
    });
  }

  it("takes the row of a group that is gone away", async () => {
    await call("createCacheSecurityGroup", {
      ...classic,
      cacheSecurityGroupName: "shortlived",
      description: "d",
    });
    const group = ["sandbox-classic", "us-west-2", "Cache security groups", "shortlived"] as const;
    assert.ok(rowAt(await wholeTree(), ...group));
    await deleteBehindItsBack("shortlived");
    const result = await call("authorizeIngress", { ...grant, cacheSecurityGroupName: "shortlived" });
    assert.ok(result.outcome === "failed" && result.failure.kind === "notFound", JSON.stringify(result));
    await until((rows) => rowAt(rows, ...group) === undefined, "the end of the row");
  });

  it("says in its section why an account refuses, and leaves the others alone", async () => {
    const rows = await wholeTree();
    const refused = rowAt(rows, "sandbox-vpc", "us-west-2", "Cache security groups");
    assert.equal(refused?.contextValue, "cacheSecurityGroups.unavailable");
    assert.equal(refused?.children?.[0]?.contextValue, "failure.classicRetired");
    assert.ok(rowAt(rows, ...path));
    assert.equal(rowAt(rows, "sandbox-vpc")?.description, "111122223333 · 1 open");
    assert.equal(rowAt(rows, "sandbox-partner")?.description, "565419523791");
  });

  /** Through another profile's eyes: the same request as anybody else's client would send. */
  async function deleteBehindItsBack(name: string): Promise<void> {
    const { ElastiCacheClient, DeleteCacheSecurityGroupCommand } = await import(
      "@aws-sdk/client-elasticache"
    );
    const owner = sandbox().profiles.find((profile) => profile.name === classic.profile);
    assert.ok(owner);
    const client = new ElastiCacheClient({
      region: classic.region,
      endpoint: sandbox().endpoint,
      credentials: { accessKeyId: owner.accessKeyId, secretAccessKey: owner.secretAccessKey },
    });
    await client.send(new DeleteCacheSecurityGroupCommand({ CacheSecurityGroupName: name }));
    client.destroy();
  }
});
