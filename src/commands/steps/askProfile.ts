import { shownProfiles } from "../../store/state";
import type { Services } from "../command";

/** Asks for one of the profiles that the tree shows. `undefined` when the user gave up. */
export async function askProfile(title: string, { state, ui }: Services): Promise<string | undefined> {
  await state.profiles.config();
  const answer = await ui.pick({
    at: { title },
    placeholder: "The profile",
    items: shownProfiles(state).map((name) => ({
      key: name,
      label: name,
      description: state.accounts.get(name)?.accountId ?? "",
      icon: "account",
      value: name,
    })),
  });
  return answer.kind === "answer" ? answer.value : undefined;
}
