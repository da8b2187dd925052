import type { AwsApi } from "../aws/api";
import { toApiShape } from "../core/cacheSecurityGroups/apiShape";
import { type CacheSecurityGroup, findGrant } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { type IngressItem, storedName } from "../core/cacheSecurityGroups/items";
import { expiryOf } from "../core/expiry/expiry";
import { endText } from "../core/expiry/givenEnd";
import { groupNotFound } from "../core/failures/failureScope";
import { isBusy } from "../core/failures/isBusy";
import type { Outcome } from "../core/outcome";
import { count } from "../core/plural";
import { targetAlone, targetKey } from "../core/target";
import { readGroups } from "../store/readGroups";
import { type Change, inverse, type Judged, type Verdict } from "./change";
import { forgetGrant, type GrantItem, grantEndWords, keepFoundEnd, makeGrant } from "./expiry/grantEnd";
import { endFailure } from "./expiry/ruleEnd";
import { toAuthorize, toRevoke } from "./grantVerdicts";
import { authorizedMessage, grantedWords, revokedMessage, revokeGrantsQuestion } from "./grantWords";
import type { ChangeServices } from "./services";
import { unread } from "./unread";

type GrantChange = Change<GrantItem, CacheSecurityGroup>;

/** AuthorizeCacheSecurityGroupIngress: lets an EC2 security group in. */
export function authorizeGrants(services: ChangeServices): GrantChange {
  return {
    ...common,
    command: "authorizeIngress",
    title: "Authorize Ingress",
    doing: (number) => `Authorizing ${count(number, "grant")}`,
    done: "authorized",
    undone: "somebody has let it in again",
    look: (items) =>
      look(items, services, (item, group) => {
        const wrong = endFailure(item, services);
        return wrong ? { kind: "impossible", failure: wrong } : toAuthorize(item, group);
      }),
    send: async (item) => {
      const answer = await makeGrant(item, services, () =>
        change(item, services, (aws) => aws.authorizeIngress(targetAlone(item), item)),
      );
      if (answer.ok) {
        void services.recent.add({ name: item.ec2SecurityGroupName, ownerId: item.ec2SecurityGroupOwnerId });
      }
      return answer;
    },
    alreadySo: ({ kind }) => kind === "alreadyAuthorized",
    unchanged: (item) => `${grantedWords(item)} was let in by ${item.cacheSecurityGroupName} already`,
    end: async (item) => {
      const since = Date.now();
      const group = [item.profile, item.region, storedName(item.cacheSecurityGroupName)] as const;
      services.showRow("cacheSecurityGroup", ...group);
      services.made?.("grant", ...group, item.ec2SecurityGroupOwnerId, item.ec2SecurityGroupName);
      const message = authorizedMessage(await services.follower.whenSettled(item, item), item, since);
      const besides = grantEndWords(item, services);
      return message && (besides === "" ? message : { ...message, besides });
    },
    found: async (item, group) => {
      await keepFoundEnd(item, services);
      return group;
    },
    expiry: (item) => {
      const end = item.expires && services.expiry.ofGrant(item);
      return end && expiryOf(end);
    },
    kept: (item) => ({ ...fields(item), ...(item.expires ? { expires: endText(item.expires) } : {}) }),
    undo: (made) =>
      inverse(
        revokeGrants(services),
        made.map(({ item }) => item),
      ),
    copy: fields,
  };
}

/** The same, of many at once. */
export function authorizeManyGrants(services: ChangeServices): GrantChange {
  return { ...authorizeGrants(services), command: "authorizeMany", title: "Authorize Many" };
}

/** RevokeCacheSecurityGroupIngress: lets an EC2 security group in no more. */
export function revokeGrants(services: ChangeServices): GrantChange {
  return {
    ...common,
    command: "revokeIngress",
    title: "Revoke Ingress",
    doing: (number) => `Revoking ${count(number, "grant")}`,
    done: "revoked",
    undone: "somebody has revoked it already",
    look: async (items) =>
      (await look(items, services, toRevoke)).map(({ item, verdict }) => {
        const end = services.expiry.ofGrant(item);
        return { item: end ? { ...item, end } : item, verdict };
      }),
    send: async (item) => {
      const answer = await change(item, services, (aws) => aws.revokeIngress(targetAlone(item), item));
      if (answer.ok || answer.failure.kind === "notFound") {
        await forgetGrant(item, services);
      }
      return answer;
    },
    alreadySo: ({ kind }) => kind === "notFound",
    question: (judged) => revokeGrantsQuestion(judged.map(({ item }) => item)),
    unchanged: (item) => `${grantedWords(item)} is being revoked from ${item.cacheSecurityGroupName} already`,
    end: async (item, group) =>
      revokedMessage(
        findGrant(group, item) ? await services.follower.whenSettled(item, item) : { end: "gone" },
        item,
      ),
    undo: (made) =>
      inverse(
        made.length > 1 ? authorizeManyGrants(services) : authorizeGrants(services),
        made.map(({ item: { end, ...item } }) => ({
          ...item,
          isRemade: true,
          ...(end ? { expires: { kind: "at", at: end.at } } : {}),
        })),
      ),
  };
}

const common = {
  key: (item: IngressItem) =>
    [targetKey(item), scope(item), item.ec2SecurityGroupOwnerId, item.ec2SecurityGroupName].join("\n"),
  scope,
  isPassing: isBusy,
  value: (_: IngressItem, group: CacheSecurityGroup) => toApiShape(group),
  fields,
  cells: (item: IngressItem) => [
    item.profile,
    item.region,
    item.cacheSecurityGroupName,
    `${item.ec2SecurityGroupOwnerId}/${item.ec2SecurityGroupName}`,
  ],
};

function scope({ cacheSecurityGroupName }: IngressItem): string {
  return storedName(cacheSecurityGroupName);
}

function fields({
  profile,
  region,
  cacheSecurityGroupName,
  ec2SecurityGroupName,
  ec2SecurityGroupOwnerId,
}: IngressItem): IngressItem {
  return { profile, region, cacheSecurityGroupName, ec2SecurityGroupName, ec2SecurityGroupOwnerId };
}

/** Sends, and shows the answer. A group that is gone takes its branch along: what else is there is read again. */
async function change(
  item: IngressItem,
  { state: { groups }, aws }: ChangeServices,
  send: (aws: AwsApi) => Promise<Outcome<{ readonly group: CacheSecurityGroup }>>,
): Promise<Outcome<CacheSecurityGroup>> {
  const target = targetAlone(item);
  const answer = await groups.change(target, { name: item.cacheSecurityGroupName, grant: item }, async () => {
    const sent = await send(await aws());
    if (sent.ok && !groups.get(target).value) {
      // Nobody has opened this target yet; following the grant needs its groups.
      void groups.load(target);
    }
    return sent.ok ? { ...sent, value: sent.value.group } : sent;
  });
  if (!answer.ok && answer.failure.code === groupNotFound && groups.get(target).value) {
    await groups.refresh(target);
  }
  return answer;
}

/** Reads the groups that the items are about, and judges each item by its own. */
async function look(
  items: readonly GrantItem[],
  services: ChangeServices,
  judge: (item: GrantItem, group: CacheSecurityGroup | undefined) => Verdict<CacheSecurityGroup>,
): Promise<readonly Judged<GrantItem, CacheSecurityGroup>[]> {
  const read = await readGroups(items, services.state);
  return items.map((item) => {
    const found = read(item);
    return {
      item,
      verdict: found.ok ? judge(item, found.value) : unread(found.failure),
    };
  });
}
