import type { AwsApi } from "../../../src/aws/api";
import type { Params } from "../../../src/commands/command";
import type { FailureKind } from "../../../src/core/failures/failures";
import type { ApiRequest } from "../../../src/core/requests/request";

/** What something can be refused with, whatever it is: each operation has a code of its own for it. */
export type RefusalName = "notFound" | "invalidState" | "alreadyExists";

export type Refusals = Readonly<Record<RefusalName, readonly [kind: FailureKind, code: string]>>;

/**
 * What is particular to an operation where its answer is lost or damaged. `sameAgain`: the retry is answered as if it
 * were the first; `goneAgain`: the retry's refusal says that it is gone; `looksFirst`: it is not sent where nothing
 * can be looked at.
 */
export type Trait = "sameAgain" | "goneAgain" | "looksFirst";

/** A request that a change sends. */
export interface SentRequest {
  /** With whatever input: what is sent is made of the params. */
  readonly request: ApiRequest;
  /** The call of the AWS side that sends it. */
  readonly call: keyof AwsApi;
  /** What it is refused with where something is in its way, and the kind of that. */
  readonly refusals: Refusals;
  readonly traits?: readonly Trait[];
  /** Laid over the params of the case, where another request of the change needs others. */
  readonly params?: Params;
}
