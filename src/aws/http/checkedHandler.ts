import { Readable } from "node:stream";
import { NodeHttpHandler, type NodeHttpHandlerOptions } from "@smithy/node-http-handler";
import { type Attempts, attemptsOf, mayHaveArrived } from "./attempts";
import { type AnswerFormat, checkAnswer } from "./checkAnswer";
import { readBody } from "./readBody";

type Handle = NodeHttpHandler["handle"];

/**
 * The SDK's request handler, with each answer read and checked before the SDK sees it. An attempt whose body
 * breaks off or is not the API's fails within the SDK's retries, like one that was never answered.
 */
export class CheckedHandler extends NodeHttpHandler {
  readonly #format: AnswerFormat;

  constructor(options: NodeHttpHandlerOptions, format: AnswerFormat) {
    super(options);
    this.#format = format;
  }

  override async handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    const signal = options?.abortSignal instanceof AbortSignal ? options.abortSignal : undefined;
    const attempts = signal && attemptsOf(signal);
    if (attempts) {
      attempts.count++;
      attempts.endpoint = request.port ? `${request.hostname}:${request.port}` : request.hostname;
    }
    const { response } = await noting(attempts, super.handle(request, options));
    if (response.body instanceof Readable) {
      const body = await readBody(response.body, response.statusCode, signal);
      checkAnswer({ status: response.statusCode, headers: response.headers, body }, this.#format);
      response.body = body;
    }
    return { response };
  }
}

async function noting<T>(attempts: Attempts | undefined, answer: Promise<T>): Promise<T> {
  try {
    const value = await answer;
    if (attempts) {
      attempts.received = true;
    }
    return value;
  } catch (error) {
    if (attempts && mayHaveArrived(error)) {
      attempts.received = true;
    }
    throw error;
  }
}
