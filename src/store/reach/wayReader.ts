import type { PathEntry, PathReads, PathsApi } from "../../aws/api/paths";
import type { Failure } from "../../core/failures/failures";
import type { Outcome } from "../../core/outcome";
import { ownerOfWish, vpcOfWish } from "../../core/reach/owners";
import type { Snapshot, Wish } from "../../core/reach/snapshot";
import { wishKey } from "../../core/reach/wish";
import { requestsFor, type WayRequest, waysToAsk } from "../../core/reach/wishRequests";
import type { PathList } from "../../core/requests/paths";
import { type Target, targetKey } from "../../core/target";

/** What a way is read with. */
export interface WayAccess {
  readonly aws: Pick<PathsApi, "readPath">;
  readonly reads: PathReads;
  readonly target: Target;
  /** The account that the target is of, where that is known before. */
  readonly accountId?: string | undefined;
  /** A profile of another account; `undefined` where none is known. */
  readonly profileOf: (accountId: string) => string | undefined;
}

/** More than the longest way takes: two gateways, an inspection VPC, and back. */
const mostRounds = 24;

/**
 * Reads what a way meets, and no more: it evaluates what is there, asks for what was missed, and evaluates again.
 * What is refused stays unread, which the evaluation says.
 */
export class WayReader {
  readonly failures: Failure[] = [];
  /** The accounts on the way that nobody here reads, by their VPCs. */
  readonly unreadAccounts = new Map<string, string>();
  readonly #access: WayAccess;
  readonly #stages = new Map<string, number>();
  /** What was asked, of whom: several wishes may come to one request, one after the other. */
  readonly #asked = new Set<string>();
  #snapshot: Snapshot;
  #ownAccount: string | undefined;

  constructor(access: WayAccess, start: Snapshot) {
    this.#access = access;
    this.#snapshot = start;
    this.#ownAccount = access.accountId;
  }

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  /** Reads one list, keeps what it has, and gives it. */
  async read<L extends PathList>(
    list: L,
    request: WayRequest["request"],
    { target = this.#access.target, vpcId }: { readonly target?: Target; readonly vpcId?: string } = {},
  ): Promise<Outcome<readonly PathEntry<L>[]>> {
    const answer = await this.#access.aws.readPath(target, this.#access.reads[list], request);
    if (answer.ok) {
      this.#take(list, answer.value);
    } else {
      this.failures.push(answer.failure);
      this.#notRead(list, vpcId);
    }
    return answer;
  }

  /** Puts something in that was not read: an interface that is not there yet. */
  add<L extends PathList>(list: L, entries: readonly PathEntry<L>[]): void {
    this.#take(list, entries);
  }

  /** What `judge` makes of the way, once everything is read that it wishes for and that can be read. */
  async evaluate<T>(judge: (snapshot: Snapshot) => T | Promise<T>): Promise<T> {
    for (let round = 0; round < mostRounds; round++) {
      const wishes = new Map<string, Wish>();
      const judged = await judge({ ...this.#snapshot, Wanted: (wish) => wishes.set(wishKey(wish), wish) });
      const next = [...wishes.values()].filter((wish) => this.#stageOf(wish) < waysToAsk(wish));
      if (next.length === 0) {
        return judged;
      }
      await this.#ask(next);
    }
    return judge(this.#snapshot);
  }

  async #ask(wishes: readonly Wish[]): Promise<void> {
    const asked: Promise<unknown>[] = [];
    for (const { list, stage, target, wishes: same } of this.#together(wishes)) {
      for (const wish of same) {
        this.#stages.set(wishKey(wish), stage + 1);
      }
      const [first] = same;
      const vpcId = first && vpcOfWish(this.#snapshot, first);
      if (target === undefined) {
        for (const wish of same) {
          this.#notRead(list, vpcOfWish(this.#snapshot, wish));
        }
        continue;
      }
      for (const { list: read, request } of requestsFor(this.#snapshot, list, same, stage)) {
        const question = JSON.stringify([targetKey(target), request.action, request.input]);
        if (this.#asked.has(question)) {
          continue;
        }
        this.#asked.add(question);
        // Of one's own account a refusal is about everything; of another's, about its VPC.
        const isOwn = targetKey(target) === targetKey(this.#access.target);
        asked.push(this.read(read, request, { target, ...(isOwn || vpcId === undefined ? {} : { vpcId }) }));
      }
    }
    await Promise.all(asked);
  }

  /** Wishes that one request can answer: of one list, one account and region, at the same stage. */
  #together(wishes: readonly Wish[]) {
    const groups = new Map<
      string,
      { list: Wish["list"]; stage: number; target: Target | undefined; wishes: Wish[] }
    >();
    for (const wish of wishes) {
      const stage = this.#stageOf(wish);
      const target = this.#targetOf(wish);
      const key = [wish.list, stage, target ? targetKey(target) : "nobody"].join("\n");
      const group = groups.get(key) ?? { list: wish.list, stage, target, wishes: [] };
      group.wishes.push(wish);
      groups.set(key, group);
    }
    return groups.values();
  }

  #stageOf(wish: Wish): number {
    return this.#stages.get(wishKey(wish)) ?? 0;
  }

  /** Who is to be asked; `undefined` where the account is another's and no profile of it is known. */
  #targetOf(wish: Wish): Target | undefined {
    const { target, profileOf } = this.#access;
    const owner = ownerOfWish(this.#snapshot, wish);
    const region = owner?.region ?? target.region;
    if (owner === undefined || this.#ownAccount === undefined || owner.accountId === this.#ownAccount) {
      return { profile: target.profile, region };
    }
    const profile = profileOf(owner.accountId);
    if (profile === undefined) {
      this.unreadAccounts.set(vpcOfWish(this.#snapshot, wish) ?? wish.id, owner.accountId);
      return undefined;
    }
    return { profile, region };
  }

  #take<L extends PathList>(list: L, entries: readonly PathEntry<L>[]): void {
    const before: readonly PathEntry<L>[] = this.#snapshot[list] ?? [];
    this.#snapshot = { ...this.#snapshot, [list]: [...before, ...entries] };
    if (list === "NetworkInterfaces") {
      this.#snapshot = withoutDoubles(this.#snapshot);
      this.#ownAccount ??= this.#snapshot.NetworkInterfaces?.[0]?.OwnerId;
    }
  }

  #notRead(list: Wish["list"], vpcId: string | undefined): void {
    // The groups themselves are asked where their rules are refused.
    if (list !== "SecurityGroupRules") {
      const part = vpcId === undefined ? { list } : { list, vpcId };
      this.#snapshot = { ...this.#snapshot, NotRead: [...(this.#snapshot.NotRead ?? []), part] };
    }
  }
}

/** An interface may be found by its id and by its address: it is one all the same. */
function withoutDoubles(snapshot: Snapshot): Snapshot {
  const byId = new Map(snapshot.NetworkInterfaces?.map((each) => [each.NetworkInterfaceId, each]));
  return { ...snapshot, NetworkInterfaces: [...byId.values()] };
}
