import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  AuthorizeSecurityGroupIngressCommand,
  CreateTagsCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  RevokeSecurityGroupIngressCommand,
} from "@aws-sdk/client-ec2";
import fc from "fast-check";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { revokeIngress } from "../../../src/commands/revokeIngress";
import { CommandWorld } from "../../support/commandWorld";
import { until } from "../../support/until";
import { modifyRule } from "../changes/contractCases";
import {
  classic,
  expiryIn,
  grant,
  hour,
  minute,
  Observer,
  pagesGroup,
  SweepWindow,
  started,
  vpc,
} from "./endsWorld";

const cidrIp = "192.0.2.0/24";

describe("the sweep", () => {
  let world: CommandWorld;
  let observer: Observer;
  let window: SweepWindow;

  async function begin(expiryRoles?: Readonly<Record<string, string>>): Promise<void> {
    world = await started(expiryRoles);
    observer = new Observer(world);
    window = new SweepWindow(world);
  }
  afterEach(async () => {
    window.sweep.dispose();
    observer.close();
    await world.close();
  });
  const authorize = async (params: object = {}) =>
    expiryIn(
      await world.run(authorizeVpcIngress, {
        ...vpc,
        securityGroupId: await pagesGroup(world),
        cidrIp,
        expires: "PT1H",
        ...params,
      }),
    );
  const there = async () => Object.keys(await observer.rulesFrom(cidrIp));
  const revokes = () => world.changes().filter((action) => action.startsWith("Revoke")).length;

  it("asks nothing where nothing is known to end", async () => {
    await begin();
    await window.sweep.begin();
    assert.deepEqual(world.sandbox.requests, []);
    const wait = window.wait ?? 0;
    assert.ok(wait > hour - minute && wait <= hour, `it wakes in an hour: ${wait}`);
  });

  it("asks nothing of what is over before the extension is first used in a window, and wakes for none of it", async () => {
    await begin();
    await authorize();
    world.sandbox.advance(2 * hour);
    const unused = new SweepWindow(world);
    await world.services.expiry.refresh();
    assert.equal(world.services.expiry.remembered().length, 1);
    assert.deepEqual([revokes(), unused.wait], [0, undefined]);
    await unused.sweep.begin();
    assert.deepEqual(await there(), []);
    unused.sweep.dispose();
  });

  it("revokes what has expired by then, says so, and that connections live on", async () => {
    await begin();
    await authorize();
    world.sandbox.advance(hour - minute);
    await window.sweep.begin();
    assert.equal((await there()).length, 1);
    assert.ok((window.wait ?? 0) <= 2 * minute, `it wakes at the end: ${window.wait}`);
    world.sandbox.advance(2 * minute);
    await world.services.state.vpc.refresh(vpc);
    await window.sweep.run();
    assert.deepEqual(await there(), []);
    assert.match(
      window.said.join("\n"),
      /192\.0\.2\.0\/24.*has expired.*Connections that are open stay open/,
    );
    const last = (await world.history()).at(-1);
    assert.deepEqual([last?.action, last?.outcome], ["RevokeSecurityGroupIngress", "done"]);
    await window.sweep.run();
    assert.equal(revokes(), 1);
    assert.deepEqual(world.services.expiry.remembered(), []);
  });

  it("does what a schedule has failed to do, and says whose work it was", async () => {
    await begin({ "sandbox-vpc": "expiry" });
    await authorize();
    world.sandbox.setFaults([{ action: "FireSchedule", code: "AccessDenied" }]);
    world.sandbox.advance(hour + minute);
    await window.sweep.begin();
    assert.equal((await there()).length, 1, "the schedule has its time");
    world.sandbox.advance(5 * minute);
    await world.services.state.vpc.refresh(vpc);
    await window.sweep.run();
    assert.deepEqual(await there(), []);
    assert.match(window.said.join("\n"), /EventBridge Scheduler had not revoked it/);
  });

  it("forgets what a schedule has done, and tidies one whose rule is gone", async () => {
    await begin({ "sandbox-vpc": "expiry" });
    const { ruleIds } = await authorize();
    await observer.ec2.send(
      new RevokeSecurityGroupIngressCommand({
        GroupId: await pagesGroup(world),
        SecurityGroupRuleIds: [...(ruleIds ?? [])],
      }),
    );
    assert.equal((await observer.schedules()).length, 1);
    await window.sweep.begin();
    assert.deepEqual(await observer.schedules(), []);
    assert.deepEqual(world.services.expiry.remembered(), []);
    await authorize();
    world.sandbox.advance(2 * hour);
    await new SweepWindow(world).sweep.begin();
    assert.deepEqual(world.services.expiry.remembered(), []);
    assert.deepEqual(window.said, []);
  });

  it("revokes by this window's own knowledge what could not be tagged, and no other window does", async () => {
    await begin();
    world.sandbox.setFaults([{ action: "CreateTags", code: "UnauthorizedOperation" }]);
    await authorize();
    world.sandbox.advance(2 * hour);
    const other = CommandWorld.at(world.sandbox, world.sandbox.endpoint, world.folder);
    const otherWindow = new SweepWindow(other);
    await otherWindow.sweep.begin();
    assert.equal((await there()).length, 1);
    await window.sweep.begin();
    assert.deepEqual(await there(), []);
    otherWindow.sweep.dispose();
    await other.close();
  });

  it("is another window's, also of another machine that knows the tags alone", async () => {
    await begin();
    await authorize();
    world.sandbox.advance(2 * hour);
    const folder = mkdtempSync(path.join(tmpdir(), "elsewhere-"));
    const other = CommandWorld.at(world.sandbox, world.sandbox.endpoint, folder);
    const otherWindow = new SweepWindow(other);
    await otherWindow.sweep.begin();
    assert.equal((await there()).length, 1, "nothing is known there yet");
    await other.services.state.vpc.load(vpc);
    await otherWindow.sweep.run();
    assert.deepEqual(await there(), []);
    otherWindow.sweep.dispose();
    await other.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("revokes once, where two windows wake at the same moment", async () => {
    await begin();
    for (const port of [1, 2, 3]) {
      await authorize({ fromPort: port, toPort: port });
    }
    world.sandbox.advance(2 * hour);
    const other = CommandWorld.at(world.sandbox, world.sandbox.endpoint, world.folder);
    const otherWindow = new SweepWindow(other);
    await Promise.all([window.sweep.begin(), otherWindow.sweep.begin()]);
    assert.deepEqual(await there(), []);
    assert.equal(revokes(), 3);
    otherWindow.sweep.dispose();
    await other.close();
  });

  it("lets the guards hold, and says once that it is still there", async () => {
    await begin();
    await authorize();
    world.sandbox.advance(2 * hour);
    for (const settings of [{ readOnly: true }, { readOnly: false, protectedProfiles: ["sandbox-*"] }]) {
      world.settings = { ...world.settings, ...settings };
      const guarded = new SweepWindow(world);
      await guarded.sweep.begin();
      await guarded.sweep.run();
      assert.equal(guarded.said.filter((text) => /expired and is still there/.test(text)).length, 1);
      guarded.sweep.dispose();
    }
    assert.equal((await there()).length, 1);
    assert.equal(revokes(), 0);
  });

  it("tells what it could not do", async () => {
    await begin();
    await authorize();
    world.sandbox.advance(2 * hour);
    world.sandbox.setFaults([{ action: "RevokeSecurityGroupIngress", code: "UnauthorizedOperation" }]);
    await window.sweep.begin();
    assert.match(window.said.join("\n"), /may not do ec2:RevokeSecurityGroupIngress/);
    const late = new SweepWindow(world);
    world.sandbox.setFaults([{ action: "DescribeSecurityGroupRules", code: "UnauthorizedOperation" }]);
    await late.sweep.begin();
    assert.match(
      late.said.join("\n"),
      /1 grant of sandbox-vpc in us-west-2 expired and is still there, or may be/,
    );
    late.sweep.dispose();
  });

  it("leaves alone what was changed under its id, and what somebody made with the same tags", async () => {
    await begin();
    const first = await authorize();
    const groupId = await pagesGroup(world);
    await modifyRule(world, groupId, first.ruleIds?.[0] ?? "", "198.51.100.0/24");
    await authorize({ fromPort: 7, toPort: 7 });
    await observer.ec2.send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId: groupId,
        IpPermissions: [{ IpProtocol: "tcp", FromPort: 8, ToPort: 8, IpRanges: [{ CidrIp: cidrIp }] }],
        TagSpecifications: [
          {
            ResourceType: "security-group-rule",
            Tags: [
              { Key: "elasticache-access:expires", Value: first.at },
              { Key: "elasticache-access:by", Value: "sweep" },
            ],
          },
        ],
      }),
    );
    world.sandbox.advance(2 * hour);
    await window.sweep.begin();
    assert.equal(Object.keys(await observer.rulesFrom("198.51.100.0/24")).length, 1);
    assert.equal((await there()).length, 1);
    assert.equal(revokes(), 1);
    assert.match(window.said.join("\n"), /was changed since it was made/);
    assert.match(window.said.join("\n"), /was made by somebody else/);
  });

  it("goes by the time that somebody has given a rule since", async () => {
    await begin();
    const { ruleIds } = await authorize();
    const later = new Date(world.sandbox.now() + 5 * hour).toISOString();
    await observer.ec2.send(
      new CreateTagsCommand({
        Resources: [...(ruleIds ?? [])],
        Tags: [{ Key: "elasticache-access:expires", Value: later }],
      }),
    );
    world.sandbox.advance(2 * hour);
    await window.sweep.begin();
    assert.equal((await there()).length, 1);
  });

  it("never revokes a rule that it did not make", async () => {
    await begin();
    const groupId = await pagesGroup(world);
    const steps = fc.array(fc.constantFrom("ours", "theirs", "revoked", "remade", "hour", "sweep"), {
      minLength: 3,
      maxLength: 12,
    });
    let port = 100;
    await fc.assert(
      fc.asyncProperty(steps, async (doings) => {
        const theirs = new Set<string>();
        const ours: { readonly id: string; readonly port: number }[] = [];
        const foreign = async (at: number) => {
          const { SecurityGroupRules = [] } = await observer.ec2.send(
            new AuthorizeSecurityGroupIngressCommand({
              GroupId: groupId,
              IpPermissions: [
                { IpProtocol: "tcp", FromPort: at, ToPort: at, IpRanges: [{ CidrIp: cidrIp }] },
              ],
            }),
          );
          theirs.add(SecurityGroupRules[0]?.SecurityGroupRuleId ?? "");
        };
        for (const doing of [...doings, "hour", "hour", "sweep"]) {
          const [oldest] = ours;
          switch (doing) {
            case "ours":
              port += 1;
              ours.push({ id: (await authorize({ fromPort: port, toPort: port })).ruleIds?.[0] ?? "", port });
              break;
            case "theirs":
              port += 1;
              await foreign(port);
              break;
            case "revoked":
            case "remade":
              if (oldest && (await there()).includes(oldest.id)) {
                const input = { GroupId: groupId, SecurityGroupRuleIds: [oldest.id] };
                await observer.ec2.send(new RevokeSecurityGroupIngressCommand(input));
                ours.shift();
                if (doing === "remade") {
                  await foreign(oldest.port);
                }
              }
              break;
            case "hour":
              world.sandbox.advance(hour);
              await world.services.state.vpc.refresh(vpc);
              break;
            default:
              await window.sweep.run();
          }
        }
        await window.sweep.run();
        assert.deepEqual([...(await there())].sort(), [...theirs].sort());
        for (const id of theirs) {
          await observer.ec2.send(
            new RevokeSecurityGroupIngressCommand({ GroupId: groupId, SecurityGroupRuleIds: [id] }),
          );
        }
      }),
      { numRuns: 15 },
    );
  });

  it("revokes grants that this machine remembers, and forgets those that a read shows gone", async () => {
    await begin();
    await world.run(authorizeIngress, { ...grant, expires: "PT1H" });
    await world.run(authorizeIngress, { ...grant, ec2SecurityGroupName: "web", expires: "PT1H" });
    const { groups } = world.services.state;
    await groups.refresh(classic);
    await world.services.follower.whenSettled(grant, grant);
    // By somebody else's hand, in another window of another machine.
    const aws = await world.services.aws();
    const web = { ...grant, ec2SecurityGroupName: "web" };
    await world.services.follower.whenSettled(web, web);
    await aws.revokeIngress(classic, web);
    await until(async () => {
      await groups.refresh(classic);
      return world.services.expiry.remembered().length === 1;
    }, "it is forgotten");
    await world.services.follower.whenSettled(web, web);
    await until(async () => (await aws.authorizeIngress(classic, web)).ok, "somebody makes it again");
    world.sandbox.advance(2 * hour);
    await window.sweep.run();
    await world.services.follower.whenSettled(grant, grant);
    await groups.refresh(classic);
    const names = groups.find(classic, "mygroup")?.grants.map(({ ec2SecurityGroupName: name }) => name);
    assert.deepEqual(names, ["web"]);
    assert.match(window.said.join("\n"), /default of account 565419523791 has expired in mygroup/);
    assert.deepEqual(world.services.expiry.remembered(), []);
  });

  it("knows in a window to come what was granted in one that is gone, and leaves another account's alone", async () => {
    await begin();
    await world.run(authorizeIngress, { ...grant, expires: "PT1H" });
    const [entry] = world.services.expiry.remembered();
    assert.ok(entry?.kind === "grant");
    world.sandbox.advance(2 * hour);
    const next = CommandWorld.at(world.sandbox, world.sandbox.endpoint, world.folder);
    await next.services.expiry.remember({ ...entry, accountId: "999999999999" });
    const nextWindow = new SweepWindow(next);
    await nextWindow.sweep.begin();
    assert.equal(revokes(), 0);
    await next.services.expiry.remember(entry);
    nextWindow.sweep.dispose();
    const last = new SweepWindow(next);
    await last.sweep.begin();
    assert.equal(revokes(), 1);
    last.sweep.dispose();
    await next.close();
  });

  it("revokes by hand no grant whose answer was lost when its window was killed: whose it is, is not known", async () => {
    await begin();
    await world.run(authorizeIngress, { ...grant, expires: "PT1H" });
    const [entry] = world.services.expiry.remembered();
    assert.ok(entry?.kind === "grant");
    await world.services.expiry.remember({ ...entry, inDoubt: true });
    world.sandbox.advance(2 * hour);
    await window.sweep.begin();
    assert.equal(revokes(), 0);
    assert.match(window.said.join("\n"), /is not known: it is left alone/);
    await world.run(revokeIngress, { ...grant, confirmed: true });
    assert.deepEqual(world.services.expiry.remembered(), []);
  });

  it("asks each of 20 targets with 25 rules one question, and revokes what is over there", async () => {
    await begin();
    const { regions } = await import("../../../src/core/regions.json").then(({ partitions }) => ({
      regions: Object.keys(partitions[0]?.regions ?? {}).slice(0, 20),
    }));
    const at = world.sandbox.now() + hour;
    const credentials = world.sandbox.profiles.find(({ name }) => name === vpc.profile) ?? assert.fail();
    const { endpoint } = world.sandbox;
    const counts = new Map<string, () => Promise<number>>();
    const clients: EC2Client[] = [];
    for (const region of regions) {
      const ec2 = new EC2Client({ endpoint, region, credentials });
      clients.push(ec2);
      const { SecurityGroups: [group] = [] } = await ec2.send(new DescribeSecurityGroupsCommand({}));
      const GroupId = group?.GroupId ?? assert.fail(region);
      const IpRanges = Array.from({ length: 25 }, (_, each) => ({ CidrIp: `198.51.100.${each}/32` }));
      // One of the first region is over already.
      const expires = new Date(region === regions[0] ? at - 2 * hour : at).toISOString();
      const Tags = [{ Key: "elasticache-access:expires", Value: expires }];
      await ec2.send(
        new AuthorizeSecurityGroupIngressCommand({
          GroupId,
          IpPermissions: [{ IpProtocol: "tcp", FromPort: 6379, ToPort: 6379, IpRanges }],
          TagSpecifications: [{ ResourceType: "security-group-rule", Tags }],
        }),
      );
      counts.set(region, async () => {
        const { SecurityGroupRules = [] } = await ec2.send(new DescribeSecurityGroupRulesCommand({}));
        return SecurityGroupRules.filter(({ CidrIpv4 = "" }) => CidrIpv4.startsWith("198.51.100.")).length;
      });
      await world.services.expiry.remember({
        ...{ kind: "target", profile: vpc.profile, region, at: Date.parse(expires), name: region },
      });
    }
    const before = world.sandbox.requests.length;
    await window.sweep.begin();
    const asked = world.sandbox.requests.slice(before).map(({ action }) => action);
    const times = (name: string) => asked.filter((action) => action === name).length;
    assert.equal(times("DescribeSecurityGroupRules"), 20);
    assert.equal(times("RevokeSecurityGroupIngress"), 25);
    // The journal has once who it was.
    assert.equal(asked.length - times("GetCallerIdentity"), 45, String([...new Set(asked)]));
    const [first, ...others] = await Promise.all([...counts.values()].map((count) => count()));
    assert.equal(first, 0);
    assert.deepEqual([...new Set(others)], [25]);
    for (const client of clients) {
      client.destroy();
    }
  });
});
