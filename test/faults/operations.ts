import { accountRequests } from "../../src/core/requests/account";
import { cacheSecurityGroupRequests } from "../../src/core/requests/cacheSecurityGroups";
import { cacheRequests } from "../../src/core/requests/caches";
import { managedNodeRequests } from "../../src/core/requests/managedNodes";
import { pathRequests } from "../../src/core/requests/paths";
import { ruleEndRequests } from "../../src/core/requests/ruleEnds";
import { scheduleRequests } from "../../src/core/requests/schedules";
import { securityGroupRequests } from "../../src/core/requests/securityGroups";
import { changeColumns } from "./changes";
import { expiringRuleList, ruleLook, scheduleLook } from "./ends";
import type { Operation } from "./operation";
import {
  cacheList,
  cacheSecurityGroupList,
  cacheSecurityGroupLook,
  dryRun,
  dryRunOfRevoke,
  everyGroupList,
  identity,
  managedNodeList,
  vpc as target,
  vpcList,
} from "./reads";
import { entriesOf, filteredWays, way } from "./ways";

/** Every request that reads: one without a column does not compile. What writes has its own from the contract. */
type Requests<Table> = {
  readonly [Name in keyof Table as Table[Name] extends (...given: never[]) => { readonly writes: true }
    ? never
    : Name]: readonly Operation[];
};

const vpcIngress = { groupId: "sg-1", rules: [] };
const [account, classic, caches, vpc, ways] = [
  accountRequests,
  cacheSecurityGroupRequests,
  cacheRequests,
  securityGroupRequests,
  pathRequests,
];
const [ruleEnds, schedules, managedNodes] = [ruleEndRequests, scheduleRequests, managedNodeRequests];

const accountColumns: Requests<typeof accountRequests> = {
  callerIdentity: [identity(account.callerIdentity())],
};

const cacheSecurityGroupColumns: Requests<typeof cacheSecurityGroupRequests> = {
  list: [cacheSecurityGroupList(classic.list())],
  describe: [cacheSecurityGroupLook(classic.describe("g"))],
};

const cacheColumns: Requests<typeof cacheRequests> = {
  listClusters: [cacheList(caches.listClusters(), "listCacheClusters")],
  listReplicationGroups: [cacheList(caches.listReplicationGroups(), "listReplicationGroups")],
  listUserGroups: [cacheList(caches.listUserGroups(), "listUserGroups", "log")],
  listUsers: [cacheList(caches.listUsers(), "listUsers", "log")],
  listServerless: [cacheList(caches.listServerless(), "listServerlessCaches")],
  // Copy as AWS CLI writes it down; it is never sent.
  describe: [],
};

const securityGroupColumns: Requests<typeof securityGroupRequests> = {
  list: [everyGroupList(vpc.list())],
  describe: [vpcList(vpc.describe([]), "row", "describeVpcGroups", "describeVpcPermissions")],
  rules: [vpcList(vpc.rules([]), "row", "describeVpcRules")],
  staleReferences: [vpcList(vpc.staleReferences("vpc-1"), "log", "describeStaleReferences")],
  interfaces: [vpcList(vpc.interfaces([]), "log", "describeInterfaceCounts")],
  prefixLists: [vpcList(vpc.prefixLists(), "log", "listPrefixLists")],
  prefixListEntries: [vpcList(vpc.prefixListEntries("pl-1"), "log", "listPrefixListEntries")],
  dryRunAuthorize: [dryRun(vpc.dryRunAuthorize(vpcIngress))],
  dryRunRevoke: [dryRunOfRevoke(vpc.dryRunRevoke({ groupId: "sg-1", ruleId: "sgr-1" }))],
};

const ruleEndColumns: Requests<typeof ruleEndRequests> = {
  rule: [ruleLook(ruleEnds.rule("sgr-1"))],
  expiringRules: [expiringRuleList(ruleEnds.expiringRules())],
};

const scheduleColumns: Requests<typeof scheduleRequests> = {
  get: [scheduleLook(schedules.get("s"))],
};

const managedNodeColumns: Requests<typeof managedNodeRequests> = {
  listOnline: [managedNodeList(managedNodes.listOnline())],
};

const wayColumns: Requests<typeof pathRequests> = {
  filtered: filteredWays(),
  vpcAttributes: [
    way(
      "VpcAttributes",
      ways.vpcAttributes("vpc-1"),
      async (world) => {
        const [first] = await entriesOf(world, "Vpcs", ways.filtered("Vpcs", {}));
        return ways.vpcAttributes(first?.VpcId ?? "");
      },
      "read",
    ),
  ],
  prefixListEntries: [
    way("ManagedPrefixListEntries", ways.prefixListEntries("pl-1"), async (world) => {
      const lists = await (await world.services.aws()).listPrefixLists(target);
      return ways.prefixListEntries((lists.ok && lists.value[0]?.id) || "");
    }),
  ],
  transitGatewayRoutes: [
    way("TransitGatewayRoutes", ways.transitGatewayRoutes("tgw-rtb-1", "10.0.0.1"), async (world) => {
      const request = ways.filtered("TransitGatewayAttachments", {});
      const attached = await entriesOf(world, "TransitGatewayAttachments", request);
      const table = attached.find(({ Association }) => Association)?.Association?.TransitGatewayRouteTableId;
      return ways.transitGatewayRoutes(table ?? "", "10.0.0.1");
    }),
  ],
};

/** The columns of the table. */
export const operations: readonly Operation[] = [
  ...[
    accountColumns,
    cacheSecurityGroupColumns,
    cacheColumns,
    securityGroupColumns,
    ruleEndColumns,
    scheduleColumns,
    managedNodeColumns,
    wayColumns,
  ].flatMap((columns) => Object.values<readonly Operation[]>(columns).flat()),
  ...changeColumns,
];
