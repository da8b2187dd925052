import { contractCases } from "../wire/changes/contractCases";
import { type ChangeOperation, columnOf } from "./operation";

/** A column for each request that the cases of the contract send, brought about as they do. */
export const changeColumns: readonly ChangeOperation[] = Object.entries(contractCases).flatMap(
  ([command, { target, prepare, sends = [] }]) =>
    sends.map(
      ({ request, call, refusals, traits = [], params }): ChangeOperation => ({
        name: request.action,
        ...columnOf(request),
        kind: "change",
        traits,
        target,
        calls: [call],
        how: command,
        command,
        prepare: async (world) => ({ ...(await prepare(world)), confirmed: true, ...params }),
        refusals,
      }),
    ),
);
