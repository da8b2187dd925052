import { noAuth } from "../core/caches/authentication";
import { type Cache, isChanging, kindWords, portsText } from "../core/caches/cache";
import { joined } from "../core/joined";
import type { Target } from "../core/target";
import { branchState } from "../store/branch";
import type { CacheState } from "../store/state";
import { type CacheReach, cacheReach, reachWords } from "./cacheReach";
import { spoken, spokenPorts } from "./description";
import { failureRows } from "./failureRows";
import { icons } from "./icons";
import { NoteRow } from "./noteRow";
import { PublicAccessRow } from "./publicAccessRow";
import { contextValue, type Row, type RowIcon, type RowItem, rowId } from "./row";
import type { CacheParams } from "./rowParams";
import { VpcSecurityGroupRow } from "./vpcSecurityGroupRow";

/** A cache; below it, the VPC security groups that decide who may reach it. */
export class CacheRow implements Row {
  readonly kind = "cache";
  readonly id: string;
  readonly parent: Row;
  readonly params: CacheParams;
  readonly #state: CacheState;
  readonly #asBuilt: Cache;

  constructor(state: CacheState, parent: Row, target: Target, cache: Cache) {
    this.#state = state;
    this.#asBuilt = cache;
    this.parent = parent;
    this.params = { ...target, cacheKind: cache.kind, cacheId: cache.id };
    this.id = rowId(this.kind, target.profile, target.region, cache.kind, cache.id);
  }

  cache(): Cache {
    return this.#state.caches.find(this.params, this.#asBuilt) ?? this.#asBuilt;
  }

  item(): RowItem {
    const cache = this.cache();
    const stale = branchState(this.#state.caches.get(this.params)) === "stale";
    const reach = cacheReach(this.#state, this.params, cache);
    const words = reachWords(reach, cache);
    // What is out of the ordinary stands first: a narrow view cuts the end off.
    const facts = [
      ...words,
      cache.status === "available" ? "" : cache.status,
      cache.engine,
      kindWords(cache.kind),
      portsText(cache),
    ];
    return {
      label: cache.id,
      description: joined(...facts),
      contextValue: contextValue(
        this.kind,
        reach,
        words.includes(noAuth) && "noAuth",
        isChanging(cache) && "modifying",
        stale && "stale",
      ),
      icon: icon(cache, reach),
      accessibilityLabel: spoken(`Cache ${cache.id}`, stale && "stale", ...facts.map(spokenPorts)),
      open: "collapsed",
    };
  }

  children(): readonly Row[] | undefined {
    const cache = this.cache();
    if (cache.isPublic) {
      return [new PublicAccessRow(this, () => this.cache())];
    }
    const { value, failures } = this.#state.vpc.get(this.params);
    if (cache.securityGroups === undefined) {
      return [
        ...failureRows(this, this.#state.caches.get(this.params).failures),
        new NoteRow(this, "notKnown", "VPC groups not known", notToldWords(cache), icons.notKnown),
      ];
    }
    if (cache.securityGroups.length === 0) {
      return this.#outsideVpc(cache);
    }
    if (!value && failures.length === 0) {
      return undefined;
    }
    return [...failureRows(this, failures), ...this.#groups(cache)];
  }

  /** The cache names its groups: they stand there while what they hold is read. */
  whileLoading(): readonly Row[] {
    return this.#groups(this.cache());
  }

  async load(): Promise<void> {
    const { caches, vpc } = this.#state;
    await Promise.all([caches.loadUsers(this.params), this.cache().isPublic || vpc.load(this.params)]);
  }

  #groups({ securityGroups }: Cache): readonly Row[] {
    return (securityGroups ?? []).map(
      ({ id }) =>
        new VpcSecurityGroupRow(this.#state, this, { ...this.params, securityGroupId: id }, () =>
          this.cache(),
        ),
    );
  }

  #outsideVpc({ cacheSecurityGroups }: Cache): readonly Row[] {
    return cacheSecurityGroups.map(
      (name) =>
        new NoteRow(
          this,
          name,
          name,
          "cache security group, lets in outside of any VPC",
          icons.securityGroup,
        ),
    );
  }
}

/** Why it is not known which groups a cache has. */
function notToldWords(cache: Cache): string {
  return isChanging(cache)
    ? `AWS tells none while it is ${cache.status}`
    : "AWS has not told them: who is let in is not known";
}

function icon(cache: Cache, reach: CacheReach): RowIcon {
  if (isChanging(cache)) {
    return icons.underWay;
  }
  switch (reach) {
    case "public":
    case "open":
      return icons.open;
    case "notKnown":
      return icons.notKnown;
    case "checking":
    case "":
      return icons.cache;
  }
}
