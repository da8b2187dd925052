import assert from "node:assert/strict";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { copyName } from "../../../src/commands/copyName";
import { deleteCacheSecurityGroup } from "../../../src/commands/deleteCacheSecurityGroup";
import { revokeIngress } from "../../../src/commands/revokeIngress";
import { tooltipOf } from "../../../src/tree/onDemand";
import { readRows, type TreeRow } from "../../../src/tree/readTree";
import { rootRows } from "../../../src/tree/roots";
import type { Row } from "../../../src/tree/row";
import { shownItem } from "../../../src/tree/shownItem";
import { shownUi } from "../../../src/ui/shownUi";
import { CommandWorld } from "../../support/commandWorld";
import { hostileName, unseen } from "../../support/lyingCharacters";
import { type Scripted, ScriptedUi } from "../../support/scriptedUi";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const grant = {
  ...target,
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: hostileName,
  ec2SecurityGroupOwnerId: "565419523791",
};

describe("a group whose name lies", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
    const made = await world.run(authorizeIngress, grant);
    assert.equal(made.outcome, "done", JSON.stringify(made));
    await world.services.state.groups.load(target);
  });
  afterEach(() => world.close());

  const allRows = (rows: readonly Row[]): readonly Row[] =>
    rows.flatMap((row) => [row, ...allRows(row.children?.() ?? [])]);

  it("is seen as it is in every row, its tooltip and its words for a screen reader", async () => {
    await readRows(rootRows(world.services.state), true);
    const rows = allRows(rootRows(world.services.state));
    const its = rows.filter((row) => row.item().label === hostileName);
    assert.equal(its.length, 1);
    for (const row of rows) {
      const { label, description, accessibilityLabel, tooltip: drawn } = shownItem(row.item());
      const tooltip = drawn ?? tooltipOf(world.services.state, row) ?? "";
      assert.doesNotMatch([label, description, accessibilityLabel].join(), unseen);
      // A tooltip has line breaks of its own, each behind two spaces or with an empty line.
      assert.doesNotMatch(tooltip.replaceAll("  \n", "").replaceAll("\n\n", ""), unseen);
    }
    const told: TreeRow[] = [];
    const collect = (each: TreeRow) => {
      told.push(each);
      each.children?.forEach(collect);
    };
    (await readRows(rootRows(world.services.state), false)).forEach(collect);
    assert.ok(told.some(({ label }) => label.includes("\\u202e")));
    assert.ok(told.every(({ label, description }) => !unseen.test(label + description)));
  });

  it("is asked and told about as it is, and copied as it is written", async () => {
    const heard: string[] = [];
    class HearingUi extends ScriptedUi {
      override async confirm(question: Parameters<ScriptedUi["confirm"]>[0]) {
        heard.push(question.message, ...question.detail.split("\n"));
        return super.confirm(question);
      }
    }
    const run = async (
      command: Parameters<CommandWorld["run"]>[0],
      params: object,
      ...script: Scripted[]
    ) => {
      const ui = new HearingUi(...script);
      const result = await command.run({ ...params }, { ...world.servicesFor(ui), ui: shownUi(ui) });
      heard.push(
        ...ui.messages.map(({ text }) => text),
        ...ui.asked.flatMap(({ title, labels }) => [title, ...labels]),
      );
      return { ui, result };
    };
    await run(deleteCacheSecurityGroup, { ...target, cacheSecurityGroupName: "mygroup" }, { confirm: false });
    await run(
      revokeIngress,
      { items: [grant, { ...grant, ec2SecurityGroupName: "other" }] },
      { confirm: false },
    );
    await run(revokeIngress, grant, { confirm: true });
    assert.ok(
      heard.some((text) => text.includes("\\n")),
      heard.join("\n"),
    );
    for (const text of heard) {
      assert.doesNotMatch(text, unseen);
    }
    const { ui } = await run(copyName, grant);
    assert.deepEqual(ui.copied, [hostileName]);
  });
});
