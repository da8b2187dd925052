import { changed, inTurn, pass, type Strike, say } from "../attempt";
import type { Fault, FaultGroup } from "../fault";
import { elsewhere } from "../servers";

const page = "<!doctype html><html><head><title>Error</title></head><body>Error</body></html>";
const html = { "content-type": "text/html" };

/** A status without the API's own error. Some are tried again. */
function answered(name: string, status: number, strike: Strike, attempts = 1): Fault {
  const failure = ["protocol", `HTTP ${status}`] as const;
  return {
    name,
    strike: () => strike,
    read: { failure, attempts },
    change: { failure, attempts, inDoubt: true },
  };
}

function redirect(status: number): Fault {
  return answered(`a redirection to another host, ${status}`, status, async (attempt) => {
    const location = `${await elsewhere()}/`;
    await say("", status, { ...html, location })(attempt);
  });
}

export const statuses: FaultGroup = {
  heading: "Statuses without the API's answer",
  about:
    "Something between here and AWS answers, or AWS's own front door. No redirection is followed: a request is signed for the host that it was sent to.",
  faults: [
    redirect(301),
    redirect(302),
    redirect(307),
    redirect(308),
    answered(
      "a redirection to a path of the same host",
      302,
      say("", 302, { ...html, location: "/sign-in" }),
    ),
    answered("500 without a body", 500, say("", 500), 4),
    answered("500 with a web page", 500, say(page, 500, html), 4),
    answered("502 with a web page", 502, say(page, 502, html), 4),
    answered("503 without a body", 503, say("", 503), 4),
    answered("504 with a web page", 504, say(page, 504, html), 4),
    {
      name: "502 with a web page, once",
      strike: () => inTurn(say(page, 502, html), pass),
      read: { attempts: 2 },
      change: { attempts: 2 },
    },
    answered("400 without a body", 400, say("", 400)),
    answered("403 with a web page", 403, say(page, 403, html)),
    answered("404 with a text", 404, say("not here", 404, { "content-type": "text/plain" })),
    answered("413 with a web page", 413, say(page, 413, html)),
    answered("429 without a body", 429, say("", 429), 4),
    answered("418 with JSON", 418, say('{"short":"stout"}', 418, { "content-type": "application/json" })),
    answered("204, no content", 204, say("", 204)),
    {
      name: "407, a proxy that asks for a password",
      strike: () => say(page, 407, html),
      read: { failure: ["network", "HTTP 407"], attempts: 1 },
      change: { failure: ["network", "HTTP 407"], attempts: 1 },
    },
    {
      name: "the API's answer with status 299",
      strike: () => changed(({ status }) => ({ status: status < 300 ? 299 : status })),
      read: { attempts: 1, status: 299 },
      change: { attempts: 1, status: 299 },
      but: {
        dryRun: { status: 412 },
        noBody: { failure: ["protocol", "HTTP 299"], isMade: true, inDoubt: true },
      },
    },
    {
      name: "the API's answer with status 600",
      strike: () => changed(() => ({ status: 600 })),
      read: { failure: ["protocol", "HTTP 600"], attempts: 1 },
      change: { failure: ["protocol", "HTTP 600"], attempts: 1, isMade: true, inDoubt: true },
      but: { dryRun: { failure: undefined, status: 600 } },
    },
  ],
};
