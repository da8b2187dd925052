import assert from "node:assert/strict";
import fc from "fast-check";
import { accounts, homeRegion } from "../../src/sandbox/accounts";
import { ApiError } from "../../src/sandbox/apiError";
import { answer } from "../../src/sandbox/endpoint";
import { Faults } from "../../src/sandbox/faults";
import { isLoopbackHost } from "../../src/sandbox/loopback";
import { Params, parseForm } from "../../src/sandbox/params";
import { formatRecord } from "../../src/sandbox/requestLog";
import { services } from "../../src/sandbox/services";
import { World } from "../../src/sandbox/world";
import { holds } from "./holds";
import { anyText, soup } from "./texts";

const names = [
  ...[
    "CacheSecurityGroupName",
    "Description",
    "EC2SecurityGroupName",
    "EC2SecurityGroupOwnerId",
    "MaxRecords",
    "Marker",
  ],
  ...[
    "GroupId",
    "GroupName",
    "GroupDescription",
    "VpcId",
    "IpPermissions.1.IpProtocol",
    "IpPermissions.1.FromPort",
  ],
  ...["IpPermissions.1.ToPort", "IpPermissions.1.IpRanges.1.CidrIp", "IpPermissions.1.Ipv6Ranges.1.CidrIpv6"],
  ...[
    "IpPermissions.1.Groups.1.GroupId",
    "IpPermissions.1.PrefixListIds.1.PrefixListId",
    "SecurityGroupRuleId.1",
  ],
  ...[
    "Filter.1.Name",
    "Filter.1.Value.1",
    "MaxResults",
    "NextToken",
    "ResourceId.1",
    "Tag.1.Key",
    "Tag.1.Value",
  ],
  ...[
    "CacheClusterId",
    "ReplicationGroupId",
    "ServerlessCacheName",
    "SecurityGroupIds.SecurityGroupId.1",
    "PrefixListId",
  ],
  ...[
    "PrefixListName",
    "AddressFamily",
    "MaxEntries",
    "Entry.1.Cidr",
    "DryRun",
    "CidrIp",
    "SourceSecurityGroupName",
  ],
];
const value = fc.oneof(
  fc.constantFrom(
    "mygroup",
    "default",
    "123456781234",
    "tcp",
    "icmp",
    "-1",
    "6",
    "0",
    "8",
    "65535",
    "20",
    "100",
    "true",
  ),
  fc.constantFrom(
    "0.0.0.0/0",
    "10.1.2.3/8",
    "::/0",
    "sg-01234567",
    "pl-01234567",
    "group-id",
    "*",
    "a*?\\",
    "IPv4",
  ),
  anyText,
);
const given = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 8 });
const operations = services.flatMap((service) =>
  [...service.operations].map(([action, run]) => ({ service, action, run })),
);
const account = accounts.find(({ name }) => name === "sandbox-vpc") ?? assert.fail();
const newWorld = () => new World({ data: "demo", settleMs: 10 });

/** XML is well formed: each tag closes under its own name, and nothing is in it that it cannot hold. */
function assertXml(text: string): void {
  const open: string[] = [];
  for (const [, close, name = "", self] of text.matchAll(/<(\/?)([A-Za-z_][\w.-]*)[^<>]*?(\/?)>/g)) {
    if (close) {
      assert.equal(open.pop(), name);
    } else if (!self) {
      open.push(name);
    }
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(text.replace(/<[^<>]*>/g, ""), /[<>]|&(?!(?:lt|gt|amp|quot|apos|#x?[0-9a-f]+);)/i);
  assert.doesNotMatch(text, /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
}

describe("the sandbox, whatever is asked of it", () => {
  it("does as an operation says, or refuses with a code, and answers in XML", () => {
    let [world, asked] = [newWorld(), 0];
    holds(fc.tuple(fc.constantFrom(...operations), given), ([{ service, action, run }, fields]) => {
      asked += 1;
      world = asked % 200 === 0 ? newWorld() : world;
      const state = world.stateOf(account.accountId, homeRegion) ?? assert.fail();
      const params = new Params(new Map(Object.entries(fields)));
      let xml: string;
      try {
        const result = run({
          ...{
            account,
            region: homeRegion,
            action,
            params,
            state,
            now: asked,
            today: Date.now(),
            requestId: `r-${asked}`,
          },
          stateOf: (accountId) => world.stateOf(accountId, homeRegion),
          alsoNeeds: () => undefined,
        });
        xml = service.success(action, result, "r");
      } catch (error) {
        assert.ok(error instanceof ApiError, `${action} has a defect: ${String(error)}`);
        xml = service.failure(error, "r");
      }
      assertXml(xml);
      assert.ok(!accounts.some(({ secretAccessKey }) => xml.includes(secretAccessKey)));
    });
  });

  it("answers any request, signed or not, and has one line for it", () => {
    const endpoint = { world: newWorld(), faults: new Faults(), clock: () => 0, calendar: Date.now };
    const header = soup(
      "AWS4-HMAC-SHA256",
      " ",
      "Credential=",
      "AKIA",
      "/",
      "20261126",
      "us-west-2",
      "ec2",
      ",",
      "SignedHeaders=",
      "Signature=",
      "=",
    );
    const form = soup(
      "Action=",
      "DescribeCacheSecurityGroups",
      "&",
      "Version=",
      "2015-02-02",
      "%",
      "%2",
      "%C2%9B",
      "+",
      "=",
      "X-Amz-Signature",
    );
    const request = fc.record({
      authorization: header,
      date: anyText,
      query: form,
      body: form,
      method: fc.constantFrom("GET", "POST"),
    });
    holds(request, ({ authorization, date, query, body, method }) => {
      const headers = new Map([
        ["authorization", [authorization]],
        ["x-amz-date", [date]],
      ]);
      const answered = answer(endpoint, { method, path: "/", query, headers, body: Buffer.from(body) });
      assert.ok(answered.status >= 400 && answered.status < 500, `${answered.status} ${answered.body}`);
      assertXml(answered.body);
      assert.doesNotMatch(formatRecord(answered.record), /[\p{Cc}\p{Zl}\p{Zp}\u202e]/u);
      assert.ok(formatRecord(answered.record).length < 1_000);
    });
  });

  it("reads a form as URLSearchParams does, or refuses it", () => {
    holds(soup("a", "=", "&", "%41", "%", "%zz", "%c3%a9", "+", "é", "b=c"), (text) => {
      try {
        const read = parseForm(text);
        for (const [name, first] of read) {
          assert.equal(new URLSearchParams(`&${text}`).get(name), first);
        }
      } catch (error) {
        assert.ok(error instanceof ApiError, String(error));
      }
    });
  });

  it("takes no host for this machine that is another's", () => {
    holds(soup("localhost", "127.0.0.1", "[::1]", ":", "80", ".", "evil.example", "@", "/"), (host) => {
      if (isLoopbackHost(host)) {
        assert.match(new URL(`http://${host}/`).hostname, /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i);
      }
    });
  });
});
