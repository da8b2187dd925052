import type { Change, Judged } from "../changes/change";
import { Guards } from "../changes/guards";
import { runChange } from "../changes/run";
import type { ChangeServices } from "../changes/services";
import { connectionsLiveOn } from "../core/expiry/endWords";
import { type Failure, firstSentence } from "../core/failures/failures";
import type { WriteLog } from "../core/logLevel";
import { count } from "../core/plural";
import { type Target, targetKey } from "../core/target";

export interface SweepServices extends ChangeServices {
  readonly log: WriteLog;
}

/** What was told in this window: nothing is said twice. */
export type Told = Set<string>;

/** A target that is being swept, and with what. */
export interface Sweeping {
  readonly target: Target;
  readonly services: SweepServices;
  readonly told: Told;
}

/** Whether the guards let something be changed, with nobody there to ask. What they refuse is told once. */
export function mayChange(due: number, sweeping: Sweeping): boolean {
  const { target, services } = sweeping;
  const refusal = new Guards(services, false).refusal(target.profile);
  if (refusal) {
    const text = `${stillThere(target, due)}: ${firstSentence(refusal.message, target)}`;
    tellOnce(refusal.kind, text, sweeping);
  }
  return refusal === undefined;
}

/** A target that could not be looked at: told where something was due in it. */
export function unread(due: number, failure: Failure, sweeping: Sweeping): void {
  const { target, services } = sweeping;
  services.log(`expiry: ${target.profile}/${target.region} was not looked at: ${failure.kind}`);
  if (due > 0) {
    const text = `${stillThere(target, due)}, or may be: ${firstSentence(failure.message, target)}`;
    tellOnce(failure.kind, text, sweeping);
  }
}

function stillThere({ profile, region }: Target, due: number): string {
  return `${count(due, "grant")} of ${profile} in ${region} expired and ${due === 1 ? "is" : "are"} still there`;
}

/** Says something of the target once in a window. `about`: equal for what is the same there. */
export function tellOnce(about: string, text: string, { target, services, told }: Sweeping): void {
  const key = `${targetKey(target)} ${about}`;
  if (!told.has(key)) {
    told.add(key);
    services.log(`expiry: ${text}`);
    void services.ui.tell({ severity: "warning", text, actions: [] });
  }
}

/** Revokes what a look has judged, if there is anything, and asks nobody. */
export async function revoke<Item extends Target, Answer>(
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

export function isIn(target: Target, entry: Target): boolean {
  return targetKey(target) === targetKey(entry);
}
