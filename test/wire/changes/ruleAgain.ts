import assert from "node:assert/strict";
import { type Outcome, succeeded } from "../../../src/core/outcome";
import type { Rule } from "../../../src/core/rules/rule";
import type { Target } from "../../../src/core/target";
import type { CommandWorld } from "../../support/commandWorld";

// One request each, and the stores know of it: what a test needs once more is not read anew.

const office = "192.0.2.0/24";

/** A rule from the office, as the commands make it. */
export async function makeRule(world: CommandWorld, target: Target, groupId: string): Promise<Rule> {
  const rules = [
    {
      source: { kind: "cidrIp", cidr: office },
      protocol: "tcp",
      fromPort: 6379,
      toPort: 6379,
      description: "Office",
    },
  ] as const;
  const aws = await world.services.aws();
  const made = await world.services.state.vpc.authorize(target, async () => {
    const answer = await aws.authorizeVpcIngress(target, { groupId, rules });
    return answer.ok ? succeeded(answer.value.rules) : answer;
  });
  return valueIn(made)[0] ?? assert.fail("no rule was made");
}

/** Revokes the rule from the office that is in a group. */
export async function revokeRule(world: CommandWorld, target: Target, groupId: string): Promise<void> {
  const { vpc } = world.services.state;
  const rule = vpc
    .rules(target, groupId)
    ?.find(({ source }) => source.kind === "cidrIp" && source.cidr === office);
  const name = { groupId, ruleId: rule?.id ?? assert.fail("there is no rule from the office") };
  const aws = await world.services.aws();
  valueIn(await vpc.revoke(target, name, () => aws.revokeVpcIngress(target, name)));
}

function valueIn<T>(outcome: Outcome<T>): T {
  return outcome.ok ? outcome.value : assert.fail(JSON.stringify(outcome));
}
