import type { Failure } from "../core/failures/failures";
import type { Target } from "../core/target";
import { branchState } from "../store/branch";
import type { State } from "../store/state";
import { CacheRow } from "./cacheRow";
import { joined, staleNote } from "./description";
import { FailureRow } from "./failureRow";
import { tooltip } from "./markdown";
import { contextValue, type Row, type RowItem, rowId } from "./row";

/** The section of a region that holds its caches: the second generation. */
export class CachesRow implements Row {
  readonly kind = "caches";
  readonly id: string;
  readonly parent: Row;
  readonly params: Target;
  readonly #state: State;

  constructor(state: State, parent: Row, params: Target) {
    this.#state = state;
    this.parent = parent;
    this.params = params;
    this.id = rowId(this.kind, params.profile, params.region);
  }

  item(): RowItem {
    const branch = this.#state.caches.get(this.params);
    const stale = branchState(branch) === "stale";
    const incomplete = branch.value !== undefined && branch.failures.length > 0 && !stale;
    const description = joined(staleNote(branch), incomplete ? "incomplete" : "", count(branch.value));
    return {
      label: "Caches",
      description,
      contextValue: contextValue(this.kind, incomplete && "incomplete", stale && "stale"),
      icon: { id: branch.loading && branch.value ? "loading~spin" : "database" },
      tooltip: tooltip("Caches", ["Let in by", "the VPC security groups of each"], ["State", description]),
      accessibilityLabel: joined("Caches", description),
      open: "expanded",
    };
  }

  children(): readonly Row[] | undefined {
    const { value, failures } = this.#state.caches.get(this.params);
    if (!value && failures.length === 0) {
      return undefined;
    }
    return [
      ...failures.map((failure, index) => new FailureRow(this, failure, failureId(this, failure, index))),
      ...(value ?? []).map((cache) => new CacheRow(this.#state, this, this.params, cache)),
    ];
  }

  async load(): Promise<void> {
    await this.#state.caches.load(this.params);
  }
}

/** Each list that could not be read has a row of its own. */
function failureId(parent: Row, { action, kind }: Failure, index: number): string {
  return rowId("failure", parent.id, action ?? `${kind} ${index}`);
}

function count(caches: readonly unknown[] | undefined): string {
  return caches === undefined ? "" : caches.length === 0 ? "none" : String(caches.length);
}
