import type { LineNote, ParsedSources } from "../../core/pasted/parsedSources";
import { count } from "../../core/plural";
import { note, section } from "../../ui/entries";
import type { Answer, PickEntry, PickItem, Position, Ui } from "../../ui/ui";

/** More than these are not read one by one. */
const mostShown = 100;

type Sources = ParsedSources["sources"];

/** The sources that were read: where some lines could not be, shows which, and asks whether to go on with the others. */
export async function reviewLines(
  from: string,
  parsed: ParsedSources,
  at: Position,
  ui: Ui,
): Promise<Answer<Sources>> {
  const { sources, problems, warnings } = parsed;
  if (sources.length > 0 && problems.length === 0 && warnings.length === 0) {
    return { kind: "answer", value: sources };
  }
  const title =
    problems.length > 0
      ? `${count(problems.length, "line")} of ${from} could not be read`
      : `${count(warnings.length, "name")} in ${from} may be wrong`;
  return ui.pick<Sources>({
    at: { ...at, title },
    placeholder: sources.length > 0 ? "Enter goes on with the others" : "Nothing could be read. Go back",
    items: [
      ...(sources.length > 0 ? [goOn(parsed)] : []),
      ...notes("could not be read", "error", problems),
      ...notes("kept, although", "warning", warnings),
    ],
  });
}

function goOn({ sources, repeated }: ParsedSources): PickItem<Sources> {
  return {
    key: "goOn",
    label: `Go on with the ${count(sources.length, "source")} that could be read`,
    ...(repeated > 0 ? { description: `${count(repeated, "line")} repeat others` } : {}),
    icon: "arrow-right",
    always: true,
    value: sources,
  };
}

function notes(heading: string, icon: string, about: readonly LineNote[]): readonly PickEntry<Sources>[] {
  const more = about.length - mostShown;
  return section(heading, [
    ...about.slice(0, mostShown).map(({ line, message }) => note(icon, `Line ${line}: ${message}`)),
    ...(more > 0 ? [note(icon, `and ${more} more`)] : []),
  ]);
}
