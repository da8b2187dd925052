import type { AwsApi } from "../aws/api";
import { toApiShape } from "../core/cacheSecurityGroups/apiShape";
import { type CacheSecurityGroup, findGrant } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { groupIsGone } from "../core/cacheSecurityGroups/groupIsGone";
import { type IngressItem, storedName } from "../core/cacheSecurityGroups/items";
import { clockTime } from "../core/clockTime";
import { expiryOf } from "../core/expiry/expiry";
import { endText } from "../core/expiry/givenEnd";
import { groupNotFound } from "../core/failures/failureScope";
import type { Failure } from "../core/failures/failures";
import { isBusy } from "../core/failures/isBusy";
import { listedByTarget } from "../core/formats/listedByTarget";
import type { Outcome } from "../core/outcome";
import { count } from "../core/plural";
import { shownLines } from "../core/shownText";
import { targetAlone, targetKey } from "../core/target";
import type { Settled } from "../store/follower";
import { readGroups } from "../store/readGroups";
import { type Change, type EndMessage, inverse, type Judged, type Question, type Verdict } from "./change";
import { forgetGrant, type GrantItem, grantEndWords, keepFoundEnd, makeGrant } from "./expiry/grantEnd";
import { endFailure } from "./expiry/ruleEnd";
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
    unchanged: (item) => `${who(item)} was let in by ${item.cacheSecurityGroupName} already`,
    end: async (item) => {
      const since = Date.now();
      services.showRow(
        "cacheSecurityGroup",
        item.profile,
        item.region,
        storedName(item.cacheSecurityGroupName),
      );
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
    question: (judged) => revokeQuestion(judged.map(({ item }) => item)),
    unchanged: (item) => `${who(item)} is being revoked from ${item.cacheSecurityGroupName} already`,
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

/** Whether a grant is still to be made. */
export function toAuthorize(
  item: IngressItem,
  group: CacheSecurityGroup | undefined,
): Verdict<CacheSecurityGroup> {
  if (!group) {
    return { kind: "impossible", failure: { ...groupIsGone(item), field: "cacheSecurityGroupName" } };
  }
  const status = findGrant(group, item)?.status;
  return status === "authorized" || status === "authorizing"
    ? { kind: "alreadySo", why: `The status is ${status}`, answer: group }
    : { kind: "toDo" };
}

/** Whether a grant is there to be revoked. */
export function toRevoke(
  item: IngressItem,
  group: CacheSecurityGroup | undefined,
): Verdict<CacheSecurityGroup> {
  if (!group) {
    return { kind: "impossible", failure: { ...groupIsGone(item), field: "cacheSecurityGroupName" } };
  }
  const grant = findGrant(group, item);
  if (!grant) {
    return { kind: "alreadySo", why: "It is not let in", answer: group, missing: grantIsGone(item) };
  }
  return grant.status === "revoking"
    ? { kind: "alreadySo", why: "The status is revoking", answer: group }
    : { kind: "toDo" };
}

function grantIsGone(item: IngressItem): Failure {
  return {
    kind: "notFound",
    code: "AuthorizationNotFound",
    message: `${item.cacheSecurityGroupName} does not let in ${who(item)} (any more). Nothing was sent`,
  };
}

function revokeQuestion(items: readonly IngressItem[]): Question {
  const [only] = items;
  if (only && items.length === 1) {
    return {
      message: `Revoke ${who(only)} from ${only.cacheSecurityGroupName}?`,
      detail: shownLines([
        `What runs in that EC2 security group will not reach the caches in ${only.cacheSecurityGroupName} (${only.region}, profile ${only.profile}) any more.`,
      ]),
      action: "Revoke",
    };
  }
  const groups = new Set(items.map((item) => `${targetKey(item)}\n${scope(item)}`));
  return {
    message: `Revoke ${count(items.length, "grant")} from ${count(groups.size, "cache security group")}?`,
    detail: shownLines([
      "What runs in these EC2 security groups will not reach the caches any more:",
      "",
      ...listedByTarget(
        items,
        (item) =>
          `${item.ec2SecurityGroupName} of ${item.ec2SecurityGroupOwnerId}, from ${item.cacheSecurityGroupName}`,
      ),
    ]),
    action: "Revoke",
  };
}

function authorizedMessage(settled: Settled, item: IngressItem, since: number): EndMessage | undefined {
  switch (settled.end) {
    case "settled":
      return settled.grant.status === "authorized"
        ? good(`${who(item)} is authorized in ${where(item)}`)
        : odd(`${who(item)} now has the status ${settled.grant.status} in ${where(item)}`, true);
    case "gone":
      return odd(`${who(item)} was authorized and is gone again from ${where(item)}`, false);
    case "timedOut":
      return odd(
        `${who(item)} has been authorizing since ${clockTime(since)} in ${where(item)}; Refresh looks again`,
        true,
      );
    case "stopped":
      return undefined;
  }
}

function revokedMessage(settled: Settled, item: IngressItem): EndMessage | undefined {
  switch (settled.end) {
    case "gone":
      return good(`${who(item)} is revoked from ${where(item)}`);
    case "settled":
      return odd(`${who(item)} has the status ${settled.grant.status} again in ${where(item)}`, false);
    case "timedOut":
      return odd(`${who(item)} is still being revoked from ${where(item)}; Refresh looks again`, false);
    case "stopped":
      return undefined;
  }
}

function good(text: string): EndMessage {
  return { severity: "information", text, canUndo: true };
}

function odd(text: string, canUndo: boolean): EndMessage {
  return { severity: "warning", text, canUndo };
}

function who({ ec2SecurityGroupName, ec2SecurityGroupOwnerId }: IngressItem): string {
  return `${ec2SecurityGroupName} of account ${ec2SecurityGroupOwnerId}`;
}

function where({ cacheSecurityGroupName, region, profile }: IngressItem): string {
  return `${cacheSecurityGroupName} in ${region} (${profile})`;
}
