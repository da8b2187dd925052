import type { RefusalName } from "../../wire/changes/sentRequest";
import { inTurn, pass } from "../attempt";
import type { Fault, FaultGroup } from "../fault";
import { refuse, refuseAs, refuseWithoutCode } from "../refusals";
import { denied, expired, expiredWords, failedItself, spelled, throttled } from "./lostAnswers";

function refusedAs(name: RefusalName, words: string): Fault {
  return {
    name: words,
    strike: () => refuseAs(name),
    read: { failure: ({ refusals }) => refusals[name], attempts: 1 },
    change: { failure: ({ refusals }) => refusals[name], attempts: 1 },
  };
}

const unavailable = spelled(["throttled", "ServiceUnavailable"], ["throttled", "Unavailable"]);

export const refused: FaultGroup = {
  heading: "Refusals",
  about:
    "The service says no, and did nothing. Throttling is tried again; an expired token once more, with new credentials. A service that failed itself may have done it all the same.",
  faults: [
    {
      name: "AccessDenied",
      strike: () => refuse("AccessDenied", 403),
      read: { failure: denied, attempts: 1 },
      change: { failure: denied, attempts: 1 },
    },
    {
      name: "AccessDenied, with the whole request in its words",
      strike: () => (attempt) => {
        const echo = `${attempt.headers.authorization} ${attempt.params}`;
        return refuse("AccessDenied", 403, echo)(attempt);
      },
      read: { failure: denied, attempts: 1 },
      change: { failure: denied, attempts: 1 },
    },
    {
      ...refusedAs("notFound", "not found"),
      // Its group may be missing: it is sent once more after that was made.
      but: { CreateSchedule: { attempts: 2 } },
    },
    refusedAs("invalidState", "an invalid state"),
    refusedAs("alreadyExists", "exists already"),
    {
      name: "throttling that ends",
      strike: () => inTurn(refuse("Throttling"), pass),
      read: { attempts: 2 },
      change: { attempts: 2 },
    },
    {
      name: "throttling that does not end",
      strike: () => refuse("Throttling"),
      read: { failure: throttled, attempts: 4 },
      change: { failure: throttled, attempts: 4 },
    },
    {
      name: "credentials that have expired",
      strike: () => refuse("ExpiredToken", 403, expiredWords),
      read: { failure: expired, attempts: 2 },
      change: { failure: expired, attempts: 2 },
    },
    {
      name: "credentials that have expired, and are renewed",
      strike: () => {
        let isFirst = true;
        return (attempt) => {
          const strike = isFirst ? refuse("ExpiredToken", 403, expiredWords) : pass;
          isFirst = false;
          return strike(attempt);
        };
      },
      read: { attempts: 1, afterAnswers: true },
      change: { attempts: 2 },
    },
    {
      name: "a code that nobody knows",
      strike: () => refuse("FluxCapacitorDrained"),
      read: { failure: ["unexpected", "FluxCapacitorDrained"], attempts: 1 },
      change: { failure: ["unexpected", "FluxCapacitorDrained"], attempts: 1 },
    },
    {
      name: "an internal failure",
      strike: () => refuse("InternalFailure", 500),
      read: { failure: failedItself, attempts: 4 },
      change: { failure: failedItself, attempts: 4, inDoubt: true },
    },
    {
      name: "an internal failure, once",
      strike: () => inTurn(refuse("InternalFailure", 500), pass),
      read: { attempts: 2 },
      change: { attempts: 2 },
    },
    {
      name: "an internal failure, although it was carried out",
      strike: () => async (attempt) => {
        await attempt.forward();
        await refuse("InternalFailure", 500)(attempt);
      },
      read: { failure: failedItself, attempts: 4 },
      change: { failure: failedItself, attempts: 4, isMade: true, inDoubt: true },
    },
    {
      name: "an unavailable service",
      strike: () => refuse("ServiceUnavailable", 503),
      read: { failure: unavailable, attempts: 4 },
      change: { failure: unavailable, attempts: 4, inDoubt: true },
    },
    {
      name: "a refusal without a code",
      strike: () => refuseWithoutCode,
      read: { failure: ["protocol", "HTTP 400"], attempts: 1 },
      change: { failure: ["protocol", "HTTP 400"], attempts: 1, inDoubt: true },
    },
    {
      name: "a refusal whose code is a page of text",
      strike: () => refuse(`Please ${"read this ".repeat(100)}`, 400),
      read: { failure: ["protocol", "HTTP 400"], attempts: 1 },
      change: { failure: ["protocol", "HTTP 400"], attempts: 1, inDoubt: true },
    },
  ],
};
