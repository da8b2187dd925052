import type { Verdict } from "../../changes/change";
import { expirerOf } from "../../changes/expiry/expirer";
import type { Ending } from "../../changes/expiry/ruleEnd";
import { connectionsLiveOn, endSentence } from "../../core/expiry/endWords";
import { endOf, endText } from "../../core/expiry/givenEnd";
import type { Target } from "../../core/target";
import type { AgentServices } from "../services";
import type { ItemWords } from "./itemWords";

/** The words of an item with when what is made of it ends, and who sees to that; the same where it has no end. */
export async function withEnd(
  words: ItemWords,
  item: Target & Ending,
  verdict: Verdict<unknown>["kind"],
  { state }: Pick<AgentServices, "state">,
): Promise<ItemWords> {
  const { expires } = item;
  if (!expires) {
    return words;
  }
  if (verdict === "alreadySo") {
    const kept = "It keeps the end that it has, or none: expires is for what is made. Set Expiry changes it";
    return { ...words, warnings: [...words.warnings, kept] };
  }
  const at = endOf(expires, state.ends.now(item));
  const { by } = await expirerOf(item, { state });
  const since = expires.kind === "after" ? ` (${expires.text} after it is made)` : "";
  return {
    ...words,
    text: `${words.text}. It ${endSentence({ at, by })}${since}`,
    warnings: [...words.warnings, `${connectionsLiveOn} when it ends`],
    expires: endText(expires),
  };
}
