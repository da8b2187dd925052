import assert from "node:assert/strict";
import { joinCaches } from "../../../src/core/caches/joinCaches";
import { groupIdsOf } from "../../../src/core/caches/membershipChange";
import { endOfTags } from "../../../src/core/expiry/expiry";
import { ruleKey } from "../../../src/core/rules/rule";
import type { Target } from "../../../src/core/target";
import type { CommandWorld } from "../../support/commandWorld";

/** Who is let in where, as AWS has it: what a change alters and its Undo restores. A rule's id is no part of it. */
export async function stateOfAws(world: CommandWorld, target: Target): Promise<unknown> {
  const aws = await world.services.aws();
  const [groups, clusters, replicationGroups, serverless] = await Promise.all([
    aws.listCacheSecurityGroups(target),
    aws.listCacheClusters(target),
    aws.listReplicationGroups(target),
    aws.listServerlessCaches(target),
  ]);
  assert.ok(clusters.ok && replicationGroups.ok && serverless.ok);
  const caches = joinCaches({
    clusters: clusters.value,
    replicationGroups: replicationGroups.value,
    serverless: serverless.value,
  });
  const members = caches.map((cache) => [cache.id, ...groupIdsOf(cache)] as const);
  const ids = [...new Set(members.flatMap(([, ...groupIds]) => groupIds))];
  const rules = await aws.describeVpcRules(target, ids);
  assert.ok(rules.ok);
  return {
    grants: groups.ok
      ? groups.value.map(({ name, description, grants }) => [
          name,
          description,
          grants
            .map(
              (grant) =>
                `${grant.ec2SecurityGroupName} ${grant.ec2SecurityGroupOwnerId} ${settled(grant.status)}`,
            )
            .sort(),
        ])
      : groups.failure.kind,
    members,
    rules: rules.value
      .map(
        (rule) =>
          `${rule.groupId} ${ruleKey(rule)} ${rule.description ?? ""} ${endOfTags(rule.tags)?.at ?? ""}`,
      )
      .sort(),
  };
}

function settled(status: string): string {
  return status === "authorizing" ? "authorized" : status;
}
