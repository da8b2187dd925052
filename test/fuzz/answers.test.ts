import assert from "node:assert/strict";
import fc from "fast-check";
import { checkAnswer } from "../../src/aws/http/checkAnswer";
import { ProtocolError } from "../../src/aws/http/protocolError";
import { refusalOf } from "../../src/aws/http/refusalOf";
import { xmlRoot } from "../../src/aws/http/xmlRoot";
import { takesAtMost } from "../support/cpuTime";
import { holds } from "./holds";
import { soup } from "./texts";

const action = "DescribeCacheSecurityGroups";
const body = soup(
  ...[
    "<?xml version='1.0'?>",
    "<!--",
    "-->",
    "<!-->",
    "<!DOCTYPE x>",
    "<!doctype html>",
    "<html>",
    "\ufeff",
    " ",
    "\n",
  ],
  ...[
    `<${action}Response>`,
    `<${action}Response xmlns="http://x/">`,
    `</${action}Response>`,
    `<${action}Response/>`,
  ],
  ...[
    "<ErrorResponse>",
    "</ErrorResponse>",
    "<Error><Code>",
    "AccessDenied",
    "</Code></Error>",
    "<x/>",
    "</x>",
    "<x>",
  ],
  ...["<![CDATA[", "]]>", "&lt;", "{", "}", '{"a":1}'],
);
const answer = fc.record({
  status: fc.oneof(
    fc.constantFrom(200, 201, 204, 302, 400, 403, 407, 500, 503),
    fc.integer({ min: 100, max: 599 }),
  ),
  headers: fc.record(
    {
      "content-type": fc.constantFrom("text/xml", "text/html", "application/json", ""),
      "x-amzn-requestid": fc.oneof(fc.uuid(), fc.string()),
      "x-amzn-errortype": fc.constantFrom("AccessDenied", "x#y", ":"),
    },
    { requiredKeys: [] },
  ),
  body: body.map((text) => Buffer.from(text)),
});

describe("an answer, whatever came", () => {
  it("is refused with a fault of its own, or is the operation's own", () => {
    holds(fc.tuple(answer, fc.constantFrom("xml", "json")), ([{ headers, ...rest }, format]) => {
      const given = { ...rest, headers: Object.fromEntries(Object.entries(headers)) };
      try {
        checkAnswer(given, format, action);
      } catch (error) {
        assert.ok(error instanceof ProtocolError, String(error));
        return;
      }
      const text = given.body
        .toString("utf8")
        .replace(/^\ufeff/, "")
        .trim();
      if (format === "xml" && given.status < 300) {
        assert.equal(xmlRoot(text)?.name, `${action}Response`);
        assert.ok(text.endsWith(`</${action}Response>`) || text.endsWith("/>"));
      }
      if (format === "json") {
        assert.ok(text.startsWith("{") && text.endsWith("}"));
        assert.ok(given.status < 300 || refusalOf(given, "json"), "a refusal names its code");
      }
      assert.ok(text !== "" && (given.status < 300 || given.status >= 400));
    });
  });

  it("takes no time, however odd", () => {
    for (const part of ["<!---->", "<!-- ", "<?x?>", " ", "<", "<!--->", "<Code>", "\ufeff", "&lt;"]) {
      const text = part.repeat(Math.floor(1_000_000 / part.length));
      for (const format of ["xml", "json"] as const) {
        takesAtMost(200, () => {
          try {
            checkAnswer({ status: 400, headers: {}, body: Buffer.from(text) }, format, action);
          } catch (error) {
            assert.ok(error instanceof ProtocolError);
          }
        });
      }
    }
  });
});
