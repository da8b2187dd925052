import assert from "node:assert/strict";
import { checkAnswer } from "../../../src/aws/http/checkAnswer";
import { ProtocolError } from "../../../src/aws/http/protocolError";

const id = { "x-amzn-requestid": "817fa999-3647-11e0-ae57-f96cfe56749c" };

function faultOf(body: string, action: string | undefined, more: Partial<Given> = {}): string | undefined {
  const { status = 200, headers = id, format = "xml", isDeletion = false } = more;
  try {
    checkAnswer({ status, headers, body: Buffer.from(body) }, format, action, isDeletion);
    return undefined;
  } catch (error) {
    return error instanceof ProtocolError ? error.fault : assert.fail(String(error));
  }
}

interface Given {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly format: "xml" | "json";
  readonly isDeletion: boolean;
}

describe("an answer whose operation has no result", () => {
  const deleted = (inside: string) =>
    `<DeleteCacheSecurityGroupResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/">${inside}</DeleteCacheSecurityGroupResponse>`;

  it("is one by the id of its request", () => {
    const metadata = "<ResponseMetadata><RequestId>817fa999-3647</RequestId></ResponseMetadata>";
    assert.equal(faultOf(deleted(metadata), "DeleteCacheSecurityGroup"), undefined);
    for (const [body, why] of [
      ["<DeleteCacheSecurityGroupResponse/>", "with nothing in it"],
      [deleted(""), "with nothing in it"],
      [deleted(" \n "), "with spaces"],
      [deleted("<ResponseMetadata/>"), "without an id"],
      [deleted("<ResponseMetadata><RequestId></RequestId></ResponseMetadata>"), "with an empty id"],
      [deleted("<RequestId>817fa999</RequestId>"), "with an id elsewhere"],
      [deleted("<!-- <ResponseMetadata>x</ResponseMetadata> -->"), "in a comment"],
    ] as const) {
      assert.equal(faultOf(body, "DeleteCacheSecurityGroup"), "withoutResult", why);
    }
  });

  it("is one by the word that it is so", () => {
    for (const action of ["CreateTags", "DeleteTags"]) {
      const answered = (inside: string) =>
        faultOf(`<${action}Response><requestId>8</requestId>${inside}</${action}Response>`, action);
      assert.equal(answered("<return>true</return>"), undefined);
      assert.equal(answered("<return>false</return>"), "withoutResult");
      assert.equal(answered(""), "withoutResult");
      assert.equal(faultOf(`<${action}Response/>`, action), "withoutResult");
    }
  });
});

describe("an answer to a deletion that has no body", () => {
  const more = { format: "json", isDeletion: true } as const;

  it("is the service's own by the id of its request", () => {
    assert.equal(faultOf("", undefined, more), undefined);
    assert.equal(faultOf("{}", undefined, more), undefined);
    for (const [body, given, fault] of [
      ["", { headers: {} }, "empty"],
      ["", { status: 204 }, "empty"],
      ["{}", { headers: {} }, "anotherAnswer"],
      ['{"Status":"ok"}', {}, "anotherAnswer"],
      ['{"error":"sign in"}', { headers: {} }, "anotherAnswer"],
      ["<!doctype html><html></html>", {}, "webPage"],
      ["OK", {}, "notJson"],
    ] as const) {
      assert.equal(faultOf(body, undefined, { ...more, ...given }), fault, JSON.stringify([body, given]));
    }
  });
});

describe("an answer in JSON", () => {
  const json = (body: string, status: number, headers: Record<string, string> = id) =>
    faultOf(body, undefined, { format: "json", status, headers });

  it("is a refusal where it names the service's code, in its head or in its body", () => {
    assert.equal(
      json('{"Message":"No"}', 403, { "x-amzn-errortype": "AccessDeniedException:http://x" }),
      undefined,
    );
    assert.equal(json('{"__type":"com.amazonaws.x#ThrottlingException"}', 400), undefined);
    assert.equal(json('{"error":"invalid_grant"}', 400), undefined);
  });

  it("of a gateway is none, and tells nothing of what became of the request", () => {
    for (const body of ['{"message":"Forbidden"}', '{"code":403}', '{"error":{"code":"x y"}}', "{}"]) {
      for (const status of [400, 403, 418, 502, 600]) {
        assert.equal(json(body, status), "anotherAnswer", `${status} ${body}`);
      }
    }
  });

  it("that breaks off is no shorter one", () => {
    assert.equal(json('{"Name":"one","Target":{"Arn":', 200), "cutOff");
    assert.equal(json('{"Name":"one"}\n', 200), undefined);
  });
});
