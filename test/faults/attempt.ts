import type { ServerResponse } from "node:http";
import type { Operation } from "./operation";

/** One attempt of the operation under test, as it reached the endpoint. */
export interface Attempt {
  readonly operation: Operation;
  readonly params: URLSearchParams;
  /** 1 for the first attempt of a request, 2 for its first retry; each page of a list is a request. */
  readonly nth: number;
  readonly response: ServerResponse;
  /** Passes it on to the sandbox, which carries it out. */
  forward(): Promise<Answered>;
}

/** An answer, as it may be sent on, whole or in another way. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What becomes of an attempt. */
export type Strike = (attempt: Attempt) => void | Promise<void>;

/** The attempt is answered as the sandbox answers it. */
export const pass: Strike = async (attempt) => send(attempt, await attempt.forward());

/** The connection is dropped; nothing was done. */
export const drop: Strike = ({ response }) => void response.destroy();

export function send({ response }: Attempt, { status, headers, body }: Answered): void {
  response.writeHead(status, { "content-length": body.length, ...headers }).end(body);
}

/** An answer that the endpoint thinks of, where nothing was done. */
export function say(body: string | Buffer, status = 200, type = "text/xml", more: object = {}): Strike {
  const bytes = Buffer.from(body);
  return (attempt) => send(attempt, { status, headers: { "content-type": type, ...more }, body: bytes });
}

/** These in turn, and the last one from then on. */
export function inTurn(...strikes: readonly [Strike, ...Strike[]]): Strike {
  return (attempt) => strikes[Math.min(attempt.nth, strikes.length) - 1]?.(attempt);
}

/** It is carried out, and its answer is changed on the way. */
export function changed(change: (answered: Answered, attempt: Attempt) => Answered): Strike {
  return async (attempt) => send(attempt, change(await attempt.forward(), attempt));
}
