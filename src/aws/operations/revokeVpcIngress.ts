import { RevokeSecurityGroupIngressCommand } from "@aws-sdk/client-ec2";
import { type RuleName, securityGroupRequests } from "../../core/requests/securityGroups";
import type { CallClients } from "../call/callClients";
import { serviceErrorOf } from "../failures/serviceError";

/**
 * By the rule's id: by its properties, a rule of the default VPC that does not match is passed over without an
 * error. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html
 */
export async function revokeVpcIngress(clients: CallClients, rule: RuleName): Promise<undefined> {
  const command = new RevokeSecurityGroupIngressCommand(securityGroupRequests.revoke(rule).input);
  try {
    const output = await clients.ec2().send(command, clients.options);
    clients.answered(output.$metadata);
  } catch (error) {
    // A retry that finds nothing to revoke: the answer of an earlier attempt was lost.
    const answered = serviceErrorOf(error);
    if (answered?.code !== "InvalidSecurityGroupRuleId.NotFound" || answered.attempts === 1) {
      throw error;
    }
  }
  return undefined;
}
