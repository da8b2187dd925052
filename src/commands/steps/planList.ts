import type { Judged, Verdict } from "../../changes/change";
import { firstSentence } from "../../core/failures/failures";
import { section } from "../../ui/entries";
import type { PickManyEntry, PickManyItem } from "../../ui/ui";

const sections = [
  { kinds: ["toDo", "notKnown"], heading: "to authorize", icon: "add" },
  { kinds: ["alreadySo"], heading: "already authorized", icon: "pass" },
  { kinds: ["impossible"], heading: "impossible", icon: "error" },
] as const satisfies readonly {
  readonly kinds: readonly Verdict["kind"][];
  readonly heading: string;
  readonly icon: string;
}[];

/** A plan to authorize with check boxes: what is to be let in, what is already, and what cannot be, to be read alone. */
export function planList<P extends Judged<object, unknown>>(
  plan: readonly P[],
  entryOf: (
    planned: P,
  ) => Pick<PickManyItem<P>, "key" | "label" | "description"> & { readonly detail?: string },
): readonly PickManyEntry<P>[] {
  return sections.flatMap(({ kinds, heading, icon }, index) => {
    const those = plan.filter(({ verdict }) => kinds.some((kind) => kind === verdict.kind));
    const entries = those.map((planned): PickManyItem<P> => {
      const why = reason(planned);
      return {
        ...(why === undefined ? {} : { detail: why }),
        ...entryOf(planned),
        icon,
        picked: index === 0,
        fixed: index > 0,
        value: planned,
      };
    });
    return section(`${heading} (${those.length})`, entries);
  });
}

function reason({ item, verdict }: Judged<object, unknown>): string | undefined {
  switch (verdict.kind) {
    case "toDo":
      return undefined;
    case "alreadySo":
      return verdict.why;
    case "impossible":
      return firstSentence(verdict.failure.message, item);
    case "notKnown":
      return `Whether it is let in already is not known. ${firstSentence(verdict.failure.message, item)}`;
  }
}
