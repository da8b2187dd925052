import { ApiError } from "./apiError";
import { parseForm } from "./params";
import type { Signature, SignedRequest } from "./sigv4";

const incomplete = (missing: string) =>
  new ApiError("IncompleteSignature", `Authorization header requires '${missing}' parameter.`);

/** Reads what a request says about its signature: from the Authorization header, or from a presigned query. */
export function readSignature(request: SignedRequest): Signature {
  const header = request.headers.get("authorization")?.[0];
  if (header !== undefined) {
    return fromHeader(header, request);
  }
  const query = parseForm(request.query);
  if (query.has("X-Amz-Signature") || query.has("X-Amz-Credential")) {
    return fromQuery(query);
  }
  throw new ApiError("MissingAuthenticationToken");
}

function fromHeader(header: string, request: SignedRequest): Signature {
  const [, algorithm = "", rest = ""] = /^(\S+)\s*(.*)$/s.exec(header) ?? [];
  checkAlgorithm(algorithm);
  const fields = new Map(
    rest.split(",").map((field): [string, string] => {
      const equals = field.indexOf("=");
      return [field.slice(0, equals).trim(), field.slice(equals + 1).trimEnd()];
    }),
  );
  return signature({
    credential: fields.get("Credential"),
    signedHeaders: fields.get("SignedHeaders"),
    signature: fields.get("Signature"),
    timestamp: request.headers.get("x-amz-date")?.[0] ?? fromHttpDate(request.headers.get("date")?.[0]),
  });
}

function fromQuery(query: ReadonlyMap<string, string>): Signature {
  checkAlgorithm(query.get("X-Amz-Algorithm") ?? "");
  const expires = Number(query.get("X-Amz-Expires") ?? 900);
  if (!Number.isInteger(expires) || expires < 0 || expires > 604_800) {
    throw new ApiError("IncompleteSignature", "X-Amz-Expires must be between 0 and 604800 seconds.");
  }
  const read = signature({
    credential: query.get("X-Amz-Credential"),
    signedHeaders: query.get("X-Amz-SignedHeaders"),
    signature: query.get("X-Amz-Signature"),
    timestamp: query.get("X-Amz-Date"),
  });
  return { ...read, expires };
}

interface Fields {
  readonly credential: string | undefined;
  readonly signedHeaders: string | undefined;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
}

function signature(fields: Fields): Signature {
  if (!fields.credential) {
    throw incomplete("Credential");
  }
  if (!fields.signedHeaders) {
    throw incomplete("SignedHeaders");
  }
  if (!fields.signature) {
    throw incomplete("Signature");
  }
  if (!fields.timestamp || !/^\d{8}T\d{6}Z$/.test(fields.timestamp)) {
    throw new ApiError(
      "IncompleteSignature",
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
    );
  }
  const [accessKeyId = "", day = "", region = "", service = "", terminator, ...more] =
    fields.credential.split("/");
  if (accessKeyId === "" || terminator !== "aws4_request" || more.length > 0) {
    throw new ApiError(
      "IncompleteSignature",
      "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term.",
    );
  }
  if (!/^[a-z]{2,8}(?:-[a-z0-9]+)+$/.test(region)) {
    throw new ApiError("SignatureDoesNotMatch", "Credential should be scoped to a valid region.");
  }
  const signedHeaders = fields.signedHeaders.split(";");
  if (!signedHeaders.includes("host")) {
    throw new ApiError("SignatureDoesNotMatch", "'Host' must be a 'SignedHeader' in the AWS Authorization.");
  }
  if (!fields.timestamp.startsWith(day)) {
    throw new ApiError(
      "SignatureDoesNotMatch",
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${day}' != '${fields.timestamp.slice(0, 8)}', from '${fields.timestamp}'.`,
    );
  }
  return {
    accessKeyId,
    day,
    region,
    service,
    signedHeaders,
    signature: fields.signature,
    timestamp: fields.timestamp,
  };
}

function checkAlgorithm(algorithm: string): void {
  if (algorithm === "AWS4-HMAC-SHA256") {
    return;
  }
  throw new ApiError("IncompleteSignature", "Unsupported AWS 'algorithm'. Only AWS4-HMAC-SHA256 is served.");
}

function fromHttpDate(text: string | undefined): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : timestampOf(time);
}

/** `20150202T192317Z` */
export function timestampOf(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** Milliseconds since 1970, or NaN where the digits name no time. */
export function timeOf(timestamp: string): number {
  return Date.parse(timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6.000Z"));
}
