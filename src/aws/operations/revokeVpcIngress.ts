import { RevokeSecurityGroupIngressCommand } from "@aws-sdk/client-ec2";
import { type RuleName, securityGroupRequests } from "../../core/requests/securityGroups";
import type { CallClients } from "../call/callClients";
import { ProtocolError } from "../http/protocolError";
import { dryRun } from "./dryRun";
import { sendChange } from "./sendChange";

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html */
export function revokeVpcIngress(clients: CallClients, rule: RuleName): Promise<undefined> {
  const command = new RevokeSecurityGroupIngressCommand(securityGroupRequests.revoke(rule).input);
  return sendChange(clients, {
    send: () => clients.ec2().send(command, clients.options),
    resultOf: ({ Return, RevokedSecurityGroupRules }) => {
      const revoked = (RevokedSecurityGroupRules ?? []).some(
        ({ SecurityGroupRuleId }) => SecurityGroupRuleId === rule.ruleId,
      );
      if (Return === false || !(Return || revoked)) {
        throw new ProtocolError(Return === false ? "refusedInside" : "withoutResult");
      }
      return undefined;
    },
    alreadyCode: "InvalidSecurityGroupRuleId.NotFound",
    // That it is not there any more is what the refusal says.
    look: async () => ({ whose: "ours", value: undefined }),
  });
}

/** Asks whether it would be allowed. */
export function dryRunRevokeVpcIngress(clients: CallClients, rule: RuleName): Promise<undefined> {
  const { input } = securityGroupRequests.dryRunRevoke(rule);
  return dryRun(clients, () =>
    clients.ec2().send(new RevokeSecurityGroupIngressCommand(input), clients.options),
  );
}
