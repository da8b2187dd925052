import type { CacheName } from "../../core/caches/cache";
import { type CommandResult, done, failedResult, unchanged } from "../../core/commandResult";
import { type Outcome, succeeded } from "../../core/outcome";
import type { Rule, RuleContent } from "../../core/rules/rule";
import { ruleApiShape } from "../../core/rules/ruleApiShape";
import type { Target } from "../../core/target";
import { rowId } from "../../tree/row";
import type { Services } from "../command";
import { guardFailure } from "../guards";
import { type Look, lookFor, readRules } from "../vpc/look";
import { permitted } from "../vpc/permit";
import { tellAuthorized } from "./tellAuthorized";

/** The rules to make in one group. */
export interface RulesToMake {
  readonly target: Target;
  readonly groupId: string;
  readonly rules: readonly RuleContent[];
  readonly tags: Readonly<Record<string, string>>;
  /** Whether the tags were asked for: then the rule is not made without them. */
  readonly tagsAreWanted: boolean;
  /** Whether a review has looked, and asked for the permission, just before. */
  readonly reviewed: boolean;
}

/** What is to be done, with everything known. */
export interface AuthorizeVpcPlan extends RulesToMake {
  readonly cache?: CacheName;
  /** Whether somebody answered prompts, and can answer more. */
  readonly interactive: boolean;
}

/** Makes the rules where the guards allow it, shows them in the tree, and says so. */
export async function executeAuthorizeVpc(
  plan: AuthorizeVpcPlan,
  services: Services,
): Promise<CommandResult> {
  const guard = await guardFailure(plan.target.profile, plan.interactive, services);
  if (guard) {
    return failedResult(guard);
  }
  const made = await makeRules(plan, services);
  if (!made.ok) {
    return failedResult(made.failure);
  }
  const { rules, isNew } = made.value;
  if (!isNew) {
    return unchanged(rules.map(ruleApiShape));
  }
  reveal(plan, services);
  void tellAuthorized(plan, rules, services);
  return done(rules.map(ruleApiShape));
}

/** The rules that were made; where all were there already, those. */
export interface MadeRules {
  readonly rules: readonly Rule[];
  readonly isNew: boolean;
}

/** Looks, asks for the permission with a dry run, makes the rules, and shows them from the answer. */
export async function makeRules(plan: RulesToMake, services: Services): Promise<Outcome<MadeRules>> {
  const { target, groupId } = plan;
  const { vpc } = services.state;
  const { missing, equal } = await look(plan, services);
  if (missing.length === 0) {
    return succeeded({ rules: equal, isNew: false });
  }
  const permit = plan.reviewed
    ? succeeded({ tags: plan.tags })
    : await permitted(target, { groupId, rules: missing, tags: plan.tags }, plan.tagsAreWanted, services);
  if (!permit.ok) {
    return permit;
  }
  const aws = await services.aws();
  const { tags } = permit.value;
  const answer = await aws.authorizeVpcIngress(target, { groupId, rules: missing, tags });
  if (answer.ok) {
    vpc.add(target, answer.value.rules);
    return succeeded({ rules: answer.value.rules, isNew: true });
  }
  switch (answer.failure.kind) {
    case "alreadyAuthorized":
      // Somebody else has just made it: as it was wanted.
      return succeeded({ rules: (await look(plan, services)).equal, isNew: false });
    case "notFound":
      if (vpc.isAsked(target)) {
        await vpc.refresh(target);
      }
      return answer;
    default:
      return answer;
  }
}

/** What is there already, shown in the tree as well. Where it may not be read, EC2 will say. */
async function look({ target, groupId, rules }: RulesToMake, services: Services): Promise<Look> {
  const { vpc } = services.state;
  const asOf = vpc.moment();
  const there = await readRules(target, groupId, services);
  if (!there.ok) {
    return lookFor(rules, []);
  }
  const found = lookFor(rules, there.value);
  vpc.add(target, withIds(found.equal), asOf);
  return found;
}

/** Without their ids rules would stand beside those that have them. */
function withIds(rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ id }) => id !== undefined);
}

function reveal({ target, groupId, cache }: AuthorizeVpcPlan, { state, tree }: Services): void {
  const shown =
    cache ??
    (state.caches.get(target).value ?? []).find((each) =>
      (each.securityGroups ?? []).some(({ id }) => id === groupId),
    );
  if (shown) {
    const { profile, region } = target;
    void tree.reveal(rowId("vpcSecurityGroup", profile, region, shown.kind, shown.id, groupId), {
      open: true,
    });
  }
}
