import assert from "node:assert/strict";
import {
  coversTcpPort,
  parsePorts,
  portRanges,
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
});
