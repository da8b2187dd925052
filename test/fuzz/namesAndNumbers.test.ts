import assert from "node:assert/strict";
import fc from "fast-check";
import { parseAccountId } from "../../src/core/accountId";
import { checkCacheSecurityGroupName } from "../../src/core/cacheSecurityGroups/cacheSecurityGroupName";
import { checkEc2SecurityGroupName } from "../../src/core/cacheSecurityGroups/ec2SecurityGroupName";
import { cidrOf, contains, parseCidr } from "../../src/core/rules/cidr";
import { givenSource } from "../../src/core/rules/givenSource";
import { givenTags } from "../../src/core/rules/givenTags";
import { givenTraffic } from "../../src/core/rules/givenTraffic";
import { parsePorts } from "../../src/core/rules/ports";
import { descriptionProblem } from "../../src/core/rules/ruleText";
import { parseGroupReference } from "../../src/core/rules/vpcSecurityGroup";
import { holds } from "./holds";
import { anyText, soup } from "./texts";

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: length, maxLength: length });

describe("names and numbers, whatever somebody enters", () => {
  it("are an account number with dashes and spaces anywhere, and nothing else is", () => {
    const gap = fc.constantFrom("", "", "-", " ", "  ", "\t", "\u2013", "\u00a0");
    holds(fc.tuple(digits(12), fc.array(gap, { minLength: 13, maxLength: 13 })), ([number, gaps]) => {
      const written = [...number].map((digit, at) => `${gaps[at]}${digit}`).join("") + (gaps[12] ?? "");
      const parsed = parseAccountId(written);
      assert.ok(parsed.ok && parsed.value === number, written);
    });
    holds(soup("1234", "5678", "-", " ", "AKIA", "x"), (text) => {
      const parsed = parseAccountId(text);
      const compact = text.replaceAll(/[\s\-\u2010-\u2015]/g, "");
      assert.equal(parsed.ok, /^[0-9]{12}$/.test(compact));
      assert.ok(parsed.ok || parsed.message.length > 0);
    });
  });

  it("are names with a verdict", () => {
    holds(anyText, (text) => {
      for (const check of [checkCacheSecurityGroupName(text), checkEc2SecurityGroupName(text)]) {
        assert.ok(check.verdict === "ok" || check.message.length > 0);
      }
      const stored = checkCacheSecurityGroupName(text).verdict !== "error";
      assert.equal(stored, /^[A-Za-z0-9-]{1,255}$/.test(text) && text.toLowerCase() !== "default");
      assert.equal(
        descriptionProblem(text) === undefined,
        /^[A-Za-z0-9. _\-:/()#,@[\]+=&;{}!$*]{0,255}$/.test(text),
      );
    });
  });

  it("are blocks in one form, which holds what it was made from", () => {
    const v4 = fc.tuple(fc.ipV4(), fc.nat(34));
    const v6 = fc.tuple(fc.ipV6(), fc.nat(130));
    holds(fc.oneof(v4, v6), ([address, prefix]) => {
      const parsed = parseCidr(`${address}/${prefix}`);
      const text = parsed.ok ? parsed.value.text : parsed.suggestion;
      if (text === undefined) {
        assert.ok(!parsed.ok && prefix > (address.includes(":") ? 128 : 32), address);
        return;
      }
      const block = cidrOf(text) ?? assert.fail(text);
      assert.equal(block.text, text);
      const bits = block.family === 4 ? 32 : 128;
      const one = cidrOf(`${address}/${bits}`) ?? assert.fail(address);
      assert.ok(contains(block, one) && contains(block, block));
      assert.equal(contains(one, block), block.prefix === bits);
    });
  });

  it("are never taken half: a block, a group, ports, tags, traffic", () => {
    const text = soup(
      "10.0.0.0",
      "/8",
      "::",
      "/0",
      "sg-",
      "01234567",
      "pl-",
      "arn:aws:ec2:",
      "123456789012/",
      "6379",
      "-",
    );
    holds(text, (any) => {
      const parsed = parseCidr(any);
      assert.ok(!parsed.ok || cidrOf(parsed.value.text)?.text === parsed.value.text);
      const group = parseGroupReference(any);
      assert.ok(typeof group === "string" || /^sg-[0-9a-f]{8,17}$/.test(group.groupId));
      const ports = parsePorts(any);
      assert.ok(typeof ports === "string" || (ports.fromPort <= ports.toPort && ports.toPort <= 65_535));
      for (const field of ["cidrIp", "cidrIpv6", "prefixListId", "sourceSecurityGroupId"]) {
        const given = givenSource({ [field]: any }, "us-west-2");
        assert.ok(given.ok ? given.source : given.message.length > 0);
      }
    });
    holds(
      fc.tuple(fc.option(text, { nil: undefined }), fc.anything(), fc.anything()),
      ([protocol, from, to]) => {
        const given = givenTraffic(protocol, from, to);
        assert.ok(given.ok || given.message.length > 0);
        const { fromPort = 0, toPort = 0 } = given.ok ? (given.ports ?? {}) : {};
        assert.ok(Number.isInteger(fromPort) && Number.isInteger(toPort));
      },
    );
    holds(fc.anything(), (any) => assert.ok([true, false].includes(givenTags(any).ok)));
  });
});
