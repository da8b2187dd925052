import assert from "node:assert/strict";
import { failureOf } from "../../../src/aws/failureOf";
import type { FailedCall } from "../../../src/aws/failures/call";
import { Secrets } from "../../../src/aws/secrets/secrets";
import { failureKinds } from "../../../src/core/failures/failures";

const call: FailedCall = {
  operation: { service: "elasticache", action: "DescribeCacheSecurityGroups", writes: false },
  profile: "dev",
  region: "us-west-2",
};

/** What throws whatever is asked of it. */
function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

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
      Object.assign(new Error("x"), { $metadata: {}, $fault: "client", name: 7 }),
      Object.assign(new Error("x"), { $metadata: {}, $fault: "client", message: { text: "x" } }),
      Object.assign(new Error("x"), { $metadata: {}, $fault: "client", name: undefined, message: undefined }),
      Object.assign(new Error("x"), { name: { toString: null } }),
      Object.assign(new Error("x"), { errors: "none" }),
      Object.defineProperty(new Error("x"), "name", {
        get: () => {
          throw new Error("no name");
        },
      }),
      new Proxy(new Error("x"), {
        get: () => {
          throw new Error("nothing to see");
        },
      }),
      new Proxy(new Error("x"), {
        getPrototypeOf: () => {
          throw new Error("nobody's");
        },
      }),
      revoked(),
      new AggregateError([revoked()]),
      new Error("x", { cause: revoked() }),
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

const token = Array.from({ length: 400 }, (_, index) =>
  String.fromCharCode(97 + ((index * index) % 25)),
).join("");
const answered = (more: object) =>
  Object.assign(new Error("x"), { $metadata: {}, $fault: "client", ...more });

describe("what a service says", () => {
  const secrets = new Secrets();
  secrets.add(token);
  const known = { ...call, redact: (text: string) => secrets.redact(text) };

  it("is rid of secrets before it is cut", () => {
    for (const quoted of [token, token.slice(0, 200), token.slice(150), token.slice(100, 120)]) {
      const text = `Value '${quoted}' at 'webIdentityToken' failed to satisfy constraint`;
      const { message } = failureOf(answered({ name: "ValidationError", message: text }), known);
      for (let at = 0; at + 16 <= token.length; at++) {
        assert.ok(!message.includes(token.slice(at, at + 16)), message);
      }
      assert.match(message, /Value '\[secret\]' at 'webIdentityToken'/);
    }
  });

  it("names codes and request ids by their form alone", () => {
    const forged = "Bad\n2026-11-25 00:00:00.000 [info] elasticache DeleteCacheSecurityGroup: 200";
    for (const bad of [
      forged,
      token.slice(0, 100),
      "x".repeat(40_000),
      " ",
      "<b>",
      "a b",
      "Client.\u009b2J",
    ]) {
      const failure = failureOf(answered({ name: bad, $metadata: { requestId: bad } }), known);
      assert.deepEqual([failure.code, failure.requestId], ["UnknownError", undefined], bad.slice(0, 30));
      assert.ok(failure.message.length < 200);
    }
    const id = "817fa999-3647-11e0-ae57-f96cfe56749c";
    const good = failureOf(
      answered({ name: "Client.InvalidGroup.NotFound", $metadata: { requestId: id } }),
      known,
    );
    assert.deepEqual([good.code, good.requestId], ["InvalidGroup.NotFound", id]);
  });

  it("names as missing only a permission of the service that was asked", () => {
    const missing = (text: string) =>
      failureOf(answered({ name: "AccessDenied", message: text }), known).action;
    const not = "is not authorized to perform:";
    const own = "elasticache:DescribeCacheSecurityGroups";
    assert.equal(
      missing(`${not} elasticache:ListTagsForResource on resource x`),
      "elasticache:ListTagsForResource",
    );
    for (const other of [
      "iam:*",
      "*:*",
      "elasticache:*",
      "iam:PassRole",
      `elasticache:${"A".repeat(5_000)}`,
    ]) {
      assert.equal(missing(`${not} ${other}`), own, other.slice(0, 20));
    }
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

  it("takes out parts of secrets too, and leaves words that they happen to have in common", () => {
    const secrets = new Secrets();
    secrets.add("sandbox-classic-opens-nothing-EXAMPLEKEY");
    assert.equal(
      secrets.redact("elasticache x sandbox-classic/us-west-2"),
      "elasticache x sandbox-classic/us-west-2",
    );
    assert.equal(secrets.redact("a sandbox-classic-opens b opens-nothing-EXAMPLE"), "a [secret] b [secret]");
    assert.equal(secrets.redact("nothing-EXAMPLEKEY".repeat(2)), "[secret][secret]");
  });
});
