import {
  AuthorizeCacheSecurityGroupIngressCommand,
  type AuthorizeCacheSecurityGroupIngressCommandOutput,
  RevokeCacheSecurityGroupIngressCommand,
  type RevokeCacheSecurityGroupIngressCommandOutput,
} from "@aws-sdk/client-elasticache";
import { type CacheSecurityGroup, grantKey } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import { cacheSecurityGroupRequests } from "../../core/requests/cacheSecurityGroups";
import type { Changed } from "../api/cacheSecurityGroups";
import type { CallClients } from "../call/callClients";
import { changedGroup } from "./cacheSecurityGroupOf";
import { describeCacheSecurityGroup } from "./describeCacheSecurityGroup";
import { type ChangeRequest, sendChange } from "./sendChange";

type Output = AuthorizeCacheSecurityGroupIngressCommandOutput | RevokeCacheSecurityGroupIngressCommandOutput;

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_AuthorizeCacheSecurityGroupIngress.html */
export function authorizeIngress(clients: CallClients, ingress: Ingress): Promise<Changed> {
  const { input } = cacheSecurityGroupRequests.authorize(ingress);
  const command = new AuthorizeCacheSecurityGroupIngressCommand(input);
  return sendChange(clients, {
    ...common(clients, ingress, { granted: true }),
    send: () => clients.elastiCache().send(command, clients.options),
    alreadyCode: "AuthorizationAlreadyExists",
  });
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_RevokeCacheSecurityGroupIngress.html */
export function revokeIngress(clients: CallClients, ingress: Ingress): Promise<Changed> {
  const { input } = cacheSecurityGroupRequests.revoke(ingress);
  const command = new RevokeCacheSecurityGroupIngressCommand(input);
  return sendChange(clients, {
    ...common(clients, ingress, { granted: false }),
    send: () => clients.elastiCache().send(command, clients.options),
    alreadyCode: "AuthorizationNotFound",
  });
}

function common(
  clients: CallClients,
  ingress: Ingress,
  { granted }: { readonly granted: boolean },
): Pick<ChangeRequest<Output, Changed>, "resultOf" | "look"> {
  const name = ingress.cacheSecurityGroupName;
  return {
    resultOf: (output) => ({ group: changedGroup(output.CacheSecurityGroup, name) }),
    look: async () => {
      const group = await describeCacheSecurityGroup(clients, name);
      return isGranted(group, ingress) === granted
        ? { whose: "ours", value: { group } }
        : { whose: "notKnown" };
    },
  };
}

/** A grant that is being revoked counts as gone. */
function isGranted(group: CacheSecurityGroup, ingress: Ingress): boolean {
  const grant = group.grants.find((each) => grantKey(each) === grantKey(ingress));
  return grant !== undefined && !/^revok(?:ing|ed)$/.test(grant.status);
}
