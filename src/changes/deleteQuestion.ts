import type { Grant } from "../core/cacheSecurityGroups/cacheSecurityGroup";
import { storedName } from "../core/cacheSecurityGroups/items";
import { firstSentence } from "../core/failures/failures";
import { listedByTarget } from "../core/formats/listedByTarget";
import { count } from "../core/plural";
import { shownLines } from "../core/shownText";
import type { Judged, Question, Verdict } from "./change";
import { type DeletedGroupItem, isDefault } from "./deletedGroup";

/** Names what goes with cache security groups that are to be deleted, of those that are open and those that stay. */
export function deleteQuestion(
  open: readonly Judged<DeletedGroupItem, undefined>[],
  decided: readonly Judged<DeletedGroupItem, undefined>[],
): Question {
  const [only] = open;
  const kept = decided.some(({ item }) => isDefault(item))
    ? ["", "The groups named default stay: each region keeps its own."]
    : [];
  return only && open.length === 1 ? questionOfOne(only, kept) : questionOfMany(open, kept);
}

/** A modal that names what goes. A group that may let somebody in asks for its name besides. */
function questionOfOne(
  { item, verdict }: Judged<DeletedGroupItem, undefined>,
  kept: readonly string[],
): Question {
  const name = storedName(item.cacheSecurityGroupName);
  const question = {
    message: `Delete the cache security group ${name}?`,
    detail: shownLines([`${whatGoes(item, verdict)} (${item.region}, profile ${item.profile}).`, ...kept]),
    action: "Delete",
  };
  const lets = verdict.kind === "notKnown" ? "may let" : "lets";
  return isEmpty({ item, verdict })
    ? question
    : {
        ...question,
        typed: {
          title: `Delete ${name}`,
          prompt: `${name} ${lets} somebody in. Type its name to delete it`,
          text: name,
          wrong: `Type ${name} to delete it`,
        },
      };
}

/**
 * A modal that names the groups and what they let in. Where any lets somebody in, the number of groups is to be
 * typed besides: the name of one would say nothing about the others, and all names are more than anybody types.
 */
function questionOfMany(
  judged: readonly Judged<DeletedGroupItem, undefined>[],
  kept: readonly string[],
): Question {
  const about = ({ item, verdict }: Judged<DeletedGroupItem, undefined>) => {
    const { length } = item.read?.grants ?? [];
    return verdict.kind === "notKnown"
      ? "not read"
      : length === 0
        ? "lets nobody in"
        : count(length, "grant");
  };
  const text = new Map(judged.map((each) => [each.item, about(each)]));
  const question = {
    message: `Delete ${count(judged.length, "cache security group")}?`,
    detail: shownLines([
      ...listedByTarget(
        judged.map(({ item }) => item),
        (item) => `${item.cacheSecurityGroupName}: ${text.get(item)}`,
      ),
      ...kept,
    ]),
    action: "Delete",
  };
  const inhabited = judged.filter((each) => !isEmpty(each));
  const number = String(judged.length);
  return inhabited.length === 0
    ? question
    : {
        ...question,
        typed: {
          title: `Delete ${count(judged.length, "cache security group")}`,
          prompt: `${inhabited.length} of them may let somebody in. Type the number of groups to delete: ${number}`,
          text: number,
          wrong: `Type ${number} to delete ${count(judged.length, "group")}`,
        },
      };
}

/** Whether it is known to let nobody in. */
function isEmpty({ item, verdict }: Judged<DeletedGroupItem, undefined>): boolean {
  return verdict.kind !== "notKnown" && item.read?.grants.length === 0;
}

function whatGoes({ read, ...item }: DeletedGroupItem, verdict: Verdict): string {
  if (verdict.kind === "notKnown") {
    return `Whom it lets in could not be read: ${firstSentence(verdict.failure.message, item)}`;
  }
  const grants = read?.grants ?? [];
  return grants.length === 0
    ? "It lets nobody in"
    : `It goes with its ${grants.length === 1 ? "grant" : `${grants.length} grants`}: ${named(grants)}`;
}

/** The first of some grants, by name and owner. */
export function named(grants: readonly Grant[]): string {
  const names = grants
    .slice(0, 5)
    .map((grant) => `${grant.ec2SecurityGroupName} of ${grant.ec2SecurityGroupOwnerId}`);
  return `${names.join(", ")}${grants.length > 5 ? "…" : ""}`;
}
