import type { Cache } from "../core/caches/cache";
import { escapeMarkdown } from "../core/formats/escapeMarkdown";
import type { Rule } from "../core/rules/rule";
import type { CacheState } from "../store/state";
import { spoken } from "./description";
import { endingFirst } from "./endOfRow";
import { icons } from "./icons";
import { type Row, type RowItem, rowId } from "./row";
import type { VpcSecurityGroupParams } from "./rowParams";
import { RuleRow } from "./ruleRow";

/** Counts the rules of a group that do not cover the cache's ports, and holds them. */
export class OtherRulesRow implements Row {
  readonly kind = "otherRules";
  readonly id: string;
  readonly parent: Row;
  readonly params: VpcSecurityGroupParams;
  readonly #state: CacheState;
  readonly #cache: () => Cache;
  readonly #rules: () => readonly Rule[];

  constructor(
    state: CacheState,
    parent: Row,
    params: VpcSecurityGroupParams,
    cache: () => Cache,
    rules: () => readonly Rule[],
  ) {
    this.#state = state;
    this.#cache = cache;
    this.#rules = rules;
    this.parent = parent;
    this.params = params;
    this.id = rowId(this.kind, parent.id);
  }

  item(): RowItem {
    const count = this.#rules().length;
    const { ports } = this.#cache();
    const port = ports === undefined ? "its port" : `port ${ports.join(", ")}`;
    const many = count === 1 ? "1 rule" : `${count} rules`;
    const label = `Not on ${port}`;
    return {
      label,
      description: many,
      contextValue: this.kind,
      icon: icons.others,
      tooltip: escapeMarkdown(`${label}: ${many}. They let nobody in to this cache`),
      accessibilityLabel: spoken(label, many),
      open: "collapsed",
    };
  }

  children(): readonly Row[] {
    return endingFirst(this.#rules(), (rule) => this.#state.ends.shownOfRule(this.params, rule)).map(
      (rule) => new RuleRow(this.#state, this, this.params, this.#cache, rule),
    );
  }
}
