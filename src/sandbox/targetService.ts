import type { JsonObject } from "./jsonObject";
import type { Answered, CallBase } from "./service";

/** One request to one operation of a service of the AWS JSON protocol, its signature checked. */
export interface TargetCall extends CallBase {
  readonly body: JsonObject;
}

/** Answers with the members of its result, or throws an `ApiError`. */
export type TargetOperation = (call: TargetCall) => JsonObject;

/**
 * A service of the AWS JSON protocol.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export interface TargetService extends Answered {
  /** What stands before an operation's name in the header that names it. */
  readonly target: string;
  readonly operations: ReadonlyMap<string, TargetOperation>;
}
