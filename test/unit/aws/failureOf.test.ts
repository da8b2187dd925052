import assert from "node:assert/strict";
import { failureOf } from "../../../src/aws/failureOf";
import type { FailedCall } from "../../../src/aws/failures/call";
import { Secrets } from "../../../src/aws/secrets";
import { failureKinds } from "../../../src/core/failures/failures";

const call: FailedCall = {
  operation: { service: "elasticache", action: "DescribeCacheSecurityGroups", writes: false },
  profile: "dev",
  region: "us-west-2",
};

describe("failureOf", () => {
  it("gives a failure for any value at all", () => {
    const circular: Record<string, unknown> = {};
    circular["self"] = circular;
    for (const value of [
      undefined,
      null,
      0,
      "text",
      circular,
      Symbol("x"),
      new Error(),
      new AggregateError([]),
      Object.assign(new Error("x"), { $metadata: null, $fault: "client" }),
      Object.assign(new Error("x"), { $metadata: { attempts: "many" }, $fault: "server", Code: 7 }),
      Object.assign(new Error("x"), { code: 42 }),
      Object.assign(new Error("x"), { code: "lower_case" }),
    ]) {
      const failure = failureOf(value, call);
      assert.ok(failureKinds.includes(failure.kind));
      assert.match(failure.message, /\.$/);
    }
  });

  it("does not quote the text of an error that it does not know", () => {
    const failure = failureOf(new Error("password=hunter2"), call);
    assert.equal(failure.kind, "unexpected");
    assert.doesNotMatch(JSON.stringify(failure), /hunter2/);
  });

  it("finds the system's code where the SDK or Node has wrapped it", () => {
    const inner = Object.assign(new Error("x"), { code: "ENOTFOUND" });
    assert.equal(failureOf(new AggregateError([inner]), call).code, "ENOTFOUND");
    assert.equal(
      failureOf(new Error("x", { cause: new Error("y", { cause: inner }) }), call).code,
      "ENOTFOUND",
    );
  });

  it("suggests to check the region's name only where AWS has no region of that name", () => {
    const error = Object.assign(new Error("x"), { code: "ENOTFOUND" });
    const message = (region: string, endpoint: string) =>
      failureOf(error, { ...call, region, endpoint }).message;
    assert.match(
      message("us-wset-2", "elasticache.us-wset-2.amazonaws.com"),
      /Check the region's name: us-wset-2/,
    );
    assert.doesNotMatch(message("us-west-2", "elasticache.us-west-2.amazonaws.com"), /Check the region/);
    assert.doesNotMatch(message("us-wset-2", "localhost.invalid:80"), /Check the region/);
  });
});

describe("Secrets", () => {
  it("takes secrets out of a text, as they are and as a form would carry them", () => {
    const secrets = new Secrets();
    secrets.addCredentials({
      accessKeyId: "AKIA",
      secretAccessKey: "abc/def+ghi=",
      sessionToken: "token-token",
    });
    assert.equal(
      secrets.redact("abc/def+ghi= abc%2Fdef%2Bghi%3D token-token AKIA"),
      "[secret] [secret] [secret] AKIA",
    );
  });
});
