import { randomUUID } from "node:crypto";
import { userArn } from "./accounts";
import { ApiError } from "./apiError";
import type { Asked } from "./asked";
import { askedByQuery } from "./askedByQuery";
import { askedByRest } from "./askedByRest";
import { askedByTarget, targetOf } from "./askedByTarget";
import { authenticate, type Caller } from "./authenticate";
import { inWordsOf } from "./dialects";
import { errors, isErrorCode } from "./errors";
import { type Faults, isNetworkFault, type NetworkFault } from "./faults";
import { bounded, type RequestRecord, whoAndWhat } from "./requestLog";
import { fireSchedules } from "./scheduler/fireSchedules";
import type { Answered, WireError } from "./service";
import { serviceOf } from "./services";
import type { SignedRequest } from "./sigv4";
import type { World } from "./world";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
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
  /** Milliseconds since 1970, by which schedules fire. */
  readonly calendar: () => number;
}

/** Answers one API request: who asks, what for, and what comes of it. Never throws. */
export function answer(endpoint: Endpoint, request: SignedRequest): Answer {
  const requestId = randomUUID();
  const seen: Seen = { service: serviceOf(undefined, scopeOf(request)) };
  const done = (
    status: number,
    body: string,
    code?: string,
    networkFault?: NetworkFault,
    headers?: Readonly<Record<string, string>>,
  ): Answer => ({
    status,
    headers: { "Content-Type": seen.service.contentType, ...headers },
    body,
    requestId,
    record: {
      time: new Date(endpoint.calendar()).toISOString(),
      service: seen.service.name,
      action: bounded(seen.asked?.action ?? "-"),
      ...whoAndWhat(seen.caller, seen.asked?.subject),
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
    const { status, headers } = seen.service.failureHead?.(wire) ?? { status: wire.status, headers: {} };
    return done(status, seen.service.failure(wire, requestId), wire.code, undefined, headers);
  }
}

/** What is known of a request so far: enough to log it and to fail in its own service's words. */
interface Seen {
  service: Answered;
  asked?: Asked;
  caller?: Caller;
}

function run(endpoint: Endpoint, request: SignedRequest, seen: Seen, requestId: string) {
  const { world, clock, calendar, faults } = endpoint;
  fireSchedules(world, faults, calendar());
  const asked = askedOf(request, requestId);
  seen.asked = asked;
  seen.service = asked.service;
  const { service, action } = asked;

  const caller = authenticate(request, service.name, [Date.now(), calendar()]);
  seen.caller = caller;
  const operation = asked.operation();

  const { account, region } = caller;
  const struck = (wanted: string) => faults.strike({ action: wanted, profile: account.name, region });
  const fault = struck(action);
  const networkFault = fault !== undefined && isNetworkFault(fault) ? fault : undefined;
  if (fault !== undefined && networkFault === undefined) {
    throw injected(fault, caller, service, `${service.name}:${action}`);
  }
  if (networkFault !== undefined && networkFault !== "@lost") {
    return { body: "", networkFault };
  }

  const state = world.stateOf(account.accountId, region);
  if (state === undefined) {
    throw new ApiError("InternalFailure");
  }
  const body = operation({
    account,
    region,
    action,
    state,
    stateOf: (accountId) => world.stateOf(accountId, region),
    alsoNeeds: (other) => {
      const qualified = other.includes(":") ? other : `${service.name}:${other}`;
      const denial = struck(qualified.slice(qualified.indexOf(":") + 1));
      if (denial !== undefined) {
        throw injected(denial, caller, service, qualified);
      }
    },
    now: clock(),
    today: calendar(),
    requestId,
  });
  return { body, networkFault };
}

/** What a request asks for: by a header's target, by parameters, or by its path. */
function askedOf(request: SignedRequest, requestId: string): Asked {
  if (request.path !== "/") {
    return askedByRest(request);
  }
  return targetOf(request) === undefined
    ? askedByQuery(request, scopeOf(request), requestId)
    : askedByTarget(request);
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

/** @param iamAction what was not permitted: `ec2:CreateTags` */
function injected(fault: string, { account, region }: Caller, service: Answered, iamAction: string): Error {
  const code = inWordsOf(service.name, fault);
  if (!isErrorCode(code)) {
    return new UnknownFault(code);
  }
  const denied = `User: ${userArn(account, region)} is not authorized to perform: ${iamAction} because no identity-based policy allows the ${iamAction} action`;
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
