import assert from "node:assert/strict";
import {
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  EC2Client,
  ModifySecurityGroupRulesCommand,
} from "@aws-sdk/client-ec2";
import type { Params } from "../../../src/commands/command";
import { type CacheKind, isChanging } from "../../../src/core/caches/cache";
import { groupIdsOf } from "../../../src/core/caches/membershipChange";
import { cacheSecurityGroupRequests } from "../../../src/core/requests/cacheSecurityGroups";
import { cacheRequests } from "../../../src/core/requests/caches";
import { securityGroupRequests } from "../../../src/core/requests/securityGroups";
import type { Target } from "../../../src/core/target";
import type { CommandWorld } from "../../support/commandWorld";
import type { Scripted } from "../../support/scriptedUi";
import { until } from "../../support/until";
import { makeRule, revokeRule } from "./ruleAgain";
import { sentForEnds } from "./sentForEnds";
import type { Refusals, SentRequest } from "./sentRequest";

/** What one change needs, and what the contract says about it. */
export interface ContractCase {
  readonly target: Target;
  /** Brings about what the change needs. The params are complete: nothing is asked with them. */
  prepare(world: CommandWorld): Promise<Params>;
  /** The same, called so that somebody answers: without `confirmed`, or with a field left out. */
  asked(complete: Params): Params;
  /** What is answered then, the guard's question left out. */
  readonly answers: readonly Scripted[];
  /** What somebody else does after it was done, so that there is nothing, or something else, to take back. */
  readonly meddle?: (world: CommandWorld, complete: Params) => Promise<void>;
  /** Fields that are wrong, with the field that is to be named. Each is laid over the complete params. */
  readonly wrong: readonly { readonly with: Params; readonly field: string }[];
  /** The change of several, where there is one: the same prepared params, each an item. */
  readonly several?: (
    world: CommandWorld,
  ) => Promise<{ readonly params: Params; readonly answers: readonly Scripted[] }>;
  /** What has no inverse: what is gone with it cannot be made again. */
  readonly noUndo?: true;
  /** What it sends that none of the others does: each is tested under everything that can go wrong on its way. */
  readonly sends?: readonly SentRequest[];
}

const classic = { profile: "sandbox-classic", region: "us-west-2" };
const vpc = { profile: "sandbox-vpc", region: "us-west-2" };
const self = "123456781234";
const partner = "565419523791";
const mygroup = { ...classic, cacheSecurityGroupName: "mygroup" };
const grant = { ...mygroup, ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: partner };
const second = { ...mygroup, ec2SecurityGroupName: "web-servers", ec2SecurityGroupOwnerId: self };

const wrongTarget = [
  { with: { region: "Not A Region" }, field: "region" },
  { with: { region: 7 }, field: "region" },
  { with: { profile: 7 }, field: "profile" },
];
const wrongIngress = [
  ...wrongTarget,
  { with: { cacheSecurityGroupName: "" }, field: "cacheSecurityGroupName" },
  { with: { cacheSecurityGroupName: {} }, field: "cacheSecurityGroupName" },
  { with: { ec2SecurityGroupName: "" }, field: "ec2SecurityGroupName" },
  { with: { ec2SecurityGroupOwnerId: "" }, field: "ec2SecurityGroupOwnerId" },
  { with: { ec2SecurityGroupOwnerId: "12345" }, field: "ec2SecurityGroupOwnerId" },
];
const wrongItems = [
  { with: { items: "all" }, field: "items" },
  { with: { items: [7] }, field: "items" },
];

async function settled(world: CommandWorld): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const groups = await (await world.services.aws()).listCacheSecurityGroups(classic);
    const statuses = groups.ok
      ? groups.value.flatMap(({ grants }) => grants.map(({ status }) => status))
      : [];
    if (!statuses.some((status) => status === "authorizing" || status === "revoking")) {
      return;
    }
    assert.ok(Date.now() < deadline, "a grant did not settle");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function authorized(world: CommandWorld, ...grants: readonly (typeof grant)[]): Promise<void> {
  const aws = await world.services.aws();
  for (const each of grants) {
    const answer = await aws.authorizeIngress(classic, each);
    assert.ok(answer.ok, JSON.stringify(answer));
  }
  await settled(world);
  await world.services.state.groups.refresh(classic);
}

