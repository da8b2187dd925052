import { type CacheName, isSameCache } from "../../core/caches/cache";
import { noGroupWords } from "../../core/caches/membershipChange";
import { firstSentence } from "../../core/failures/failures";
import { keepIn, pickManyStep } from "../../ui/steps";
import type { PickManyEntry } from "../../ui/ui";
import { cacheEntry } from "../steps/cacheStep";
import { targetOf } from "../steps/targetStep";
import { cachesInVpc, type PlanContext } from "./context";

/** Asks for the caches that are to let in whom the grants let in. */
export const cachesStep = pickManyStep<PlanContext, CacheName>({
  field: "caches",
  isNeeded: ({ given }) => given.caches === undefined,
  question: (context) => ({
    placeholder: `The caches that are to let in whom ${context.cacheSecurityGroupName} lets in`,
    items: context.services.state.caches.load(targetOf(context)).then(() => entries(context)),
    atLeastOne: true,
  }),
  keep: keepIn("caches"),
});

function entries(context: PlanContext): readonly PickManyEntry<CacheName>[] {
  const { value: all = [], failures } = context.services.state.caches.get(targetOf(context));
  const before = context.caches ?? [];
  const shown = cachesInVpc(context);
  const none = shown.length === 0 && failures.length === 0 ? noGroupWords(all) : [];
  return [
    ...[...failures.map(({ message }) => firstSentence(message, targetOf(context))), ...none].map(
      (separator) => ({
        separator,
      }),
    ),
    ...shown.map((cache) => ({
      ...cacheEntry(cache, { kind: cache.kind, id: cache.id }),
      picked: before.some((each) => isSameCache(each, cache)),
    })),
  ];
}
