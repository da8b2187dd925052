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
import { ProtocolError } from "../http/protocolError";
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
    resultOf: (output) => {
      const group = changedGroup(output.CacheSecurityGroup, name);
      if (granted !== isSaidToBeIn(group, ingress, granted)) {
        throw new ProtocolError("withoutResult");
      }
      return { group };
    },
    look: async () => {
      const group = await describeCacheSecurityGroup(clients, name);
      return isGranted(group, ingress) === granted
        ? { whose: "ours", value: { group } }
        : { whose: "notKnown" };
    },
  };
}

/**
 * Whether a change's own answer says that the grant is in. One with a status that nobody knows is, after it was
 * authorized, and is not, after it was revoked: what it means is for the next look to tell.
 */
function isSaidToBeIn(group: CacheSecurityGroup, ingress: Ingress, granted: boolean): boolean {
  const status = statusIn(group, ingress);
  return granted ? status !== undefined && !isGoing.test(status) : /^authoriz(?:ing|ed)$/.test(status ?? "");
}

/** A grant that is being revoked counts as gone. */
function isGranted(group: CacheSecurityGroup, ingress: Ingress): boolean {
  const status = statusIn(group, ingress);
  return status !== undefined && !isGoing.test(status);
}

const isGoing = /^revok(?:ing|ed)$/;

function statusIn(group: CacheSecurityGroup, ingress: Ingress): string | undefined {
  return group.grants.find((each) => grantKey(each) === grantKey(ingress))?.status;
}