async function revoked(world: CommandWorld, ...grants: readonly (typeof grant)[]): Promise<void> {
  const aws = await world.services.aws();
  await settled(world);
  for (const each of grants) {
    const answer = await aws.revokeIngress(classic, each);
    assert.ok(answer.ok, JSON.stringify(answer));
  }
  await settled(world);
}

/** The ids of the groups of three caches of the VPC account, each in its own. */
async function groupIds(
  world: CommandWorld,
): Promise<{ readonly pages: string; readonly analytics: string; readonly storefront: string }> {
  const { caches, vpc: rules, accounts } = world.services.state;
  await Promise.all([rules.load(vpc), accounts.load(vpc)]);
  const first = (kind: "cluster" | "serverless", id: string) =>
    groupIdsOf(caches.find(vpc, { kind, id }) ?? assert.fail(id))[0] ?? assert.fail(id);
  return {
    pages: first("cluster", "pages"),
    analytics: first("cluster", "analytics"),
    storefront: first("serverless", "storefront"),
  };
}

async function madeRule(world: CommandWorld, groupId: string) {
  const { id } = await makeRule(world, vpc, groupId);
  return { ...vpc, securityGroupId: groupId, securityGroupRuleId: id ?? assert.fail("the rule has no id") };
}

/** Every rule from the office goes, by somebody else's hand. */
async function officeRevoked(world: CommandWorld): Promise<void> {
  const aws = await world.services.aws();
  const ids = Object.values(await groupIds(world));
  const rules = await aws.describeVpcRules(vpc, ids);
  for (const { groupId, id, source } of rules.ok ? rules.value : []) {
    if (id !== undefined && source.kind === "cidrIp" && source.cidr === "192.0.2.0/24") {
      const answer = await aws.revokeVpcIngress(vpc, { groupId, ruleId: id });
      assert.ok(answer.ok);
    }
  }
}

/** A rule is changed under its id, as Terraform and the console do. */
export async function modifyRule(
  world: CommandWorld,
  groupId: string,
  ruleId: string,
  cidr: string,
): Promise<void> {
  const { endpoint, profiles, region } = world.sandbox;
  const credentials = profiles.find(({ name }) => name === vpc.profile) ?? assert.fail();
  const client = new EC2Client({ region, endpoint, credentials });
  await client.send(
    new ModifySecurityGroupRulesCommand({
      GroupId: groupId,
      SecurityGroupRules: [
        {
          SecurityGroupRuleId: ruleId,
          SecurityGroupRule: {
            IpProtocol: "tcp",
            FromPort: 6379,
            ToPort: 6379,
            CidrIpv4: cidr,
            Description: "Office",
          },
        },
      ],
    }),
  );
  client.destroy();
}

/** A rule is given another end, by somebody else's hand. */
async function tagRule(world: CommandWorld, ruleId: string, expires: string): Promise<void> {
  const { endpoint, profiles, region } = world.sandbox;
  const credentials = profiles.find(({ name }) => name === vpc.profile) ?? assert.fail();
  const client = new EC2Client({ region, endpoint, credentials });
  const Tags = [{ Key: "elasticache-access:expires", Value: expires }];
  await client.send(new CreateTagsCommand({ Resources: [ruleId], Tags }));
  client.destroy();
}

async function replaced(world: CommandWorld, id: string, ids: readonly string[]): Promise<void> {
  const cache = { kind: "cluster", id } as const;
  await new Promise((resolve) => setTimeout(resolve, 60));
  const answer = await (await world.services.aws()).replaceCacheGroups(vpc, { cache, groupIds: ids });
  assert.ok(answer.ok, JSON.stringify(answer));
  await new Promise((resolve) => setTimeout(resolve, 60));
}

