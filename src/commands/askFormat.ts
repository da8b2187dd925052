import { type Outcome, succeeded } from "../core/outcome";
import type { Services } from "./command";

/** Asks for one of the formats of a table. */
export async function askFormat<Name extends string>(
  title: string,
  names: readonly Name[],
  formats: Readonly<Record<Name, { readonly label: string; readonly detail: string }>>,
  { ui }: Services,
): Promise<Outcome<Name> | "cancelled"> {
  const answer = await ui.pick<Name>({
    at: { title },
    placeholder: "The format",
    items: names.map((name) => {
      const { label, detail } = formats[name];
      return { key: name, label, detail, value: name };
    }),
  });
  return answer.kind === "answer" ? succeeded(answer.value) : "cancelled";
}
