import assert from "node:assert/strict";
import { givenTraffic } from "../../../../src/core/rules/givenTraffic";
import { parsePorts, portRanges } from "../../../../src/core/rules/ports";

type Fields = readonly [protocol: string | undefined, from: unknown, to: unknown];

describe("a protocol and ports as a caller gives them", () => {
  for (const [fields, protocol, from, to] of [
    [[undefined, undefined, undefined], "tcp"],
    [[undefined, 6379, undefined], "tcp", 6379, 6379],
    [[undefined, undefined, 6379], "tcp", 6379, 6379],
    [["TCP", 0, 65_535], "tcp", 0, 65_535],
    [["udp", " 53 ", "54"], "udp", 53, 54],
    [["icmp", 0, 0], "icmp", 0, 0],
    [["icmp", 255, 255], "icmp", 255, 255],
    [["icmp", undefined, undefined], "icmp", -1, -1],
    [["icmpv6", 128, undefined], "icmpv6", 128, -1],
    [["255", undefined, undefined], "255"],
    [["0", undefined, undefined], "0"],
    [["50", 0, 65_535], "50"],
    [["all", -1, -1], "-1"],
    [["all", -1, undefined], "-1"],
  ] as readonly (readonly [Fields, string, number?, number?])[]) {
    it(`are read: ${JSON.stringify(fields)}`, () => {
      const ports = from === undefined ? {} : { ports: { fromPort: from, toPort: to } };
      assert.deepEqual(givenTraffic(...fields), { ok: true, protocol, ...ports });
    });
  }

  const unknown = (text: string) =>
    `${text} is not a protocol: tcp, udp, icmp, icmpv6, a number up to 255, or -1 for all`;
  const port = (text: string) => `A port is a whole number from 0 to 65535; this is ${text}`;
  const icmp = (what: string, text: string) =>
    `An ICMP ${what} is a whole number from 0 to 255, or -1 for all; this is ${text}`;
  for (const [fields, field, message] of [
    [["256", undefined, undefined], "ipProtocol", unknown("256")],
    [["0256", undefined, undefined], "ipProtocol", unknown("0256")],
    [["1000", undefined, undefined], "ipProtocol", unknown("1000")],
    [["-2", undefined, undefined], "ipProtocol", unknown("-2")],
    [["", undefined, undefined], "ipProtocol", unknown("")],
    [["sctp", undefined, undefined], "ipProtocol", unknown("sctp")],
    [["tcp6", undefined, undefined], "ipProtocol", unknown("tcp6")],
    [["xtcp", undefined, undefined], "ipProtocol", unknown("xtcp")],
    [["tcp", 65_536, 65_536], "fromPort", port("65536")],
    [["tcp", -1, 0], "fromPort", port("-1")],
    [["tcp", 1, 65_536], "toPort", port("65536")],
    [["tcp", 6379.5, 6380], "fromPort", port("6379.5")],
    [["tcp", "redis", undefined], "fromPort", port("NaN")],
    [["tcp", "6379x", undefined], "fromPort", port("NaN")],
    [["tcp", "x6379", undefined], "fromPort", port("NaN")],
    [["tcp", "", undefined], "fromPort", port("NaN")],
    [["tcp", 6380, 6379], "toPort", "The first port, 6380, is above the last, 6379"],
    [["icmp", 256, 0], "fromPort", icmp("type", "256")],
    [["icmp", -2, 0], "fromPort", icmp("type", "-2")],
    [["icmp", 8, 256], "toPort", icmp("code", "256")],
    [["icmp", 8, -2], "toPort", icmp("code", "-2")],
    [["icmp", 8, 0.5], "toPort", icmp("code", "0.5")],
    [["icmp", -1, 0], "toPort", "All types have all codes: with type -1 the code is -1"],
    [["50", 0, 65_534], "fromPort", "Rules for protocol 50 have no ports"],
    [["50", 1, 65_535], "fromPort", "Rules for protocol 50 have no ports"],
    [["50", -1, 0], "fromPort", "Rules for protocol 50 have no ports"],
  ] as readonly (readonly [Fields, string, string])[]) {
    it(`are refused: ${JSON.stringify(fields)}`, () => {
      assert.deepEqual(givenTraffic(...fields), { ok: false, field, message });
    });
  }
});

describe("ports as they are typed", () => {
  const how = "Enter a port like 6379, or a range like 6379-6380";
  for (const [text, read] of [
    ["0", { fromPort: 0, toPort: 0 }],
    ["65535", { fromPort: 65_535, toPort: 65_535 }],
    ["6379–6380", { fromPort: 6379, toPort: 6380 }],
    ["6379-6379", { fromPort: 6379, toPort: 6379 }],
    ["", how],
    ["-1", how],
    ["6379-", how],
    ["6379 6380", how],
    ["6379-6380-6381", how],
    ["1234567", how],
    ["65536", "A port is a whole number from 0 to 65535; this is 65536"],
    ["1-65536", "A port is a whole number from 0 to 65535; this is 65536"],
  ] as const) {
    it(`${JSON.stringify(text)} is read, or told off`, () => assert.deepEqual(parsePorts(text), read));
  }

  it("are put into ranges, each port once", () => {
    assert.deepEqual(portRanges([3, 1, 2, 2, 5]), [
      { fromPort: 1, toPort: 3 },
      { fromPort: 5, toPort: 5 },
    ]);
    assert.deepEqual(portRanges([10, 9]), [{ fromPort: 9, toPort: 10 }]);
  });
});