async function classicGroups(world: CommandWorld, names: readonly string[]): Promise<void> {
  const { endpoint, profiles, region } = world.sandbox;
  const credentials = profiles.find(({ name }) => name === classic.profile) ?? assert.fail();
  const client = new EC2Client({ region, endpoint, credentials });
  for (const name of names) {
    await client.send(new CreateSecurityGroupCommand({ GroupName: name, Description: "An app" }));
  }
  client.destroy();
}

const names = ["app-0", "app-1", "app-2"];
const appGrants = names.map((name) => ({
  ...mygroup,
  ec2SecurityGroupName: name,
  ec2SecurityGroupOwnerId: self,
}));

/** By command id. A change without an entry fails the contract. */
const groupRefusals: Refusals = {
  notFound: ["notFound", "CacheSecurityGroupNotFound"],
  invalidState: ["invalidState", "InvalidCacheSecurityGroupState"],
  alreadyExists: ["alreadyExists", "CacheSecurityGroupAlreadyExists"],
};

/** Each kind of cache has an operation of its own for the groups that it has. */
function replaceGroups(kind: CacheKind, id: string, notFound: string, invalidState: string): SentRequest {
  return {
    request: cacheRequests.replaceGroups({ cache: { kind, id }, groupIds: [] }),
    call: "replaceCacheGroups",
    traits: ["sameAgain", "looksFirst"],
    params: { cacheKind: kind, cacheId: id },
    again: async (world, params) => {
      const { caches } = world.services.state;
      const cache = { kind, id };
      const settled = () =>
        until(async () => {
          await caches.refresh(vpc);
          const now = caches.find(vpc, cache);
          return now !== undefined && !isChanging(now);
        }, `${id} is not being changed`);
      const known = caches.find(vpc, cache);
      if (!known || isChanging(known)) {
        await settled();
      }
      const found = caches.find(vpc, cache) ?? assert.fail(id);
      const groupIds = groupIdsOf(found).filter((each) => each !== params["securityGroupId"]);
      const aws = await world.services.aws();
      const answer = await aws.replaceCacheGroups(vpc, { cache, groupIds });
      assert.ok(answer.ok, JSON.stringify(answer));
      await settled();
      return params;
    },
    refusals: {
      notFound: ["notFound", notFound],
      invalidState: ["invalidState", invalidState],
      alreadyExists: ["invalidParameter", "InvalidParameterValue"],
    },
  };
}

