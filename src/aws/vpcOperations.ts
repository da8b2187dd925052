import type { Outcome } from "../core/outcome";
import type { Target } from "../core/target";
import type { Work } from "./call/runningCall";
import type { CallOptions } from "./callOptions";
import type { Operation } from "./failures/call";
import { authorizeVpcIngress, dryRunAuthorizeVpcIngress } from "./operations/authorizeVpcIngress";
import { countInterfaces } from "./operations/countInterfaces";
import { describeStaleReferences } from "./operations/describeStaleReferences";
import { describeVpcGroups, listVpcGroups } from "./operations/describeVpcGroups";
import { describeVpcPermissions } from "./operations/describeVpcPermissions";
import { describeVpcRules } from "./operations/describeVpcRules";
import { listCacheClusters } from "./operations/listCacheClusters";
import { listPrefixLists } from "./operations/listPrefixLists";
import { listReplicationGroups } from "./operations/listReplicationGroups";
import { listServerlessCaches } from "./operations/listServerlessCaches";
import { replaceCacheGroups } from "./operations/replaceCacheGroups";
import { revokeVpcIngress } from "./operations/revokeVpcIngress";
import { vpcActions } from "./operations/vpcActions";
import type { VpcApi } from "./vpcApi";

/** Runs one call: its profile, its client, its time-out, its failure. */
export type Caller = <T>(
  target: Target,
  operation: Operation,
  options: CallOptions | undefined,
  work: Work<T>,
) => Promise<Outcome<T>>;

/** The operations on caches and VPC security groups. */
export function vpcOperations(call: Caller): VpcApi {
  return {
    listCacheClusters: (target, options) =>
      call(target, vpcActions.cacheClusters, options, listCacheClusters),
    listReplicationGroups: (target, options) =>
      call(target, vpcActions.replicationGroups, options, listReplicationGroups),
    listServerlessCaches: (target, options) =>
      call(target, vpcActions.serverlessCaches, options, listServerlessCaches),
    describeVpcGroups: (target, ids, options) =>
      call(target, vpcActions.groups, options, (line) => describeVpcGroups(line, ids)),
    listVpcGroups: (target, onPage, options) =>
      call(target, vpcActions.groups, options, (line) => listVpcGroups(line, onPage)),
    describeVpcRules: (target, ids, options) =>
      call(target, vpcActions.rules, options, (line) => describeVpcRules(line, ids)),
    describeVpcPermissions: (target, ids, options) =>
      call(target, vpcActions.groups, options, (line) => describeVpcPermissions(line, ids)),
    describeStaleReferences: (target, vpcId, options) =>
      call(target, vpcActions.stale, options, (line) => describeStaleReferences(line, vpcId)),
    describeInterfaceCounts: (target, ids, options) =>
      call(target, vpcActions.interfaces, options, (line) => countInterfaces(line, ids)),
    listPrefixLists: (target, options) => call(target, vpcActions.prefixLists, options, listPrefixLists),
    dryRunAuthorizeVpcIngress: (target, ingress, options) =>
      call(target, vpcActions.dryRun(ingress), options, (line) => dryRunAuthorizeVpcIngress(line, ingress)),
    authorizeVpcIngress: (target, ingress, options) =>
      call(target, vpcActions.authorize(ingress), options, (line) => authorizeVpcIngress(line, ingress)),
    revokeVpcIngress: (target, rule, options) =>
      call(target, vpcActions.revoke(rule.groupId), options, (line) => revokeVpcIngress(line, rule)),
    replaceCacheGroups: (target, change, options) =>
      call(target, vpcActions.replaceGroups(change.cache), options, (line) =>
        replaceCacheGroups(line, change),
      ),
  };
}
