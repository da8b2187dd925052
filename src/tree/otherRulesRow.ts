import type { State } from "../store/state";
import { escapeMarkdown } from "./markdown";
import { type Row, type RowItem, rowId } from "./row";
import { RuleRow } from "./ruleRow";
import type { VpcSecurityGroupRow } from "./vpcSecurityGroupRow";

/** Counts the rules of a group that do not cover the cache's ports, and holds them. */
export class OtherRulesRow implements Row {
  readonly kind = "otherRules";
  readonly id: string;
  readonly parent: VpcSecurityGroupRow;
  readonly params: VpcSecurityGroupRow["params"];
  readonly #state: State;

  constructor(state: State, parent: VpcSecurityGroupRow) {
    this.#state = state;
    this.parent = parent;
    this.params = parent.params;
    this.id = rowId(this.kind, parent.id);
  }

  item(): RowItem {
    const count = this.parent.otherRules().length;
    const ports = this.parent.parent.cache().ports.join(", ");
    const label =
      count === 1 ? `1 rule does not cover port ${ports}` : `${count} rules do not cover port ${ports}`;
    return {
      label,
      description: "",
      contextValue: this.kind,
      icon: { id: "ellipsis" },
      tooltip: escapeMarkdown(`${label}. They let nobody in to this cache`),
      accessibilityLabel: label,
      open: "collapsed",
    };
  }

  children(): readonly Row[] {
    return this.parent.otherRules().map((rule) => new RuleRow(this.#state, this, rule));
  }
}
