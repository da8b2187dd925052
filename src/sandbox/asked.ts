import type { Answered, CallBase } from "./service";

/** What a request asks for, in whichever way it was written. */
export interface Asked {
  readonly service: Answered;
  /** As it is logged, whether or not there is such an operation. */
  readonly action: string;
  /** What it is about: a group's name, or an id. */
  readonly subject?: string | undefined;
  /** Checks it, and says what its operation answers with. Called once the signature is known to be good. */
  operation(): (call: CallBase) => string;
}
