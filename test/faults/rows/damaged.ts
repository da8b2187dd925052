import { gzipSync } from "node:zlib";
import { changed, rewritten, type Strike, sendRaw } from "../attempt";
import type { End, Fault, FaultGroup } from "../fault";
import { withDepth, withoutEnd } from "../texts";

function damaged(name: string, strike: Strike, more: Partial<Fault> = {}): Fault {
  const end = { failure: ["protocol", "HTTP 200"], attempts: 1 } as const;
  return {
    name,
    strike: () => strike,
    read: end,
    change: { ...end, inDoubt: true, isMade: true },
    // Its answer is an error, which is damaged in the same way.
    ...more,
  };
}

const huge = Buffer.alloc(33 * 1024 * 1024, " ");

const hugeAnswer: Strike = (attempt) => {
  const { action } = attempt.operation;
  attempt.response.writeHead(200, { "content-type": "text/xml" });
  attempt.response.write(`<${action}Response>`);
  attempt.response.write(huge);
  attempt.response.end(`</${action}Response>`);
};

const lengthOf =
  (offset: number): Strike =>
  async (attempt) => {
    const { status, body } = await attempt.forward();
    sendRaw(
      attempt,
      [`HTTP/1.1 ${status} X`, "Content-Type: text/xml", `Content-Length: ${body.length + offset}`],
      body,
    );
  };

const reset = { failure: ["network", "ECONNRESET"], attempts: 4 } as const;
const dryRunStatus = { dryRun: { failure: ["protocol", "HTTP 412"] } } as const;
/** There is nothing in the answer that could be damaged. */
export const asItIs: Partial<End> = { failure: undefined, inDoubt: false };
const noText = { ...dryRunStatus, noBody: asItIs };

export const damagedAnswers: FaultGroup = {
  heading: "Damaged answers",
  about:
    "A part of an answer is none: a list that breaks off is not a shorter list, and bytes that are no text are no names.",
  faults: [
    damaged(
      "text that breaks off in the middle",
      rewritten((text) => text.slice(0, text.length / 2)),
      { but: noText },
    ),
    damaged("text without its end", rewritten(withoutEnd), { but: noText }),
    damaged("a Content-Length that is too long", lengthOf(10), {
      read: reset,
      change: { ...reset, inDoubt: true, isMade: true },
    }),
    damaged("a Content-Length that is too short", lengthOf(-10), { but: dryRunStatus }),
    damaged("more than 32 MB", hugeAnswer, {
      change: { failure: ["protocol", "HTTP 200"], attempts: 1, inDoubt: true },
    }),
    {
      name: "elements 20,000 deep",
      strike: () => rewritten(withDepth),
      read: { failure: ["protocol"], attempts: 1 },
      change: { failure: ["protocol"], attempts: 1, isMade: true, inDoubt: true },
      // What is unknown is passed over, however deep.
      but: { json: asItIs },
    },
    damaged(
      "UTF-16",
      rewritten((text) => Buffer.from(`\ufeff${text}`, "utf16le")),
      { but: dryRunStatus },
    ),
    damaged(
      "bytes that are not UTF-8 in every text",
      rewritten((text) => Buffer.from(text.replace(/>(?=[^<\s])|:"(?=[^"])/g, "$&\xff\xc0"), "latin1")),
      { but: noText },
    ),
    damaged(
      "gzip that is announced",
      changed(({ body, headers }) => ({
        headers: { ...headers, "content-encoding": "gzip" },
        body: gzipSync(body),
      })),
      { but: dryRunStatus },
    ),
    damaged(
      "gzip that is not announced",
      changed(({ body }) => ({ body: gzipSync(body) })),
      { but: dryRunStatus },
    ),
    {
      name: "gzip that is announced and is none",
      strike: () => changed(({ headers }) => ({ headers: { ...headers, "content-encoding": "gzip" } })),
      read: { attempts: 1 },
      change: { attempts: 1 },
    },
    {
      name: "a byte order mark and a comment before the answer",
      strike: () => rewritten((text) => `\ufeff<!-- a -->\n${text.replace(/^<\?.*?\?>/, "")}\n`),
      read: { failure: ["protocol"], attempts: 1 },
      change: { failure: ["protocol"], attempts: 1, isMade: true, inDoubt: true },
      but: { json: { failure: ["protocol", "HTTP 200"] } },
    },
  ],
};
