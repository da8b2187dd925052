import assert from "node:assert/strict";
import { createAws } from "../../../src/aws";
import type { AwsApi } from "../../../src/aws/api";
import * as commands from "../../../src/aws/schedules";
import { type RevokeSchedule, scheduleDifferences } from "../../../src/core/expiry/schedule";
import { ruleEndRequests } from "../../../src/core/requests/ruleEnds";
import { scheduleRequests } from "../../../src/core/requests/schedules";
import { inMemoryProfile, withProfiles } from "../../../src/profiles/inMemoryProfiles";
import { type Sandbox, startSandbox } from "../../../src/sandbox";
import { failureIn, valueIn } from "./support/world";

const vpc = { profile: "sandbox-vpc", region: "us-west-2" };
const none = { profiles: new Map(), ssoSessions: new Map(), services: new Map(), problems: [] };

describe("schedules and tags, by the AWS side", () => {
  let sandbox: Sandbox;
  let aws: AwsApi;

  beforeEach(async () => {
    sandbox = await startSandbox();
    const profiles = sandbox.profiles.map(({ name, accessKeyId, secretAccessKey }) =>
      inMemoryProfile(name, "sandbox", {
        aws_access_key_id: accessKeyId,
        aws_secret_access_key: secretAccessKey,
        endpoint_url: sandbox.endpoint,
      }),
    );
    aws = createAws({
      environment: {},
      home: "/nonexistent",
      config: async () => withProfiles(none, profiles),
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

  function schedule(given: Partial<RevokeSchedule> = {}): RevokeSchedule {
    return {
      name: "elasticache-access-1",
      at: sandbox.now() + 60_000,
      groupId: "sg-0123456789abcdef0",
      ruleIds: ["sgr-0123456789abcdef0"],
      roleArn: "arn:aws:iam::111122223333:role/expiry",
      ...given,
    };
  }
  const create = (given?: Partial<RevokeSchedule>, token = "token") => {
    const request = scheduleRequests.create(schedule(given), vpc.region, token);
    return aws.expiring(vpc, request, commands.createSchedule(request.input));
  };
  const createGroup = () => {
    const request = scheduleRequests.createGroup();
    return aws.expiring(vpc, request, commands.createScheduleGroup(request.input));
  };
  const get = () => {
    const request = scheduleRequests.get("elasticache-access-1");
    return aws.expiring(vpc, request, commands.getSchedule(request.input));
  };
  const remove = () => {
    const request = scheduleRequests.remove("elasticache-access-1");
    return aws.expiring(vpc, request, commands.deleteSchedule(request.input));
  };

  it("are made, read back, moved and deleted", async () => {
    assert.equal(failureIn(await create()).kind, "notFound");
    valueIn(await createGroup());
    // A schedule's moment is in whole seconds: both are of the same one.
    const { at } = schedule();
    valueIn(await create({ at }));
    const meant = scheduleRequests.create(schedule({ at }), vpc.region, "token").input;
    assert.deepEqual(scheduleDifferences(meant, valueIn(await get())), []);
    const later = scheduleRequests.update(schedule({ at: sandbox.now() + 120_000 }), vpc.region, "other");
    valueIn(await aws.expiring(vpc, later, commands.updateSchedule(later.input)));
    assert.deepEqual(scheduleDifferences(later.input, valueIn(await get())), []);
    valueIn(await remove());
    const gone = failureIn(await get());
    assert.equal(gone.kind, "notFound");
    assert.match(gone.message, /no schedule elasticache-access-1 in us-west-2/);
  });

  it("name what is not permitted: the request, or to pass the role on", async () => {
    valueIn(await createGroup());
    sandbox.setFaults([{ action: "PassRole", code: "AccessDenied" }]);
    assert.equal(failureIn(await create()).action, "iam:PassRole");
    sandbox.setFaults([{ action: "CreateSchedule", code: "AccessDenied" }]);
    assert.equal(failureIn(await create()).action, "scheduler:CreateSchedule");
  });

  it("are made once where the answer was lost", async () => {
    valueIn(await createGroup());
    sandbox.setFaults([{ action: "CreateSchedule", code: "@lost", times: 1 }]);
    valueIn(await create());
    sandbox.setFaults([{ action: "CreateSchedule", code: "@lost" }]);
    assert.equal(failureIn(await create({ name: "elasticache-access-2" })).inDoubt, true);
  });

  it("take no web page and no empty answer for success, but of a deletion that the service answered", async () => {
    valueIn(await createGroup());
    valueIn(await create());
    for (const code of ["@html", "@empty"]) {
      sandbox.setFaults([{ action: "*", code }]);
      for (const answer of [await create({ name: "other" }), await get(), await remove()]) {
        assert.equal(failureIn(answer).kind, "protocol", code);
      }
    }
  });

  it("say the time by AWS's clock, whatever this machine's says", async () => {
    const ahead = () => aws.now(vpc) - Date.now();
    assert.equal(ahead(), 0);
    sandbox.advance(3 * 3_600_000);
    valueIn(await aws.callerIdentity(vpc));
    assert.ok(Math.abs(ahead() - 3 * 3_600_000) < 2_000, String(ahead()));
  });

  it("tag rules and take tags away, and find what is tagged in one request", async () => {
    const [group] = valueIn(await aws.listVpcGroups(vpc));
    const groupId = group?.id ?? assert.fail();
    const rules = [
      { source: { kind: "cidrIp", cidr: "192.0.2.0/24" }, protocol: "tcp", fromPort: 1, toPort: 1 },
    ] as const;
    const made =
      valueIn(await aws.authorizeVpcIngress(vpc, { groupId, rules })).rules[0]?.id ?? assert.fail();
    const tags = { "elasticache-access:expires": "2026-11-25T18:30:00.000Z" };
    const tag = ruleEndRequests.tag({ groupId, ruleIds: [made], tags });
    valueIn(await aws.expiring(vpc, tag, commands.createTags(tag.input)));
    const asked = sandbox.requests.length;
    const [found, ...others] = valueIn(await aws.describeExpiringRules(vpc));
    assert.equal(sandbox.requests.length, asked + 1);
    assert.equal(others.length, 0);
    assert.deepEqual([found?.id, found?.tags], [made, tags]);
    assert.deepEqual(valueIn(await aws.describeVpcRule(vpc, made)), [found]);
    assert.deepEqual(valueIn(await aws.describeVpcRule(vpc, "sgr-0123456789abcdef0")), []);
    const untag = ruleEndRequests.untag({ groupId, ruleIds: [made], keys: Object.keys(tags) });
    valueIn(await aws.expiring(vpc, untag, commands.deleteTags(untag.input)));
    assert.deepEqual(valueIn(await aws.describeExpiringRules(vpc)), []);
  });
});
