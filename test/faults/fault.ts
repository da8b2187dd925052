import type { FailureKind } from "../../src/core/failures/failures";
import type { Strike } from "./attempt";
import type { Operation } from "./operation";

/** Faults of one kind, under one heading. */
export interface FaultGroup {
  readonly heading: string;
  /** What holds for all of them, in a sentence or two. */
  readonly about: string;
  readonly faults: readonly Fault[];
}

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
  /** Where it is otherwise with an operation, a service, one kind of operation, or those of a trait. */
  readonly but?: Exceptions;
}

/** By the name of an operation, a service, a kind of operation, or a trait. */
export type Exceptions = Readonly<Record<string, Partial<End>>>;

/** What comes of a fault. */
export interface End {
  /** What is shown; where it is absent, the answer itself. */
  readonly failure?: Shown | ((operation: Operation) => Shown) | undefined;
  /** How often one request is sent. */
  readonly attempts: number;
  /** Whether other requests of it were answered before, and are no end: pages of a list, say. */
  readonly afterAnswers?: boolean;
  /** The status of the answer, where that is not the usual one. */
  readonly status?: number;
  /** The answer says something else than what is there, and that is shown. */
  readonly isNews?: boolean;
  /** Of a change: whether AWS has made it. Where it is absent, it has where nothing failed. */
  readonly isMade?: boolean;
  /** Of a change: whether only a look can tell whether AWS has made it. */
  readonly inDoubt?: boolean;
}

export type Shown = readonly [kind: FailureKind, code?: string];
