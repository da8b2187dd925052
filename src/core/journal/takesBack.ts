import type { HistoryEntry } from "../history";
import type { Params } from "../params";

/** A command that takes a change back, with its params. */
export interface TakesBack {
  readonly command: "revokeIngress" | "authorizeIngress" | "deleteCacheSecurityGroup";
  readonly params: Params;
}

const opposites: Readonly<Record<string, TakesBack["command"]>> = {
  AuthorizeCacheSecurityGroupIngress: "revokeIngress",
  RevokeCacheSecurityGroupIngress: "authorizeIngress",
  CreateCacheSecurityGroup: "deleteCacheSecurityGroup",
};

const fields = {
  CacheSecurityGroupName: "cacheSecurityGroupName",
  EC2SecurityGroupName: "ec2SecurityGroupName",
  EC2SecurityGroupOwnerId: "ec2SecurityGroupOwnerId",
} as const;

/**
 * What would take a change back that was made by whatever window, where its names say all of it. A rule of a VPC group
 * is known by the ID that the answer gave, and a list of groups by what was there before: those no line tells.
 */
export function takesBack({ action, target, what, outcome }: HistoryEntry): TakesBack | undefined {
  const command = outcome === "done" && Object.hasOwn(opposites, action) ? opposites[action] : undefined;
  return (
    command && {
      command,
      params: {
        ...target,
        ...Object.fromEntries(
          Object.entries(fields).flatMap(([name, field]) =>
            typeof what[name] === "string" ? [[field, what[name]]] : [],
          ),
        ),
      },
    }
  );
}

/** What a change is about, equal for it and for its opposite: only the newest of those is there to be taken back. */
export function subjectKey({ target, what }: HistoryEntry): string {
  return JSON.stringify([target.profile, target.region, ...Object.keys(fields).map((name) => what[name])]);
}
