import type { Change, Judged } from "../changes/change";
import { withoutRules } from "../changes/expiry/schedules";
import { Guards } from "../changes/guards";
import { ruleWords } from "../changes/revokeQuestion";
import { runChange } from "../changes/run";
import type { ChangeServices } from "../changes/services";
import { connectionsLiveOn } from "../core/expiry/endWords";
import { endOfTags } from "../core/expiry/expiry";
import { contentOf, type RememberedGrant, type RememberedRule } from "../core/expiry/remembered";
import type { Failure } from "../core/failures/failures";
import { firstSentence } from "../core/failures/failures";
import type { WriteLog } from "../core/logLevel";
import { count } from "../core/plural";
import { type Target, targetAlone, targetKey } from "../core/target";
import { dueRules, sweptAt } from "./dueRules";
import { expireGrants } from "./expireGrants";
import { expireRules } from "./expireRules";

export interface SweepServices extends ChangeServices {
  readonly log: WriteLog;
}

/** What was told in this window: nothing is said twice. */
export type Told = Set<string>;

/**
 * Revokes what has expired in a target. It looks first, with one request for all rules that say when they end; what
 * somebody has changed is left alone, and what cannot be done is told.
 */
export async function sweepTarget(target: Target, services: SweepServices, told: Told): Promise<void> {
  await sweepRules(target, services, told);
  await sweepSession(target, services, told);
  await sweepGrants(target, services, told);
}

async function sweepRules(target: Target, services: SweepServices, told: Told): Promise<void> {
  const { expiry, aws } = services;
  const read = await (await aws()).describeExpiringRules(target);
  const known = expiry.remembered().filter((entry) => isIn(target, entry));
  const rules = known.filter((entry) => entry.kind === "rule");
  const remembered = rules.filter(({ by }) => by !== "session");
  const now = expiry.now(target);
  if (!read.ok) {
    const due = remembered.filter(({ at }) => at <= now).length;
    unread(target, due, read.failure, services, told);
    return;
  }
  const { due, leftAlone } = dueRules(target, read.value, remembered, now);
  for (const [id, why] of leftAlone) {
    tellOnce(`${targetKey(target)} ${id}`, `${why}. It is left alone`, services, told);
  }
  if (due.length > 0 && mayChange(target, due.length, services, told)) {
    await revoke(expireRules(services), due, services);
  }
  const there = new Set(read.value.map(({ id }) => id));
  for (const entry of remembered) {
    if (!there.has(entry.ruleId)) {
      await tidy(entry, services);
    }
  }
  for (const entry of known) {
    if (entry.kind === "target" && sweptAt(entry) <= now) {
      await expiry.forget(entry);
    }
  }
  await tellOthers(
    target,
    rules.filter((entry) => entry.by === "session" && sweptAt(entry) <= now),
    services,
    told,
  );
}

/** What another window alone was to revoke, by its id, and has not done in time: it was closed before. */
async function tellOthers(
  target: Target,
  entries: readonly RememberedRule[],
  services: SweepServices,
  told: Told,
): Promise<void> {
  const { expiry, aws } = services;
  const own = new Set(expiry.session().map(({ ruleId }) => ruleId));
  for (const entry of entries.filter(({ ruleId }) => !own.has(ruleId))) {
    const found = await (await aws()).describeVpcRule(target, entry.ruleId);
    if (!found.ok) {
      unread(target, 1, found.failure, services, told);
      continue;
    }
    const [rule] = found.value;
    if (!rule || contentOf(rule) !== entry.content || endOfTags(rule.tags)) {
      // It is gone, somebody has made another of it, or it was given an end since.
      await expiry.forget(entry);
      continue;
    }
    const what = ruleWords({ ...target, groupId: entry.groupId, ruleId: entry.ruleId, rule }, services);
    const text = `${what} in ${entry.groupId} was to expire: its window was closed before, and it is still there`;
    tellOnce(`${targetKey(target)} ${entry.ruleId}`, text, services, told);
  }
}

/** A rule that says no more when it ends. Where it is gone its schedule goes too; it would find nothing. */
async function tidy(entry: RememberedRule, services: SweepServices): Promise<void> {
  const { expiry, aws } = services;
  if (entry.scheduleName !== undefined && entry.at > expiry.now(entry)) {
    const found = await (await aws()).describeVpcRule(entry, entry.ruleId);
    if (!found.ok || found.value.length > 0) {
      return;
    }
    const taken = await withoutRules(targetAlone(entry), entry.scheduleName, [entry.ruleId], services);
    if (!taken.ok) {
      return;
    }
  }
  await expiry.forget(entry);
}

