import assert from "node:assert/strict";
import type { AwsApi } from "../../src/aws/api";
import type { CacheKind } from "../../src/core/caches/cache";
import type { ApiRequest } from "../../src/core/requests/request";
import { contractCases } from "../wire/changes/contractCases";
import { type ChangeOperation, columnOf } from "./operation";

type Refusals = ChangeOperation["refusals"];

/** A change, brought about as the contract of its command does. */
export function change(
  request: ApiRequest,
  call: keyof AwsApi,
  command: string,
  refusals: Refusals,
): ChangeOperation {
  const { target, prepare } = contractCases[command] ?? assert.fail(command);
  return {
    name: request.action,
    ...columnOf(request),
    kind: "change",
    target,
    calls: [call],
    how: command,
    command,
    prepare: async (world) => ({ ...(await prepare(world)), confirmed: true }),
    refusals,
  };
}

/** Each kind of cache has an operation of its own for the groups that it has. */
export function attach(request: ApiRequest, cacheKind: CacheKind, cacheId: string, refusals: Refusals) {
  const attached = change(request, "replaceCacheGroups", "attachSecurityGroup", refusals);
  return {
    ...attached,
    prepare: async (world) => ({ ...(await attached.prepare(world)), cacheKind, cacheId }),
  } satisfies ChangeOperation;
}

export const cacheSecurityGroupRefusals: Refusals = {
  notFound: ["notFound", "CacheSecurityGroupNotFound"],
  invalidState: ["invalidState", "InvalidCacheSecurityGroupState"],
  alreadyExists: ["alreadyExists", "CacheSecurityGroupAlreadyExists"],
};
