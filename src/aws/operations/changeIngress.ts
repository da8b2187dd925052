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
import type { Changed } from "../api";
import type { CallClients } from "../call/callClients";
import { serviceErrorOf } from "../failures/serviceError";
import { cacheSecurityGroupOf } from "./cacheSecurityGroupOf";
import { describeCacheSecurityGroup } from "./describeCacheSecurityGroup";

type Output = AuthorizeCacheSecurityGroupIngressCommandOutput | RevokeCacheSecurityGroupIngressCommandOutput;

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_AuthorizeCacheSecurityGroupIngress.html */
export function authorizeIngress(line: CallClients, ingress: Ingress): Promise<Changed> {
  const command = new AuthorizeCacheSecurityGroupIngressCommand(inputOf(ingress));
  const send = (): Promise<Output> => line.elastiCache().send(command, line.options);
  return change(line, ingress, send, { refusal: "AuthorizationAlreadyExists", granted: true });
}

/** https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_RevokeCacheSecurityGroupIngress.html */
export function revokeIngress(line: CallClients, ingress: Ingress): Promise<Changed> {
  const command = new RevokeCacheSecurityGroupIngressCommand(inputOf(ingress));
  const send = (): Promise<Output> => line.elastiCache().send(command, line.options);
  return change(line, ingress, send, { refusal: "AuthorizationNotFound", granted: false });
}

/** What a retry is refused with when its first attempt had made the change, and the state that this leaves. */
interface Lost {
  readonly refusal: string;
  readonly granted: boolean;
}

async function change(
  line: CallClients,
  ingress: Ingress,
  send: () => Promise<Output>,
  lost: Lost,
): Promise<Changed> {
  try {
    const output = await send();
    const group = cacheSecurityGroupOf(output.CacheSecurityGroup);
    line.answered(output.$metadata);
    return { group, afterRetry: false, ...withRequestId(output.$metadata.requestId) };
  } catch (error) {
    const answered = serviceErrorOf(error);
    if (answered?.code !== lost.refusal || answered.attempts === 1) {
      throw error;
    }
    const group = await describeCacheSecurityGroup(line, ingress.cacheSecurityGroupName);
    if (isGranted(group, ingress) !== lost.granted) {
      throw error;
    }
    return { group, afterRetry: true, ...withRequestId(answered.requestId) };
  }
}

/** A grant that is being revoked counts as gone. */
function isGranted(group: CacheSecurityGroup, ingress: Ingress): boolean {
  const grant = group.grants.find((each) => grantKey(each) === grantKey(ingress));
  return grant !== undefined && !/^revok(?:ing|ed)$/.test(grant.status);
}

function inputOf(ingress: Ingress) {
  return {
    CacheSecurityGroupName: ingress.cacheSecurityGroupName,
    EC2SecurityGroupName: ingress.ec2SecurityGroupName,
    EC2SecurityGroupOwnerId: ingress.ec2SecurityGroupOwnerId,
  };
}

function withRequestId(requestId: string | undefined): { readonly requestId?: string } {
  return requestId === undefined ? {} : { requestId };
}
