import assert from "node:assert/strict";
import { authenticationOf } from "../../../../src/core/caches/authentication";
import type { Cache } from "../../../../src/core/caches/cache";
import { clientCommand } from "../../../../src/core/formats/clientCommand";
import { cacheOf } from "../../../support/caches";

const endpoint = { role: "primary", address: "c.example", port: 6380 } as const;

function line(more: Partial<Cache>): string {
  return clientCommand({ ...cacheOf("c"), engine: "valkey", ports: [6380], ...more }, endpoint);
}

describe("the line that connects to a cache", () => {
  it("names the client of its engine, with the port as it is", () => {
    assert.equal(line({}), "valkey-cli -h c.example -p 6380");
    assert.equal(line({ engine: "redis" }), "redis-cli -h c.example -p 6380");
    assert.equal(line({ engine: "memcached" }), "nc c.example 6380");
  });

  it("takes no address for an option", () => {
    const odd = { ...endpoint, address: "-e/bin/sh" };
    const words = (engine: string, encryptionInTransit: Cache["encryptionInTransit"] = "none") =>
      clientCommand({ ...cacheOf("c"), engine, encryptionInTransit }, odd);
    assert.equal(words("memcached"), "nc -- -e/bin/sh 6380");
    // What follows an option that takes a value is its value.
    assert.equal(words("redis"), "redis-cli -h -e/bin/sh -p 6380");
    assert.match(words("memcached", "required"), /-connect -e\/bin\/sh:6380$/);
  });

  it("encrypts where the cache takes it, and follows shards", () => {
    assert.equal(line({ encryptionInTransit: "preferred" }), "valkey-cli -h c.example -p 6380 --tls");
    assert.equal(
      line({ encryptionInTransit: "required", clusterMode: "yes" }),
      "valkey-cli -h c.example -p 6380 --tls -c",
    );
    assert.equal(
      line({ engine: "memcached", encryptionInTransit: "required" }),
      "openssl s_client -quiet -connect c.example:6380",
    );
  });

  it("lets the client ask for the password", () => {
    assert.equal(
      line({ authentication: authenticationOf(true, []) }),
      "valkey-cli -h c.example -p 6380 --askpass",
    );
    assert.equal(
      line({ authentication: authenticationOf(false, [{ id: "app", letsAnybodyIn: "no" }]) }),
      "valkey-cli -h c.example -p 6380 --user USER_NAME --askpass",
    );
  });

  it("takes in what is not known: it works on either kind of cache", () => {
    assert.equal(
      line({ clusterMode: "notKnown", authentication: { kind: "notKnown" } }),
      "valkey-cli -h c.example -p 6380 -c --user USER_NAME --askpass",
    );
  });
});
