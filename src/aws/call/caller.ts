import type { Outcome } from "../../core/outcome";
import type { ApiRequest } from "../../core/requests/request";
import type { Target } from "../../core/target";
import type { CallOptions } from "../callOptions";
import type { CallClients } from "./callClients";

/** What an operation does once it has clients: its requests, and what their answers come to. */
export type Work<T> = (clients: CallClients) => Promise<T>;

/** Runs one call: its profile, its clients, its time-out, its failure. */
export type Caller = <T>(
  target: Target,
  request: ApiRequest,
  options: CallOptions | undefined,
  work: Work<T>,
) => Promise<Outcome<T>>;
