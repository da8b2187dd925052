import type { Caller } from "./authenticate";
import type { Params } from "./params";
import type { RegionState } from "./regionState";
import type { XmlObject } from "./xml";

/** One request to one operation, its signature checked. */
export interface Call extends Caller {
  readonly action: string;
  readonly params: Params;
  /** What the account has in the region. */
  readonly state: RegionState;
  /** What any account has in this region: groups of peered accounts are looked up there. */
  stateOf(accountId: string): RegionState | undefined;
  /** Throws where the caller may not do this other action, which the one asked for includes. */
  alsoNeeds(action: string): void;
  /** Milliseconds, by the sandbox's clock. */
  readonly now: number;
  readonly requestId: string;
}

/** Answers with the members of its result, or throws an `ApiError`. */
export type Operation = (call: Call) => XmlObject | undefined;

export interface Service {
  /** As in the credential scope and in IAM's actions (`elasticache`). */
  readonly name: string;
  readonly version: string;
  readonly operations: ReadonlyMap<string, Operation>;
  /** The error for an action that the service does not have. */
  unknownAction(action: string): Error;
  success(action: string, result: XmlObject | undefined, requestId: string): string;
  failure(error: WireError, requestId: string): string;
}

export interface WireError {
  readonly code: string;
  readonly message: string;
  readonly status: number;
}
