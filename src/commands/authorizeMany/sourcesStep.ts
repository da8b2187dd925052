import type { Check } from "../../core/check";
import { parseSources, readSources } from "../../core/pasted/parseSources";
import { count } from "../../core/plural";
import { mapAnswer, type OtherWay, pickOrEnter } from "../../ui/pickOrEnter";
import { takeAnswer } from "../../ui/steps";
import type { Answer, PickItem, Position, TextPlace, Ui } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import type { AuthorizeManyContext } from "./context";
import { askKnownSources } from "./knownSources";
import { reviewLines } from "./reviewLines";

/** Who is to be let in, and where that came from, in words. */
type Chosen = Required<Pick<AuthorizeManyContext, "sources" | "sourcesFrom">>;

/**
 * Asks who is to be let in. An input box takes one line, and runs what is pasted together: so lists are read
 * from where they are.
 */
export const sourcesStep: Step<AuthorizeManyContext> = {
  field: "sources",
  isNeeded: () => true,
  async ask(context, at, ui) {
    const question = {
      at,
      placeholder: "Where the EC2 security groups and their owners are listed",
      items: kept(context),
    };
    const answer = await pickOrEnter<Chosen>(question, origins(context), ui);
    return takeAnswer(answer, (chosen) => Object.assign(context, chosen));
  },
};

function kept({ sources, sourcesFrom = "" }: AuthorizeManyContext): readonly PickItem<Chosen>[] {
  const label = `Keep the ${count(sources?.length ?? 0, "source")} from ${sourcesFrom}`;
  return sources ? [{ key: "kept", label, icon: "check", value: { sources, sourcesFrom } }] : [];
}

function origins(context: AuthorizeManyContext): readonly OtherWay<Chosen>[] {
  const from = (key: TextPlace, label: string, detail: string, icon: string) => ({
    ...{ key, label, detail, icon },
    ask: (at: Position, ui: Ui) => readFrom(key, at, ui),
  });
  const clipboard = "A name and an owner on each line, a table, JSON, or lines of the AWS CLI";
  return [
    from("clipboard", "From the clipboard", clipboard, "clippy"),
    from(
      "editor",
      "From the editor",
      "What is selected in it, or all of it, written in the same ways",
      "edit",
    ),
    from("file", "From a file…", "Text, CSV or JSON", "file"),
    {
      key: "known",
      label: "Choose among those known…",
      detail: "The EC2 security groups of these accounts, those let in already, and recent ones",
      icon: "list-selection",
      ask: async (at, ui) => named("those known", await askKnownSources(context, at, ui)),
    },
    {
      key: "typed",
      label: "Enter one…",
      icon: "pencil",
      ask: async (at, ui) => named("what was entered", await askOne(at, ui)),
    },
  ];
}

function named(sourcesFrom: string, answer: Answer<Chosen["sources"]>): Answer<Chosen> {
  return mapAnswer(answer, (sources) => ({ sources, sourcesFrom }));
}

async function readFrom(place: TextPlace, at: Position, ui: Ui): Promise<Answer<Chosen>> {
  const given = await ui.readText(place);
  if (!given || given.text.trim() === "") {
    const text = given ? `There is no text in ${given.name}` : missing[place];
    if (text !== undefined) {
      void ui.tell({ severity: "warning", text, actions: [] });
    }
    return { kind: "back" };
  }
  return named(given.name, await reviewLines(given.name, await readSources(given.text), at, ui));
}

/** Who closes the file dialog knows why nothing was read. */
const missing: Readonly<Record<TextPlace, string | undefined>> = {
  clipboard: "There is no text in the clipboard",
  editor: "No editor is open. Open the list in one, or copy it, and choose again",
  file: undefined,
};

async function askOne(at: Position, ui: Ui): Promise<Answer<Chosen["sources"]>> {
  const answer = await ui.input({
    at,
    prompt: "The EC2 security group's name and the account number of its owner",
    placeholder: "web-servers 123456781234",
    check: checkOne,
  });
  return mapAnswer(answer, (text) => parseSources(text).sources);
}

function checkOne(text: string): Check {
  const { sources, problems, warnings } = parseSources(text);
  const wrong = problems[0]?.message ?? (sources.length === 1 ? undefined : "Enter a name and an owner");
  if (wrong !== undefined) {
    return { verdict: "error", message: wrong };
  }
  return warnings[0] ? { verdict: "warning", message: warnings[0].message } : { verdict: "ok" };
}
