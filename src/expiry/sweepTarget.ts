import type { Target } from "../core/target";
import { sweepGrants } from "./sweepGrants";
import type { SweepServices, Told } from "./sweeping";
import { sweepRules, sweepSession } from "./sweepRules";

/**
 * Revokes what has expired in a target. It looks first, with one request for all rules that say when they end; what
 * somebody has changed is left alone, and what cannot be done is told.
 */
export async function sweepTarget(target: Target, services: SweepServices, told: Told): Promise<void> {
  const sweeping = { target, services, told };
  await sweepRules(sweeping);
  await sweepSession(sweeping);
  await sweepGrants(sweeping);
}
