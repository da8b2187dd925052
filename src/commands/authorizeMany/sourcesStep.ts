import { parseSources, readSources } from "../../core/pasted/parseSources";
import { count } from "../../core/plural";
import type { PickItem, Position, TextPlace, Ui } from "../../ui/ui";
import type { Step, StepEnd } from "../../ui/wizard";
import type { AuthorizeManyContext } from "./context";
import { askKnownSources } from "./knownSources";
import { reviewLines } from "./reviewLines";

type Origin = TextPlace | "known" | "typed" | "kept";

/**
 * Asks who is to be let in. An input box takes one line, and runs what is pasted together: so lists are read
 * from where they are.
 */
export const sourcesStep: Step<AuthorizeManyContext> = {
  field: "sources",
  isNeeded: () => true,
  async ask(context, at, ui) {
    for (;;) {
      const answer = await ui.pick<Origin>({
        at,
        placeholder: "Where the EC2 security groups and their owners are listed",
        items: origins(context),
      });
      if (answer.kind !== "answer") {
        return answer.kind;
      }
      const end = await askFrom(answer.value, context, { ...at, canGoBack: true }, ui);
      // Back from what an origin asks leads to the origins.
      if (end !== "back") {
        return end;
      }
    }
  },
};

function origins({ sources, sourcesFrom }: AuthorizeManyContext): readonly PickItem<Origin>[] {
  const kept = {
    key: "kept",
    label: `Keep the ${count(sources?.length ?? 0, "source")} from ${sourcesFrom}`,
    icon: "check",
    value: "kept" as const,
  };
  return [
    ...(sources ? [kept] : []),
    {
      key: "clipboard",
      label: "From the clipboard",
      detail: "A name and an owner on each line, a table, JSON, or lines of the AWS CLI",
      icon: "clippy",
      value: "clipboard",
    },
    {
      key: "editor",
      label: "From the editor",
      detail: "What is selected in it, or all of it, written in the same ways",
      icon: "edit",
      value: "editor",
    },
    { key: "file", label: "From a file…", detail: "Text, CSV or JSON", icon: "file", value: "file" },
    {
      key: "known",
      label: "Choose among those known…",
      detail: "The EC2 security groups of these accounts, those let in already, and recent ones",
      icon: "list-selection",
      value: "known",
    },
    { key: "typed", label: "Enter one…", icon: "pencil", value: "typed" },
  ];
}

async function askFrom(
  origin: Origin,
  context: AuthorizeManyContext,
  at: Position,
  ui: Ui,
): Promise<StepEnd> {
  switch (origin) {
    case "kept":
      return "next";
    case "known":
      return askKnownSources(context, at, ui);
    case "typed":
      return askOne(context, at, ui);
    default:
      return readFrom(origin, context, at, ui);
  }
}

async function readFrom(
  place: TextPlace,
  context: AuthorizeManyContext,
  at: Position,
  ui: Ui,
): Promise<StepEnd> {
  const given = await ui.readText(place);
  if (!given || given.text.trim() === "") {
    const text = given ? `There is no text in ${given.name}` : missing[place];
    if (text !== undefined) {
      void ui.tell({ severity: "warning", text, actions: [] });
    }
    return "back";
  }
  const parsed = await readSources(given.text);
  const clean = parsed.sources.length > 0 && parsed.problems.length === 0 && parsed.warnings.length === 0;
  const end = clean ? "next" : await reviewLines(given.name, parsed, at, ui);
  if (end === "next") {
    context.sources = parsed.sources;
    context.sourcesFrom = given.name;
  }
  return end;
}

/** Who closes the file dialog knows why nothing was read. */
const missing: Readonly<Record<TextPlace, string | undefined>> = {
  clipboard: "There is no text in the clipboard",
  editor: "No editor is open. Open the list in one, or copy it, and choose again",
  file: undefined,
};

async function askOne(context: AuthorizeManyContext, at: Position, ui: Ui): Promise<StepEnd> {
  const answer = await ui.input({
    at,
    prompt: "The EC2 security group's name and the account number of its owner",
    placeholder: "web-servers 123456781234",
    check: (text) => {
      const { sources, problems, warnings } = parseSources(text);
      const wrong = problems[0]?.message ?? (sources.length === 1 ? undefined : "Enter a name and an owner");
      if (wrong !== undefined) {
        return { verdict: "error", message: wrong };
      }
      return warnings[0] ? { verdict: "warning", message: warnings[0].message } : { verdict: "ok" };
    },
  });
  if (answer.kind !== "answer") {
    return answer.kind;
  }
  context.sources = parseSources(answer.value).sources;
  context.sourcesFrom = "what was entered";
  return "next";
}
