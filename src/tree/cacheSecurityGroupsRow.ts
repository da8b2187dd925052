import type { Target } from "../core/target";
import { branchState } from "../store/branch";
import type { State } from "../store/state";
import { CacheSecurityGroupRow } from "./cacheSecurityGroupRow";
import { joined, staleNote } from "./description";
import { FailureRow } from "./failureRow";
import { tooltip } from "./markdown";
import { contextValue, type Row, type RowItem, rowId } from "./row";

/** The section of a region that holds its cache security groups: the first generation. */
export class CacheSecurityGroupsRow implements Row {
  readonly kind = "cacheSecurityGroups";
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
    const branch = this.#state.groups.get(this.params);
    const unavailable = branch.failure?.kind === "classicRetired";
    const stale = branchState(branch) === "stale";
    const description = unavailable ? "not available here" : joined(staleNote(branch), count(branch.value));
    return {
      label: "Cache security groups",
      description,
      contextValue: contextValue(this.kind, unavailable && "unavailable", stale && "stale"),
      icon: { id: branch.loading && branch.value ? "loading~spin" : unavailable ? "circle-slash" : "shield" },
      tooltip: tooltip(
        "Cache security groups",
        ["Let in", "EC2 security groups, by name and owner"],
        ["State", description],
      ),
      accessibilityLabel: joined("Cache security groups", description),
      open: "expanded",
    };
  }

  children(): readonly Row[] | undefined {
    const { value, failure } = this.#state.groups.get(this.params);
    if (!value && !failure) {
      return undefined;
    }
    const groups = (value ?? []).map(
      ({ name }) =>
        new CacheSecurityGroupRow(this.#state, this, { ...this.params, cacheSecurityGroupName: name }),
    );
    return failure ? [new FailureRow(this, failure), ...groups] : groups;
  }

  async load(): Promise<void> {
    await this.#state.groups.load(this.params);
  }
}

function count(groups: readonly unknown[] | undefined): string {
  return groups === undefined ? "" : groups.length === 0 ? "none" : String(groups.length);
}
