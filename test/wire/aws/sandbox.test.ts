import assert from "node:assert/strict";
import { createAws } from "../../../src/aws";
import type { AroundChange, AwsApi } from "../../../src/aws/api";
import { inMemoryProfile, withProfiles } from "../../../src/profiles/inMemoryProfiles";
import { type Sandbox, startSandbox } from "../../../src/sandbox";
import { failureIn, valueIn } from "./support/world";

const classic = { profile: "sandbox-classic", region: "us-west-2" };
const ingress = {
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: "default",
  ec2SecurityGroupOwnerId: "565419523791",
};
const none = { profiles: new Map(), ssoSessions: new Map(), services: new Map(), problems: [] };

describe("the AWS side against the sandbox", () => {
  let sandbox: Sandbox;
  let aws: AwsApi;
  let now = 0;

  beforeEach(async () => {
    now = 0;
    sandbox = await startSandbox({ clock: () => now });
    const profiles = sandbox.profiles.map(({ name, accessKeyId, secretAccessKey }) =>
      inMemoryProfile(name, "sandbox", {
        aws_access_key_id: accessKeyId,
        aws_secret_access_key: secretAccessKey,
        region: sandbox.region,
        endpoint_url: sandbox.endpoint,
      }),
    );
    const wrong = inMemoryProfile("wrong", "sandbox", {
      aws_access_key_id: sandbox.profiles[0]?.accessKeyId ?? "",
      aws_secret_access_key: "wrong-secret-wrong",
      endpoint_url: sandbox.endpoint,
    });
    const unknown = inMemoryProfile("unknown", "sandbox", {
      aws_access_key_id: "AKIANOBODY0000000000",
      aws_secret_access_key: "wrong-secret-wrong",
      endpoint_url: sandbox.endpoint,
    });
    aws = createAws({
      // What the user has set for other things must not lead the sandbox's profiles away from it.
      environment: { AWS_ENDPOINT_URL: "http://127.0.0.1:1", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" },
      home: "/nonexistent",
      config: async () => withProfiles(none, [...profiles, wrong, unknown]),
      requestTimeout: () => 5,
      processTimeout: () => 60,
      askMfaCode: async () => undefined,
      log: () => undefined,
    });
  });
  afterEach(async () => {
    aws.dispose();
    await sandbox.close();
  });

  it("tells of each request that changes something before it is sent, and of no look", async () => {
    const told: string[] = [];
    const around: AroundChange = (target, { action }, send) => {
      told.push(`${action} in ${target.region}, ${sandbox.requests.length} sent`);
      return send();
    };
    const telling = aws.withChanges(around);
    valueIn(await telling.listCacheSecurityGroups(classic));
    valueIn(await telling.authorizeIngress(classic, ingress));
    valueIn(await telling.describeCacheSecurityGroup(classic, "mygroup"));
    valueIn(await telling.createCacheSecurityGroup(classic, { name: "new", description: "why" }));
    assert.deepEqual(told, [
      "AuthorizeCacheSecurityGroupIngress in us-west-2, 1 sent",
      "CreateCacheSecurityGroup in us-west-2, 3 sent",
    ]);
  });

  it("knows who each profile is", async () => {
    const identity = valueIn(await aws.callerIdentity(classic));
    assert.equal(identity.accountId, "123456781234");
    assert.match(identity.arn, /^arn:aws:/);
  });

  it("grants, sees it settle, and revokes", async () => {
    const changed = valueIn(await aws.authorizeIngress(classic, ingress));
    assert.equal(changed.group.grants[0]?.status, "authorizing");
    assert.equal(failureIn(await aws.authorizeIngress(classic, ingress)).kind, "alreadyAuthorized");
    now += 60_000;
    const settled = valueIn(await aws.describeCacheSecurityGroup(classic, "MyGroup"));
    assert.deepEqual(settled.grants, [
      { ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791", status: "authorized" },
    ]);
    const revoked = valueIn(await aws.revokeIngress(classic, ingress));
    assert.equal(revoked.group.grants[0]?.status, "revoking");
    now += 60_000;
    assert.deepEqual(valueIn(await aws.describeCacheSecurityGroup(classic, "mygroup")).grants, []);
    assert.equal(failureIn(await aws.revokeIngress(classic, ingress)).kind, "notFound");
  });

  it("creates, lists and deletes groups", async () => {
    const made = valueIn(await aws.createCacheSecurityGroup(classic, { name: "Fresh", description: "New" }));
    assert.deepEqual([made.name, made.description, made.grants], ["fresh", "New", []]);
    const again = failureIn(
      await aws.createCacheSecurityGroup(classic, { name: "fresh", description: "New" }),
    );
    assert.equal(again.kind, "alreadyExists");
    assert.ok(valueIn(await aws.listCacheSecurityGroups(classic)).some(({ name }) => name === "fresh"));
    valueIn(await aws.deleteCacheSecurityGroup(classic, "fresh"));
    assert.equal(failureIn(await aws.deleteCacheSecurityGroup(classic, "fresh")).kind, "notFound");
    assert.equal(failureIn(await aws.describeCacheSecurityGroup(classic, "fresh")).kind, "notFound");
    assert.equal(failureIn(await aws.deleteCacheSecurityGroup(classic, "default")).kind, "invalidParameter");
  });

  it("names the field of a value that is refused", async () => {
    const failure = failureIn(
      await aws.authorizeIngress(classic, { ...ingress, ec2SecurityGroupOwnerId: "12345" }),
    );
    assert.deepEqual([failure.kind, failure.field], ["invalidParameter", "ec2SecurityGroupOwnerId"]);
  });

  it("is told by the VPC-only account that generation 1 has gone", async () => {
    const vpc = { profile: "sandbox-vpc", region: "us-west-2" };
    assert.equal(failureIn(await aws.listCacheSecurityGroups(vpc)).kind, "classicRetired");
    assert.ok(valueIn(await aws.listVpcGroups(vpc)).length > 0);
  });

  it("lists the EC2 groups of the account, with their VPC where they have one", async () => {
    const groups = valueIn(await aws.listVpcGroups(classic));
    assert.ok(
      groups.some(({ name, vpcId, ownerId }) => name === "default" && !vpcId && ownerId === "123456781234"),
    );
  });

  it("tells a wrong secret from an unknown key, and neither from a region that is not enabled", async () => {
    const wrong = failureIn(await aws.listCacheSecurityGroups({ profile: "wrong", region: "us-west-2" }));
    assert.match(wrong.message, /secret access key of profile wrong does not belong/);
    const unknown = failureIn(await aws.listCacheSecurityGroups({ profile: "unknown", region: "us-west-2" }));
    assert.equal(unknown.kind, "credentials");
    const ec2 = failureIn(await aws.listVpcGroups({ profile: "unknown", region: "us-west-2" }));
    assert.deepEqual([ec2.kind, ec2.code], ["credentials", "AuthFailure"]);
  });

  it("retries throttling and gives in after a while", async () => {
    sandbox.setFaults([{ action: "DescribeCacheSecurityGroups", code: "Throttling" }]);
    const failure = failureIn(await aws.listCacheSecurityGroups(classic));
    assert.equal(failure.kind, "throttled");
  });
});
