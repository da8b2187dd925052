import { randomUUID } from "node:crypto";
import { userArn } from "./accounts";
import { ApiError } from "./apiError";
import { authenticate, type Caller } from "./authenticate";
import { inWordsOf } from "./dialects";
import { errors, isErrorCode } from "./errors";
import { type Faults, isNetworkFault, type NetworkFault } from "./faults";
import { Params, parseForm } from "./params";
import { bounded, type RequestRecord, whoAndWhat } from "./requestLog";
import type { Service, WireError } from "./service";
import { serviceOf } from "./services";
import type { SignedRequest } from "./sigv4";
import type { World } from "./world";

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly requestId: string;
  readonly record: RequestRecord;
  /** What to do to the connection instead of, or besides, answering. */
  readonly networkFault?: NetworkFault;
}

export interface Endpoint {
  readonly world: World;
  readonly faults: Faults;
  /** Milliseconds, by which statuses move. */
  readonly clock: () => number;
}

/** Answers one API request: who asks, what for, and what comes of it. Never throws. */
export function answer(endpoint: Endpoint, request: SignedRequest): Answer {
  const requestId = randomUUID();
  const seen: Seen = { service: serviceOf(undefined, scopeOf(request)), action: "-" };
  const done = (status: number, body: string, code?: string, networkFault?: NetworkFault): Answer => ({
    status,
    body,
    requestId,
    record: {
      time: new Date().toISOString(),
      service: seen.service.name,
      action: bounded(seen.action),
      ...whoAndWhat(seen.caller, seen.params),
      status:
        networkFault === undefined || networkFault === "@html" || networkFault === "@empty" ? status : 0,
      ...(code === undefined ? {} : { code }),
      requestId,
    },
    ...(networkFault === undefined ? {} : { networkFault }),
  });
  try {
    const { body, networkFault } = run(endpoint, request, seen, requestId);
    return done(200, body, networkFault, networkFault);
  } catch (error) {
    const wire = wireError(error);
    return done(wire.status, seen.service.failure(wire, requestId), wire.code);
  }
}

/** What is known of a request so far: enough to log it and to fail in its own service's words. */
interface Seen {
  service: Service;
  action: string;
  params?: Params;
  caller?: Caller;
}

function run(endpoint: Endpoint, request: SignedRequest, seen: Seen, requestId: string) {
  const params = new Params(parseForm(request.body.toString("utf8"), parseForm(request.query)));
  seen.params = params;
  seen.action = params.get("Action") ?? "-";
  const version = params.get("Version");
  seen.service = serviceOf(version, scopeOf(request));
  const { service, action } = seen;

  const caller = authenticate(request, service.name, Date.now());
  seen.caller = caller;
  if (!params.optional("Action")) {
    throw new ApiError("MissingAction");
  }
  if (version !== undefined && version !== service.version) {
    throw new ApiError(
      "NoSuchVersion",
      `The requested version (${version}) of service ${service.name} does not exist`,
    );
  }
  const operation = service.operations.get(action);
  if (version === undefined || operation === undefined) {
    throw service.unknownAction(action);
  }

  const { account, region } = caller;
  const struck = (wanted: string) =>
    endpoint.faults.strike({ action: wanted, profile: account.name, region });
  const fault = struck(action);
  const networkFault = fault !== undefined && isNetworkFault(fault) ? fault : undefined;
  if (fault !== undefined && networkFault === undefined) {
    throw injected(fault, caller, service, action);
  }
  if (networkFault !== undefined && networkFault !== "@lost") {
    return { body: "", networkFault };
  }

  const { world, clock } = endpoint;
  const state = world.stateOf(account.accountId, region);
  if (state === undefined) {
    throw new ApiError("InternalFailure");
  }
  const result = operation({
    account,
    region,
    action,
    params,
    state,
    stateOf: (accountId) => world.stateOf(accountId, region),
    alsoNeeds: (other) => {
      const denial = struck(other);
      if (denial !== undefined) {
        throw injected(denial, caller, service, other);
      }
    },
    now: clock(),
    requestId,
  });
  return { body: service.success(action, result, requestId), networkFault };
}

/** The service's name in the credential, read without judging the rest: to answer in the right protocol. */
function scopeOf(request: SignedRequest): string | undefined {
  const text = request.headers.get("authorization")?.[0] ?? withSlashes(request.query);
  // From where the credential begins, once: an expression that looks for it anywhere looks from everywhere.
  const start = text.indexOf("Credential=");
  return start < 0
    ? undefined
    : /^Credential=[^/\s]+\/\d{8}\/[^/\s]+\/([a-z0-9-]+)\/aws4_request/.exec(text.slice(start))?.[1];
}

function withSlashes(text: string): string {
  return text.replace(/%2F/gi, "/");
}

function injected(fault: string, { account, region }: Caller, service: Service, action: string): Error {
  const code = inWordsOf(service.name, fault);
  if (!isErrorCode(code)) {
    return new UnknownFault(code);
  }
  const denied = `User: ${userArn(account, region)} is not authorized to perform: ${service.name}:${action} because no identity-based policy allows the ${service.name}:${action} action`;
  if (code === "AccessDenied" || code === "AccessDeniedException") {
    return new ApiError(code, denied);
  }
  if (code === "UnauthorizedOperation") {
    return new ApiError(code, `${errors[code].message} ${denied}`);
  }
  return new ApiError(code);
}

/** A code that the table does not know, asked for with `--fail`. */
class UnknownFault extends Error {
  readonly code: string;

  constructor(code: string) {
    super("The sandbox was told to fail this way.");
    this.code = code;
  }
}

function wireError(error: unknown): WireError {
  if (error instanceof ApiError) {
    return error;
  }
  if (error instanceof UnknownFault) {
    return { code: error.code, message: error.message, status: 400 };
  }
  const detail = error instanceof Error ? `: ${error.message}` : "";
  return { code: "InternalFailure", message: `The sandbox has a defect${detail}`, status: 500 };
}
