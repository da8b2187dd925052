import { endSentence, notOurs } from "../../core/expiry/endWords";
import { type End, type Expiry, endOfTags, expiryOf, tagsOfEnd } from "../../core/expiry/expiry";
import { endOf } from "../../core/expiry/givenEnd";
import { firstSentence } from "../../core/failures/failures";
import { failed, type Outcome } from "../../core/outcome";
import type { Rule, RuleContent } from "../../core/rules/rule";
import { type Target, targetAlone } from "../../core/target";
import type { EndMessage } from "../change";
import type { RuleItem } from "../revokeQuestion";
import { roleOf } from "./expirer";
import {
  arrangeEnd,
  type Ending,
  type EndServices,
  endFailure,
  expecting,
  planEnd,
  rememberRules,
} from "./ruleEnd";
import { withoutRules } from "./schedules";

/** Rules to be made in one group, as far as their end is concerned. */
interface RulesThatEnd extends Target, Ending {
  readonly groupId: string;
  readonly rules: readonly RuleContent[];
  readonly tags: Readonly<Record<string, string>>;
}

/** Makes rules, and sees to it that they end where they are to. */
export async function makeRules(
  item: RulesThatEnd,
  services: EndServices,
): Promise<Outcome<readonly Rule[]>> {
  const { groupId, rules, tags, expires } = item;
  const target = targetAlone(item);
  const wrong = endFailure(item, services);
  if (wrong) {
    return failed(wrong);
  }
  const planned = expires && (await planEnd({ ...item, expires }, services));
  const withEnd = planned && planned.end.by !== "session" ? { ...tags, ...tagsOfEnd(planned.end) } : tags;
  const aws = await services.aws();
  const send = async () => {
    const answer = await aws.authorizeVpcIngress(target, { groupId, rules, tags: withEnd });
    if (!answer.ok) {
      return answer;
    }
    const made = answer.value.rules;
    // With what the answer says besides: whether a look has found them, made by whomever.
    return {
      ...answer,
      value: planned ? await arrangeEnd(target, groupId, made, planned, services) : made,
    };
  };
  return planned && planned.end.by !== "session" ? expecting(target, planned.end.at, services, send) : send();
}

/**
 * Sees to the end of rules that a look has found made: the answer that told of them was lost, and nothing was sent
 * after it. Their tags tell that they are ours; nothing for those which say no end, and so are somebody else's.
 */
export async function foundRules(
  item: RulesThatEnd,
  rules: readonly Rule[],
  services: EndServices,
): Promise<readonly Rule[] | undefined> {
  const { expires, groupId } = item;
  if (!expires) {
    return rules;
  }
  const target = targetAlone(item);
  if (item.mayTag === false) {
    const end: End = { at: endOf(expires, services.expiry.now(target)), by: "session" };
    await rememberRules(target, rules, end, services);
    return rules;
  }
  const ends = rules.map(({ tags }) => endOfTags(tags));
  const [end] = ends;
  if (!end || ends.some((each) => each?.at !== end.at || each.scheduleName !== end.scheduleName)) {
    return undefined;
  }
  const role = end.by === "schedule" ? await roleOf(target, services) : undefined;
  // A schedule that is there all the same is made again by its own token, which changes nothing.
  return arrangeEnd(target, groupId, rules, { end, ...(role === undefined ? {} : { role }) }, services);
}

/** When rules that were made end, as a caller gets it. */
export function expiryOfRules(
  item: RulesThatEnd,
  rules: readonly Rule[],
  services: Pick<EndServices, "expiry">,
): Expiry | undefined {
  const end = item.expires && endOfRules(item, rules, services);
  return (
    end &&
    expiryOf(
      end,
      rules.flatMap(({ id }) => id ?? []),
    )
  );
}

/** The end of rules in words, behind what was made of them; a warning where it is not as it was to be. */
export function endMessage(
  item: RulesThatEnd,
  rules: readonly Rule[],
  services: Pick<EndServices, "expiry">,
): Pick<EndMessage, "severity" | "besides"> {
  if (!item.expires) {
    return { severity: "information" };
  }
  const end = endOfRules(item, rules, services);
  if (!end) {
    const hasId = rules.every(({ id }) => id !== undefined);
    const why = hasId ? notOurs : "does not expire: its ID is not known";
    return { severity: "warning", besides: `. It ${why}` };
  }
  const why = rules
    .map(({ id }) => services.expiry.insteadOfSchedule(item, id ?? ""))
    .find((failure) => failure !== undefined);
  return {
    severity: why ? "warning" : "information",
    besides: `. It ${endSentence(end)}${why ? `. ${firstSentence(why.message, item)}` : ""}`,
  };
}

/**
 * Takes along what was to revoke a rule that is gone: a schedule that finds one of its rules gone would revoke none of
 * them. Where that fails the sweep does it later.
 */
export async function takeEndAlong(item: RuleItem, services: EndServices): Promise<void> {
  const { expiry } = services;
  const known = expiry.rule(item, item.ruleId);
  const scheduleName = (item.rule && endOfTags(item.rule.tags))?.scheduleName ?? known?.scheduleName;
  const taken =
    scheduleName === undefined ||
    (await withoutRules(targetAlone(item), scheduleName, [item.ruleId], services)).ok;
  if (taken) {
    await expiry.forgetRule(item, item.ruleId);
  }
}

function endOfRules(
  target: Target,
  rules: readonly Rule[],
  { expiry }: Pick<EndServices, "expiry">,
): End | undefined {
  return rules.map((rule) => expiry.ofRule(target, rule)).find((end) => end !== undefined);
}
