import assert from "node:assert/strict";
import fc from "fast-check";
import { posixCommandLine } from "../../src/core/formats/cli";
import { powerShellLine } from "../../src/core/formats/powerShell";
import { shellWords } from "../../src/core/formats/shellWords";
import { parseSources } from "../../src/core/pasted/parseSources";
import { holds } from "./holds";
import { anyText, soup } from "./texts";

const owner = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 12, maxLength: 12 });
/** A name that EC2 could have, and one that only an emulator has. */
const name = fc.oneof(
  fc.string({
    unit: fc.constantFrom(..."abcXYZ019 ._-:/()#,@[]+=&;{}!$*\"'\\"),
    minLength: 1,
    maxLength: 30,
  }),
  anyText.filter((text) => text !== ""),
);
const pasted = soup(
  ...[
    "web",
    "565419523791",
    "5654-1952-3791",
    "5654 1952 3791",
    "/",
    ",",
    ";",
    "\t",
    " ",
    "\n",
    "\r\n",
    "\\\n",
    "`\n",
  ],
  ...[
    '"',
    '""',
    "'",
    "name,owner\n",
    "#",
    '{"name":"web","owner":565419523791}',
    "[",
    "]",
    "{",
    "}",
    '":',
    "\\",
  ],
  ...[
    "aws elasticache authorize-cache-security-group-ingress --cli-input-json ",
    "--ec2-security-group-name ",
    "=",
  ],
);

describe("pasted sources, whatever is pasted", () => {
  it("are whole ones, and what is wrong is said without a word of it", () => {
    holds(pasted, (text) => {
      const { sources, problems, repeated } = parseSources(text);
      const { length } = text.split(/\r\n|[\r\n]/);
      for (const { ec2SecurityGroupName, ec2SecurityGroupOwnerId } of sources) {
        assert.match(ec2SecurityGroupOwnerId, /^[0-9]{12}$/);
        assert.ok(ec2SecurityGroupName !== "");
      }
      for (const { line, message } of problems) {
        assert.ok(line >= 1 && line <= length, `${line} of ${length}`);
        assert.doesNotMatch(message, /web|5654/);
      }
      assert.ok(repeated >= 0);
    });
  });

  it("come back from lines that were copied, whatever the name", () => {
    holds(fc.tuple(name, owner), ([EC2SecurityGroupName, EC2SecurityGroupOwnerId]) => {
      const call = {
        service: "elasticache",
        operation: "authorize-cache-security-group-ingress",
        input: { CacheSecurityGroupName: "mygroup", EC2SecurityGroupName, EC2SecurityGroupOwnerId },
        target: { profile: "dev", region: "us-west-2" },
      } as const;
      for (const line of [posixCommandLine(call), powerShellLine(call)]) {
        assert.deepEqual(parseSources(line).sources, [
          { ec2SecurityGroupName: EC2SecurityGroupName, ec2SecurityGroupOwnerId: EC2SecurityGroupOwnerId },
        ]);
      }
    });
  });

  it("come back from JSON and from a table, whatever the name", () => {
    const sources = fc.array(fc.tuple(name, owner), { minLength: 1, maxLength: 5 });
    holds(sources, (some) => {
      const wanted = [...new Set(some.map(([each, of]) => `${of}/${each}`))];
      const read = (text: string) =>
        parseSources(text).sources.map(
          (each) => `${each.ec2SecurityGroupOwnerId}/${each.ec2SecurityGroupName}`,
        );
      assert.deepEqual(read(JSON.stringify(some.map(([each, of]) => ({ name: each, owner: of })))), wanted);
      const oneLine = some.filter(([each]) => !/[\r\n]/.test(each) && !/[\\`][ \t]*$/.test(each));
      const table = [
        "name,owner",
        ...oneLine.map(([each, of]) => `"${each.replaceAll('"', '""')}",${of}`),
      ].join("\n");
      assert.deepEqual(read(table), [...new Set(oneLine.map(([each, of]) => `${of}/${each}`))]);
    });
  });

  it("are parted into words, or are no words", () => {
    holds(pasted, (text) => {
      const words = shellWords(text);
      assert.ok(words === undefined || words.every((word) => typeof word === "string"));
    });
  });
});
