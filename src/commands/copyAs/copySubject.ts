import { parseAccountId } from "../../core/accountId";
import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import { invalidParameter } from "../../core/failures/invalidParameter";
import type { CliCall } from "../../core/formats/cli";
import type { GroupRule } from "../../core/formats/ruleTemplates";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { cacheSecurityGroupRequests } from "../../core/requests/cacheSecurityGroups";
import { type ApiRequest, cliRequest } from "../../core/requests/request";
import type { Params, Services } from "../command";
import { ingressFields } from "../fields";
import { checkTarget, textParams } from "../params";
import { isVpcSubject, vpcSubject } from "./vpcSubject";

/** What a row, or the fields of Authorize Ingress, stand for: the names, and the call about them. */
export interface CopySubject {
  readonly names: Partial<Ingress>;
  readonly call: CliCall;
  /** The rule of a VPC security group, where that is meant. */
  readonly rule?: GroupRule;
}

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
  const what = isVpcSubject(params)
    ? await vpcSubject(params, services)
    : succeeded({ call: cliRequest(requestOf(names)) });
  if (!what.ok) {
    return what;
  }
  const { call, ...more } = what.value;
  const endpoint = await (await services.aws()).configuredEndpoint(target, call.service);
  if (!endpoint.ok) {
    return endpoint;
  }
  return succeeded({
    names,
    ...more,
    call: {
      ...call,
      target,
      ...(endpoint.value === undefined ? {} : { endpoint: endpoint.value }),
      ...sandboxKeys(profile, services),
    },
  });
}

/** What is named is what is copied: a grant's authorization, a group's description, or the list of groups. */
function requestOf(names: Partial<Ingress>): ApiRequest {
  const { cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId: owner } = names;
  if (ec2SecurityGroupName === undefined && owner === undefined) {
    return cacheSecurityGroupName === undefined
      ? cacheSecurityGroupRequests.list()
      : cacheSecurityGroupRequests.describe(cacheSecurityGroupName);
  }
  // As Authorize Ingress would send it: dashes and spaces dropped.
  const account = owner === undefined ? undefined : parseAccountId(owner);
  return cacheSecurityGroupRequests.authorize({
    ...names,
    ...(account?.ok ? { ec2SecurityGroupOwnerId: account.value } : {}),
  });
}

/**
 * The built-in sandbox's profiles are in no file that the CLI could read, so its keys, which are the same in
 * every sandbox and open nothing else, go along. A profile of the files is only ever named.
 */
function sandboxKeys(profile: string, { state }: Services) {
  const found = state.profiles.get(profile);
  if (found?.origin !== "sandbox") {
    return {};
  }
  const key = (name: string) => String(found.settings.get(name));
  return {
    environment: {
      AWS_ACCESS_KEY_ID: key("aws_access_key_id"),
      AWS_SECRET_ACCESS_KEY: key("aws_secret_access_key"),
    },
  };
}
