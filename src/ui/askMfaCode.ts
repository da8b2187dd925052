import type { MfaQuestion } from "../aws/host";
import { askInputBox } from "./inputBox";
import { interruptWith } from "./interruption";
import { shownInput } from "./shownUi";

/** Asks for the code of an MFA device, named, once for its profile. `undefined` when the user gave up. */
export async function askMfaCode(
  { profile, device, refused }: MfaQuestion,
  signal: AbortSignal,
): Promise<string | undefined> {
  const answer = await interruptWith(() =>
    askInputBox(
      shownInput({
        at: { title: `MFA code for ${profile}` },
        prompt: [refused, `The code that ${device} shows now`].filter(Boolean).join(". "),
        placeholder: "123456",
        check: (text) =>
          /^\d{6}$/.test(text.trim())
            ? { verdict: "ok" }
            : { verdict: "error", message: "An MFA code has 6 digits" },
        signal,
      }),
      true,
    ),
  );
  return answer.kind === "answer" ? answer.value.trim() : undefined;
}
