import { InputBoxValidationSeverity, window } from "vscode";
import { whenHidden } from "./interruption";
import { withoutMarkup } from "./plainText";
import { place } from "./position";
import type { Answer, InputQuestion } from "./ui";

/**
 * Asks with an input box that says on every key what is wrong. Hiding it cancels. `interrupts`: it is the one that
 * comes in between the others.
 */
export function askInputBox(question: InputQuestion, interrupts = false): Promise<Answer<string>> {
  const box = window.createInputBox();
  place(box, question.at);
  box.prompt = withoutMarkup(question.prompt);
  box.placeholder = question.placeholder;
  box.value = question.value ?? "";

  /** An empty box is not told off before something was typed, or Enter pressed. */
  const check = (tellEmpty: boolean): boolean => {
    const result = question.check(box.value);
    const silent = result.verdict === "ok" || (box.value === "" && !tellEmpty);
    box.validationMessage = silent
      ? undefined
      : {
          message: withoutMarkup(result.message),
          severity:
            result.verdict === "error"
              ? InputBoxValidationSeverity.Error
              : InputBoxValidationSeverity.Warning,
        };
    return result.verdict !== "error";
  };

  return new Promise((resolve) => {
    let ended = false;
    const end = (answer: Answer<string>) => {
      ended = true;
      resolve(answer);
      box.dispose();
    };
    box.onDidChangeValue(() => check(false));
    box.onDidTriggerButton(() => end({ kind: "back" }));
    box.onDidHide(() => {
      if (ended) {
        return;
      }
      if (interrupts) {
        end({ kind: "cancel" });
        return;
      }
      whenHidden(
        () => !ended && box.show(),
        () => end({ kind: "cancel" }),
      );
    });
    box.onDidAccept(() => {
      if (check(true)) {
        end({ kind: "answer", value: box.value });
      }
    });
    question.signal?.addEventListener("abort", () => end({ kind: "cancel" }), { once: true });
    check(false);
    box.show();
  });
}
