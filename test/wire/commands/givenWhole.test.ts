import assert from "node:assert/strict";
import type { Outcome } from "../../../src/core/outcome";
import type { Params } from "../../../src/core/params";
import { cacheGiven } from "../../../src/store/given/cacheGiven";
import { groupGiven, groupsOfRows } from "../../../src/store/given/groupsOfRows";
import { givenRules, wholeRule } from "../../../src/store/given/rule";
import { vpcFields } from "../../../src/store/given/vpcFields";
import { givenVpcIngress } from "../../../src/store/given/vpcIngress";
import { wholeRules } from "../../../src/store/given/wholeRules";
import { groupsOfCache } from "../../../src/store/groupsOfCache";
import { byName, bySource, sourcesOfRules } from "../../../src/store/reachable/accessSource";
import { notKnownCaches, notRead } from "../../../src/store/reachable/notKnown";
import { sleep } from "../../../src/store/sleep";
import { cacheOf, sourceOf } from "../../support/caches";
import { useLoadedWorld } from "../support/loadedWorld";

const target = { profile: "sandbox-vpc", region: "us-west-2" };
const named = (cacheKind: string, cacheId: string) => ({ ...target, cacheKind, cacheId });
const sessions = named("replicationGroup", "sessions");
const analytics = named("cluster", "analytics");
const feed = named("serverless", "public-feed");
const gone = named("cluster", "gone");
const foreign = "arn:aws:ec2:eu-west-1:222233334444:security-group/sg-0123456789abcdef0";
const group = "sg-0123456789abcdef0";
const isPublic =
  "public-feed is public: IAM decides who reaches it, by elasticache:Connect, and no security group does";

