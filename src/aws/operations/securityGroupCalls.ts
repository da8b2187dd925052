import { ruleEndRequests } from "../../core/requests/ruleEnds";
import { securityGroupRequests } from "../../core/requests/securityGroups";
import type { SecurityGroupsApi } from "../api/securityGroups";
import type { Caller } from "../call/caller";
import { authorizeVpcIngress, dryRunAuthorizeVpcIngress } from "./authorizeVpcIngress";
import { countInterfaces } from "./countInterfaces";
import { describeStaleReferences } from "./describeStaleReferences";
import { describeVpcGroups, listVpcGroups } from "./describeVpcGroups";
import { describeVpcPermissions } from "./describeVpcPermissions";
import { describeRules, describeVpcRule, describeVpcRules } from "./describeVpcRules";
import { listPrefixListEntries } from "./listPrefixListEntries";
import { listPrefixLists } from "./listPrefixLists";
import { dryRunRevokeVpcIngress, revokeVpcIngress } from "./revokeVpcIngress";
import { withWeightOfLists } from "./weightOfLists";

/** The calls about EC2 security groups and their rules. */
export function securityGroupCalls(call: Caller): SecurityGroupsApi {
  const requests = securityGroupRequests;
  return {
    describeVpcGroups: (target, ids, options) =>
      call(target, requests.describe(ids), options, (clients) => describeVpcGroups(clients, ids)),
    listVpcGroups: (target, onPage, options) =>
      call(target, requests.list(), options, (clients) => listVpcGroups(clients, onPage)),
    describeVpcRules: (target, ids, options) =>
      call(target, requests.rules(ids), options, (clients) => describeVpcRules(clients, ids)),
    describeExpiringRules: (target, options) =>
      call(target, ruleEndRequests.expiringRules(), options, (clients) =>
        describeRules(clients, ruleEndRequests.expiringRules().input),
      ),
    describeVpcRule: (target, ruleId, options) =>
      call(target, ruleEndRequests.rule(ruleId), options, (clients) => describeVpcRule(clients, ruleId)),
    describeVpcPermissions: (target, ids, options) =>
      call(target, requests.describe(ids), options, (clients) => describeVpcPermissions(clients, ids)),
    describeStaleReferences: (target, vpcId, options) =>
      call(target, requests.staleReferences(vpcId), options, (clients) =>
        describeStaleReferences(clients, vpcId),
      ),
    describeInterfaceCounts: (target, ids, options) =>
      call(target, requests.interfaces(ids), options, (clients) => countInterfaces(clients, ids)),
    listPrefixLists: (target, options) => call(target, requests.prefixLists(), options, listPrefixLists),
    listPrefixListEntries: (target, id, options) =>
      call(target, requests.prefixListEntries(id), options, (clients) => listPrefixListEntries(clients, id)),
    dryRunAuthorizeVpcIngress: (target, ingress, options) =>
      call(target, requests.dryRunAuthorize(ingress), options, (clients) =>
        dryRunAuthorizeVpcIngress(clients, ingress),
      ),
    authorizeVpcIngress: (target, ingress, options) =>
      withWeightOfLists(
        call(target, requests.authorize(ingress), options, (clients) =>
          authorizeVpcIngress(clients, ingress),
        ),
        ingress,
        () => call(target, requests.prefixLists(), options, listPrefixLists),
      ),
    revokeVpcIngress: (target, rule, options) =>
      call(target, requests.revoke(rule), options, (clients) => revokeVpcIngress(clients, rule)),
    dryRunRevokeVpcIngress: (target, rule, options) =>
      call(target, requests.dryRunRevoke(rule), options, (clients) => dryRunRevokeVpcIngress(clients, rule)),
  };
}
