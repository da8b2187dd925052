import { Agent, createServer, type IncomingMessage, request as onward, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { paramsOf, serviceAsked } from "./asked";
import { type Answered, drop, type Strike } from "./attempt";
import type { Operation } from "./operation";
import { refusedBy } from "./refusals";

interface Armed {
  readonly operation: Operation;
  readonly strike: Strike;
  /** How often each request of the operation was sent, by the id that the SDK gives its attempts. */
  readonly attempts: Map<string, number>;
  /** Whether everything else is refused, once an attempt has come. */
  readonly blind: boolean;
}

const caughtUpPath = "/caught-up";

/** Stands before a sandbox and passes everything on, but for the operation under test. */
export class FaultyEndpoint {
  /** Called when an attempt of the operation under test has come. */
  onAttempt: () => void = () => undefined;
  readonly #server = createServer((request, response) => {
    this.#serve(request, response).catch(() => response.destroy());
  });
  readonly #agent = new Agent({ keepAlive: true });
  #behind = "";
  #url = "";
  #armed: Armed | undefined;
  /** What attempts of the operation under test have handed on, until it is carried out. */
  #carriedOut: Promise<unknown> = Promise.resolve();

  /** Listens, and resolves to the URL to ask instead of `behind`. */
  async start(behind: string): Promise<string> {
    this.#behind = behind;
    this.#server.keepAliveTimeout = 75_000;
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const { port } = this.#server.address() as AddressInfo;
    this.#url = `http://127.0.0.1:${port}`;
    return this.#url;
  }

  arm(operation: Operation, strike: Strike, { blind = false } = {}): void {
    this.#armed = { operation, strike, attempts: new Map(), blind };
  }

  disarm(): void {
    this.#armed = undefined;
  }

  /**
   * Resolves when all that was sent before has come. Of the operation under test it is dropped: who sent it has given
   * it up, and nothing may come of it in a fault that is armed next.
   */
  async caughtUp(): Promise<void> {
    if (this.#armed) {
      this.#armed = { ...this.#armed, strike: drop, attempts: new Map() };
    }
    await fetch(new URL(caughtUpPath, this.#url));
    await this.#carriedOut;
  }

  /** How often the operation was sent since the fault is there. */
  get attempts(): number {
    return [...(this.#armed?.attempts.values() ?? [])].reduce((sum, each) => sum + each, 0);
  }

  close(): Promise<void> {
    this.#agent.destroy();
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === caughtUpPath) {
      response.end();
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks);
    const params = paramsOf(request, body.toString("utf8"));
    const forward = () => this.#forward(request, body);
    const carryOut = () => {
      const answered = forward();
      this.#carriedOut = Promise.allSettled([this.#carriedOut, answered]);
      return answered;
    };
    const armed = this.#armed;
    if (armed?.operation.is(params)) {
      const id = String(request.headers["amz-sdk-invocation-id"]);
      const { operation, strike, attempts } = armed;
      attempts.set(id, (attempts.get(id) ?? 0) + 1);
      this.onAttempt();
      const nth = operation.kind === "change" ? this.attempts : (attempts.get(id) ?? 0);
      await strike({ operation, params, headers: request.headers, nth, response, forward: carryOut });
    } else if (armed?.blind && armed.attempts.size > 0) {
      refuse(response, params);
    } else {
      // Who gave a change up too early looks at what it came to, on a machine that is busy as well.
      await this.#carriedOut;
      const { status, headers, body: answer } = await forward();
      response.writeHead(status, headers).end(answer);
    }
  }

  #forward({ headers, method = "", url = "" }: IncomingMessage, body: Buffer): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const to = new URL(url, this.#behind);
      const passed = onward(to, { method, headers, agent: this.#agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: {
              "content-type": answer.headers["content-type"] ?? "",
              "x-amzn-requestid": String(answer.headers["x-amzn-requestid"]),
              ...errorType(answer.headers["x-amzn-errortype"]),
            },
            body: Buffer.concat(chunks),
          }),
        );
      });
      passed.on("error", reject);
      passed.end(body);
    });
  }
}

/** The credentials may not ask. */
function refuse(response: ServerResponse, params: URLSearchParams): void {
  const service = serviceAsked(params);
  if (service) {
    const { status, headers, body } = refusedBy(service, "AccessDenied", 403);
    response.writeHead(status, headers).end(body);
  } else {
    response.writeHead(403).end();
  }
}

function errorType(type: string | readonly string[] | undefined): Readonly<Record<string, string>> {
  return type === undefined ? {} : { "x-amzn-errortype": String(type) };
}