describe("what params name, read with what is loaded", () => {
  const world = useLoadedWorld(target);

  const services = () => ({ state: world().services.state });
  const refused = async (read: Promise<Outcome<unknown>>) => {
    const outcome = await read;
    assert.ok(!outcome.ok, JSON.stringify(outcome));
    const { kind, field, message } = outcome.failure;
    return [kind, field, message.replace(". Nothing was sent", "")];
  };

  const everything = "The rule, its group, its profile or its region is missing";
  for (const [title, read, failure] of [
    [
      "a group of another region",
      () => vpcFields({ ...target, securityGroupId: foreign }, services()),
      ["invalidParameter", "securityGroupId", `${group} is in eu-west-1, not in us-west-2`],
    ],
    [
      "a cache without its region",
      () => cacheGiven({ profile: "sandbox-vpc", cacheKind: "cluster", cacheId: "analytics" }, services()),
      ["invalidParameter", "cacheId", "The cache, its kind, its profile or its region is missing"],
    ],
    [
      "a cache that is not there",
      () => cacheGiven(gone, services()),
      ["notFound", undefined, "There is no cache gone in us-west-2"],
    ],
    [
      "the group of a cache that is not there",
      () => groupGiven(gone, services()),
      ["notFound", undefined, "There is no cache gone in us-west-2"],
    ],
    [
      "the group of a public cache",
      () => groupGiven(feed, services()),
      ["invalidParameter", "cacheId", isPublic],
    ],
    [
      "a group without a target",
      () => groupGiven({ securityGroupId: group }, services()),
      ["invalidParameter", "profile", "profile or region is missing"],
    ],
    [
      "a group that nobody names",
      () => groupGiven(target, services()),
      ["invalidParameter", "securityGroupId", "The security group is missing"],
    ],
    [
      "the second of two rows",
      () => groupsOfRows([analytics, gone], services()),
      ["notFound", undefined, "Item 2: There is no cache gone in us-west-2"],
    ],
    [
      "a group that no cache has",
      () => groupsOfRows([{ ...target, securityGroupId: group }], services()),
      ["invalidParameter", "fromPort", `Item 1: The port is not known: no cache has ${group}`],
    ],
    [
      "a rule without its id",
      () => wholeRule({ ...target, securityGroupId: group }, services()),
      ["invalidParameter", "securityGroupRuleId", everything],
    ],
    [
      "a rule without its group",
      () => wholeRule({ ...target, securityGroupRuleId: "sgr-01234567" }, services()),
      ["invalidParameter", "securityGroupId", everything],
    ],
    [
      "a rule of a public cache",
      () => wholeRule({ ...feed, securityGroupRuleId: "sgr-01234567" }, services()),
      ["invalidParameter", "cacheId", isPublic],
    ],
    [
      "the second of two rules",
      () =>
        givenRules(
          [
            { ...target, securityGroupId: group, securityGroupRuleId: "sgr-01234567" },
            { ...target, securityGroupId: group },
          ],
          services(),
        ),
      ["invalidParameter", "securityGroupRuleId", `Item 2: ${everything}`],
    ],
    [
      "rules without a source",
      () => wholeRules(analytics, services()),
      [
        "invalidParameter",
        "cidrIp",
        "The source is missing: cidrIp, cidrIpv6, sourceSecurityGroupId or prefixListId",
      ],
    ],
    [
      "rules of a cache that is not there",
      () => wholeRules({ ...gone, cidrIp: "10.0.0.0/8" }, services()),
      ["notFound", undefined, "There is no cache gone in us-west-2"],
    ],
    [
      "rules on ports that nobody knows",
      () => wholeRules({ ...target, securityGroupId: group, cidrIp: "10.0.0.0/8" }, services()),
      ["invalidParameter", "fromPort", "The port is missing, and no cache with the group tells one"],
    ],
    [
      "tags that are none",
      () => givenVpcIngress({ ...analytics, tags: "team" }, services()),
      ["invalidParameter", "tags", "tags is to be an object of texts, or a list of Key and Value"],
    ],
    [
      "an end that is none",
      () => givenVpcIngress({ ...analytics, expires: "soon" }, services()),
      [
        "invalidParameter",
        "expires",
        "expires is to be a time or a duration of ISO 8601, 2026-11-27T18:00Z or PT1H",
      ],
    ],
  ] as readonly (readonly [string, () => Promise<Outcome<unknown>>, readonly unknown[]])[]) {
    it(`is refused: ${title}`, async () => assert.deepEqual(await refused(read()), failure));
  }

  it("is a group and the ports of its caches, each once, the one that opens the fewest", async () => {
    const read = await groupsOfRows([sessions, sessions, analytics], services());
    assert.ok(read.ok);
    assert.deepEqual(
      read.value.map(({ cache, ports }) => [cache?.id, ports]),
      [
        ["sessions", [{ fromPort: 6379, toPort: 6379 }]],
        ["analytics", [{ fromPort: 6379, toPort: 6379 }]],
      ],
    );
    const [first] = read.value;
    const own = world().services.state.caches.find(target, { kind: "replicationGroup", id: "sessions" });
    assert.equal(first?.groupId, own?.securityGroups?.[0]?.id);
  });

  it("is a rule on the ports that are given, or on none where the protocol has none", async () => {
    const rulesOf = async (more: Params) => {
      const read = await wholeRules({ ...analytics, cidrIp: "10.0.0.0/8", ...more }, services());
      assert.ok(read.ok, JSON.stringify(read));
      return read.value.rules.map(({ protocol, fromPort, toPort }) => [protocol, fromPort, toPort]);
    };
    assert.deepEqual(await rulesOf({}), [["tcp", 6379, 6379]]);
    assert.deepEqual(await rulesOf({ fromPort: 1, toPort: 2 }), [["tcp", 1, 2]]);
    assert.deepEqual(await rulesOf({ ipProtocol: "-1" }), [["-1", undefined, undefined]]);
    assert.deepEqual(await rulesOf({ ipProtocol: "icmp", fromPort: 8 }), [["icmp", 8, -1]]);
  });

  it("is the groups of a cache, or why none is known", () => {
    const of = (kind: "cluster" | "serverless", id: string) => {
      const read = groupsOfCache(target, { kind, id }, world().services.state);
      return read.ok ? read.value.length : [read.failure.kind, read.failure.message];
    };
    assert.equal(of("cluster", "analytics"), 1);
    assert.deepEqual(of("cluster", "gone"), [
      "notFound",
      "There is no cache gone in us-west-2. Nothing was sent",
    ]);
    assert.deepEqual(of("serverless", "public-feed"), [
      "invalidParameter",
      "public-feed has no VPC security group: it is in no VPC. Nothing was sent",
    ]);
  });

  it("is somebody by either name, where it is loaded", async () => {
    const { state } = world().services;
    const rules = sourcesOfRules(state);
    assert.deepEqual(
      rules.map(({ label }) => label),
      rules.map(({ label }) => label).toSorted(),
    );
    const known = state.vpc.knownGroups(target)[0] ?? assert.fail("no group is known");
    const grant = { ec2SecurityGroupName: known.name, ec2SecurityGroupOwnerId: known.ownerId };
    assert.deepEqual(byName(grant, state), {
      ...{ label: `${known.name} of ${known.ownerId}`, grant },
      source: { kind: "securityGroup", groupId: known.id, ownerId: known.ownerId },
    });
    const nobody = { ec2SecurityGroupName: "nobody", ec2SecurityGroupOwnerId: "1" };
    assert.deepEqual(byName(nobody, state), { label: "nobody of 1", grant: nobody });
    const source = { kind: "securityGroup", groupId: known.id } as const;
    assert.deepEqual(bySource(source, state), { label: `${known.name} (${known.id})`, source, grant });
    assert.deepEqual(bySource(sourceOf("10.0.0.0/8"), state), {
      ...{ label: "10.0.0.0/8", source: sourceOf("10.0.0.0/8") },
    });
  });

  it("is told not to be known, for each reason in its words", () => {
    const { state } = world().services;
    const gaps = ["rules", "prefixLists", "sources", "ports", "addresses", "members"] as const;
    const told = notKnownCaches(target, [{ cache: cacheOf("one"), gaps }], state);
    assert.deepEqual(
      told.map(({ why, failed }) => [failed, why]),
      [
        [true, "not known, for its rules could not be read"],
        [true, "not known, for a prefix list could not be read"],
        [false, "not known: it has a rule whose source is of a kind not known here"],
        [false, "not known, for it has no port yet"],
        [
          false,
          "not known: it has rules from addresses, and those of the group's machines are not looked at",
        ],
        [false, "not known: it has rules from groups, and whose the addresses are is not looked at"],
      ],
    );
    const elsewhere = { ...target, region: "eu-west-1" };
    assert.deepEqual(notRead(elsewhere, { label: "x", source: sourceOf("10.0.0.0/8") }, state), []);
  });
});

describe("a pause", () => {
  it("ends early where it is stopped, before it began too", async () => {
    const stopped = new AbortController();
    const pause = sleep(60_000, stopped.signal);
    stopped.abort();
    await pause;
    await sleep(60_000, stopped.signal);
    await sleep(0, new AbortController().signal);
  });
});
