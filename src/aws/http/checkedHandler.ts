import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { isRefusal } from "../failures/codes";
import { FailureError } from "../failures/failureError";
import type { AnswerFormat } from "./answer";
import { Attempts, attemptsOf } from "./attempts";
import { checkAnswer } from "./checkAnswer";
import { elementsLeftOut } from "./leaveOut";
import { mayHaveArrived } from "./mayHaveArrived";
import { ProtocolError } from "./protocolError";
import { readBody } from "./readBody";
import { refusalOf } from "./refusalOf";
import type { Agents, Route } from "./route";

type Handle = NodeHttpHandler["handle"];

/** The longest wait for a connection, in milliseconds, so that an unreachable address is told from a slow answer. */
const connectionTimeout = 5_000;

/** Bytes of a body that take longer to parse than a turn of the event loop does: some milliseconds. */
const largeBody = 64 * 1024;

/**
 * The SDK's request handler, with each answer read and checked before the SDK sees it. An attempt whose body
 * breaks off or is not the API's fails within the SDK's retries, like one that was never answered.
 */
export class CheckedHandler extends NodeHttpHandler {
  readonly #route: Route;
  readonly #format: AnswerFormat;
  readonly #byAgents = new Map<Agents, NodeHttpHandler>();
  /** By scheme, host and port: which way out a request takes is decided once. */
  readonly #byOrigin = new Map<string, NodeHttpHandler>();

  constructor(route: Route, format: AnswerFormat) {
    super({});
    this.#route = route;
    this.#format = format;
  }

  override async handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    const host = request.port ? `${request.hostname}:${request.port}` : request.hostname;
    const signal = options?.abortSignal instanceof AbortSignal ? options.abortSignal : undefined;
    const attempts = signal ? attemptsOf(signal) : new Attempts();
    attempts.begin(host);
    try {
      const { response } = await this.#handlerFor(`${request.protocol}//${host}`).handle(request, options);
      if (response.body instanceof Readable) {
        const status = response.statusCode;
        const body = await readBody(response.body, { status, signal, without: elementsLeftOut(signal) });
        const answer = { status, headers: response.headers, body };
        checkAnswer(answer, this.#format, actionOf(request.body), request.method === "DELETE");
        attempts.noteDate(response.headers["date"]);
        const refusal = refusalOf(answer, this.#format);
        attempts.failed = refusal;
        attempts.end({ mayBeDone: !refusal || !isRefusal(refusal.code, status) });
        response.body = body;
        if (body.length > largeBody) {
          // Reading it was work enough for one turn, and parsing it is for another.
          await setImmediate();
        }
      }
      return { response };
    } catch (error) {
      attempts.end({ mayBeDone: mayHaveBeenDone(error) });
      if (!signal?.aborted) {
        attempts.failed = { answered: false, error };
      }
      throw error;
    }
  }

  /** The agents belong to the route, which ends them. */
  override destroy(): void {}

  #handlerFor(origin: string): NodeHttpHandler {
    const known = this.#byOrigin.get(origin);
    if (known) {
      return known;
    }
    const agents = this.#route.agentsFor(new URL(origin));
    const handler = this.#byAgents.get(agents) ?? handlerWith(agents);
    this.#byAgents.set(agents, handler);
    this.#byOrigin.set(origin, handler);
    return handler;
  }
}

/** The operation that a request of the Query protocol asks for. */
function actionOf(body: unknown): string | undefined {
  return typeof body === "string" ? /(?:^|&)Action=([A-Za-z0-9]+)/.exec(body)?.[1] : undefined;
}

/** What is not the API's answer is no refusal; a proxy that wants a password has passed nothing on. */
function mayHaveBeenDone(error: unknown): boolean {
  if (error instanceof ProtocolError) {
    return error.fault !== "proxyAuthentication";
  }
  // What is wrong with a setting was found before anything was sent.
  return !(error instanceof FailureError) && mayHaveArrived(error);
}

function handlerWith({ http, https }: Agents): NodeHttpHandler {
  const options = { connectionTimeout, httpAgent: http };
  if (https) {
    return new NodeHttpHandler({ ...options, httpsAgent: https });
  }
  // The handler would make an agent of its own. Its warning about busy agents cannot do without one.
  const handler = new NodeHttpHandler({ ...options, socketAcquisitionWarningTimeout: 2 ** 31 - 1 });
  handler.updateHttpClientConfig("httpsAgent", undefined);
  return handler;
}
