import assert from "node:assert/strict";
import fc from "fast-check";
import { failureOf } from "../../src/aws/failureOf";
import type { FailedCall } from "../../src/aws/failures/call";
import { Attempts } from "../../src/aws/http/attempts";
import { failureKinds } from "../../src/core/failures/failures";
import { holds } from "./holds";
import { anyText, soup } from "./texts";

const call = (writes: boolean): FailedCall => ({
  operation: {
    service: "elasticache",
    action: writes ? "AuthorizeCacheSecurityGroupIngress" : "DescribeCacheSecurityGroups",
    writes,
  },
  profile: "dev",
  region: "us-west-2",
  ...(writes ? { attempts: new Attempts() } : {}),
});

const code = fc.oneof(
  fc.constantFrom(
    "AccessDenied",
    "Throttling",
    "InvalidParameterValue",
    "AuthFailure",
    "ECONNRESET",
    "ENOTFOUND",
    "constructor",
  ),
  anyText,
);
const text = soup(
  "User: x is not authorized to perform: ",
  "elasticache:",
  "iam:*",
  "not permitted in this API version",
  "hunter2",
);
/** What the SDK throws, with anything in any place of it. */
const odd = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: of }, { weight: 1, arbitrary: fc.anything() });
const thrown = fc
  .record(
    {
      name: odd(code),
      message: odd(text),
      code: odd(code),
      Code: odd(code),
      $fault: odd(fc.constantFrom("client", "server")),
      $metadata: odd(
        fc.record(
          {
            httpStatusCode: odd(fc.integer({ min: 0, max: 700 })),
            requestId: odd(anyText),
            attempts: odd(fc.nat(5)),
          },
          { requiredKeys: [] },
        ),
      ),
      $response: fc.anything(),
      errors: fc.anything(),
      cause: fc.anything(),
    },
    { requiredKeys: [] },
  )
  .map((fields) => {
    const error = new Error("x");
    for (const [name, value] of Object.entries(fields)) {
      Object.defineProperty(error, name, { value, configurable: true });
    }
    return error;
  });
const anything = fc.oneof(
  { weight: 3, arbitrary: thrown },
  { weight: 1, arbitrary: thrown.map((error) => new AggregateError([error])) },
  { weight: 1, arbitrary: thrown.map((error) => new Error("outer", { cause: error })) },
  {
    weight: 1,
    arbitrary: fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
  },
);

describe("a failure, whatever was thrown", () => {
  it("is one of the catalogue, in whole sentences, with codes and ids in their own form", () => {
    holds(fc.tuple(anything, fc.boolean()), ([error, writes]) => {
      const failure = failureOf(error, call(writes));
      assert.ok(failureKinds.includes(failure.kind));
      assert.match(failure.message, /[.?!]$/);
      assert.ok(failure.message.length < 2_000);
      for (const short of [failure.code, failure.requestId]) {
        assert.ok(short === undefined || /^[\w.:=+/-]{1,128}$/.test(short), short);
      }
      assert.ok(failure.action === undefined || /^[a-z]+:[A-Za-z]+$/.test(failure.action), failure.action);
      assert.ok(failure.remedy === undefined);
      JSON.stringify(failure);
    });
  });
});
