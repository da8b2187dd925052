import { partition } from "../accounts";
import { ApiError } from "../apiError";

/** A grant as it is kept: which way it is going and since when. Its status follows from the time. */
export interface StoredGrant {
  readonly ec2SecurityGroupName: string;
  readonly ec2SecurityGroupOwnerId: string;
  change: "authorize" | "revoke";
  /** Milliseconds, by the sandbox's clock. */
  changedAt: number;
}

export type GrantStatus = "authorizing" | "authorized" | "revoking" | "revoked";

export interface StoredGroup {
  readonly name: string;
  readonly description: string;
  readonly ownerId: string;
  readonly arn: string;
  readonly grants: Map<string, StoredGrant>;
  /** The clusters that name the group: while there are any, it cannot be deleted. */
  readonly clusters: Set<string>;
}

/** AWS's default: https://docs.aws.amazon.com/general/latest/gr/elasticache-service.html */
const defaultQuota = 50;

/** The cache security groups of one account in one region. */
export class CacheSecurityGroups {
  /** How many groups there may be, `default` included. */
  quota = defaultQuota;
  readonly #accountId: string;
  readonly #region: string;
  readonly #settleMs: number;
  readonly #groups = new Map<string, StoredGroup>();
  #sorted: readonly StoredGroup[] | undefined;

  constructor(accountId: string, region: string, settleMs: number) {
    this.#accountId = accountId;
    this.#region = region;
    this.#settleMs = settleMs;
  }

  /** By name, as Describe lists them. */
  all(): readonly StoredGroup[] {
    this.#sorted ??= [...this.#groups.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    return this.#sorted;
  }

  /** The group of that name, in whatever case. */
  find(name: string): StoredGroup {
    const group = this.#groups.get(name.toLowerCase());
    if (group === undefined) {
      throw new ApiError("CacheSecurityGroupNotFound", `CacheSecurityGroup ${name.toLowerCase()} not found.`);
    }
    return group;
  }

  has(name: string): boolean {
    return this.#groups.has(name.toLowerCase());
  }

  get size(): number {
    return this.#groups.size;
  }

  add(givenName: string, description: string): StoredGroup {
    const name = givenName.toLowerCase();
    const arn = `arn:${partition(this.#region)}:elasticache:${this.#region}:${this.#accountId}:securitygroup:${name}`;
    const group: StoredGroup = {
      name,
      description,
      ownerId: this.#accountId,
      arn,
      grants: new Map(),
      clusters: new Set(),
    };
    this.#groups.set(name, group);
    this.#sorted = undefined;
    return group;
  }

  remove(group: StoredGroup): void {
    this.#groups.delete(group.name);
    this.#sorted = undefined;
  }

  /** Lets the EC2 group in, from `now` on. Without a time it has been let in for long. */
  grant(group: StoredGroup, ec2Group: string, ownerId: string, now = Number.NEGATIVE_INFINITY): void {
    group.grants.set(grantKey(ec2Group, ownerId), {
      ec2SecurityGroupName: ec2Group,
      ec2SecurityGroupOwnerId: ownerId,
      change: "authorize",
      changedAt: now,
    });
  }

  status(grant: StoredGrant, now: number): GrantStatus {
    const settled = now - grant.changedAt >= this.#settleMs;
    if (grant.change === "authorize") {
      return settled ? "authorized" : "authorizing";
    }
    return settled ? "revoked" : "revoking";
  }

  /** The grants that are there at the time: revoked ones are forgotten. */
  grants(group: StoredGroup, now: number): readonly StoredGrant[] {
    for (const [key, grant] of group.grants) {
      if (this.status(grant, now) === "revoked") {
        group.grants.delete(key);
      }
    }
    return [...group.grants.values()];
  }
}

/** No account number holds a slash, so nothing else has this key. EC2 group names differ by case. */
export function grantKey(ec2Group: string, ownerId: string): string {
  return `${ownerId}/${ec2Group}`;
}
