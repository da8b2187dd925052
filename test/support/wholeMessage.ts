import assert from "node:assert/strict";
import manifest from "../../package.json";
import { failureKinds } from "../../src/core/failures/failures";
import type { Message } from "../../src/ui/ui";

/** The commands, by their ids without the prefix. */
export const commandIds: readonly string[] = manifest.contributes.commands.map(({ command }) =>
  command.slice(command.indexOf(".") + 1),
);

/** By these names they are found, and written down. */
const settings = Object.keys(manifest.contributes.configuration.properties);

/** What nobody outside knows, or what a sentence says in place of a name. */
const internal = new RegExp(
  `Request ID|\\bones\\b|undefined|\\[object|\\b(${[...commandIds, ...failureKinds]
    .filter((word) => /[A-Z]/.test(word))
    .join("|")})\\b`,
);

/** VS Code folds a message without a button to one line, of which so many characters are sure to be seen. */
export const unfolded = 60;

/** VS Code leaves out what comes after so many characters. */
const longest = 1_000;

/** That nothing of a message is cut, and that it has no word of ours alone. */
export function assertWhole({ text, actions }: Pick<Message, "text" | "actions">): void {
  assert.ok(
    text.length <= unfolded || actions.length > 0,
    `folded, ${text.length} characters and no button: ${text}`,
  );
  assert.ok(text.length <= longest, `cut, ${text.length} characters: ${text}`);
  assert.doesNotMatch(
    settings.reduce((rest, setting) => rest.replaceAll(setting, ""), text),
    internal,
  );
  for (const action of actions) {
    assert.match(action, /^[A-Z][^$]*$/, `a button that is no name: ${action}`);
  }
}
