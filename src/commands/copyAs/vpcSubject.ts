import { invalidParameter } from "../../core/failures/invalidParameter";
import type { CliCall } from "../../core/formats/cli";
import type { GroupRule } from "../../core/formats/ruleTemplates";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { cacheRequests } from "../../core/requests/caches";
import { cliRequest } from "../../core/requests/request";
import { securityGroupRequests } from "../../core/requests/securityGroups";
import type { Params, Services } from "../command";
import { vpcFields } from "../vpc/fields";
import { ruleFields } from "../vpc/ruleFields";

interface VpcSubject {
  readonly call: Omit<CliCall, "target">;
  readonly rule?: GroupRule;
}

/** Whether params stand for something of the second generation. */
export function isVpcSubject(params: Params): boolean {
  return params["securityGroupId"] !== undefined || params["cacheId"] !== undefined;
}

/** What is named is what is copied: a rule's authorization, a group's rules, a cache's description. */
export async function vpcSubject(params: Params, services: Services): Promise<Outcome<VpcSubject>> {
  const given = await vpcFields(params, services);
  if (!given.ok) {
    return given;
  }
  const { cache, securityGroupId: groupId, region } = given.value;
  if (groupId === undefined) {
    return cache
      ? succeeded({ call: cliRequest(cacheRequests.describe(cache)) })
      : failed(invalidParameter("cacheKind", "The kind of the cache is missing"));
  }
  const fields = ruleFields(params, region);
  if (!fields.ok) {
    return fields;
  }
  const { source, protocol, ports, description } = fields.value;
  if (!source) {
    return succeeded({ call: cliRequest(securityGroupRequests.rules([groupId])) });
  }
  const rule = { source, protocol, ...ports, ...(description ? { description } : {}) };
  return succeeded({
    call: cliRequest(securityGroupRequests.authorize({ groupId, rules: [rule] })),
    rule: { groupId, rule },
  });
}