export const contractCases: Readonly<Record<string, ContractCase>> = {
  authorizeIngress: {
    target: classic,
    sends: [
      {
        request: cacheSecurityGroupRequests.authorize(grant),
        call: "authorizeIngress",
        refusals: { ...groupRefusals, alreadyExists: ["alreadyAuthorized", "AuthorizationAlreadyExists"] },
      },
    ],
    prepare: async (world) => {
      await world.services.state.groups.load(classic);
      return grant;
    },
    asked: ({ ec2SecurityGroupOwnerId: _, ...params }) => params,
    answers: [{ type: partner }, { pick: "Authorize ingress" }],
    meddle: (world) => revoked(world, grant),
    wrong: wrongIngress,
  },
  revokeIngress: {
    target: classic,
    sends: [
      {
        request: cacheSecurityGroupRequests.revoke(grant),
        call: "revokeIngress",
        refusals: {
          ...groupRefusals,
          notFound: ["notFound", "AuthorizationNotFound"],
          alreadyExists: ["alreadyAuthorized", "AuthorizationAlreadyExists"],
        },
      },
    ],
    prepare: async (world) => {
      await authorized(world, grant);
      return { ...grant, confirmed: true };
    },
    asked: ({ confirmed: _, ...params }) => params,
    answers: [{ confirm: true }],
    meddle: (world) => authorized(world, grant),
    wrong: [...wrongIngress, ...wrongItems, { with: { confirmed: "yes" }, field: "confirmed" }],
    several: async (world) => {
      await authorized(world, grant, second);
      return { params: { items: [grant, second] }, answers: [{ confirm: true }] };
    },
  },
  authorizeMany: {
    target: classic,
    prepare: async (world) => {
      await world.services.state.groups.load(classic);
      return { items: [grant, second] };
    },
    asked: () => mygroup,
    answers: [{ pick: "Choose among those known…" }, { pickMany: ["web-servers"] }, { accept: true }],
    meddle: (world) => revoked(world, grant, second),
    wrong: [
      ...wrongItems,
      { with: { items: [{ ...grant, ec2SecurityGroupName: "" }] }, field: "ec2SecurityGroupName" },
      { with: { items: [{ ...grant, ec2SecurityGroupOwnerId: "1" }] }, field: "ec2SecurityGroupOwnerId" },
      { with: { items: [{ ...grant, cacheSecurityGroupName: "" }] }, field: "cacheSecurityGroupName" },
    ],
  },
  createCacheSecurityGroup: {
    target: classic,
    sends: [
      {
        request: cacheSecurityGroupRequests.create({ name: "made", description: "d" }),
        call: "createCacheSecurityGroup",
        refusals: groupRefusals,
      },
    ],
    prepare: async (world) => {
      await world.services.state.groups.load(classic);
      return { ...classic, cacheSecurityGroupName: "made", description: "For the contract" };
    },
    asked: ({ description: _, ...params }) => params,
    answers: [{ input: "For the contract" }],
    meddle: (world) => authorized(world, { ...grant, cacheSecurityGroupName: "made" }),
    wrong: [
      ...wrongTarget,
      { with: { cacheSecurityGroupName: "" }, field: "cacheSecurityGroupName" },
      { with: { cacheSecurityGroupName: "two words" }, field: "cacheSecurityGroupName" },
      { with: { description: "" }, field: "description" },
      { with: { description: 7 }, field: "description" },
    ],
  },
  deleteCacheSecurityGroup: {
    target: classic,
    sends: [
      {
        request: cacheSecurityGroupRequests.delete("made"),
        call: "deleteCacheSecurityGroup",
        traits: ["goneAgain"],
        refusals: groupRefusals,
      },
    ],
    prepare: async (world) => {
      const aws = await world.services.aws();
      await aws.createCacheSecurityGroup(classic, { name: "made", description: "For the contract" });
      await world.services.state.groups.refresh(classic);
      return { ...classic, cacheSecurityGroupName: "made", confirmed: true };
    },
    asked: ({ confirmed: _, ...params }) => params,
    answers: [{ confirm: true }],
    noUndo: true,
    wrong: [
      ...wrongTarget,
      ...wrongItems,
      { with: { cacheSecurityGroupName: "" }, field: "cacheSecurityGroupName" },
      { with: { cacheSecurityGroupName: "default" }, field: "cacheSecurityGroupName" },
      { with: { confirmed: 1 }, field: "confirmed" },
    ],
    several: async (world) => {
      const aws = await world.services.aws();
      for (const name of ["one", "two"]) {
        await aws.createCacheSecurityGroup(classic, { name, description: "For the contract" });
      }
      await world.services.state.groups.refresh(classic);
      const items = ["one", "two"].map((cacheSecurityGroupName) => ({ ...classic, cacheSecurityGroupName }));
      return { params: { items }, answers: [{ confirm: true }] };
    },
  },
  authorizeVpcIngress: {
    target: vpc,
    sends: [
      {
        request: securityGroupRequests.authorize({ groupId: "sg-1", rules: [] }),
        call: "authorizeVpcIngress",
        traits: ["looksFirst"],
        refusals: {
          notFound: ["notFound", "InvalidGroup.NotFound"],
          invalidState: ["invalidState", "IncorrectState"],
          alreadyExists: ["alreadyAuthorized", "InvalidPermission.Duplicate"],
        },
        again: async (world, params) => {
          await revokeRule(world, vpc, String(params["securityGroupId"]));
          return params;
        },
      },
    ],
    prepare: async (world) => {
      const { pages } = await groupIds(world);
      return { ...vpc, securityGroupId: pages, cidrIp: "192.0.2.0/24", description: "Office" };
    },
    asked: ({ cidrIp: _, ...params }) => params,
    answers: [{ type: "192.0.2.0/24" }, { pick: "Authorize ingress" }],
    meddle: officeRevoked,
    wrong: [
      ...wrongTarget,
      ...wrongItems,
      { with: { securityGroupId: "pages" }, field: "securityGroupId" },
      { with: { securityGroupId: "" }, field: "securityGroupId" },
      { with: { cidrIp: "192.0.2" }, field: "cidrIp" },
      { with: { cidrIp: "" }, field: "cidrIp" },
      { with: { fromPort: "six", toPort: 7 }, field: "fromPort" },
      { with: { fromPort: 7, toPort: 70_000 }, field: "toPort" },
      { with: { description: "a\nb" }, field: "description" },
      { with: { tags: "team" }, field: "tags" },
      { with: { cacheKind: "table", cacheId: "pages" }, field: "cacheKind" },
    ],
    several: async (world) => {
      await groupIds(world);
      const items = [
        { ...vpc, cacheKind: "cluster", cacheId: "pages" },
        { ...vpc, cacheKind: "serverless", cacheId: "storefront" },
      ];
      return {
        params: { items },
        answers: [{ type: "192.0.2.0/24" }, { input: "Office" }, { accept: true }],
      };
    },
  },
  revokeVpcIngress: {
    target: vpc,
    sends: [
      {
        request: securityGroupRequests.revoke({ groupId: "sg-1", ruleId: "sgr-1" }),
        call: "revokeVpcIngress",
        traits: ["goneAgain"],
        refusals: {
          notFound: ["notFound", "InvalidSecurityGroupRuleId.NotFound"],
          invalidState: ["invalidState", "IncorrectState"],
          alreadyExists: ["alreadyAuthorized", "InvalidPermission.Duplicate"],
        },
        again: async (world, params) => {
          const made = await makeRule(world, vpc, String(params["securityGroupId"]));
          return { ...params, securityGroupRuleId: made.id };
        },
      },
    ],
    prepare: async (world) => ({
      ...(await madeRule(world, (await groupIds(world)).pages)),
      confirmed: true,
    }),
    asked: ({ confirmed: _, ...params }) => params,
    answers: [{ confirm: true }],
    meddle: async (world, { securityGroupId }) => {
      await madeRule(world, String(securityGroupId));
    },
    wrong: [
      ...wrongTarget,
      ...wrongItems,
      { with: { securityGroupId: "pages" }, field: "securityGroupId" },
      { with: { securityGroupRuleId: "" }, field: "securityGroupRuleId" },
      { with: { securityGroupRuleId: "rule" }, field: "securityGroupRuleId" },
      { with: { confirmed: "yes" }, field: "confirmed" },
    ],
    several: async (world) => {
      const { pages, storefront } = await groupIds(world);
      const items = [await madeRule(world, pages), await madeRule(world, storefront)];
      return { params: { items }, answers: [{ confirm: true }] };
    },
  },
  setExpiry: {
    target: vpc,
    sends: sentForEnds,
    prepare: async (world) => {
      const { securityGroupId: _, ...rule } = await madeRule(world, (await groupIds(world)).pages);
      return { ...rule, expires: "2099-01-01T00:00:00Z" };
    },
    asked: ({ expires: _, ...params }) => params,
    answers: [{ type: "2099-01-01T00:00:00Z" }],
    meddle: async (world, { securityGroupRuleId }) => {
      await tagRule(world, String(securityGroupRuleId), "2098-01-01T00:00:00Z");
    },
    wrong: [
      ...wrongTarget,
      { with: { securityGroupRuleId: "" }, field: "securityGroupRuleId" },
      { with: { securityGroupRuleId: "rule" }, field: "securityGroupRuleId" },
      { with: { expires: "soon" }, field: "expires" },
      { with: { expires: 7 }, field: "expires" },
      { with: { expires: "2020-01-01T00:00:00Z" }, field: "expires" },
    ],
  },
  attachSecurityGroup: {
    target: vpc,
    sends: [
      replaceGroups("cluster", "pages", "CacheClusterNotFound", "InvalidCacheClusterState"),
      replaceGroups(
        "replicationGroup",
        "sessions",
        "ReplicationGroupNotFoundFault",
        "InvalidReplicationGroupState",
      ),
      replaceGroups(
        "serverless",
        "storefront",
        "ServerlessCacheNotFoundFault",
        "InvalidServerlessCacheStateFault",
      ),
    ],
    prepare: async (world) => ({
      ...vpc,
      cacheKind: "cluster",
      cacheId: "pages",
      securityGroupId: (await groupIds(world)).analytics,
      confirmed: true,
    }),
    asked: ({ confirmed: _, ...params }) => params,
    answers: [{ confirm: true }],
    meddle: async (world) => replaced(world, "pages", [(await groupIds(world)).storefront]),
    wrong: [
      ...wrongTarget,
      { with: { cacheKind: "table" }, field: "cacheKind" },
      { with: { cacheId: "" }, field: "cacheId" },
      { with: { securityGroupId: "" }, field: "securityGroupId" },
      { with: { securityGroupId: "sg-XYZ" }, field: "securityGroupId" },
      { with: { confirmed: "yes" }, field: "confirmed" },
    ],
  },
  detachSecurityGroup: {
    target: vpc,
    prepare: async (world) => {
      const { pages, analytics } = await groupIds(world);
      await replaced(world, "pages", [pages, analytics]);
      await world.services.state.caches.refresh(vpc);
      return { ...vpc, cacheKind: "cluster", cacheId: "pages", securityGroupId: analytics, confirmed: true };
    },
    asked: ({ confirmed: _, ...params }) => params,
    answers: [{ confirm: true }],
    meddle: async (world) => replaced(world, "pages", [(await groupIds(world)).storefront]),
    wrong: [
      ...wrongTarget,
      { with: { cacheKind: "table" }, field: "cacheKind" },
      { with: { cacheId: 7 }, field: "cacheId" },
      { with: { securityGroupId: "pages" }, field: "securityGroupId" },
      { with: { confirmed: 0 }, field: "confirmed" },
    ],
  },
  planVpcRules: {
    target: classic,
    prepare: async (world) => {
      const { state } = world.services;
      await Promise.all([state.vpc.load(classic), state.accounts.load(classic)]);
      await authorized(world, ...appGrants);
      await classicGroups(world, names);
      return {
        ...mygroup,
        caches: [{ cacheKind: "replicationGroup", cacheId: "sessions-next" }],
        confirmed: true,
      };
    },
    asked: ({ confirmed: _, ...params }) => params,
    answers: [{ accept: true }, { confirm: true }],
    meddle: async (world) => {
      const aws = await world.services.aws();
      const cache = world.services.state.caches.find(classic, {
        kind: "replicationGroup",
        id: "sessions-next",
      });
      const rules = await aws.describeVpcRules(classic, cache ? groupIdsOf(cache) : []);
      for (const { groupId, id = "", description } of rules.ok ? rules.value : []) {
        if (description === "As cache security group mygroup") {
          await aws.revokeVpcIngress(classic, { groupId, ruleId: id });
        }
      }
    },
    wrong: [
      ...wrongTarget,
      { with: { cacheSecurityGroupName: "" }, field: "cacheSecurityGroupName" },
      { with: { caches: "all" }, field: "caches" },
      { with: { caches: [] }, field: "caches" },
      { with: { caches: [{ cacheKind: "table", cacheId: "x" }] }, field: "caches" },
      { with: { confirmed: "yes" }, field: "confirmed" },
    ],
  },
};
