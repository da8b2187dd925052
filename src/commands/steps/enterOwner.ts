import { checkAccountId, parseAccountId } from "../../core/accountId";
import { mapAnswer } from "../../ui/pickOrEnter";
import type { Answer, Position, Ui } from "../../ui/ui";

/** Asks for an account number in an input box; dashes and spaces are dropped. */
export async function enterOwner(
  prompt: string,
  value: string,
  at: Position,
  ui: Ui,
): Promise<Answer<string>> {
  const answer = await ui.input({ at, prompt, placeholder: "1234-5678-1234", value, check: checkAccountId });
  return mapAnswer(answer, (text) => {
    const parsed = parseAccountId(text);
    return parsed.ok ? parsed.value : text;
  });
}
