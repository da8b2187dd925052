import { isIP } from "node:net";

/**
 * Whether a Host header names this machine. A web page can make a browser send requests to loopback under
 * a name of its own (DNS rebinding); then the Host is that name.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  if (host === undefined) {
    return false;
  }
  const [, bracketed, plain] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::\d{1,5})?$/.exec(host) ?? [];
  const name = (bracketed ?? plain ?? "").toLowerCase();
  if (bracketed !== undefined) {
    return name === "::1";
  }
  return name === "localhost" || (isIP(name) === 4 && name.startsWith("127."));
}

/** Whether an Origin header, which only browsers send, is a page of this machine's. */
export function isLoopbackOrigin(origin: string): boolean {
  const [, host] = /^https?:\/\/([^/]+)$/i.exec(origin) ?? [];
  return isLoopbackHost(host);
}
