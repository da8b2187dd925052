import { withoutRules } from "../changes/expiry/schedules";
import { ruleWords } from "../changes/revokeQuestion";
import { endOfTags } from "../core/expiry/expiry";
import { contentOf, type RememberedRule } from "../core/expiry/remembered";
import { targetAlone } from "../core/target";
import { dueRules, sweptAt } from "./dueRules";
import { expireRules } from "./expireRules";
import { isIn, mayChange, revoke, type Sweeping, type SweepServices, tellOnce, unread } from "./sweeping";

/** What says by its tags that it has expired; and what another window was to revoke, and has not. */
export async function sweepRules(sweeping: Sweeping): Promise<void> {
  const { target, services } = sweeping;
  const { expiry, aws } = services;
  const read = await (await aws()).describeExpiringRules(target);
  const known = expiry.remembered().filter((entry) => isIn(target, entry));
  const rules = known.filter((entry) => entry.kind === "rule");
  const remembered = rules.filter(({ by }) => by !== "session");
  const now = expiry.now(target);
  if (!read.ok) {
    const due = remembered.filter(({ at }) => at <= now).length;
    unread(due, read.failure, sweeping);
    return;
  }
  const { due, leftAlone } = dueRules(target, read.value, remembered, now);
  for (const [id, why] of leftAlone) {
    tellOnce(id, `${why}. It is left alone`, sweeping);
  }
  if (due.length > 0 && mayChange(due.length, sweeping)) {
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
  const others = rules.filter((entry) => entry.by === "session" && sweptAt(entry) <= now);
  await tellOthers(others, sweeping);
}

/** What another window alone was to revoke, by its id, and has not done in time: it was closed before. */
async function tellOthers(entries: readonly RememberedRule[], sweeping: Sweeping): Promise<void> {
  const { target, services } = sweeping;
  const { expiry, aws } = services;
  const own = new Set(expiry.session().map(({ ruleId }) => ruleId));
  for (const entry of entries.filter(({ ruleId }) => !own.has(ruleId))) {
    const found = await (await aws()).describeVpcRule(target, entry.ruleId);
    if (!found.ok) {
      unread(1, found.failure, sweeping);
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
    tellOnce(entry.ruleId, text, sweeping);
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
export async function sweepSession(sweeping: Sweeping): Promise<void> {
  const { target, services } = sweeping;
  const { expiry } = services;
  const due = expiry.session().filter((rule) => isIn(target, rule) && rule.at <= expiry.now(target));
  if (due.length === 0 || !mayChange(due.length, sweeping)) {
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
