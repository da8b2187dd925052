import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { later, parseDuration } from "../core/expiry/duration";
import { isRestPath } from "./askedByRest";
import { actionOfTarget, targetOf } from "./askedByTarget";
import { readBody } from "./body";
import { type Answer, answer, type Endpoint } from "./endpoint";
import { isFromElsewhere, isLoopbackHost } from "./loopback";
import type { RequestLog } from "./requestLog";
import { routeOf } from "./restService";
import { scheduler } from "./scheduler/service";

export interface ServerOptions {
  readonly endpoint: Endpoint;
  readonly log: RequestLog;
  readonly latencyMs: number;
  readonly hold: (action: string) => Promise<unknown>;
  /** Moves the clock on, in milliseconds. */
  readonly advance: (milliseconds: number) => void;
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
  const { method = "" } = request;
  const [path = "", ...query] = (request.url ?? "").split("?");
  response.setHeader("Date", new Date(options.endpoint.calendar()).toUTCString());
  if (path === clockPath) {
    moveClock(options, method, query.join("?"), response);
    return;
  }
  if (!isRestPath(method, path)) {
    if (method !== "GET" && method !== "POST") {
      response.setHeader("Allow", "GET, POST");
      return refuse(response, 405, "The sandbox answers GET and POST.");
    }
    if (path !== "/") {
      return refuse(response, 404, "The sandbox has one address, /, and those of EventBridge Scheduler.");
    }
  }
  const body = await readBody(request);
  if (body === undefined) {
    return refuse(response, 413, "The request is larger than 1 MiB.");
  }
  if (options.latencyMs > 0) {
    await delay(options.latencyMs, undefined, { ref: false });
  }
  const headers = headersOf(request);
  const target = targetOf({ headers });
  await options.hold(
    target === undefined
      ? actionIn(method, path, `${query.join("?")}&${body.toString("utf8")}`)
      : actionOfTarget(target),
  );

  const answered = answer(options.endpoint, { method, path, query: query.join("?"), headers, body });
  options.log.add(answered.record);
  return send(response, answered);
}

/** The operation asked for, read without judging the rest. */
function actionIn(method: string, path: string, form: string): string {
  return routeOf(scheduler, method, path)?.action ?? /(?:^|&)Action=(\w+)/.exec(form)?.[1] ?? "";
}

/** Where the sandbox's clock is read, and moved on with `POST ?advance=PT1H`. Not a part of any API. */
const clockPath = "/sandbox/clock";

function moveClock(options: ServerOptions, method: string, query: string, response: ServerResponse): void {
  const by = new URLSearchParams(query).get("advance");
  const duration = by === null ? undefined : parseDuration(by);
  if (method !== "GET" && (method !== "POST" || !duration)) {
    refuse(response, 400, "The clock is read with GET, and moved on with POST and ?advance=PT1H.");
    return;
  }
  const { calendar } = options.endpoint;
  if (method === "POST" && duration) {
    const now = calendar();
    options.advance(later(now, duration) - now);
    response.setHeader("Date", new Date(calendar()).toUTCString());
  }
  response.writeHead(200, { "Content-Type": "application/json" });
  response.end(`${JSON.stringify({ now: new Date(calendar()).toISOString() })}\n`);
}

function send(response: ServerResponse, { status, headers, body, requestId, networkFault }: Answer): void {
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
      response.writeHead(200, { "Content-Type": headers["Content-Type"] ?? "text/xml" });
      response.end();
      return;
    case undefined:
      response.writeHead(status, {
        ...headers,
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
