import type { FailureKind } from "../../src/core/failures/failures";
import type { Strike } from "./attempt";

/** A row of the table: what goes wrong, and what is to come of it. */
export interface Fault {
  readonly name: string;
  /** What becomes of the attempts, begun anew for each cell. */
  readonly strike?: () => Strike;
  /** Where everything is asked instead: what is wrong is the connection itself. */
  readonly elsewhere?: () => Promise<string>;
  /** The time that a call has, in seconds, where it is not to wait long. */
  readonly seconds?: number;
  readonly read: End;
  readonly change: End;
  /** Where it is otherwise with an operation, or with one kind of them. */
  readonly but?: Readonly<Record<string, Partial<End>>>;
}

/** What comes of a fault. */
export interface End {
  /** What is shown; where it is absent, the answer itself. */
  readonly failure?: readonly [kind: FailureKind, code?: string];
  /** How often one request is sent. */
  readonly attempts: number;
  /** Of a change: whether AWS has made it. */
  readonly isMade?: boolean;
  /** Of a change: whether only a look can tell whether AWS has made it. */
  readonly inDoubt?: boolean;
}
