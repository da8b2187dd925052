import { type Rule, ruleName } from "../core/rules/rule";

interface Dated {
  readonly rule: Rule;
  readonly asOf: number;
}

/**
 * The rules of VPC security groups, each dated by the question that its answer belongs to. Answers may arrive out
 * of order: an older one never overwrites a newer one.
 */
export class DatedRules {
  readonly #rules = new Map<string, Dated>();
  /** When rules were revoked, so that an older list does not bring them back. */
  readonly #removed = new Map<string, number>();

  ofGroup(groupId: string): readonly Rule[] {
    return this.all().filter((rule) => rule.groupId === groupId);
  }

  all(): readonly Rule[] {
    return [...this.#rules.values()].map(({ rule }) => rule);
  }

  find(groupId: string, name: string): Rule | undefined {
    return this.#rules.get(key(groupId, name))?.rule;
  }

  add(rules: readonly Rule[], asOf: number): void {
    for (const rule of rules) {
      const name = key(rule.groupId, ruleName(rule));
      if ((this.#removed.get(name) ?? 0) <= asOf && (this.#rules.get(name)?.asOf ?? 0) <= asOf) {
        this.#rules.set(name, { rule, asOf });
      }
    }
  }

  remove(groupId: string, name: string, asOf: number): void {
    this.#removed.set(key(groupId, name), asOf);
    this.#rules.delete(key(groupId, name));
  }

  /** Takes the whole list of some groups: what it does not name is gone, unless it was made later. */
  replace(rules: readonly Rule[], asOf: number): void {
    for (const [name, known] of this.#rules) {
      if (known.asOf <= asOf) {
        this.#rules.delete(name);
      }
    }
    this.add(rules, asOf);
  }
}

function key(groupId: string, name: string): string {
  return `${groupId}\n${name}`;
}
