import { isJson } from "../asked";
import { type Attempt, changed, type Strike, say, sayInstead, send } from "../attempt";
import type { Exceptions, Fault, FaultGroup } from "../fault";
import { refusal } from "../refusals";
import { asItIs } from "./damaged";

const portal =
  "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to the network</body></html>";
const wispr =
  '<?xml version="1.0"?><WISPAccessGatewayParam><Redirect><MessageType>100</MessageType></Redirect></WISPAccessGatewayParam>';
const html = { "content-type": "text/html" };

function instead(name: string, strike: Strike, isMade = false): Fault {
  const end = { failure: ["protocol", "HTTP 200"], attempts: 1 } as const;
  return { name, strike: () => strike, read: end, change: { ...end, inDoubt: true, isMade } };
}

/** JSON that is another's has nothing that says so: what was asked for is not in it. */
const withoutResult: Exceptions = {
  json: { failure: ["protocol"], afterAnswers: true },
  noBody: { failure: ["protocol", "HTTP 200"] },
};

/** Of the operation's name alone: the body is made for it. */
const made =
  (body: (attempt: Attempt) => string): Strike =>
  (attempt) =>
    say(body(attempt))(attempt);

export const otherAnswers: FaultGroup = {
  heading: "200 with something else",
  about:
    "Status 200 proves nothing: the answer has to be the operation's own, with the result of what was asked.",
  faults: [
    instead("a captive portal's page", say(portal, 200, html)),
    instead("a captive portal's page that says it is XML", say(portal)),
    instead("a captive portal's page in place of the answer", sayInstead(portal, 200, html), true),
    instead("a captive portal's WISPr XML", say(wispr)),
    {
      ...instead(
        "another operation's answer",
        made(({ operation }) =>
          isJson(operation)
            ? '{"FederatedUser":{"Arn":"arn"}}'
            : "<GetFederationTokenResponse><GetFederationTokenResult/></GetFederationTokenResponse>",
        ),
      ),
      but: withoutResult,
    },
    {
      ...instead("an error of the service with status 200", (attempt) => {
        const { headers, body } = refusal(attempt.operation, "AccessDenied", 403);
        send(attempt, { status: 200, headers, body });
      }),
      but: withoutResult,
    },
    instead("nothing", say("")),
    instead("spaces", say(" \n ".repeat(100))),
    {
      ...instead("JSON", say('{"Status":"ok"}', 200, { "content-type": "application/json" })),
      but: withoutResult,
    },
    instead("plain words", say("OK", 200, { "content-type": "text/plain" })),
    {
      name: "the operation's own answer with nothing in it",
      strike: () =>
        changed((_, { operation }) => ({
          status: 200,
          body: Buffer.from(isJson(operation) ? "{}" : `<${operation.action}Response/>`),
        })),
      read: { failure: ["protocol"], attempts: 1, afterAnswers: true },
      change: { failure: ["protocol"], attempts: 1, inDoubt: true, isMade: true },
      but: { noBody: asItIs },
    },
    instead(
      "a DOCTYPE with entities",
      made(
        ({ operation: { action } }) =>
          `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><${action}Response>&b;</${action}Response>`,
      ),
    ),
  ],
};
