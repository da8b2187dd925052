import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { CheckedHandler } from "./checkedHandler";

/** The longest wait for a connection, in milliseconds, so that an unreachable address is told from a slow answer. */
const connectionTimeout = 5_000;

// Each target is its own host; a list is read page after page, so few connections are enough.
const agentOptions = { keepAlive: true, maxSockets: 20 };

/** The request handlers that all clients share, with their connections kept alive. */
export class Handlers {
  readonly #httpAgent = new HttpAgent(agentOptions);
  readonly #httpsAgent = new HttpsAgent(agentOptions);
  readonly xml: CheckedHandler;
  readonly json: CheckedHandler;

  constructor() {
    const options = { connectionTimeout, httpAgent: this.#httpAgent, httpsAgent: this.#httpsAgent };
    this.xml = new CheckedHandler(options, "xml");
    this.json = new CheckedHandler(options, "json");
  }

  destroy(): void {
    this.#httpAgent.destroy();
    this.#httpsAgent.destroy();
  }
}
