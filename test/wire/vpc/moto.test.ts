import assert from "node:assert/strict";
import { CreateSecurityGroupCommand, EC2Client } from "@aws-sdk/client-ec2";
import { createAws } from "../../../src/aws";
import type { AwsApi } from "../../../src/aws/api";
import type { RuleContent } from "../../../src/core/rules/rule";
import { trafficOf } from "../../../src/core/rules/traffic";
import type { VpcSecurityGroup } from "../../../src/core/rules/vpcSecurityGroup";
import { inMemoryProfile, withProfiles } from "../../../src/profiles/inMemoryProfiles";
import { failureIn, valueIn } from "../aws/support/world";
import { type MotoServer, startMoto } from "./motoServer";

const target = { profile: "moto", region: "us-west-2" };
const keys = { accessKeyId: "testing", secretAccessKey: "testing" };
const tcp6379 = trafficOf("tcp", 6379, 6379);
const office: RuleContent = { source: { kind: "cidrIp", cidr: "192.0.2.0/24" }, ...tcp6379 };

// Skipped where Python has no moto.
describe("VPC security groups of an independent implementation (moto)", () => {
  let moto: MotoServer | undefined;
  let aws: AwsApi;
  let groupId: string;

  before(async function () {
    moto = await startMoto();
    if (!moto) {
      return this.skip();
    }
    const { endpoint } = moto;
    const profile = inMemoryProfile(target.profile, "sandbox", {
      region: target.region,
      endpoint_url: endpoint,
      aws_access_key_id: keys.accessKeyId,
      aws_secret_access_key: keys.secretAccessKey,
    });
    const none = { profiles: new Map(), ssoSessions: new Map(), services: new Map(), problems: [] };
    aws = createAws({
      environment: {},
      home: "/nonexistent",
      config: async () => withProfiles(none, [profile]),
      requestTimeout: () => 20,
      processTimeout: () => 60,
      askMfaCode: async () => undefined,
      log: () => undefined,
    });
    const client = new EC2Client({ region: target.region, endpoint, credentials: keys });
    const made = await client.send(
      new CreateSecurityGroupCommand({ GroupName: "cache", Description: "Cache" }),
    );
    client.destroy();
    groupId = made.GroupId ?? "";
  });
  after(() => {
    aws?.dispose();
    moto?.close();
  });

  it("tells whose account it is", async () => {
    assert.match(valueIn(await aws.callerIdentity(target)).accountId, /^\d{12}$/);
  });

  it("lists groups, all and by id", async () => {
    const all: VpcSecurityGroup[] = [];
    valueIn(await aws.listVpcGroups(target, (page) => all.push(...page)));
    assert.ok(all.some(({ id, name }) => id === groupId && name === "cache"));
    assert.ok(all.some(({ name }) => name === "default"));
    const [one, ...others] = valueIn(await aws.describeVpcGroups(target, [groupId]));
    assert.equal(one?.name, "cache");
    assert.match(one?.vpcId ?? "", /^vpc-/);
    assert.deepEqual(others, []);
  });

  it("answers a dry run, makes a rule, refuses it again, and revokes it by id", async () => {
    const ingress = { groupId, rules: [office] };
    valueIn(await aws.dryRunAuthorizeVpcIngress(target, ingress));
    assert.deepEqual(valueIn(await aws.describeVpcRules(target, [groupId])), []);
    const { rules } = valueIn(await aws.authorizeVpcIngress(target, ingress));
    assert.equal(rules.length, 1);
    const [rule] = rules;
    assert.deepEqual({ ...rule, id: "", tags: {} }, { ...office, id: "", groupId, tags: {} });
    assert.equal(failureIn(await aws.authorizeVpcIngress(target, ingress)).kind, "alreadyAuthorized");
    const listed = valueIn(await aws.describeVpcRules(target, [groupId]));
    assert.deepEqual(
      listed.map(({ id }) => id),
      [rule?.id],
    );
    assert.equal(valueIn(await aws.describeVpcPermissions(target, [groupId])).length, 1);
    const ruleId = rule?.id ?? "";
    valueIn(await aws.revokeVpcIngress(target, { groupId, ruleId }));
    assert.deepEqual(valueIn(await aws.describeVpcRules(target, [groupId])), []);
    assert.equal(failureIn(await aws.revokeVpcIngress(target, { groupId, ruleId })).kind, "notFound");
  });

  it("lets in a group of the same account", async () => {
    const source = { kind: "securityGroup", groupId } as const;
    const { rules } = valueIn(
      await aws.authorizeVpcIngress(target, { groupId, rules: [{ source, ...tcp6379 }] }),
    );
    assert.equal(rules[0]?.source.kind, "securityGroup");
    const { counts } = valueIn(await aws.describeInterfaceCounts(target, [groupId]));
    assert.equal(counts.get(groupId), 0);
  });

  it("says that a group is missing", async () => {
    const ingress = { groupId: "sg-00000000000000000", rules: [office] };
    assert.equal(failureIn(await aws.authorizeVpcIngress(target, ingress)).kind, "notFound");
  });
});
