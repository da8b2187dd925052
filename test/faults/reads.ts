import assert from "node:assert/strict";
import { startAgents } from "../../src/agents/index";
import type { AwsApi } from "../../src/aws/api";
import { agentServices } from "../../src/commands/agentServices";
import { commands } from "../../src/commands/table";
import { groupIdsOf } from "../../src/core/caches/membershipChange";
import type { ApiRequest } from "../../src/core/requests/request";
import type { CommandWorld } from "../support/commandWorld";
import { type Scripted, ScriptedUi } from "../support/scriptedUi";
import { columnOf, type ReadOperation } from "./operation";

export const classic = { profile: "sandbox-classic", region: "us-west-2" };
export const vpc = { profile: "sandbox-vpc", region: "us-west-2" };

interface Reading extends Omit<ReadOperation, "service" | "action" | "is" | "kind" | "name" | "refusals"> {
  readonly name?: string;
}

/** A read finds nothing in its way but what it was asked with. */
export const readRefusals = {
  notFound: ["invalidParameter", "InvalidParameterValue"],
  invalidState: ["invalidParameter", "InvalidParameterCombination"],
  alreadyExists: ["quota", "TagQuotaPerResourceExceeded"],
} as const;

function read(kind: ReadOperation["kind"], request: ApiRequest, reading: Reading): ReadOperation {
  return { name: request.action, ...columnOf(request), kind, refusals: readRefusals, ...reading };
}

/** A list of the caches, or of who may log in to them. */
export function cacheList(
  request: ApiRequest,
  call: keyof AwsApi,
  shownIn: ReadOperation["shownIn"] = "row",
): ReadOperation {
  return read("list", request, {
    shownIn,
    target: vpc,
    calls: [call],
    how: "Refresh of the caches",
    ask: async ({ services: { state } }) => {
      await state.caches.refresh(vpc);
      await state.caches.loadUsers(vpc);
    },
  });
}

/** What is told of the VPC security groups of the caches. */
export function vpcList(
  request: ApiRequest,
  shownIn: ReadOperation["shownIn"],
  ...calls: readonly [keyof AwsApi, ...(keyof AwsApi)[]]
): ReadOperation {
  return read("list", request, {
    target: vpc,
    shownIn,
    calls,
    how: "Refresh of an open cache",
    ask: async ({ services: { state } }) => {
      await state.vpc.refresh(vpc);
      await state.vpc.loadFacts(vpc);
    },
  });
}

export function cacheSecurityGroupList(request: ApiRequest): ReadOperation {
  return read("list", request, {
    target: classic,
    calls: ["listCacheSecurityGroups"],
    shownIn: "row",
    how: "Refresh of the cache security groups",
    ask: ({ services: { state } }) => state.groups.refresh(classic),
  });
}

export function cacheSecurityGroupLook(request: ApiRequest): ReadOperation {
  return read("read", request, {
    name: "DescribeCacheSecurityGroups of one",
    target: classic,
    calls: ["describeCacheSecurityGroup"],
    shownIn: "log",
    how: "the look before and after a change",
    ask: ({ services: { state } }) => state.groups.look(classic, "mygroup"),
  });
}

export function identity(request: ApiRequest): ReadOperation {
  return read("read", request, {
    target: classic,
    calls: [],
    shownIn: "log",
    how: "opening a profile",
    ask: ({ services: { state } }) => {
      state.accounts.forget(classic.profile);
      return state.accounts.load(classic);
    },
  });
}

export function managedNodeList(request: ApiRequest): ReadOperation {
  return read("list", request, {
    target: vpc,
    calls: ["listManagedNodes"],
    shownIn: "outcome",
    how: "Connect Through",
    ask: async (world) => (await world.services.aws()).listManagedNodes(vpc),
  });
}

export function everyGroupList(request: ApiRequest): ReadOperation {
  return read("list", request, {
    name: "DescribeSecurityGroups of all",
    target: classic,
    calls: ["listVpcGroups"],
    shownIn: "question",
    how: "the list of sources in Authorize Ingress",
    ask: (world) =>
      flow(world, "authorizeIngress", { ...classic, cacheSecurityGroupName: "mygroup" }, ["escape"]),
  });
}

export function dryRun(request: ApiRequest): ReadOperation {
  return read("dryRun", request, {
    name: `${request.action} as a dry run`,
    target: vpc,
    calls: ["dryRunAuthorizeVpcIngress"],
    shownIn: "question",
    how: "the review of Authorize VPC Ingress",
    ask: (world) => {
      const pages = world.services.state.caches.find(vpc, { kind: "cluster", id: "pages" });
      const securityGroupId = (pages && groupIdsOf(pages)[0]) ?? assert.fail("pages");
      return flow(world, "authorizeVpcIngress", { ...vpc, securityGroupId, description: "Office" }, [
        { type: "192.0.2.0/24" },
        "escape",
      ]);
    },
  });
}

/** Asked for a plan alone: whoever revokes is told by EC2 itself. */
export function dryRunOfRevoke(request: ApiRequest): ReadOperation {
  return read("dryRun", request, {
    name: `${request.action} as a dry run`,
    target: vpc,
    calls: ["dryRunRevokeVpcIngress"],
    shownIn: "log",
    how: "a plan to revoke, made by an agent",
    ask: async (world) => {
      const pages = world.services.state.caches.find(vpc, { kind: "cluster", id: "pages" });
      const [securityGroupId = assert.fail("pages")] = pages ? groupIdsOf(pages) : [];
      const [rule] = world.services.state.vpc.rules(vpc, securityGroupId) ?? [];
      const input = { operation: "revoke", ...vpc, securityGroupId, securityGroupRuleId: rule?.id };
      const { signal } = new AbortController();
      const agents = startAgents(agentServices(world.servicesFor(new ScriptedUi())));
      assert.match(await agents.invoke("plan_cache_ingress", { input, signal }), /"planId"/);
    },
  });
}

/** A command up to the question at which the user gives up. */
async function flow(world: CommandWorld, id: string, params: object, answers: readonly Scripted[]) {
  const ui = new ScriptedUi(...answers);
  const command = commands.find((each) => each.id === id) ?? assert.fail(id);
  const result = await world.run(command, { ...params }, ui);
  ui.assertAllAsked();
  assert.equal(result.outcome, "cancelled", JSON.stringify(result));
  return ui.asked;
}
