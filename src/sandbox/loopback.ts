import type { IncomingHttpHeaders } from "node:http";
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

/**
 * Whether a browser sent the request for a page that is not of this machine. For a picture it sends no Origin, but it
 * says of what site the page is, and which page. The keys are no secret, so an address could be signed beforehand.
 * https://www.w3.org/TR/fetch-metadata/
 */
export function isFromElsewhere({ origin, referer, ...headers }: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  return (
    (origin !== undefined && !isLoopbackOrigin(origin)) ||
    (site !== undefined && site !== "none" && site !== "same-origin" && site !== "same-site") ||
    (referer !== undefined && !isLoopbackReferer(referer))
  );
}

function isLoopbackReferer(referer: string): boolean {
  return URL.canParse(referer) && isLoopbackOrigin(new URL(referer).origin);
}

/** Whether an Origin header, which only browsers send, is a page of this machine's. */
function isLoopbackOrigin(origin: string): boolean {
  const [, host] = /^https?:\/\/([^/]+)$/i.exec(origin) ?? [];
  return isLoopbackHost(host);
}
