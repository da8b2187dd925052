import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";

/** What an endpoint answers in place of the API: an error that holds something of what it was told. */
export interface Repeated {
  readonly code: string;
  readonly message: string;
  readonly requestId: string;
}

/**
 * Stands before a sandbox under an address with a user and a password, and repeats them: in errors, or in what
 * accompanies a good answer.
 */
export class Repeater {
  /** The user and the password, as they stand in the address. */
  readonly pair: string;
  /** What it answers to an action; where nothing, the sandbox does. */
  error: (action: string, request: string) => Repeated | undefined = () => undefined;
  /** What stands for the request id of the sandbox's answers. */
  requestId: string | undefined;
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  #behind = "";

  constructor(pair: string) {
    this.pair = pair;
  }

  async start(endpoint: string): Promise<string> {
    this.#behind = endpoint;
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const { port } = this.#server.address() as AddressInfo;
    return `http://${this.pair}@127.0.0.1:${port}`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks);
    const action = new URLSearchParams(body.toString()).get("Action") ?? "";
    const error = this.error(action, `${JSON.stringify(request.headers)} ${body.toString()}`);
    if (error) {
      response.writeHead(400, {
        "content-type": "text/xml",
        "x-amzn-requestid": error.requestId.replace(/[^\x21-\x7e]/g, ""),
        "x-amzn-errortype": error.code.replace(/[^\x21-\x7e]/g, ""),
      });
      response.end(
        `<ErrorResponse><Error><Code>${escaped(error.code)}</Code><Message>${escaped(error.message)}</Message></Error><RequestId>${escaped(error.requestId)}</RequestId></ErrorResponse>`,
      );
      return;
    }
    const onward = send(this.#behind, { method: "POST", headers: request.headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => this.#passOn(answer, Buffer.concat(parts).toString(), response));
    });
    onward.on("error", () => response.destroy());
    onward.end(body);
  }

  #passOn(answer: IncomingMessage, text: string, response: ServerResponse): void {
    const { "content-length": _, ...headers } = answer.headers;
    if (this.requestId === undefined) {
      response.writeHead(answer.statusCode ?? 502, headers).end(text);
      return;
    }
    const id = this.requestId;
    response
      .writeHead(answer.statusCode ?? 502, { ...headers, "x-amzn-requestid": id })
      .end(text.replace(/<([rR]equestId)>[^<]*</g, (_all, name: string) => `<${name}>${id}<`));
  }
}

function escaped(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