/** What could not be tagged, and that this window alone knows of. */
async function sweepSession(target: Target, services: SweepServices, told: Told): Promise<void> {
  const { expiry } = services;
  const due = expiry.session().filter((rule) => isIn(target, rule) && rule.at <= expiry.now(target));
  if (due.length === 0 || !mayChange(target, due.length, services, told)) {
    return;
  }
  const change = expireRules(services);
  const judged = await change.look(due.map(({ at: _, ...item }) => item));
  for (const { item, verdict } of judged) {
    if (verdict.kind === "alreadySo") {
      await expiry.forgetRule(item, item.ruleId);
    }
  }
  const planned = judged.filter(({ verdict }) => verdict.kind !== "alreadySo");
  await revoke(change, planned, services);
}

async function sweepGrants(target: Target, services: SweepServices, told: Told): Promise<void> {
  const { expiry, state } = services;
  const due = expiry
    .remembered()
    .filter((entry): entry is RememberedGrant => entry.kind === "grant" && isIn(target, entry))
    .filter(({ at }) => at <= expiry.now(target));
  if (due.length === 0) {
    return;
  }
  // The profile may stand for another account by now, in which a group of that name is somebody else's.
  const account = (await state.accounts.load(target))?.accountId;
  const ours = due.filter(({ accountId }) => accountId === undefined || accountId === account);
  if (ours.length === 0 || !mayChange(target, ours.length, services, told)) {
    return;
  }
  const change = expireGrants(services);
  const judged = await change.look(ours);
  for (const [at, { verdict }] of judged.entries()) {
    const entry = ours[at];
    if (entry && verdict.kind === "alreadySo") {
      await expiry.forget(entry);
    }
  }
  const planned = judged.filter(({ verdict }, at) => {
    const inDoubt = ours[at]?.inDoubt === true && verdict.kind === "toDo";
    if (inDoubt) {
      const { ec2SecurityGroupName: who, cacheSecurityGroupName: where } = ours[at] ?? {};
      const text = `${who} in ${where} was to have expired. Whether it is the one that was made from here is not known: it is left alone`;
      tellOnce(`${targetKey(target)} ${where} ${who}`, text, services, told);
    }
    return verdict.kind !== "alreadySo" && !inDoubt;
  });
  await revoke(change, planned, services);
}

/** Whether the guards let something be changed, with nobody there to ask. What they refuse is told once. */
function mayChange(target: Target, due: number, services: SweepServices, told: Told): boolean {
  const refusal = new Guards(services, false).refusal(target.profile);
  if (refusal) {
    const text = `${stillThere(target, due)}: ${firstSentence(refusal.message, target)}`;
    tellOnce(`${targetKey(target)} ${refusal.kind}`, text, services, told);
  }
  return refusal === undefined;
}

function unread(target: Target, due: number, failure: Failure, services: SweepServices, told: Told): void {
  services.log(`expiry: ${target.profile}/${target.region} was not looked at: ${failure.kind}`);
  if (due > 0) {
    const text = `${stillThere(target, due)}, or may be: ${firstSentence(failure.message, target)}`;
    tellOnce(`${targetKey(target)} ${failure.kind}`, text, services, told);
  }
}

function stillThere({ profile, region }: Target, due: number): string {
  return `${count(due, "grant")} of ${profile} in ${region} expired and ${due === 1 ? "is" : "are"} still there`;
}

function tellOnce(key: string, text: string, { ui, log }: SweepServices, told: Told): void {
  if (!told.has(key)) {
    told.add(key);
    log(`expiry: ${text}`);
    void ui.tell({ severity: "warning", text, actions: [] });
  }
}

/** Revokes what a look has judged, if there is anything, and asks nobody. */
async function revoke<Item extends Target, Answer>(
  change: Change<Item, Answer>,
  planned: readonly Judged<Item, Answer>[],
  services: SweepServices,
): Promise<void> {
  if (planned.length === 0) {
    return;
  }
  const many = planned.length > 1 ? { many: true, besides: connectionsLiveOn.toLowerCase() } : {};
  await runChange(
    change,
    planned.map(({ item }) => item),
    { interactive: false, confirmed: true, planned, isOfGone: true, ...many },
    services,
  );
}

function isIn(target: Target, entry: Target): boolean {
  return targetKey(target) === targetKey(targetAlone(entry));
}
