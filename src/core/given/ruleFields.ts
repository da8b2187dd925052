import { invalidParameter } from "../failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../outcome";
import type { Params } from "../params";
import { givenSource } from "../rules/givenSource";
import { givenTraffic } from "../rules/givenTraffic";
import type { PortRange } from "../rules/ports";
import type { RuleSource } from "../rules/rule";
import { descriptionProblem } from "../rules/ruleText";
import { textParams } from "./texts";

/** A rule as far as a caller gives it. */
export interface GivenRule {
  readonly source?: RuleSource;
  readonly protocol: string;
  readonly ports?: PortRange;
  readonly description?: string;
}

/** The source, the traffic and the description of params, each checked as if it had been entered. */
export function ruleFields(params: Params, region: string | undefined): Outcome<GivenRule> {
  const texts = textParams(params, [
    "sourceSecurityGroupId",
    "sourceOwnerId",
    "cidrIp",
    "cidrIpv6",
    "prefixListId",
    "ipProtocol",
    "description",
  ]);
  if (!texts.ok) {
    return texts;
  }
  const { ipProtocol, description, ...fields } = texts.value;
  const source = givenSource(fields, region);
  if (!source.ok) {
    return failed(invalidParameter(source.field, source.message));
  }
  const traffic = givenTraffic(ipProtocol, params["fromPort"], params["toPort"]);
  if (!traffic.ok) {
    return failed(invalidParameter(traffic.field, traffic.message));
  }
  const problem = description === undefined ? undefined : descriptionProblem(description);
  if (problem !== undefined) {
    return failed(invalidParameter("description", problem));
  }
  return succeeded({
    protocol: traffic.protocol,
    ...(traffic.ports ? { ports: traffic.ports } : {}),
    ...(source.source ? { source: source.source } : {}),
    ...(description === undefined ? {} : { description }),
  });
}
