import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import manifest from "../../package.json";
import { commands } from "../../src/commands/table";
import { viewCommands } from "../../src/commands/viewCommands";
import { historyRowKinds } from "../../src/tree/historyRow";
import { rowKinds } from "../../src/tree/row";

const { contributes } = manifest;
const prefix = "elasticacheAccess.";

describe("the manifest", () => {
  it("contributes the commands of the table, and no others", () => {
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).sort(),
      commands.map(({ id }) => prefix + id).sort(),
    );
  });

  it("gives each command its category", () => {
    assert.deepEqual(
      [...new Set(contributes.commands.map(({ category }) => category))],
      ["ElastiCache Access"],
    );
  });

  it("puts only commands that exist into menus", () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const submenus = new Set(contributes.submenus.map(({ id }) => id));
    for (const [menu, entries] of Object.entries(contributes.menus)) {
      for (const entry of entries) {
        const exists = "submenu" in entry ? submenus.has(entry.submenu) : known.has(entry.command);
        assert.ok(exists, `${menu}: ${JSON.stringify(entry)}`);
      }
    }
  });

  it("hides from the palette only what means nothing without its row, or is there already", () => {
    const never = contributes.menus.commandPalette.filter(({ when }) => when === "false");
    assert.deepEqual(
      never.map(({ command }) => command.slice(prefix.length)),
      [
        "refreshAll",
        "showFailure",
        "undoRecorded",
        "showRecorded",
        "copyRecorded",
        "removeSelected",
        "copySelected",
      ],
    );
  });

  it("matches in menus only rows that exist, by their first word", () => {
    for (const { when } of contributes.menus["view/item/context"]) {
      const pattern = /viewItem =~ \/\^\(?([A-Za-z|]+)\)?/.exec(when)?.[1];
      assert.ok(pattern, when);
      const kinds: readonly string[] = when.includes("elasticacheAccess.history")
        ? historyRowKinds
        : rowKinds;
      for (const kind of pattern.split("|")) {
        assert.ok(kinds.includes(kind), `${kind} in ${when}`);
      }
    }
  });

  it("knows which commands stand above a view, where VS Code may pass no row", () => {
    const above = contributes.menus["view/title"].map(({ command }) => command.slice(prefix.length));
    assert.deepEqual([...new Set(above)].sort(), [...viewCommands].sort());
  });

  it("has in a menu on several rows only what works on all of them", () => {
    const { "view/item/context": rows, "elasticacheAccess.copy": copies } = contributes.menus;
    const offered = [...rows, ...copies]
      .filter(({ group, when }) => !group.startsWith("inline") && !when.includes("!listMultiSelection"))
      .filter(({ when }) => !when.includes("elasticacheAccess.history"))
      .flatMap((entry) => ("command" in entry ? [entry.command.slice(prefix.length)] : []));
    // The log is of everything.
    const several = commands.filter((command) => command.several !== undefined).map(({ id }) => id);
    assert.deepEqual(
      offered.filter((id) => !several.includes(id)),
      ["showLog"],
    );
  });

  it("tells a group from the section of groups", () => {
    const authorize = contributes.menus["view/item/context"].find(
      ({ command }) => command === `${prefix}authorizeIngress`,
    );
    const pattern = /viewItem =~ \/(.+)\//.exec(authorize?.when ?? "")?.[1] ?? "";
    assert.match("cacheSecurityGroup.stale", new RegExp(pattern));
    assert.doesNotMatch("cacheSecurityGroups", new RegExp(pattern));
  });

  it("describes every setting, with a default", () => {
    for (const [name, setting] of Object.entries(contributes.configuration.properties)) {
      assert.ok(name.startsWith(prefix));
      assert.ok("default" in setting, name);
      assert.ok(setting.markdownDescription.length > 20, name);
    }
    const orders = Object.values(contributes.configuration.properties).map(({ order }) => order);
    assert.equal(new Set(orders).size, orders.length, "each has a place of its own");
  });

  it("lets no workspace decide anything", () => {
    const settings = Object.entries(contributes.configuration.properties);
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, "limited");
    assert.deepEqual(settings.map(([name]) => name).sort(), [...restrictedConfigurations].sort());
    assert.ok(settings.every(([, { scope }]) => scope === "application"));
  });

  it("has a walkthrough of four steps at most, each with a picture and a way to complete by itself", () => {
    assert.equal(contributes.walkthroughs.length, 1);
    const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
    assert.ok(steps.length <= 4);
    assert.equal(steps[0]?.id, "sandbox");
    const known = new Set(contributes.commands.map(({ command }) => command));
    for (const { description, media, completionEvents } of steps) {
      assert.ok(completionEvents.length > 0 && media.altText.length > 20);
      const named = [...description.matchAll(/command:(elasticacheAccess\.\w+)/g)].map(([, id]) => id ?? "");
      const events = completionEvents.flatMap((event) => /^onCommand:(.+)/.exec(event)?.[1] ?? []);
      for (const id of [...named, ...events]) {
        assert.ok(known.has(id), id);
      }
      // A line that is a link alone is a button: one, the main one.
      assert.equal(description.split("\n").filter((line) => /^\[[^\]]+\]\([^)]+\)$/.test(line)).length, 1);
    }
  });

  it("links to the walkthrough that there is", () => {
    const [id] = contributes.walkthroughs.map((walkthrough) => walkthrough.id);
    const links = contributes.viewsWelcome.flatMap(
      ({ contents }) => /openWalkthrough\?([^)]+)/.exec(contents)?.[1] ?? [],
    );
    assert.deepEqual(
      links.map((link) => JSON.parse(decodeURIComponent(link))),
      [`${manifest.publisher}.${manifest.name}#${id}`],
    );
  });

  it("draws the walkthrough in the theme's own colours", () => {
    for (const { media } of contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps)) {
      const picture = readFileSync(media.svg, "utf8");
      assert.match(picture, /var\(--vscode-foreground/);
      assert.doesNotMatch(picture.replace(/var\(--vscode-[^;]*;/g, ""), /#[0-9a-f]{3,6}\b/i);
    }
  });

  it("has one main button in each welcome, and links for the rest", () => {
    for (const { contents } of contributes.viewsWelcome) {
      const buttons = contents.split("\n").filter((line) => /^\[[^\]]+\]\([^)]+\)$/.test(line));
      assert.ok(buttons.length <= 1, contents);
    }
  });

  it("names pictures that exist", () => {
    const pictures = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    ];
    for (const picture of pictures) {
      assert.ok(existsSync(picture), picture);
    }
  });

  it("is who it says it is", () => {
    assert.equal(`${manifest.publisher}.${manifest.name}`, "elasticache-access.elasticache-access");
    assert.equal(manifest.engines.vscode, "^1.103.0");
    assert.deepEqual(manifest.extensionKind, ["ui", "workspace"]);
    assert.deepEqual(manifest.activationEvents, []);
  });
});
