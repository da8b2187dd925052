import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** A request as it came, before anything is made of it. */
export interface SignedRequest {
  readonly method: string;
  /** The path and the query as they stand in the request line. */
  readonly path: string;
  readonly query: string;
  /** Names in lower case, values in the order they came. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Buffer;
}

/** What a request says about who signed it, when, and for what. */
export interface Signature {
  readonly accessKeyId: string;
  /** `YYYYMMDD` */
  readonly day: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** `YYYYMMDDTHHMMSSZ`, when it was signed. */
  readonly timestamp: string;
  /** Seconds a presigned request is good for. */
  readonly expires?: number;
}

/**
 * Whether the secret key made the signature over this request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function isSignedWith(secretAccessKey: string, request: SignedRequest, claim: Signature): boolean {
  const scope = `${claim.day}/${claim.region}/${claim.service}/aws4_request`;
  const stringToSign = [
    "AWS4-HMAC-SHA256",
    claim.timestamp,
    scope,
    sha256(canonicalRequest(request, claim.signedHeaders)),
  ].join("\n");
  let key: Buffer | string = `AWS4${secretAccessKey}`;
  for (const part of [claim.day, claim.region, claim.service, "aws4_request", stringToSign]) {
    key = createHmac("sha256", key).update(part).digest();
  }
  const expected = Buffer.from(key);
  const given = Buffer.from(claim.signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  const headers = signedHeaders.map((name) => {
    const values = request.headers.get(name) ?? [];
    return `${name}:${values.map((value) => value.trim().replace(/ +/g, " ")).join(",")}\n`;
  });
  return [
    request.method,
    request.path.split("/").map(encodeSegment).join("/"),
    canonicalQuery(request.query),
    headers.join(""),
    signedHeaders.join(";"),
    sha256(request.body),
  ].join("\n");
}

function canonicalQuery(query: string): string {
  return query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair): [string, string] => {
      const equals = pair.indexOf("=");
      const name = equals === -1 ? pair : pair.slice(0, equals);
      return [encode(name), equals === -1 ? "" : encode(pair.slice(equals + 1))];
    })
    .filter(([name]) => name !== "X-Amz-Signature")
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A path is encoded once more than it was sent, for all services but S3. */
function encodeSegment(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, hexadecimal);
}

function hexadecimal(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Encodes anew, so that a client may have written `+` or lower-case hexadecimals. Broken text stays as it is. */
function encode(text: string): string {
  try {
    return encodeSegment(decodeURIComponent(text.replace(/\+/g, " ")));
  } catch {
    return text;
  }
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}
