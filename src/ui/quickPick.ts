import { window } from "vscode";
import type { Entry } from "./entry";
import { whenHidden } from "./interruption";
import { PickerList } from "./pickerList";
import { place } from "./position";
import type { Answer, PickQuestion } from "./ui";

/** Asks with a quick pick. Hiding it, by Escape or by opening something else, cancels. */
export function askQuickPick<T>(question: PickQuestion<T>): Promise<Answer<T>> {
  const picker = window.createQuickPick<Entry<T>>();
  place(picker, question.at);
  picker.placeholder = question.placeholder;
  picker.value = question.typed ?? "";
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;

  return new Promise((resolve) => {
    let ended = false;
    const end = (answer: Answer<T>) => {
      ended = true;
      resolve(answer);
      picker.dispose();
    };
    const list = new PickerList(picker, question);
    picker.onDidTriggerButton(() => end({ kind: "back" }));
    picker.onDidHide(() => {
      if (!ended) {
        whenHidden(
          () => !ended && list.showAgain(),
          () => end({ kind: "cancel" }),
        );
      }
    });
    const accept = async () => {
      const item = await list.accepted();
      if (item && !ended) {
        end({ kind: "answer", value: item.value, typed: picker.value });
      }
    };
    picker.onDidAccept(() => void accept());
    const arrive = async () => {
      const fuller = await question.later;
      if (fuller && !ended) {
        await list.takeUp(fuller);
      }
      let shown = Promise.resolve();
      await question.grow?.((entries) => {
        if (!ended) {
          shown = list.takeUp(entries);
        }
      });
      await shown;
      picker.busy = false;
    };
    if (question.later || question.grow) {
      picker.busy = true;
      void arrive();
    }
    picker.show();
  });
}
