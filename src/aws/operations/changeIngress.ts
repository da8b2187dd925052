import type {
  AuthorizeCacheSecurityGroupIngressCommandOutput,
  RevokeCacheSecurityGroupIngressCommandOutput,
} from "@aws-sdk/client-elasticache";
import {
  AuthorizeCacheSecurityGroupIngressCommand,
  RevokeCacheSecurityGroupIngressCommand,
} from "@aws-sdk/client-elasticache";
import { type CacheSecurityGroup, grantKey } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import { cacheSecurityGroupRequests } from "../../core/requests/cacheSecurityGroups";
import type { Changed } from "../api/cacheSecurityGroups";
import type { CallClients } from "../call/callClients";
import { serviceErrorOf } from "../failures/serviceError";
import { cacheSecurityGroupOf } from "./cacheSecurityGroupOf";
import { describeCacheSecurityGroup } from "./describeCacheSecurityGroup";

type Output = AuthorizeCacheSecurityGroupIngressCommandOutput | RevokeCacheSecurityGroupIngressCommandOutput;

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_AuthorizeCacheSecurityGroupIngress.html */
export function authorizeIngress(clients: CallClients, ingress: Ingress): Promise<Changed> {
  const command = new AuthorizeCacheSecurityGroupIngressCommand(
    cacheSecurityGroupRequests.authorize(ingress).input,
  );
  const send = (): Promise<Output> => clients.elastiCache().send(command, clients.options);
  return change(clients, ingress, send, { refusal: "AuthorizationAlreadyExists", granted: true });
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_RevokeCacheSecurityGroupIngress.html */
export function revokeIngress(clients: CallClients, ingress: Ingress): Promise<Changed> {
  const command = new RevokeCacheSecurityGroupIngressCommand(
    cacheSecurityGroupRequests.revoke(ingress).input,
  );
  const send = (): Promise<Output> => clients.elastiCache().send(command, clients.options);
  return change(clients, ingress, send, { refusal: "AuthorizationNotFound", granted: false });
}

/** What a retry is refused with when its first attempt had made the change, and the state that this leaves. */
interface Lost {
  readonly refusal: string;
  readonly granted: boolean;
}

async function change(
  clients: CallClients,
  ingress: Ingress,
  send: () => Promise<Output>,
  lost: Lost,
): Promise<Changed> {
  try {
    const output = await send();
    const group = cacheSecurityGroupOf(output.CacheSecurityGroup);
    clients.answered(output.$metadata);
    return { group, ...withRequestId(output.$metadata.requestId) };
  } catch (error) {
    const answered = serviceErrorOf(error);
    if (answered?.code !== lost.refusal || answered.attempts === 1) {
      throw error;
    }
    const group = await describeCacheSecurityGroup(clients, ingress.cacheSecurityGroupName);
    if (isGranted(group, ingress) !== lost.granted) {
      throw error;
    }
    return { group, ...withRequestId(answered.requestId) };
  }
}

/** A grant that is being revoked counts as gone. */
function isGranted(group: CacheSecurityGroup, ingress: Ingress): boolean {
  const grant = group.grants.find((each) => grantKey(each) === grantKey(ingress));
  return grant !== undefined && !/^revok(?:ing|ed)$/.test(grant.status);
}

function withRequestId(requestId: string | undefined): { readonly requestId?: string } {
  return requestId === undefined ? {} : { requestId };
}
