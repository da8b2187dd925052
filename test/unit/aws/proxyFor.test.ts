import assert from "node:assert/strict";
import { proxyFor } from "../../../src/aws/http/proxyFor";

const aws = new URL("https://elasticache.us-west-2.amazonaws.com");

describe("proxyFor", () => {
  const through = (environment: Record<string, string>, url = aws) => proxyFor(url, { environment });

  it("takes the proxy of the request's scheme, lower case first, with or without http://", () => {
    assert.equal(
      through({ HTTPS_PROXY: "http://a:1", https_proxy: "b:2", HTTP_PROXY: "http://c:3" }),
      "http://b:2",
    );
    assert.equal(through({ HTTP_PROXY: "http://c:3" }), undefined);
    assert.equal(through({ HTTP_PROXY: "http://c:3" }, new URL("http://cache.example:8000")), "http://c:3");
    assert.equal(through({}), undefined);
  });

  for (const [rule, bypassed] of [
    ["amazonaws.com", true],
    [".amazonaws.com", true],
    ["*.amazonaws.com", true],
    ["aws.com", false],
    ["*", true],
    ["other.example, elasticache.us-west-2.amazonaws.com", true],
    ["amazonaws.com:443", true],
    ["amazonaws.com:80", false],
    ["", false],
  ] as const) {
    it(`NO_PROXY ${rule || "of nothing"} ${bypassed ? "leaves the proxy out" : "does not concern it"}`, () => {
      assert.equal(
        through({ HTTPS_PROXY: "http://p:1", NO_PROXY: rule }),
        bypassed ? undefined : "http://p:1",
      );
    });
  }

  it("never asks loopback through a proxy", () => {
    for (const url of ["http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1", "https://127.9.9.9"]) {
      assert.equal(through({ HTTP_PROXY: "http://p:1", HTTPS_PROXY: "http://p:1" }, new URL(url)), undefined);
    }
  });

  it("follows VS Code's settings before the environment", () => {
    const environment = { HTTPS_PROXY: "http://env:1", NO_PROXY: "*" };
    assert.equal(
      proxyFor(aws, { environment, settings: { proxy: "http://code:2", noProxy: ["x.example"] } }),
      "http://code:2",
    );
    assert.equal(
      proxyFor(aws, { environment, settings: { proxy: "http://code:2", noProxy: ["amazonaws.com"] } }),
      undefined,
    );
  });
});
