import assert from "node:assert/strict";
import { wayPorts } from "../../../../src/core/reach/wayPorts";
import { cacheOf } from "../../../support/caches";

describe("the ports that a way is asked about", () => {
  const cache = cacheOf("shop", { ports: [6379, 6380] });
  const { ports: _, ...rest } = cache;
  const unknown = { ...rest, ports: undefined };

  it("are the cache's own, or the one that is named", () => {
    assert.deepEqual(wayPorts(cache, undefined), { ok: true, value: [6379, 6380] });
    assert.deepEqual(wayPorts(cache, 6380), { ok: true, value: [6380] });
    assert.deepEqual(wayPorts(unknown, undefined), { ok: true, value: [] });
    assert.deepEqual(wayPorts(unknown, 7), { ok: true, value: [7] });
  });

  for (const [port, words] of [
    ["6379", "port is to be a whole number"],
    [6379.5, "port is to be a whole number"],
    [22, "shop listens on 6379, 6380, not on 22"],
  ] as const) {
    it(`are not ${JSON.stringify(port)}`, () => {
      const ports = wayPorts(cache, port);
      assert.ok(!ports.ok);
      assert.equal(ports.failure.field, "port");
      assert.ok(ports.failure.message.startsWith(words), ports.failure.message);
    });
  }
});
