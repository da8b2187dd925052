import { decisiveLists } from "../core/reach/decisiveLists";
import { type Target, targetKey } from "../core/target";
import type { CacheStore } from "./cacheStore";
import { foreignGroups } from "./foreignGroups";
import { type RulesApi, readVpcEntry } from "./readVpcEntry";
import { TargetReads } from "./targetReads";
import { groupsToldAnew } from "./toldAnew";
import { newVpcEntry, type VpcEntry, type VpcEvent } from "./vpcEntry";
import { type FactsApi, readVpcFacts } from "./vpcFacts";

export type VpcReadApi = FactsApi & RulesApi;

export interface VpcReadOptions {
  readonly aws: () => Promise<VpcReadApi>;
  /** The caches, whose groups are read. */
  readonly caches: CacheStore;
  readonly now: () => number;
  /** The profiles of an account, as far as they are known. */
  readonly profilesOf: (accountId: string) => readonly string[];
  readonly tell: (event: VpcEvent) => void;
  /** The moment now, for a question about to be asked. */
  readonly moment: () => number;
}

/** Reads the VPC groups of each target's caches with their rules, and what explains those. */
export class VpcReads {
  readonly #options: VpcReadOptions;
  readonly #entries = new Map<string, VpcEntry>();
  readonly #reads: TargetReads;

  constructor(options: VpcReadOptions) {
    this.#options = options;
    this.#reads = new TargetReads(
      (target) => this.#read(target),
      (target) => options.tell({ target }),
    );
  }

  /** What was read of a target, or is being read. */
  entry(target: Target): VpcEntry | undefined {
    return this.#entries.get(targetKey(target));
  }

  isUnderWay(target: Target): boolean {
    return this.#reads.underWay(target) !== undefined;
  }

  /** Whether nobody has asked yet for the rules of a group that a cache has. */
  lacksGroups(target: Target): boolean {
    const asked = this.entry(target)?.asked;
    return !asked || this.#attached(target).some((id) => !asked.has(id));
  }

  async load(target: Target): Promise<void> {
    await this.#reads.underWay(target);
    if (this.lacksGroups(target)) {
      // Whoever waited beside this one may have begun it.
      await (this.#reads.underWay(target) ?? this.refresh(target));
    }
  }

  async refresh(target: Target): Promise<void> {
    await this.#reads.again(target);
  }

  keepOnly(isShown: (target: Target) => boolean): void {
    for (const [key, { target }] of this.#entries) {
      if (!isShown(target)) {
        this.#entries.delete(key);
      }
    }
  }

  /** Follows the rules, and is not waited for by them. */
  readFacts(entry: VpcEntry): void {
    const { aws, caches, tell } = this.#options;
    const { target, groups, named } = entry;
    const rules = entry.rules.all();
    const lists = decisiveLists(caches.get(target).value ?? [], rules);
    const reading = aws()
      .then((api) => readVpcFacts(api, { target, rules, groups, named, lists }))
      .then((facts) => {
        if (entry.factsUnderWay === reading) {
          const groupIds = groupsToldAnew(entry.facts, facts, entry.rules.all());
          entry.facts = facts;
          entry.factsUnderWay = undefined;
          // A cache that waits for a list is told of, also where the list could not be read.
          tell(groupIds && lists.length === 0 ? { target, groupIds } : { target });
        }
      });
    entry.factsUnderWay = reading;
  }

  /** Names the groups of other accounts, for whoever looks at the rules themselves. */
  async nameForeign(target: Target): Promise<void> {
    const entry = this.entry(target);
    if (entry) {
      const before = entry.foreignUnderWay;
      entry.foreignUnderWay = this.#nameForeign(entry).then(() => before);
      await entry.foreignUnderWay;
    }
  }

  async #nameForeign(entry: VpcEntry): Promise<void> {
    const { aws, profilesOf, tell } = this.#options;
    const { target } = entry;
    const rules = entry.rules.all();
    const named = await foreignGroups(await aws(), target, entry, profilesOf);
    if (named.size > 0) {
      entry.foreign = new Map([...entry.foreign, ...named]);
      const groupIds = rules.flatMap(({ source, groupId }) =>
        source.kind === "securityGroup" && named.has(source.groupId) ? [groupId] : [],
      );
      tell({ target, groupIds: [...new Set(groupIds)] });
    }
  }

  async #read(target: Target): Promise<void> {
    const { aws, caches, now, tell, moment } = this.#options;
    await caches.newest(target);
    const entry = this.entry(target) ?? newVpcEntry(target);
    this.#entries.set(targetKey(target), entry);
    const ids = this.#attached(target);
    entry.asked = new Set(ids);
    const api = await aws();
    await readVpcEntry(api, entry, ids, { asOf: moment(), now, partRead: () => tell({ target }) });
    this.readFacts(entry);
  }

  #attached(target: Target): readonly string[] {
    const caches = this.#options.caches.get(target).value ?? [];
    return [...new Set(caches.flatMap(({ securityGroups }) => (securityGroups ?? []).map(({ id }) => id)))];
  }
}
