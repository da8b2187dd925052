import { type Answered, type Attempt, drop, rewritten, type Strike, say, send } from "../attempt";
import type { Fault, FaultGroup } from "../fault";
import { refuse } from "../refusals";
import { withEntries, withMarker } from "../texts";
import { denied, expired, expiredWords } from "./lostAnswers";

/** What led to this page of a list; nothing for the first. */
function markerOf({ params }: Attempt): string | undefined {
  return params.get("Marker") ?? params.get("NextToken") ?? undefined;
}

/** The answer with the marker of a page that follows it. Only lists read on. */
const marked = (marker: string): Strike => rewritten((text, attempt) => withMarker(text, marker, attempt));

/** The pages after the first are answered in another way. What is no list has one page. */
function paged(next: Strike): Strike {
  return (attempt) => (markerOf(attempt) === undefined ? marked("A") : next)(attempt);
}

/** Each page leads to the next of two markers, and none has an end. */
function loop(first: string, second: string): () => Strike {
  return empties(...Array.from({ length: 10 }, () => [first, second]).flat());
}

/** Pages without entries follow the first, which leads to the first of these markers. */
function empties(...markers: readonly string[]): () => Strike {
  return () => {
    const firsts = new Map<string, Promise<Answered>>();
    const led = new Map<string, number>();
    return async (attempt) => {
      const key = requestOf(attempt);
      const marker = markerOf(attempt);
      const first = firsts.get(key) ?? attempt.forward();
      firsts.set(key, first);
      const { status, headers, body } = await first;
      const text = body.toString("utf8");
      const entries = marker === undefined ? text : withEntries(text, () => "");
      const step = marker === undefined ? 0 : (led.get(key) ?? 0) + 1;
      led.set(key, step);
      const next = markers[step];
      send(attempt, {
        status,
        headers,
        body: Buffer.from(next === undefined ? entries : withMarker(entries, next, attempt)),
      });
    };
  };
}

/** What is asked, without what leads to a page. */
function requestOf({ params }: Attempt): string {
  return JSON.stringify([...params].filter(([name]) => name !== "Marker" && name !== "NextToken"));
}

const one = { attempts: 1 } as const;
/** What is no list has no second page. */
const noList = {
  read: { failure: undefined, attempts: 1, afterAnswers: false },
  dryRun: { failure: undefined, attempts: 1, afterAnswers: false },
} as const;

function secondPage(name: string, next: Strike, end: Fault["read"]): Fault {
  return {
    name: `the second page ${name}`,
    strike: () => paged(next),
    read: { afterAnswers: true, ...end },
    change: one,
    but: noList,
  };
}

const endless = { failure: ["protocol"], attempts: 1, afterAnswers: true } as const;

export const lists: FaultGroup = {
  heading: "Pages of a list",
  about:
    "A list counts when all of it was read: half of one would say that somebody is not let in who is. What is not a list has no pages, and passes over a marker.",
  faults: [
    {
      name: "the same marker again and again",
      strike: loop("A", "A"),
      read: endless,
      change: one,
      but: noList,
    },
    { name: "markers in a circle", strike: loop("A", "B"), read: endless, change: one, but: noList },
    { name: "an empty marker", strike: () => marked(""), read: one, change: one },
    { name: "an empty page after the first", strike: empties("A"), read: one, change: one },
    { name: "three empty pages after the first", strike: empties("A", "B", "C"), read: one, change: one },
    secondPage("is not answered", drop, { failure: ["network", "ECONNRESET"], attempts: 4 }),
    secondPage("is refused", refuse("AccessDenied", 403), { failure: denied, attempts: 1 }),
    secondPage("is a web page", say("<html></html>", 200, { "content-type": "text/html" }), {
      failure: ["protocol", "HTTP 200"],
      attempts: 1,
    }),
    secondPage("finds the credentials expired", refuse("ExpiredToken", 403, expiredWords), {
      failure: expired,
      attempts: 1,
    }),
    {
      name: "the second page finds the credentials expired, and they are renewed",
      strike: () => {
        const pages = empties("A")();
        let isExpired = true;
        return (attempt) => {
          const strike =
            isExpired && markerOf(attempt) !== undefined ? refuse("ExpiredToken", 403, expiredWords) : pages;
          isExpired &&= strike === pages;
          return strike(attempt);
        };
      },
      read: { attempts: 1, afterAnswers: true },
      change: one,
      but: noList,
    },
  ],
};
