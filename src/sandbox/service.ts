import type { Caller } from "./authenticate";
import type { Params } from "./params";
import type { RegionState } from "./regionState";
import type { XmlObject } from "./xml";

/** One request, its signature checked, in whichever way it was written. */
export interface CallBase extends Caller {
  readonly action: string;
  /** What the account has in the region. */
  readonly state: RegionState;
  /** What any account has in this region: groups of peered accounts are looked up there. */
  stateOf(accountId: string): RegionState | undefined;
  /** Throws where the caller may not do this other action, which the one asked for includes: `iam:PassRole`. */
  alsoNeeds(action: string): void;
  /** Milliseconds, by the sandbox's clock. */
  readonly now: number;
  /** Milliseconds since 1970, by the sandbox's calendar. */
  readonly today: number;
  readonly requestId: string;
}

/** One request to one operation of a Query service. */
export interface Call extends CallBase {
  readonly params: Params;
}

/** Answers with the members of its result, or throws an `ApiError`. */
export type Operation = (call: Call) => XmlObject | undefined;

/** What every service has, however its requests are written. */
export interface Answered {
  /** As in the credential scope and in IAM's actions (`elasticache`). */
  readonly name: string;
  readonly operations: ReadonlyMap<string, unknown>;
  readonly contentType: string;
  /** The body of a refusal. */
  failure(error: WireError, requestId: string): string;
  /** What of a refusal stands in the answer's head. */
  failureHead?(
    error: WireError,
  ): Pick<WireError, "status"> & { readonly headers: Readonly<Record<string, string>> };
}

export interface Service extends Answered {
  readonly version: string;
  readonly operations: ReadonlyMap<string, Operation>;
  /** The error for an action that the service does not have. */
  unknownAction(action: string): Error;
  success(action: string, result: XmlObject | undefined, requestId: string): string;
}

export interface WireError {
  readonly code: string;
  readonly message: string;
  readonly status: number;
}
