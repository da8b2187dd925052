import type { Failure } from "../core/failures/failures";
import type { Target } from "../core/target";
import type { State } from "../store/state";
import { CacheRow } from "./cacheRow";
import { FailureRow } from "./failureRow";
import { type Row, rowId } from "./row";
import { SectionRow } from "./sectionRow";

/** The section of a region that holds its caches: the second generation. */
export function cachesRow(state: State, parent: Row, target: Target): Row {
  return new SectionRow(parent, target, {
    kind: "caches",
    label: "Caches",
    icon: "database",
    letsIn: ["Let in by", "the VPC security groups of each"],
    branch: () => state.caches.get(target),
    load: () => state.caches.load(target),
    remark: ({ value, failures }, isStale) =>
      value && failures.length > 0 && !isStale ? { word: "incomplete", text: "incomplete" } : undefined,
    rows: (section, { value, failures }) => [
      ...failures.map(
        (failure, index) => new FailureRow(section, failure, failureId(section, failure, index)),
      ),
      ...(value ?? []).map((cache) => new CacheRow(state, section, target, cache)),
    ],
  });
}

/** Each list that could not be read has a row of its own. */
function failureId(parent: Row, { action, kind }: Failure, index: number): string {
  return rowId("failure", parent.id, action ?? `${kind} ${index}`);
}
