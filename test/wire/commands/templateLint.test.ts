import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expiryRoleTemplate } from "../../../src/core/expiry/roleTemplate";
import { ruleTemplate } from "../../../src/core/formats/ruleTemplates";
import type { RuleSource } from "../../../src/core/rules/rule";
import { trafficOf } from "../../../src/core/rules/traffic";
import { writtenText } from "../../support/writtenText";

const run = promisify(execFile);

const sources: readonly RuleSource[] = [
  { kind: "securityGroup", groupId: "sg-0123456789abcdef0", ownerId: "222233334444" },
  { kind: "cidrIp", cidr: "10.0.0.0/8" },
  { kind: "cidrIpv6", cidr: "2001:db8::/32" },
  { kind: "prefixList", prefixListId: "pl-0123456789abcdef0" },
];
const traffic = [
  ["tcp", 6379, 6380],
  ["udp", 53, 53],
  ["icmp", 8, -1],
  ["icmp", -1, -1],
  ["icmpv6", 128, 0],
  ["50", -1, -1],
  ["-1", -1, -1],
] as const;

/** Finds in templates what CloudFormation would refuse. A Python program: not every machine has it. */
async function lint(files: readonly string[]): Promise<string | undefined> {
  try {
    // Warnings and remarks aside: it takes a type of ICMPv6 for needless, and EC2 does not.
    return (await run("cfn-lint", ["--non-zero-exit-code", "none", ...files])).stdout;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      return undefined;
    }
    throw error;
  }
}

describe("templates for CloudFormation: of VPC rules of every kind, and of the role for what expires", () => {
  it("have nothing that cfn-lint calls an error, where that is installed", async function () {
    const folder = await mkdtemp(path.join(tmpdir(), "templates-"));
    try {
      const files = traffic.flatMap(([protocol, from, to]) =>
        sources.map((source) => {
          const rule = {
            source,
            ...trafficOf(protocol, from, to),
            description: `Why: $5 \${x} {} Az09 ._-/()#,@[]+=&;!$*`,
          };
          const text = writtenText(ruleTemplate({ groupId: "sg-0123456789abcdef1", rule }));
          return { file: path.join(folder, `${protocol}${from}-${source.kind}.json`), text };
        }),
      );
      const roles = [
        ["expiry", []],
        ["service/expiry", ["us-west-2", "eu-west-1"]],
      ] as const;
      files.push(
        ...roles.map(([role, regions]) => ({
          file: path.join(folder, `role${regions.length}.json`),
          text: expiryRoleTemplate(role, regions),
        })),
      );
      await Promise.all(files.map(({ file, text }) => writeFile(file, text)));
      const said = await lint(files.map(({ file }) => file));
      if (said === undefined) {
        console.log("    cfn-lint is not installed: the templates were not tried with it");
        this.skip();
      }
      assert.doesNotMatch(said, /^E\d/m);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
