import type { Cache } from "../core/caches/cache";
import type { Outcome } from "../core/outcome";
import type { CacheOpenness } from "../core/reach/cacheOpenness";
import type { Rule } from "../core/rules/rule";
import type { VpcSecurityGroup } from "../core/rules/vpcSecurityGroup";
import { type Target, targetKey } from "../core/target";
import { unloaded } from "./branch";
import type { CacheStore } from "./cacheStore";
import { Emitter } from "./emitter";
import { OpennessMemo } from "./opennessMemo";
import type { VpcBranch, VpcEvent } from "./vpcEntry";
import { noFacts, type VpcFacts } from "./vpcFacts";
import { type VpcReadApi, VpcReads } from "./vpcReads";

/**
 * The VPC security groups that the caches of each target have, with their rules: read as one, since caches share
 * groups. Of a target that is open in the tree that is done in the background, so that each cache tells by itself
 * whether it is open.
 */
export class VpcStore {
  readonly changed = new Emitter<VpcEvent>();
  readonly #aws: () => Promise<VpcReadApi>;
  readonly #reads: VpcReads;
  readonly #openness = new OpennessMemo();
  /** The targets that are checked in the background. */
  readonly #checked = new Map<string, Target>();
  #moment = 0;

  /** `profilesOf`: the profiles of an account, as far as they are known: they name its groups. */
  constructor(
    aws: () => Promise<VpcReadApi>,
    caches: CacheStore,
    now: () => number,
    profilesOf: (accountId: string) => readonly string[] = () => [],
  ) {
    this.#aws = aws;
    const tell = (event: VpcEvent) => this.changed.emit(event);
    this.#reads = new VpcReads({ aws, caches, now, profilesOf, tell, moment: () => ++this.#moment });
    caches.changed.listen(({ target }) => {
      if (this.#checked.has(targetKey(target)) && this.#reads.lacksGroups(target)) {
        void this.load(target);
      }
    });
  }

  get(target: Target): VpcBranch {
    const entry = this.#reads.entry(target);
    const loading = this.#reads.isUnderWay(target);
    if (!entry) {
      return { ...unloaded, loading, failures: [] };
    }
    const { groups, readAt, failures, failed } = entry;
    const [failure] = failures;
    return {
      loading,
      failures,
      ...(readAt === undefined ? {} : { value: groups, readAt }),
      ...(failure && failed ? { failure } : {}),
    };
  }

  group(target: Target, id: string): VpcSecurityGroup | undefined {
    const entry = this.#reads.entry(target);
    return entry?.groups.get(id) ?? entry?.facts.sources.get(id) ?? entry?.foreign.get(id);
  }

  /** The groups that are known of a target: those of its caches, and those that their rules name. */
  knownGroups(target: Target): readonly VpcSecurityGroup[] {
    const entry = this.#reads.entry(target);
    return entry ? [...new Map([...entry.foreign, ...entry.facts.sources, ...entry.groups]).values()] : [];
  }

  /** The rules of a group; `undefined` where they were not read: that is not the same as none. */
  rules(target: Target, groupId: string): readonly Rule[] | undefined {
    const entry = this.#reads.entry(target);
    return entry?.rulesRead.has(groupId) ? entry.rules.ofGroup(groupId) : undefined;
  }

  /** The rules of the target's groups, as far as they were read. */
  allRules(target: Target): readonly Rule[] {
    return this.#reads.entry(target)?.rules.all() ?? [];
  }

  /** Whether a cache lets everybody in, by what was read of its groups. */
  openness(target: Target, cache: Cache): CacheOpenness {
    const { prefixLists } = this.facts(target);
    return this.#openness.of(cache, (groupId) => this.rules(target, groupId), prefixLists);
  }

  /** Whether what is not known of a cache is being read: its rules, or a prefix list that they name. */
  isChecking(target: Target, { prefixListIds }: CacheOpenness): boolean {
    const waitsForList = prefixListIds.length > 0 && this.#reads.entry(target)?.factsUnderWay !== undefined;
    return this.#reads.isUnderWay(target) || waitsForList;
  }

  /**
   * Reads in the background what tells whether the target's caches are open: now, and whenever a cache has a group
   * that nobody has asked for. Resolves when nothing is being read any more.
   */
  async check(target: Target): Promise<void> {
    this.#checked.set(targetKey(target), target);
    await this.load(target);
    await this.#factsRead(target);
  }

