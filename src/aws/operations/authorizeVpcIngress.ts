import { AuthorizeSecurityGroupIngressCommand } from "@aws-sdk/client-ec2";
import { securityGroupRequests } from "../../core/requests/securityGroups";
import type { VpcIngress } from "../../core/rules/ipPermission";
import { type Rule, type RuleContent, ruleKey } from "../../core/rules/rule";
import type { VpcAuthorized } from "../api/securityGroups";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { describeVpcRules, ingressRules } from "./describeVpcRules";
import { dryRun } from "./dryRun";
import { type Found, sendChange } from "./sendChange";

/**
 * Makes the rules, all or none.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html
 */
export async function authorizeVpcIngress(clients: CallClients, ingress: VpcIngress): Promise<VpcAuthorized> {
  const command = new AuthorizeSecurityGroupIngressCommand(securityGroupRequests.authorize(ingress).input);
  const made = await sendChange(clients, {
    send: () => clients.ec2().send(command, clients.options),
    resultOf: ({ Return, SecurityGroupRules }) => {
      const rules = ingressRules(SecurityGroupRules ?? []);
      if (Return === false || !(Return || rules.length > 0)) {
        throw new ProtocolError(Return === false ? "refusedInside" : "withoutResult");
      }
      if (rules.some(({ groupId }) => groupId !== ingress.groupId)) {
        throw new ProtocolError("withoutResult");
      }
      return rules;
    },
    alreadyCode: "InvalidPermission.Duplicate",
    look: () => lookFor(clients, ingress),
  });
  return { rules: made.length > 0 ? made : await withIds(clients, ingress) };
}

/** Asks whether it would be allowed. */
export function dryRunAuthorizeVpcIngress(clients: CallClients, ingress: VpcIngress): Promise<undefined> {
  const { input } = securityGroupRequests.dryRunAuthorize(ingress);
  return dryRun(clients, () =>
    clients.ec2().send(new AuthorizeSecurityGroupIngressCommand(input), clients.options),
  );
}

/** A rule of the same source and ports with another description, or other tags, is somebody else's. */
async function lookFor(clients: CallClients, ingress: VpcIngress): Promise<Found<readonly Rule[]>> {
  const found = await find(clients, ingress);
  const isOurs = (rule: Rule): boolean => {
    const wanted = ingress.rules.find((each) => ruleKey(each) === ruleKey(rule));
    return (
      wanted !== undefined &&
      descriptionOf(rule) === descriptionOf(wanted) &&
      hasTags(rule, ingress.tags ?? {})
    );
  };
  if (!found.every(isOurs)) {
    return { whose: "others" };
  }
  return found.length >= ingress.rules.length ? { whose: "ours", value: found } : { whose: "notKnown" };
}

function descriptionOf({ description }: Pick<RuleContent, "description">): string {
  return description ?? "";
}

function hasTags({ tags }: Rule, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([key, value]) => tags[key] === value);
}

/** An answer without the rules has made them all the same. Where they cannot be looked up they go without ids. */
async function withIds(clients: CallClients, ingress: VpcIngress): Promise<readonly Rule[]> {
  const asMade = ingress.rules.map(
    (rule): Rule => ({ ...rule, id: undefined, groupId: ingress.groupId, tags: ingress.tags ?? {} }),
  );
  try {
    const found = await clients.attempts.look(() => find(clients, ingress));
    return found.length > 0 ? found : asMade;
  } catch {
    return asMade;
  }
}

/** Those of the rules that are there. */
async function find(clients: CallClients, { groupId, rules }: VpcIngress): Promise<readonly Rule[]> {
  const wanted = new Set(rules.map(ruleKey));
  return (await describeVpcRules(clients, [groupId])).filter((rule) => wanted.has(ruleKey(rule)));
}
