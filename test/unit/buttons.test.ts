import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import manifest from "../../package.json";
import { offersFor } from "../../src/core/failures/failureOffers";
import { type Failure, failureKinds } from "../../src/core/failures/failures";

const { commands, menus, viewsWelcome, walkthroughs, submenus } = manifest.contributes;
const titles = new Map(commands.map(({ command, title }) => [command, title]));

/** A verb, or a question: what is heard of a button has no picture beside it. */
const name = /^[A-Z][\p{L}\p{N} :'-]*[…?]?$/u;

/** The buttons of a text that VS Code draws, links on a line of their own among them. */
function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/\[([^\]]+)\]\(/g)].flatMap(([, label]) => label ?? []);
}

describe("the accessible name of every button", () => {
  it("above a view and beside a row is its command's title, which says what it does", () => {
    for (const { command } of [...menus["view/title"], ...menus["view/item/context"]].flatMap((entry) =>
      "command" in entry ? [entry] : [],
    )) {
      assert.match(titles.get(String(command)) ?? "", name, String(command));
    }
    for (const { label } of submenus) {
      assert.match(label, name);
    }
  });

  it("is no other's beside the same kind of row, or above the same view, at the same time", () => {
    for (const menu of [menus["view/title"], menus["view/item/context"]]) {
      const seen = new Map<string, string>();
      for (const entry of menu) {
        const { group, when } = entry;
        if ("command" in entry && /^(?:inline|navigation)/.test(group)) {
          const place = `${titles.get(entry.command)} where ${when}`;
          assert.equal(seen.get(place) ?? entry.command, entry.command, place);
          seen.set(place, entry.command);
        }
      }
    }
  });

  it("in an empty view and in the walkthrough says where it leads", () => {
    const texts = [
      ...viewsWelcome.map(({ contents }) => contents),
      ...walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description)),
    ];
    for (const label of texts.flatMap(linksOf)) {
      assert.ok(label.length > 3 && !/^(?:here|click|link)/i.test(label), label);
    }
  });

  it("of a failure's message is what it does", () => {
    for (const kind of failureKinds) {
      const failure: Failure = { kind, message: "", remedy: "aws sso login --profile dev", action: "ec2:X" };
      for (const cliLacksRemedy of [true, false]) {
        const labels = offersFor(failure, { canRetry: true, hasTarget: true, cliLacksRemedy }).map(
          ({ label }) => label,
        );
        assert.equal(new Set(labels).size, labels.length, "no two alike");
        for (const label of labels) {
          assert.match(label, name);
        }
      }
    }
  });

  it("of every other message and question of a change is a name too", () => {
    const folder = "test/wire/changes/shown";
    const labels = readdirSync(folder)
      .flatMap((file) => readFileSync(`${folder}/${file}`, "utf8").split("\n"))
      .flatMap((line) => (/^ {4}\[.*\]$/.test(line) ? line.trim().slice(1, -1).split("] [") : []));
    assert.ok(labels.length > 10);
    for (const label of labels) {
      assert.match(label, name);
    }
  });
});
