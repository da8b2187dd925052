import { type End, expiryTags, otherTags, tagsOfEnd } from "../../core/expiry/expiry";
import { endOf, endProblem, type GivenEnd } from "../../core/expiry/givenEnd";
import { longestExpiryFailure } from "../../core/expiry/longestExpiry";
import { contentOf, type RememberedRule } from "../../core/expiry/remembered";
import { withAftermath } from "../../core/failures/aftermath";
import { isInDoubt } from "../../core/failures/failureScope";
import type { Failure } from "../../core/failures/failures";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { failed, type Outcome } from "../../core/outcome";
import { ruleEndRequests } from "../../core/requests/ruleEnds";
import type { Rule } from "../../core/rules/rule";
import { type Target, targetAlone } from "../../core/target";
import type { ChangeServices } from "../services";
import { expirerOf } from "./expirer";
import { makeSchedule } from "./schedules";

export type EndServices = Pick<ChangeServices, "aws" | "schedules" | "state" | "expiry">;

/** What is to end, as far as an item says it. */
export interface Ending {
  readonly expires?: GivenEnd;
  /** False where the credentials may not tag: then this window alone knows of the end. */
  readonly mayTag?: boolean;
  /** Whether it takes back what was there before: then no profile's setting has anything against it. */
  readonly isRemade?: boolean;
}

/** What stands against an end, or against there being none, just before something is sent. */
export function endFailure(
  item: Target & Ending,
  { state, expiry }: Pick<EndServices, "state" | "expiry">,
): Failure | undefined {
  const now = expiry.now(item);
  const problem = item.expires && endProblem(item.expires, now);
  if (problem !== undefined) {
    return invalidParameter("expires", problem);
  }
  return item.isRemade ? undefined : longestExpiryFailure(state.settings(), item.profile, item.expires, now);
}

/** How a rule that is about to be made will end, by what is permitted and set. */
export async function planEnd(
  item: Target & Ending & { readonly expires: GivenEnd },
  services: EndServices,
): Promise<{ readonly end: End; readonly role?: string }> {
  const at = endOf(item.expires, services.expiry.now(targetAlone(item)));
  const { by, role } = await expirerOf(item, services);
  return role === undefined
    ? { end: { at, by } }
    : { end: { at, by, scheduleName: newScheduleName() }, role };
}

/** One that nobody else gives: a schedule of another name may be anybody's. */
export function newScheduleName(): string {
  return `elasticache-access-${crypto.randomUUID().replaceAll("-", "").slice(0, 16)}`;
}

/**
 * Sees to it that rules which were just made end as they were planned to. Where EventBridge Scheduler does not do it, this
 * extension will. The rules as they are then, with their tags.
 */
export async function arrangeEnd(
  target: Target,
  groupId: string,
  rules: readonly Rule[],
  { end, role }: Awaited<ReturnType<typeof planEnd>>,
  services: EndServices,
): Promise<readonly Rule[]> {
  const ids = rules.flatMap(({ id }) => id ?? []);
  if (end.by !== "schedule" || role === undefined || end.scheduleName === undefined) {
    await rememberRules(target, rules, end, services);
    return rules;
  }
  const schedule = { name: end.scheduleName, at: end.at, groupId, ruleIds: ids, roleArn: role };
  const made =
    ids.length === rules.length
      ? await makeSchedule(target, schedule, services)
      : failed({ kind: "unexpected", message: "The rules' IDs are not known" } as const);
  if (made.ok) {
    await rememberRules(target, rules, end, services);
    return rules;
  }
  services.expiry.noteInstead(target, ids, made.failure);
  if (isInDoubt(made.failure)) {
    // It may be there: its name stays in the tags, so that whoever gives the rule another end finds it.
    await rememberRules(target, rules, end, services);
    return rules;
  }
  const instead: End = { at: end.at, by: "sweep" };
  // Tags that still name the schedule mislead nobody for long: the sweep looks after its time whether it was kept.
  const retagged = await tagRules(target, { groupId, ids, end: instead, hadSchedule: true }, services);
  const tags = (rule: Rule) => ({ ...otherTags(rule.tags), ...tagsOfEnd(retagged.ok ? instead : end) });
  const now = rules.map((rule) => ({ ...rule, tags: tags(rule) }));
  await rememberRules(target, now, instead, services);
  return now;
}

/** Writes an end into the tags of rules, and takes away the name of a schedule that holds no more. */
export async function tagRules(
  target: Target,
  {
    groupId,
    ids,
    end,
    hadSchedule,
  }: {
    readonly groupId: string;
    readonly ids: readonly string[];
    readonly end: End;
    readonly hadSchedule: boolean;
  },
  services: EndServices,
): Promise<Outcome<undefined>> {
  const request = ruleEndRequests.tag({ groupId, ruleIds: ids, tags: tagsOfEnd(end) });
  const { createTags } = await services.schedules();
  const tagged = await (await services.aws()).expiring(target, request, createTags(request.input));
  if (!tagged.ok || !hadSchedule || end.by === "schedule") {
    return tagged;
  }
  const untagged = await untagRules(target, { groupId, ids, keys: [expiryTags.schedule] }, services);
  return untagged.ok || isInDoubt(untagged.failure)
    ? untagged
    : failed({ ...untagged.failure, message: withAftermath(untagged.failure, tagsWereSet) });
}

/** "Nothing was changed" would not be true. */
const tagsWereSet = "The tags with its end were set all the same: Set Expiry sets them anew.";

export async function untagRules(
  target: Target,
  {
    groupId,
    ids,
    keys,
  }: { readonly groupId: string; readonly ids: readonly string[]; readonly keys: readonly string[] },
  services: EndServices,
): Promise<Outcome<undefined>> {
  const request = ruleEndRequests.untag({ groupId, ruleIds: ids, keys });
  const { deleteTags } = await services.schedules();
  return (await services.aws()).expiring(target, request, deleteTags(request.input));
}

/**
 * Sends what makes rules end. Until their ids are known, and as long as it is in doubt, this machine remembers where they
 * are to be.
 */
export async function expecting<T>(
  target: Target,
  at: number,
  { expiry }: Pick<EndServices, "expiry">,
  send: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const entry = { kind: "target", ...target, at, name: crypto.randomUUID() } as const;
  // The tags say it too, to whoever reads them.
  await expiry.remember(entry).catch(() => undefined);
  const answer = await send();
  if (answer.ok || !isInDoubt(answer.failure)) {
    await expiry.forget(entry);
  }
  return answer;
}

/** Keeps what rules are, so that what somebody changes under their ids is told from them. */
export async function rememberRules(
  target: Target,
  rules: readonly Rule[],
  end: End,
  { state, expiry }: Pick<EndServices, "state" | "expiry">,
): Promise<void> {
  const accountId = state.accounts.get(target.profile)?.accountId;
  for (const rule of rules) {
    if (rule.id === undefined) {
      continue;
    }
    if (end.by === "session") {
      expiry.keepForSession({ ...target, groupId: rule.groupId, ruleId: rule.id, at: end.at });
    }
    // What this window alone is to revoke too: the next one tells it where this one could not.
    const entry: RememberedRule = {
      ...{ ...target, groupId: rule.groupId, ruleId: rule.id, ...end, content: contentOf(rule) },
      kind: "rule",
      ...(accountId === undefined ? {} : { accountId }),
    };
    // The tags say it too: without the file another window of this machine knows less of what the rule was.
    await expiry.remember(entry).catch(() => undefined);
  }
}
