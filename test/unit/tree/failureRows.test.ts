import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Failure } from "../../../src/core/failures/failures";
import { readSharedConfig } from "../../../src/profiles/sharedConfig/read";
import { distinctRows } from "../../../src/tree/distinctRows";
import { failureRows, problemRows } from "../../../src/tree/failureRows";
import { NoteRow } from "../../../src/tree/noteRow";
import type { Row } from "../../../src/tree/row";
import { allRows } from "../../support/allRows";

const parent: Row = {
  id: "cache/dev/us-west-2/cluster/a",
  kind: "cache",
  parent: undefined,
  params: {},
  item: () => assert.fail("not drawn here"),
};

describe("the rows of what could not be read", () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "problem-rows-"));
    await mkdir(join(home, ".aws"));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  const files: Record<string, { readonly file: "config" | "credentials"; readonly text: Buffer }> = {
    "a sub-section with two lines that are none of its settings": {
      file: "config",
      text: Buffer.from(
        "[profile dev]\nregion = us-west-2\ns3 =\n  max_concurrent_requests: 20\n  max_queue_size: 10000\n",
      ),
    },
    "a token that begins on the next line and is wrapped": {
      file: "credentials",
      text: Buffer.from(
        "[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_session_token =\n    IQoJone\n    IQoJtwo\n",
      ),
    },
    "a line in another encoding that is no setting either": {
      file: "config",
      text: Buffer.from("[profile dev]\nregion = us-west-2\nmot de passe oubli\xe9\n", "latin1"),
    },
  };
  for (const [what, { file, text }] of Object.entries(files)) {
    it(`have ids of their own on one line of a file: ${what}`, async () => {
      await writeFile(join(home, ".aws", file), text);
      const config = await readSharedConfig({ environment: {}, home });
      const rows = await allRows(problemRows(config.problems));
      assert.equal(rows.length, 2);
      assert.ok(config.profiles.has("dev"));
    });
  }

  it("have ids of their own where the same could not be done twice, and keep them", async () => {
    const denied: Failure = { kind: "accessDenied", message: "May not", action: "ec2:Describe" };
    const throttled = (message: string): Failure => ({ kind: "throttled", message });
    const failures = [denied, throttled("one"), throttled("other"), denied];
    const rows = await allRows(failureRows(parent, failures));
    assert.equal(rows.length, 4);
    assert.deepEqual(
      failureRows(parent, [denied, throttled("one")]).map(({ id }) => id),
      rows.slice(0, 2).map(({ id }) => id),
    );
  });
});

describe("distinct rows", () => {
  const note = (name: string) => new NoteRow(parent, name, name, "");

  it("are the first of those that share an id", () => {
    const [a, again, b] = [note("a"), note("a"), note("b")];
    assert.deepEqual(distinctRows([a, again, b]), [a, b]);
  });

  it("are all of them where none do", () => {
    const rows = [note("a"), note("b")];
    assert.equal(distinctRows(rows), rows);
  });
});
