import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import { invalidParameter } from "../../core/failures/invalidParameter";
import type { CliCall } from "../../core/formats/cli";
import { type CopySubject, namedRequest } from "../../core/formats/copySubject";
import { ingressFields } from "../../core/given/fields";
import { ruleFields } from "../../core/given/ruleFields";
import { textParams } from "../../core/given/texts";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { cacheRequests } from "../../core/requests/caches";
import { cliRequest } from "../../core/requests/request";
import { securityGroupRequests } from "../../core/requests/securityGroups";
import { checkTarget } from "../../store/given/checkTarget";
import { vpcFields } from "../../store/given/vpcFields";
import { callAt } from "../cliPlace";
import type { Params, Services } from "../command";

type Named = Omit<CopySubject, "call"> & { readonly call: Omit<CliCall, "target"> };

/** Reads what is to be copied. Sends nothing. */
export async function copySubject(params: Params, services: Services): Promise<Outcome<CopySubject>> {
  const given = textParams(params, ingressFields);
  if (!given.ok) {
    return given;
  }
  const { profile, region, ...names } = given.value;
  const wrong = await checkTarget(given.value, services.state);
  if (wrong) {
    return failed(wrong);
  }
  if (profile === undefined || region === undefined) {
    return failed(invalidParameter("profile", "The profile and the region of what to copy are missing"));
  }
  const target = { profile, region };
  const what: Outcome<Named> = isVpcSubject(params)
    ? await vpcSubject(params, names, services)
    : succeeded({ names, call: cliRequest(namedRequest(names)) });
  if (!what.ok) {
    return what;
  }
  const call = await callAt(target, what.value.call, services);
  return call.ok ? succeeded({ ...what.value, call: call.value }) : call;
}

/** Whether params stand for something of the second generation. */
export function isVpcSubject(params: Params): boolean {
  return params["securityGroupId"] !== undefined || params["cacheId"] !== undefined;
}

/** What is named is what is copied: a rule's authorization, a group's rules, a cache's description. */
async function vpcSubject(
  params: Params,
  names: Partial<Ingress>,
  services: Services,
): Promise<Outcome<Named>> {
  const given = await vpcFields(params, services);
  if (!given.ok) {
    return given;
  }
  const { cache, securityGroupId: groupId, region } = given.value;
  if (groupId === undefined) {
    return cache
      ? succeeded({ names, call: cliRequest(cacheRequests.describe(cache)) })
      : failed(invalidParameter("cacheKind", "The kind of the cache is missing"));
  }
  const fields = ruleFields(params, region);
  if (!fields.ok) {
    return fields;
  }
  const { source, protocol, ports, description } = fields.value;
  if (!source) {
    return succeeded({ names, call: cliRequest(securityGroupRequests.rules([groupId])) });
  }
  const rule = { source, protocol, ...ports, ...(description ? { description } : {}) };
  const call = cliRequest(securityGroupRequests.authorize({ groupId, rules: [rule] }));
  return succeeded({ names, call, rule: { groupId, rule } });
}
