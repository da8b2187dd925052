import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { Operation } from "./operation";

/** One attempt of the operation under test, as it reached the endpoint. */
export interface Attempt {
  readonly operation: Operation;
  readonly params: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** 1 for the first attempt, 2 for the next: of a change in all, of a read for each request that is made of it. */
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

export function send({ response }: Attempt, { status, headers, body }: Answered): void {
  response.writeHead(status, { "content-length": body.length, ...headers }).end(body);
}

/** It is carried out, and answered as the sandbox answers it. */
export const pass: Strike = async (attempt) => send(attempt, await attempt.forward());

/** The connection is dropped; nothing was done. */
export const drop: Strike = ({ response }) => void response.destroy();

/** It is carried out, and the connection dropped. */
export const lose: Strike = async (attempt) => {
  await attempt.forward();
  attempt.response.destroy();
};

/** An answer that the endpoint thinks of, where nothing was done. */
export function say(
  body: string | Buffer,
  status = 200,
  headers: Readonly<Record<string, string>> = { "content-type": "text/xml" },
): Strike {
  const bytes = Buffer.from(body);
  return (attempt) => send(attempt, { status, headers, body: bytes });
}

/** The same in place of the answer, where it was carried out. */
export function sayInstead(...said: Parameters<typeof say>): Strike {
  const saying = say(...said);
  return async (attempt) => {
    await attempt.forward();
    await saying(attempt);
  };
}

/** These in turn, and the last one from then on. */
export function inTurn(...strikes: readonly [Strike, ...Strike[]]): Strike {
  return (attempt) => strikes[Math.min(attempt.nth, strikes.length) - 1]?.(attempt);
}

/** It is carried out, and its answer is changed on the way. */
export function changed(change: (answered: Answered, attempt: Attempt) => Partial<Answered>): Strike {
  return async (attempt) => {
    const answered = await attempt.forward();
    send(attempt, { ...answered, ...change(answered, attempt) });
  };
}

/** The same with the text of the answer. */
export function rewritten(change: (text: string, attempt: Attempt) => string | Buffer): Strike {
  return changed(({ body }, attempt) => ({ body: Buffer.from(change(body.toString("utf8"), attempt)) }));
}

/** The bytes go out as they are, whatever HTTP asks for; then the connection ends. */
export function sendRaw({ response }: Attempt, head: readonly string[], body: Buffer): void {
  const { socket } = response;
  socket?.end(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`, "latin1"), body]));
}
