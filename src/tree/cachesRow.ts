import type { Cache } from "../core/caches/cache";
import type { Target } from "../core/target";
import type { CacheState, State } from "../store/state";
import { cacheReach } from "./cacheReach";
import { CacheRow } from "./cacheRow";
import { failureRows, type MakeFailureRows } from "./failureRows";
import { icons } from "./icons";
import { NoteRow } from "./noteRow";
import { reachCounts } from "./openCounts";
import type { Row } from "./row";
import { SectionRow } from "./sectionRow";

/** The section of a region that holds its caches: the second generation. */
export function cachesRow(
  state: CacheState & Pick<State, "onlyOpen">,
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
      ...cacheRows(state, section, target, value ?? []),
    ],
  });
}

/** Those that are open, or may be for all that is known; and the others. */
function parted(state: CacheState, target: Target, caches: readonly Cache[]) {
  const shown: Cache[] = [];
  const others: Cache[] = [];
  for (const cache of caches) {
    (cacheReach(state, target, cache) === "" ? others : shown).push(cache);
  }
  return [shown, others] as const;
}

function cacheRows(
  state: CacheState & Pick<State, "onlyOpen">,
  section: Row,
  target: Target,
  caches: readonly Cache[],
): readonly Row[] {
  const onlyOpen = state.onlyOpen?.() === true;
  const [shown, others] = onlyOpen ? parted(state, target, caches) : [caches, []];
  return [
    ...shown.map((cache) => new CacheRow(state, section, target, cache)),
    ...(others.length > 0
      ? [new NoteRow(section, "filtered", `${others.length} not shown`, "Show All Caches shows them")]
      : []),
  ];
}
