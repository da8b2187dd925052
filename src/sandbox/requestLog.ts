import { shownText } from "../core/shownText";
import type { Caller } from "./authenticate";
import type { Params } from "./params";

/** One line of the request log. Holds no key, no signature and no token. */
export interface RequestRecord {
  /** ISO 8601. */
  readonly time: string;
  readonly service: string;
  readonly action: string;
  /** Absent where the request could not be told to be anybody's. */
  readonly profile?: string;
  readonly accountId?: string;
  readonly region?: string;
  /** What the request is about: the name of the group, or an id. */
  readonly subject?: string;
  /** The HTTP status; 0 where the connection was dropped on purpose. */
  readonly status: number;
  readonly code?: string;
  readonly requestId: string;
}

export function whoAndWhat(caller: Caller | undefined, subject: string | undefined) {
  return {
    ...(caller === undefined
      ? {}
      : {
          profile: caller.account.name,
          accountId: caller.account.accountId,
          region: caller.region,
        }),
    ...(subject === undefined ? {} : { subject: bounded(subject) }),
  };
}

/** What a request's parameters say that it is about. */
export function subjectOf(params: Params): string | undefined {
  return subjects.map((name) => params.optional(name)).find((value) => value !== undefined);
}

const subjects = [
  "CacheSecurityGroupName",
  "GroupId",
  "GroupId.1",
  "GroupName.1",
  "CacheClusterId",
  "ReplicationGroupId",
  "ServerlessCacheName",
];

/** The last requests, oldest first. */
export class RequestLog {
  readonly #records: RequestRecord[] = [];
  readonly #listener: ((record: RequestRecord) => void) | undefined;

  constructor(listener?: (record: RequestRecord) => void) {
    this.#listener = listener;
  }

  get records(): readonly RequestRecord[] {
    return this.#records;
  }

  add(record: RequestRecord): void {
    this.#records.push(record);
    if (this.#records.length > most) {
      this.#records.splice(0, this.#records.length - most);
    }
    this.#listener?.(record);
  }
}

/** So that a sandbox left running for days does not grow. */
const most = 10_000;

/** Names longer than any that AWS takes end here: what is kept is not to grow by what somebody sends. */
export function bounded(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** The record as a person reads it in a terminal. */
export function formatRecord(record: RequestRecord): string {
  const { time, profile = "-", region = "-", service, action, subject, status, code, requestId } = record;
  const what = [
    printable(`${service}:${action}`),
    subject === undefined ? undefined : printable(JSON.stringify(subject)),
  ];
  return [time, profile, region, ...what, String(status), code, requestId].filter(Boolean).join("  ");
}

/** Names come from outside: none of their characters may act on the terminal, or begin a line. */
function printable(text: string): string {
  return shownText(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
