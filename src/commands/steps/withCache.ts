import { isComplete } from "../../core/given/fields";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { readFields } from "../../store/given/fields";
import { runWizard } from "../../ui/wizard";
import type { Params, Services } from "../command";
import { type CacheContext, cacheStep } from "./cacheStep";
import { targetOf, targetStep } from "./targetStep";

const fields = ["profile", "region", "cacheKind", "cacheId"] as const;

/** The params with the cache that they are about: asked for as far as they do not name it. */
export async function withCache(
  title: string,
  params: Params,
  services: Services,
): Promise<Outcome<Params> | "cancelled"> {
  const given = await readFields(params, fields, services.state);
  if (!given.ok) {
    return failed(given.failure);
  }
  if (isComplete(given.value, fields)) {
    return succeeded(params);
  }
  const context: CacheContext = { services, given: given.value, ...given.value };
  const steps = [targetStep, cacheStep("The cache")];
  if ((await runWizard(title, steps, context, services.ui)) === "cancelled") {
    return "cancelled";
  }
  const { cache } = context;
  return succeeded({
    ...params,
    ...targetOf(context),
    ...(cache ? { cacheKind: cache.kind, cacheId: cache.id } : {}),
  });
}
