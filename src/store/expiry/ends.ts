import { grantKey } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { groupKey, type IngressItem } from "../../core/cacheSecurityGroups/items";
import { type End, endOfTags } from "../../core/expiry/expiry";
import type { Rule } from "../../core/rules/rule";
import { type Target, targetKey } from "../../core/target";
import { Emitter } from "../emitter";

/**
 * When rules and grants end, as rows show it: a rule by its tags, or by this window alone where it could not be tagged; a
 * grant by what this machine remembers. Whoever remembers tells it here.
 */
export class Ends {
  /** The end of something in a target has become known, or was taken away. */
  readonly changed = new Emitter<Target>();
  /** The time by AWS's clock, as far as it is known for a target: until whoever asks AWS tells it, this machine's. */
  now: (target: Target) => number = Date.now;
  readonly #known = new Map<string, End>();
  readonly #ofOthers = new Map<string, End>();

  ofRule(target: Target, { id, tags }: Pick<Rule, "id" | "tags">): End | undefined {
    return endOfTags(tags) ?? this.#known.get(ruleEndKey(target, id ?? ""));
  }

  /** The same for a row, which tells of what another window alone knows too: nobody here can move that. */
  shownOfRule(target: Target, rule: Pick<Rule, "id" | "tags">): End | undefined {
    return this.ofRule(target, rule) ?? this.#ofOthers.get(ruleEndKey(target, rule.id ?? ""));
  }

  ofGrant(item: IngressItem): End | undefined {
    return this.#known.get(grantEndKey(item));
  }

  set(target: Target, key: string, end: End | undefined): void {
    this.#set(this.#known, target, key, end);
  }

  setOfOthers(target: Target, key: string, end: End | undefined): void {
    this.#set(this.#ofOthers, target, key, end);
  }

  #set(known: Map<string, End>, target: Target, key: string, end: End | undefined): void {
    if (known.get(key)?.at === end?.at) {
      return;
    }
    if (end) {
      known.set(key, end);
    } else {
      known.delete(key);
    }
    this.changed.emit(target);
  }
}

export function grantEndKey(item: IngressItem): string {
  return `grant\n${groupKey(item)}\n${grantKey(item)}`;
}

export function ruleEndKey(target: Target, ruleId: string): string {
  return `rule\n${targetKey(target)}\n${ruleId}`;
}
