import { type Rule, ruleName } from "../core/rules/rule";
import { Dated } from "./dated";

/** The rules of VPC security groups, whatever the order in which answers about them arrive. */
export class DatedRules {
  readonly #rules = new Dated<string, Rule>();

  ofGroup(groupId: string): readonly Rule[] {
    return this.all().filter((rule) => rule.groupId === groupId);
  }

  all(): readonly Rule[] {
    return this.#rules.values();
  }

  find(groupId: string, name: string): Rule | undefined {
    return this.#rules.get(key(groupId, name));
  }

  add(rules: readonly Rule[], asOf: number): void {
    for (const rule of rules) {
      this.#rules.set(keyOf(rule), rule, asOf);
    }
  }

  remove(groupId: string, name: string, asOf: number): void {
    this.#rules.remove(key(groupId, name), asOf);
  }

  /** Takes the whole list of some groups, or of all: what it does not name is gone, unless it was made later. */
  replace(rules: readonly Rule[], asOf: number, groupIds?: readonly string[]): void {
    this.#rules.replace(
      rules.map((rule) => [keyOf(rule), rule]),
      asOf,
      groupIds && (({ groupId }) => groupIds.includes(groupId)),
    );
  }
}

function keyOf(rule: Rule): string {
  return key(rule.groupId, ruleName(rule));
}

function key(groupId: string, name: string): string {
  return `${groupId}\n${name}`;
}
