import type { Target } from "../core/target";
import type { CacheState } from "../store/state";
import { CacheRow } from "./cacheRow";
import { failureRows, type MakeFailureRows } from "./failureRows";
import { icons } from "./icons";
import { reachCounts } from "./openCounts";
import type { Row } from "./row";
import { SectionRow } from "./sectionRow";

/** The section of a region that holds its caches: the second generation. */
export function cachesRow(
  state: CacheState,
  parent: Row,
  target: Target,
  rowsOfFailures: MakeFailureRows = failureRows,
): Row {
  return new SectionRow(parent, target, {
    kind: "caches",
    label: "Caches",
    icon: icons.cache,
    letsIn: ["Let in by", "the VPC security groups of each"],
    branch: () => state.caches.get(target),
    load: async () => {
      // It fails with the caches: they tell of it.
      state.vpc.check(target).catch(() => undefined);
      await state.caches.load(target);
    },
    whatFollows: () => state.vpc.check(target),
    counts: () => reachCounts(state, target),
    remark: ({ value, failures }, isStale) =>
      value && failures.length > 0 && !isStale ? { word: "incomplete", text: "incomplete" } : undefined,
    rows: (section, { value, failures }) => [
      ...rowsOfFailures(section, failures),
      ...(value ?? []).map((cache) => new CacheRow(state, section, target, cache)),
    ],
  });
}
