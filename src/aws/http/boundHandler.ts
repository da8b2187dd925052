import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { CheckedHandler } from "./checkedHandler";

type Handle = NodeHttpHandler["handle"];

/** A handler for a client that somebody else makes, and whose requests cannot be given a signal: they have this one. */
export class BoundHandler extends NodeHttpHandler {
  readonly #handler: CheckedHandler;
  readonly #abortSignal: AbortSignal;

  constructor(handler: CheckedHandler, abortSignal: AbortSignal) {
    super({});
    this.#handler = handler;
    this.#abortSignal = abortSignal;
  }

  override handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    return this.#handler.handle(request, { ...options, abortSignal: this.#abortSignal });
  }

  /** The connections are the shared handler's. */
  override destroy(): void {}
}
