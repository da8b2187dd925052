import { grantKey } from "../cacheSecurityGroups/cacheSecurityGroup";
import { checkEc2SecurityGroupName } from "../cacheSecurityGroups/ec2SecurityGroupName";
import type { IngressSource } from "../cacheSecurityGroups/ingress";
import type { Pieces } from "../pieces";
import type { LineNote, ParsedSources, Read } from "./parsedSources";

/** Puts together what the lines came to: each source once, and what is wrong or odd. */
export function* collect(all: readonly Read[]): Pieces<ParsedSources> {
  const sources = new Map<string, IngressSource>();
  const problems: LineNote[] = [];
  const warnings: LineNote[] = [];
  let repeated = 0;
  for (const { line, read } of all) {
    yield;
    if (!read.ok) {
      problems.push({ line, message: read.message });
      continue;
    }
    const key = grantKey(read.source);
    if (sources.has(key)) {
      repeated += 1;
      continue;
    }
    sources.set(key, read.source);
    const check = checkEc2SecurityGroupName(read.source.ec2SecurityGroupName);
    if (check.verdict !== "ok") {
      warnings.push({ line, message: check.message });
    }
  }
  return { sources: [...sources.values()], problems, warnings, repeated };
}
