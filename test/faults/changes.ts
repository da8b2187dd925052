import type { cacheSecurityGroupRequests } from "../../src/core/requests/cacheSecurityGroups";
import type { cacheRequests } from "../../src/core/requests/caches";
import type { ruleEndRequests } from "../../src/core/requests/ruleEnds";
import type { scheduleRequests } from "../../src/core/requests/schedules";
import type { securityGroupRequests } from "../../src/core/requests/securityGroups";
import { contractCases } from "../wire/changes/contractCases";
import { type ChangeOperation, columnOf } from "./operation";

/** A column for each request that the cases of the contract send, brought about as they do. */
export const changeColumns: readonly ChangeOperation[] = Object.entries(contractCases).flatMap(
  ([command, { target, prepare, sends = [] }]) =>
    sends.map(
      ({ request, call, refusals, traits = [], params, prepare: besides, again }): ChangeOperation => ({
        name: request.action,
        ...columnOf(request),
        kind: "change",
        traits,
        target,
        calls: [call],
        how: command,
        command,
        prepare: async (world) => {
          const whole = { ...(await prepare(world)), confirmed: true, ...params };
          return { ...whole, ...(await besides?.(world, whole)) };
        },
        refusals,
        ...(again ? { again } : {}),
      }),
    ),
);

type Written<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends (...given: never[]) => {
    readonly writes: true;
    readonly action: infer Action extends string;
  }
    ? Action
    : never;
}[keyof Table];

/** Every operation that changes something: one that is not named here does not compile, and each has a column. */
export const written: Readonly<
  Record<
    | Written<typeof cacheSecurityGroupRequests>
    | Written<typeof cacheRequests>
    | Written<typeof securityGroupRequests>
    | Written<typeof ruleEndRequests>
    | Written<typeof scheduleRequests>,
    true
  >
> = {
  AuthorizeCacheSecurityGroupIngress: true,
  RevokeCacheSecurityGroupIngress: true,
  CreateCacheSecurityGroup: true,
  DeleteCacheSecurityGroup: true,
  AuthorizeSecurityGroupIngress: true,
  RevokeSecurityGroupIngress: true,
  CreateTags: true,
  DeleteTags: true,
  CreateScheduleGroup: true,
  CreateSchedule: true,
  UpdateSchedule: true,
  DeleteSchedule: true,
  ModifyCacheCluster: true,
  ModifyReplicationGroup: true,
  ModifyServerlessCache: true,
};
