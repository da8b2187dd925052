import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it went by. */
export interface Passed {
  readonly action: string;
  /** The access key and the region that it was signed with: whose target it was for. */
  readonly target: string;
  /** `GROUP OWNER/EC2GROUP` */
  readonly ingress: string;
  /** The HTTP status of the answer. */
  readonly status: number;
  readonly code: string | undefined;
}

/** Stands before a sandbox, passes everything on, and counts what is under way. */
export class CountingProxy {
  readonly passed: Passed[] = [];
  /** The most requests of one action that were under way at a time, by target. */
  readonly most = new Map<string, number>();
  /** Called with each request before it is passed on. */
  onRequest: (action: string) => void = () => undefined;
  readonly #underWay = new Map<string, number>();
  readonly #server = createServer((request, response) => void this.#pass(request, response));
  #behind = "";

  /** Listens, and resolves to the URL to ask instead of `endpoint`. */
  async start(endpoint: string): Promise<string> {
    this.#behind = endpoint;
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks);
    const params = new URLSearchParams(body.toString("utf8"));
    const action = params.get("Action") ?? "";
    const scope = /Credential=([^/]+)\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? "");
    const target = `${scope?.[1]} ${scope?.[2]}`;
    const key = `${action} ${target}`;
    this.#count(key, 1);
    this.onRequest(action);
    const onward = send(this.#behind, { method: "POST", headers: request.headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const text = Buffer.concat(parts);
        this.#count(key, -1);
        this.passed.push({
          action,
          target,
          ingress: `${params.get("CacheSecurityGroupName")} ${params.get("EC2SecurityGroupOwnerId")}/${params.get("EC2SecurityGroupName")}`,
          status: answer.statusCode ?? 0,
          code: /<Code>(.*?)<\/Code>/.exec(text.toString("utf8"))?.[1],
        });
        response.writeHead(answer.statusCode ?? 502, answer.headers).end(text);
      });
    });
    onward.on("error", () => response.destroy());
    onward.end(body);
  }

  #count(key: string, change: number): void {
    const now = (this.#underWay.get(key) ?? 0) + change;
    this.#underWay.set(key, now);
    this.most.set(key, Math.max(this.most.get(key) ?? 0, now));
  }
}
