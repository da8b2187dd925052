import type { LineNote, ParsedSources } from "../../core/pasted/parsedSources";
import { count } from "../../core/plural";
import type { PickEntry, Position, Ui } from "../../ui/ui";
import type { StepEnd } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";

/** More than these are not read one by one. */
const mostShown = 100;

/** Shows which lines could not be read, and asks whether to go on with the others. */
export async function reviewLines(
  from: string,
  { sources, problems, warnings, repeated }: ParsedSources,
  at: Position,
  ui: Ui,
): Promise<StepEnd> {
  const goOn: readonly PickEntry<true>[] =
    sources.length === 0
      ? []
      : [
          {
            key: "goOn",
            label: `Go on with the ${count(sources.length, "source")} that could be read`,
            ...(repeated > 0 ? { description: `${count(repeated, "line")} repeat others` } : {}),
            icon: "arrow-right",
            always: true,
            value: true,
          },
        ];
  const title =
    problems.length > 0
      ? `${count(problems.length, "line")} of ${from} could not be read`
      : `${count(warnings.length, "name")} in ${from} may be wrong`;
  const answer = await ui.pick<true>({
    at: { ...at, title },
    placeholder: goOn.length > 0 ? "Enter goes on with the others" : "Nothing could be read. Go back",
    items: [
      ...goOn,
      ...notes("could not be read", "error", problems),
      ...notes("kept, although", "warning", warnings),
    ],
  });
  return takeAnswer(answer, () => undefined);
}

function notes(heading: string, icon: string, about: readonly LineNote[]): readonly PickEntry<true>[] {
  if (about.length === 0) {
    return [];
  }
  const more = about.length - mostShown;
  return [
    { separator: heading },
    ...about
      .slice(0, mostShown)
      .map(({ line, message }) => ({ label: `Line ${line}: ${message}`, icon, note: true as const })),
    ...(more > 0 ? [{ label: `and ${more} more`, icon, note: true as const }] : []),
  ];
}
