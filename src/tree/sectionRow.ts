import { joined } from "../core/joined";
import type { Target } from "../core/target";
import { type Branch, branchState } from "../store/branch";
import { readAtWords, spoken, staleNote } from "./description";
import { icons } from "./icons";
import { tooltip } from "./markdown";
import { contextValue, type Row, type RowIcon, type RowItem, rowId } from "./row";

/** What tells the one section of a region from the other. */
export interface Section<B extends Branch<readonly unknown[]>> {
  readonly kind: "cacheSecurityGroups" | "caches";
  readonly label: string;
  readonly icon: RowIcon;
  /** Who is let in by what stands in it. */
  readonly letsIn: readonly [by: string, what: string];
  branch(): B;
  load(): Promise<void>;
  whatFollows?(): Promise<void>;
  /** What is said of its rows beside their number. */
  counts?(): readonly string[];
  /** What is out of the ordinary, besides that it is stale: a word for the context value, and the words to show. */
  remark(branch: B, isStale: boolean): SectionRemark | undefined;
  /** The rows of what was read, and of why the rest was not. */
  rows(parent: Row, branch: B): readonly Row[];
}

export interface SectionRemark {
  readonly word: string;
  readonly text: string;
  /** The same as the view words it, where the label leaves the text no room. */
  readonly inView?: RowItem["inView"];
  readonly icon?: RowIcon;
  /** Whether there is nothing to see in it: it does not open by itself then. */
  readonly isClosed?: boolean;
}

/** A part of a region that is read as one: its cache security groups, or its caches. */
export class SectionRow<B extends Branch<readonly unknown[]>> implements Row {
  readonly kind: Section<B>["kind"];
  readonly parent: Row;
  readonly params: Target;
  readonly #section: Section<B>;

  constructor(parent: Row, params: Target, section: Section<B>) {
    this.kind = section.kind;
    this.parent = parent;
    this.params = params;
    this.#section = section;
  }

  /** Another one where it is closed: VS Code keeps open what was open under the same id. */
  get id(): string {
    const { profile, region } = this.params;
    return rowId(this.kind, profile, region, ...(this.#remark()?.isClosed ? ["closed"] : []));
  }

  item(): RowItem {
    const { label, icon, letsIn } = this.#section;
    const branch = this.#section.branch();
    const stale = branchState(branch) === "stale";
    const remark = this.#remark();
    const counts = (this.#section.counts?.() ?? []).filter((each) => each !== "");
    const facts = [
      staleNote(branch),
      remark?.text,
      ...(branchState(branch) === "loading"
        ? [reading(branch.soFar), ...counts]
        : numbers(counts, branch.value, remark !== undefined)),
    ];
    return {
      label,
      description: joined(...facts),
      ...(remark?.inView && { inView: remark.inView }),
      contextValue: contextValue(this.kind, remark?.word, stale && "stale"),
      icon: branch.loading ? icons.underWay : (remark?.icon ?? icon),
      tooltip: tooltip(label, letsIn, ["State", joined(...facts)], ["Read at", readAtWords(branch)]),
      accessibilityLabel: spoken(label, ...facts),
      open: remark?.isClosed ? "collapsed" : "expanded",
    };
  }

  #remark(): SectionRemark | undefined {
    const branch = this.#section.branch();
    return this.#section.remark(branch, branchState(branch) === "stale");
  }

  children(): readonly Row[] | undefined {
    const branch = this.#section.branch();
    return branchState(branch) === "unloaded" || branchState(branch) === "loading"
      ? undefined
      : this.#section.rows(this, branch);
  }

  whileLoading(): readonly Row[] {
    const branch = this.#section.branch();
    const { soFar } = branch;
    return soFar === undefined ? [] : this.#section.rows(this, { ...branch, value: soFar });
  }

  load(): Promise<void> {
    return this.#section.load();
  }

  async whatFollows(): Promise<void> {
    await this.#section.whatFollows?.();
  }
}

function reading(soFar: readonly unknown[] | undefined): string {
  return soFar === undefined ? "reading…" : `reading… ${soFar.length} so far`;
}

/** What is worth a look before how many there are: a narrow view cuts the end off. */
function numbers(
  counts: readonly string[],
  rows: readonly unknown[] | undefined,
  isPart: boolean,
): readonly string[] {
  return rows === undefined || rows.length === 0 || counts.length === 0
    ? [count(rows, isPart), ...counts]
    : [...counts, `${rows.length} ${isPart ? "read" : "in all"}`];
}

/** None is said only of what was read whole. */
function count(rows: readonly unknown[] | undefined, isPart: boolean): string {
  return rows === undefined ? "" : rows.length > 0 ? String(rows.length) : isPart ? "" : "none";
}
