import type { CallerIdentity } from "../aws/api";
import type { Target } from "../core/target";
import { inTime } from "./inTime";

interface Accounts {
  get(profile: string): CallerIdentity | undefined;
  load(target: Target): Promise<CallerIdentity | undefined>;
}

/** As whom a change is made: the ARN, where it is known or can soon be. Never rejects. */
export type CallerOf = (target: Target) => Promise<string | undefined>;

/**
 * Asks whose keys a target's are, beside the change that is to be recorded. Nobody waits long for the answer, and
 * a profile that did not get one is not asked about again: the line goes without.
 */
export function callersFrom(accounts: Accounts, patience = 1_000): CallerOf {
  const untold = new Set<string>();
  return async (target) => {
    const { profile } = target;
    const known = accounts.get(profile);
    if (known || untold.has(profile)) {
      return known?.arn;
    }
    const told = await inTime(accounts.load(target), patience);
    if (!told) {
      untold.add(profile);
    }
    return told?.arn;
  };
}