  findRule(target: Target, groupId: string, name: string): Rule | undefined {
    return this.#reads.entry(target)?.rules.find(groupId, name);
  }

  facts(target: Target): VpcFacts {
    return this.#reads.entry(target)?.facts ?? noFacts;
  }

  /** Whether the groups of the target were loaded, or tried. */
  isAsked(target: Target): boolean {
    return this.#reads.entry(target) !== undefined;
  }

  /** Reads the groups of the target's caches unless that was done already. A load under way is shared. */
  load(target: Target): Promise<void> {
    return this.#reads.load(target);
  }

  /** The facts that go with the rules, once somebody has loaded those, and the names of other accounts' groups. */
  async loadFacts(target: Target): Promise<void> {
    await Promise.all([this.#factsRead(target), this.#reads.nameForeign(target)]);
  }

  refresh(target: Target): Promise<void> {
    return this.#reads.refresh(target);
  }

  /** Forgets what was loaded for targets that are shown no more. */
  keepOnly(isShown: (target: Target) => boolean): void {
    this.#reads.keepOnly(isShown);
    for (const [key, target] of this.#checked) {
      if (!isShown(target)) {
        this.#checked.delete(key);
      }
    }
  }

  /**
   * Reads the rules of groups as they are now, and shows them: with their ids, or without where only the groups
   * may be read.
   */
  async look(target: Target, groupIds: readonly string[]): Promise<Outcome<readonly Rule[]>> {
    const asOf = ++this.#moment;
    const aws = await this.#aws();
    const rules = await aws.describeVpcRules(target, groupIds);
    if (rules.ok) {
      this.#replace(target, rules.value, asOf, groupIds);
      return rules;
    }
    const permissions = await aws.describeVpcPermissions(target, groupIds);
    return permissions.ok ? permissions : rules;
  }

  /** Sends what makes rules, and shows them from the answer. */
  async authorize(
    target: Target,
    send: () => Promise<Outcome<readonly Rule[]>>,
  ): Promise<Outcome<readonly Rule[]>> {
    const answer = await send();
    if (answer.ok) {
      this.#add(target, answer.value);
    } else if (answer.failure.kind === "notFound" && this.isAsked(target)) {
      await this.refresh(target);
    }
    return answer;
  }

  /** Sends what revokes a rule; its row goes, also where it is gone already. */
  async revoke<T>(
    target: Target,
    { groupId, ruleId }: { readonly groupId: string; readonly ruleId: string },
    send: () => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const answer = await send();
    if (answer.ok || answer.failure.kind === "notFound") {
      this.#remove(target, groupId, ruleId);
    }
    return answer;
  }

  async #factsRead(target: Target): Promise<void> {
    await this.#reads.entry(target)?.factsUnderWay;
  }

  /** Takes the whole lists of some groups, of those that are shown. */
  #replace(target: Target, rules: readonly Rule[], asOf: number, groupIds: readonly string[]): void {
    const entry = this.#reads.entry(target);
    const shown = groupIds.filter((id) => entry?.asked.has(id));
    if (entry && shown.length > 0) {
      const ofShown = rules.filter(({ groupId }) => shown.includes(groupId));
      entry.rules.replace(ofShown, asOf, shown);
      entry.rulesRead = new Set([...entry.rulesRead, ...shown]);
      this.changed.emit({ target, groupIds: shown });
    }
  }

  /** Takes rules that were just made. */
  #add(target: Target, rules: readonly Rule[], asOf = ++this.#moment): void {
    const entry = this.#reads.entry(target);
    if (entry) {
      const shown = rules.filter(({ groupId }) => entry.asked.has(groupId));
      entry.rules.add(shown, asOf);
      this.changed.emit({ target, groupIds: [...new Set(shown.map(({ groupId }) => groupId))] });
      this.#reads.readFacts(entry);
    }
  }

  /** Takes away a rule that is there no more. */
  #remove(target: Target, groupId: string, name: string): void {
    const entry = this.#reads.entry(target);
    if (entry) {
      entry.rules.remove(groupId, name, ++this.#moment);
      this.changed.emit({ target, groupIds: [groupId] });
    }
  }
}
