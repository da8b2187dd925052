import { type Target, targetKey } from "../core/target";
import type { CacheStore } from "./cacheStore";
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

  async load(target: Target): Promise<void> {
    const underWay = this.#reads.underWay(target);
    if (underWay) {
      return underWay;
    }
    const asked = this.entry(target)?.asked;
    if (!asked || this.#attached(target).some((id) => !asked.has(id))) {
      await this.refresh(target);
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
    const { aws, profilesOf, tell } = this.#options;
    const { target, groups, rules } = entry;
    const reading = aws()
      .then((api) => readVpcFacts(api, target, [...groups.values()], rules.all(), profilesOf))
      .then((facts) => {
        if (entry.factsUnderWay === reading) {
          const groupIds = groupsToldAnew(entry.facts, facts, rules.all());
          entry.facts = facts;
          entry.factsUnderWay = undefined;
          tell(groupIds ? { target, groupIds } : { target });
        }
      });
    entry.factsUnderWay = reading;
  }

  async #read(target: Target): Promise<void> {
    const { aws, caches, now, tell, moment } = this.#options;
    await caches.load(target);
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
