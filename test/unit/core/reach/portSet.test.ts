import assert from "node:assert/strict";
import fc from "fast-check";
import {
  allPorts,
  both,
  either,
  ephemeralPorts,
  includesPorts,
  onePort,
  type PortSet,
  portWords,
  without,
} from "../../../../src/core/reach/portSet";

/** Ports up to 30, as ranges in ascending order that do not touch. */
const someSet = fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }).map(setOf);

function setOf(held: readonly boolean[]): PortSet {
  const ranges: { from: number; to: number }[] = [];
  for (const [port, is] of held.entries()) {
    const last = ranges.at(-1);
    if (is && last?.to === port - 1) {
      last.to = port;
    } else if (is) {
      ranges.push({ from: port, to: port });
    }
  }
  return ranges;
}

function heldBy(ports: PortSet): readonly boolean[] {
  return Array.from({ length: 30 }, (_, port) => ports.some(({ from, to }) => from <= port && port <= to));
}

function combined(a: PortSet, b: PortSet, join: (one: boolean, other: boolean) => boolean): PortSet {
  const [one, other] = [heldBy(a), heldBy(b)];
  return setOf(one.map((is, port) => join(is, other[port] ?? false)));
}

describe("a set of ports", () => {
  it("is joined with another, cut with it, and freed of it, port by port", () => {
    fc.assert(
      fc.property(someSet, someSet, (a, b) => {
        assert.deepEqual(
          either(a, b),
          combined(a, b, (one, other) => one || other),
        );
        assert.deepEqual(
          both(a, b),
          combined(a, b, (one, other) => one && other),
        );
        assert.deepEqual(
          without(a, b),
          combined(a, b, (one, other) => one && !other),
        );
        assert.equal(includesPorts(a, b), without(b, a).length === 0);
      }),
      { numRuns: 2_000, seed: 20_261_127 },
    );
  });

  it("includes itself and nothing, and no port beside it", () => {
    assert.ok(includesPorts(onePort(6379), onePort(6379)));
    assert.ok(includesPorts([], []));
    assert.ok(!includesPorts(onePort(6379), onePort(6380)));
    assert.ok(!includesPorts(onePort(6379), onePort(6378)));
    assert.deepEqual(both(allPorts, ephemeralPorts), [{ from: 1024, to: 65_535 }]);
    assert.deepEqual(without(allPorts, ephemeralPorts), [{ from: 0, to: 1023 }]);
  });

  it("is said in ranges", () => {
    assert.equal(portWords([]), "");
    assert.equal(portWords(onePort(6379)), "6379");
    assert.equal(
      portWords([
        { from: 22, to: 22 },
        { from: 80, to: 90 },
      ]),
      "22, 80-90",
    );
  });
});
