import assert from "node:assert/strict";
import { givenTraffic } from "../../../../src/core/rules/givenTraffic";
import { parsePorts, portRanges } from "../../../../src/core/rules/ports";
import {
  apiPorts,
  coversTcpPort,
  includesTraffic,
  trafficKey,
  trafficOf,
  trafficWords,
} from "../../../../src/core/rules/traffic";

describe("traffic", () => {
  it("takes in a TCP port as -1, tcp and 6", () => {
    assert.ok(coversTcpPort(trafficOf("-1", -1, -1), 6379));
    assert.ok(coversTcpPort(trafficOf("tcp", 6379, 6379), 6379));
    assert.ok(coversTcpPort(trafficOf("6", 6000, 7000), 6379));
    assert.ok(!coversTcpPort(trafficOf("tcp", 6380, 7000), 6379));
    assert.ok(!coversTcpPort(trafficOf("udp", 0, 65_535), 6379));
    assert.ok(!coversTcpPort(trafficOf("icmp", -1, -1), 6379));
    assert.ok(!coversTcpPort(trafficOf("50"), 6379));
  });

  it("is said as EC2's console says it", () => {
    assert.deepEqual(trafficWords(trafficOf("6", 6379, 6379)), ["tcp", "6379"]);
    assert.deepEqual(trafficWords(trafficOf("tcp", 6379, 6380)), ["tcp", "6379-6380"]);
    assert.deepEqual(trafficWords(trafficOf("tcp", 0, 65_535)), ["tcp", "all ports"]);
    assert.deepEqual(trafficWords(trafficOf("-1")), ["all traffic"]);
  });

  it("reads a port and a range, and says what is wrong with others", () => {
    assert.deepEqual(parsePorts("6379"), { fromPort: 6379, toPort: 6379 });
    assert.deepEqual(parsePorts(" 6379 - 6380 "), { fromPort: 6379, toPort: 6380 });
    assert.equal(parsePorts("6380-6379"), "The first port, 6380, is above the last, 6379");
    assert.match(String(parsePorts("65536")), /0 to 65535/);
    assert.match(String(parsePorts("redis")), /6379/);
  });

  it("puts neighbouring ports into one range", () => {
    assert.deepEqual(portRanges([6380, 6379]), [{ fromPort: 6379, toPort: 6380 }]);
    assert.deepEqual(portRanges([11_211, 6379]), [
      { fromPort: 6379, toPort: 6379 },
      { fromPort: 11_211, toPort: 11_211 },
    ]);
    assert.deepEqual(portRanges([]), []);
  });

  it("keeps the type and the code of ICMP, under whichever name", () => {
    for (const [protocol, name] of [
      ["icmp", "icmp"],
      ["1", "icmp"],
      ["58", "icmpv6"],
      ["ICMPv6", "icmpv6"],
    ] as const) {
      assert.deepEqual(trafficOf(protocol, 8, -1), { protocol: name, fromPort: 8, toPort: -1 });
      assert.deepEqual(trafficOf(protocol, 3, 4), { protocol: name, fromPort: 3, toPort: 4 });
      assert.deepEqual(trafficOf(protocol), { protocol: name, fromPort: -1, toPort: -1 });
    }
    assert.deepEqual(trafficWords(trafficOf("icmp", 8, -1)), ["icmp", "type 8"]);
    assert.deepEqual(trafficWords(trafficOf("icmp", 3, 4)), ["icmp", "type 3 code 4"]);
    assert.deepEqual(trafficWords(trafficOf("icmp", -1, -1)), ["icmp", "all types"]);
  });

  it("is the same traffic where EC2 makes no difference, and only there", () => {
    const key = (...fields: Parameters<typeof trafficOf>) => trafficKey(trafficOf(...fields));
    assert.equal(key("6", 0, 65_535), key("tcp"));
    assert.equal(key("50", -1, -1), key("50"));
    assert.equal(key("-1", 0, 65_535), key("all"));
    assert.equal(key("006", 1, 1), key("tcp", 1, 1));
    assert.notEqual(key("icmp", 8, -1), key("icmp", -1, -1));
    assert.notEqual(key("icmp", 3, 4), key("icmp", 3, -1));
    assert.notEqual(key("icmp", 8, -1), key("icmpv6", 8, -1));
    assert.notEqual(key("tcp", 0, 0), key("tcp"));
  });

  it("is taken in by what is broader", () => {
    const includes = (outer: Parameters<typeof trafficOf>, inner: Parameters<typeof trafficOf>) =>
      includesTraffic(trafficOf(...outer), trafficOf(...inner));
    assert.ok(includes(["icmp", -1, -1], ["icmp", 8, -1]));
    assert.ok(includes(["icmp", 3, -1], ["icmp", 3, 4]));
    assert.ok(includes(["-1"], ["icmp", 3, 4]));
    assert.ok(includes(["50"], ["50", -1, -1]));
    assert.ok(!includes(["icmp", 8, -1], ["icmp", -1, -1]));
    assert.ok(!includes(["icmp", 3, 4], ["icmp", 3, -1]));
    assert.ok(!includes(["icmp", 0, -1], ["icmp", 8, -1]));
    assert.ok(!includes(["icmp", -1, -1], ["icmpv6", 128, -1]));
    assert.ok(!includes(["tcp", 6379, 6379], ["tcp"]));
  });

  it("is written down again with every number that it had", () => {
    assert.deepEqual(apiPorts(trafficOf("icmp", 8, -1)), { fromPort: 8, toPort: -1 });
    assert.deepEqual(apiPorts({ protocol: "icmpv6" }), { fromPort: -1, toPort: -1 });
    assert.deepEqual(apiPorts(trafficOf("tcp", -1, -1)), { fromPort: 0, toPort: 65_535 });
    assert.deepEqual(apiPorts(trafficOf("udp", 53, 53)), { fromPort: 53, toPort: 53 });
    assert.deepEqual(apiPorts(trafficOf("-1", -1, -1)), {});
    assert.deepEqual(apiPorts(trafficOf("50", 3, 5)), { fromPort: 3, toPort: 5 });
  });

  it("is taken from a caller's fields", () => {
    const ports = (protocol: string | undefined, from: unknown, to: unknown) => {
      const given = givenTraffic(protocol, from, to);
      return given.ok ? [given.protocol, given.ports?.fromPort, given.ports?.toPort] : given.message;
    };
    assert.deepEqual(ports("icmp", 8, -1), ["icmp", 8, -1]);
    assert.deepEqual(ports("icmp", "3", "4"), ["icmp", 3, 4]);
    assert.deepEqual(ports("icmp", 8, undefined), ["icmp", 8, -1]);
    assert.deepEqual(ports("58", undefined, undefined), ["icmpv6", -1, -1]);
    assert.deepEqual(ports("-1", 0, 65_535), ["-1", undefined, undefined]);
    assert.deepEqual(ports("50", -1, -1), ["50", undefined, undefined]);
    assert.deepEqual(ports("6", 0, 65_535), ["tcp", 0, 65_535]);
    assert.deepEqual(ports(undefined, 6379, undefined), ["tcp", 6379, 6379]);
    for (const [fields, why] of [
      [["icmp", 256, -1], /type is a whole number/],
      [["icmp", 8, 256], /code is a whole number/],
      [["icmp", -1, 4], /code is -1/],
      [["icmp", undefined, 4], /code is -1/],
      [["icmp", 8.5, -1], /whole number/],
      [["icmp", "echo", -1], /whole number/],
      [["-1", 6379, 6379], /have no ports/],
      [["50", 1, 2], /have no ports/],
      [["tcp", -1, -1], /0 to 65535/],
    ] as const) {
      const [protocol, from, to] = fields;
      assert.match(String(ports(protocol, from, to)), why);
    }
  });
});
