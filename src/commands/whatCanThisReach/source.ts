import { invalidParameter } from "../../core/failures/invalidParameter";
import { textParams } from "../../core/given/texts";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { givenSource } from "../../core/rules/givenSource";
import type { RuleSource } from "../../core/rules/rule";
import { typedSource } from "../../core/rules/typedSource";
import { type AccessSource, byName, bySource, sourcesOfRules } from "../../store/reachable/accessSource";
import { typedEntry } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import type { Params, Services } from "../command";

/** The source that a row, or a caller, names; `undefined` where none is. */
export function accessSourceGiven(params: Params, { state }: Services): Outcome<AccessSource | undefined> {
  const given = textParams(params, [
    "ec2SecurityGroupName",
    "ec2SecurityGroupOwnerId",
    "sourceSecurityGroupId",
    "sourceOwnerId",
    "cidrIp",
    "cidrIpv6",
    "prefixListId",
  ]);
  if (!given.ok) {
    return given;
  }
  const { ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: owner, ...fields } = given.value;
  if (name !== undefined && owner !== undefined) {
    return succeeded(byName({ ec2SecurityGroupName: name, ec2SecurityGroupOwnerId: owner }, state));
  }
  const source = givenSource(fields, undefined);
  if (!source.ok) {
    return failed(invalidParameter(source.field, source.message));
  }
  return succeeded(source.source && bySource(source.source, state));
}

/** Asks for a source: an id, addresses. */
export async function askAccessSource({ state, ui }: Services): Promise<AccessSource | undefined> {
  const answer = await ui.pick<RuleSource>({
    at: { title: "What Can This Reach?" },
    placeholder: "A source that some loaded rule names, or type a CIDR block or an ID",
    items: sourcesOfRules(state).map(({ source, label }) => ({
      key: entryKey("source", label),
      label,
      icon: "server",
      value: source,
    })),
    fromText: (text) => {
      const typed = typedSource(text, "");
      return typed && "source" in typed ? typedEntry(typed.text, typed.source) : undefined;
    },
  });
  return answer.kind === "answer" ? bySource(answer.value, state) : undefined;
}
