import { isJson } from "../asked";
import { inTurn, lose, type Strike } from "../attempt";
import type { End, Fault, FaultGroup, Shown } from "../fault";
import type { Operation } from "../operation";
import { refuse, refuseAs } from "../refusals";
import { goneByRefusal } from "./connections";

/** The first attempt is carried out and its answer lost, the next are refused: that says nothing of the first. */
function lost(
  what: string,
  refusal: Strike,
  failure: End["failure"],
  more: Partial<Fault> = {},
  attempts = 2,
): Fault {
  return {
    name: `the answer lost, then ${what}`,
    strike: () => inTurn(lose, refusal),
    read: { failure, attempts },
    change: { failure, attempts, isMade: true, inDoubt: true },
    ...more,
  };
}

/** The kind and code of a refusal, as the operation's service spells it. */
export function spelled(query: Shown, ec2: Shown, json: Shown = query): (operation: Operation) => Shown {
  return (operation) => (operation.service === "ec2" ? ec2 : isJson(operation) ? json : query);
}

export const denied = spelled(
  ["accessDenied", "AccessDenied"],
  ["accessDenied", "UnauthorizedOperation"],
  ["accessDenied", "AccessDeniedException"],
);
export const throttled = spelled(
  ["throttled", "Throttling"],
  ["throttled", "RequestLimitExceeded"],
  ["throttled", "ThrottlingException"],
);
export const expired = spelled(
  ["credentials", "ExpiredToken"],
  ["credentials", "RequestExpired"],
  ["credentials", "ExpiredTokenException"],
);
export const failedItself = spelled(
  ["throttled", "InternalFailure"],
  ["throttled", "InternalError"],
  ["throttled", "InternalServerException"],
);
/** The words with which EC2 tells an expired token from a clock that is off. */
export const expiredWords = "The security token included in the request is expired";

export const lostAnswers: FaultGroup = {
  heading: "Lost answers",
  about:
    "AWS has made the change, and its answer did not arrive. Whatever a later attempt is refused with says nothing about that: a look does.",
  faults: [
    lost("AccessDenied", refuse("AccessDenied", 403), denied),
    lost("throttling without an end", refuse("Throttling"), throttled, {}, 4),
    lost("an invalid state", refuseAs("invalidState"), ({ refusals }) => refusals.invalidState),
    lost("not found", refuseAs("notFound"), ({ refusals }) => refusals.notFound, { but: goneByRefusal }),
    lost("exists already", refuseAs("alreadyExists"), ({ refusals }) => refusals.alreadyExists),
    lost("an expired token", refuse("ExpiredToken", 403, expiredWords), expired, {
      read: { failure: expired, attempts: 4 },
      change: { failure: expired, attempts: 3, isMade: true, inDoubt: true },
    }),
    lost("an internal failure", refuse("InternalFailure", 500), failedItself, {}, 4),
    lost(
      "an unavailable service",
      refuse("ServiceUnavailable", 503),
      spelled(["throttled", "ServiceUnavailable"], ["throttled", "Unavailable"]),
      {},
      4,
    ),
  ],
};
