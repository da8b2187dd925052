import { type Rule, ruleName } from "../core/rules/rule";
import { Dated } from "./dated";

/** The rules of VPC security groups, whatever the order in which answers about them arrive. */
export class DatedRules {
  readonly #rules = new Dated<string, Rule>();
  #byGroup: Map<string, Rule[]> | undefined;

  /** The same list until something was taken: rows ask for it again and again. */
  ofGroup(groupId: string): readonly Rule[] {
    this.#byGroup ??= byGroup(this.all());
    const rules = this.#byGroup.get(groupId) ?? [];
    this.#byGroup.set(groupId, rules);
    return rules;
  }

  all(): readonly Rule[] {
    return this.#rules.values();
  }

  find(groupId: string, name: string): Rule | undefined {
    return this.#rules.get(key(groupId, name));
  }

  add(rules: readonly Rule[], asOf: number): void {
    this.#byGroup = undefined;
    for (const rule of rules) {
      this.#rules.set(keyOf(rule), rule, asOf);
    }
  }

  remove(groupId: string, name: string, asOf: number): void {
    this.#byGroup = undefined;
    this.#rules.remove(key(groupId, name), asOf);
  }

  /** Takes the whole list of some groups, or of all: what it does not name is gone, unless it was made later. */
  replace(rules: readonly Rule[], asOf: number, groupIds?: readonly string[]): void {
    this.#byGroup = undefined;
    this.#rules.replace(
      rules.map((rule) => [keyOf(rule), rule]),
      asOf,
      groupIds && (({ groupId }) => groupIds.includes(groupId)),
    );
  }
}

function byGroup(rules: readonly Rule[]): Map<string, Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const own = groups.get(rule.groupId) ?? [];
    own.push(rule);
    groups.set(rule.groupId, own);
  }
  return groups;
}

function keyOf(rule: Rule): string {
  return key(rule.groupId, ruleName(rule));
}

function key(groupId: string, name: string): string {
  return `${groupId}\n${name}`;
}
