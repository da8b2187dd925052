import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { readBody } from "./body";
import { type Answer, answer, type Endpoint } from "./endpoint";
import { isFromElsewhere, isLoopbackHost } from "./loopback";
import type { RequestLog } from "./requestLog";

export interface ServerOptions {
  readonly endpoint: Endpoint;
  readonly log: RequestLog;
  readonly latencyMs: number;
  readonly hold: (action: string) => Promise<unknown>;
}

/** The HTTP side: what is not a request to the API is turned away here, in plain text. */
export function createSandboxServer(options: ServerOptions): Server {
  const server = createServer((request, response) => {
    serve(options, request, response).catch(() => response.destroy());
  });
  // Longer than the SDKs keep idle connections, so that none is closed just as a request is sent on it.
  server.keepAliveTimeout = 75_000;
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      return socket.destroy();
    }
    const status =
      error.code === "HPE_HEADER_OVERFLOW" ? "431 Request Header Fields Too Large" : "400 Bad Request";
    return socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  return server;
}

async function serve(
  options: ServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { host } = request.headers;
  if (!isLoopbackHost(host) || isFromElsewhere(request.headers)) {
    return refuse(response, 403, "The sandbox answers to this machine only.");
  }
  if (request.method !== "GET" && request.method !== "POST") {
    response.setHeader("Allow", "GET, POST");
    return refuse(response, 405, "The sandbox answers GET and POST.");
  }
  const [path = "", ...query] = (request.url ?? "").split("?");
  if (path !== "/") {
    return refuse(response, 404, "The sandbox has one address: /");
  }
  const body = await readBody(request);
  if (body === undefined) {
    return refuse(response, 413, "The request is larger than 1 MiB.");
  }
  if (options.latencyMs > 0) {
    await delay(options.latencyMs, undefined, { ref: false });
  }
  await options.hold(actionIn(`${query.join("?")}&${body.toString("utf8")}`));

  const answered = answer(options.endpoint, {
    method: request.method,
    path,
    query: query.join("?"),
    headers: headersOf(request),
    body,
  });
  options.log.add(answered.record);
  return send(response, answered);
}

/** The operation asked for, read without judging the rest. */
function actionIn(form: string): string {
  return /(?:^|&)Action=(\w+)/.exec(form)?.[1] ?? "";
}

function send(response: ServerResponse, { status, body, requestId, networkFault }: Answer): void {
  switch (networkFault) {
    case "@hang":
      return;
    case "@reset":
    case "@lost":
      response.destroy();
      return;
    case "@html":
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end(
        "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to the network</body></html>",
      );
      return;
    case "@empty":
      response.writeHead(200, { "Content-Type": "text/xml" });
      response.end();
      return;
    case undefined:
      response.writeHead(status, {
        "Content-Type": "text/xml;charset=UTF-8",
        "Content-Length": Buffer.byteLength(body),
        "x-amzn-RequestId": requestId,
      });
      response.end(body);
  }
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  // What is left of the request is not read.
  response.writeHead(status, { "Content-Type": "text/plain", Connection: "close" });
  response.end(`${sentence}\n`);
}

/** Every header with all its values: `headers` would join some and drop others. */
function headersOf(request: IncomingMessage): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    const name = (request.rawHeaders[index] ?? "").toLowerCase();
    // Node reads headers as latin1; they are signed as the UTF-8 they were sent in.
    const value = Buffer.from(request.rawHeaders[index + 1] ?? "", "latin1").toString("utf8");
    headers.set(name, [...(headers.get(name) ?? []), value]);
  }
  return headers;
}
