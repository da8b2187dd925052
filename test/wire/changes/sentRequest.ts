import type { AwsApi } from "../../../src/aws/api";
import type { Params } from "../../../src/commands/command";
import type { FailureKind } from "../../../src/core/failures/failures";
import type { ApiRequest } from "../../../src/core/requests/request";
import type { CommandWorld } from "../../support/commandWorld";

/** What something can be refused with, whatever it is: each operation has a code of its own for it. */
export type RefusalName = "notFound" | "invalidState" | "alreadyExists";

export type Refusals = Readonly<Record<RefusalName, readonly [kind: FailureKind, code: string]>>;

/**
 * What is particular to an operation where its answer is lost or damaged. `sameAgain`: the retry is answered as if it
 * were the first; `goneAgain`: the retry's refusal says that it is gone; `looksFirst`: it is not sent where nothing
 * can be looked at; `noBody`: nothing is answered. And to what comes of it: `goneIsWell`: what is not there is what was
 * wanted; `elseSwept`: where it fails, this extension will do what it was to do; `holdsNothing`: whether it was made is
 * all the same.
 */
export type Trait =
  | "sameAgain"
  | "goneAgain"
  | "looksFirst"
  | "noBody"
  | "goneIsWell"
  | "elseSwept"
  | "holdsNothing";

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
  /** Brings about what this request needs besides; what it gives is laid over the params too. */
  readonly prepare?: (world: CommandWorld, params: Params) => Promise<Params>;
  /**
   * Brings about once more, in a world in which it was made, what it needs: with these params, or others. It asks for
   * little, where a new world asks for everything.
   */
  readonly again?: (world: CommandWorld, params: Params) => Promise<Params>;
}
