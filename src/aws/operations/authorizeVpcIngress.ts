import { AuthorizeSecurityGroupIngressCommand } from "@aws-sdk/client-ec2";
import { securityGroupRequests } from "../../core/requests/securityGroups";
import type { VpcIngress } from "../../core/rules/ipPermission";
import { type Rule, ruleKey } from "../../core/rules/rule";
import type { VpcAuthorized } from "../api/securityGroups";
import type { CallClients } from "../call/callClients";
import { serviceErrorOf } from "../failures/serviceError";
import { describeVpcRules, ingressRules } from "./describeVpcRules";

/**
 * Makes the rules, all or none.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html
 */
export async function authorizeVpcIngress(clients: CallClients, ingress: VpcIngress): Promise<VpcAuthorized> {
  const command = new AuthorizeSecurityGroupIngressCommand(securityGroupRequests.authorize(ingress).input);
  try {
    const output = await clients.ec2().send(command, clients.options);
    clients.answered(output.$metadata);
    const rules = ingressRules(output.SecurityGroupRules ?? []);
    // An answer without the rules has made them all the same: they are looked up for their ids.
    return { rules: rules.length > 0 ? rules : await find(clients, ingress) };
  } catch (error) {
    const answered = serviceErrorOf(error);
    if (answered?.code !== "InvalidPermission.Duplicate" || answered.attempts === 1) {
      throw error;
    }
    // The answer of an earlier attempt may have been lost.
    const rules = await find(clients, ingress);
    if (rules.length < ingress.rules.length) {
      throw error;
    }
    return { rules };
  }
}

/** Asks whether it would be allowed. EC2 says yes by failing with DryRunOperation. */
export async function dryRunAuthorizeVpcIngress(
  clients: CallClients,
  ingress: VpcIngress,
): Promise<undefined> {
  const command = new AuthorizeSecurityGroupIngressCommand(
    securityGroupRequests.dryRunAuthorize(ingress).input,
  );
  try {
    const output = await clients.ec2().send(command, clients.options);
    clients.answered(output.$metadata);
  } catch (error) {
    if (serviceErrorOf(error)?.code !== "DryRunOperation") {
      throw error;
    }
  }
  return undefined;
}

/** Those of the rules that are there. */
async function find(clients: CallClients, { groupId, rules }: VpcIngress): Promise<readonly Rule[]> {
  const wanted = new Set(rules.map(ruleKey));
  return (await describeVpcRules(clients, [groupId])).filter((rule) => wanted.has(ruleKey(rule)));
}
