import { AuthorizeSecurityGroupIngressCommand } from "@aws-sdk/client-ec2";
import { ingressInput, type VpcIngress } from "../../core/rules/ipPermission";
import { type Rule, ruleKey } from "../../core/rules/rule";
import type { CallClients } from "../call/callClients";
import { serviceErrorOf } from "../failures/serviceError";
import type { VpcAuthorized } from "../vpcApi";
import { describeVpcRules, ingressRules } from "./describeVpcRules";

/**
 * Makes the rules, all or none.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html
 */
export async function authorizeVpcIngress(line: CallClients, ingress: VpcIngress): Promise<VpcAuthorized> {
  const command = new AuthorizeSecurityGroupIngressCommand(ingressInput(ingress));
  try {
    const output = await line.ec2().send(command, line.options);
    line.answered(output.$metadata);
    const rules = ingressRules(output.SecurityGroupRules ?? []);
    // An answer without the rules has made them all the same: they are looked up for their ids.
    return { rules: rules.length > 0 ? rules : await find(line, ingress), afterRetry: false };
  } catch (error) {
    const answered = serviceErrorOf(error);
    if (answered?.code !== "InvalidPermission.Duplicate" || answered.attempts === 1) {
      throw error;
    }
    // The answer of an earlier attempt may have been lost.
    const rules = await find(line, ingress);
    if (rules.length < ingress.rules.length) {
      throw error;
    }
    return { rules, afterRetry: true };
  }
}

/** Asks whether it would be allowed. EC2 says yes by failing with DryRunOperation. */
export async function dryRunAuthorizeVpcIngress(line: CallClients, ingress: VpcIngress): Promise<undefined> {
  const command = new AuthorizeSecurityGroupIngressCommand({ ...ingressInput(ingress), DryRun: true });
  try {
    const output = await line.ec2().send(command, line.options);
    line.answered(output.$metadata);
  } catch (error) {
    if (serviceErrorOf(error)?.code !== "DryRunOperation") {
      throw error;
    }
  }
  return undefined;
}

/** Those of the rules that are there. */
async function find(line: CallClients, { groupId, rules }: VpcIngress): Promise<readonly Rule[]> {
  const wanted = new Set(rules.map(ruleKey));
  return (await describeVpcRules(line, [groupId])).filter((rule) => wanted.has(ruleKey(rule)));
}
