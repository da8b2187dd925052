import assert from "node:assert/strict";
import { constructStack } from "@smithy/core/client";
import { keptOrder } from "../../../../src/aws/call/keptOrder";

type Stack = ReturnType<typeof constructStack<object, object>>;

/** Notes its name, and what the context says, on the way in. */
const noting =
  (name: string, noted: string[]) =>
  <Args, Answer>(next: (args: Args) => Promise<Answer>, context: { readonly commandName?: string }) =>
  async (args: Args): Promise<Answer> => {
    noted.push(`${name} ${context.commandName}`);
    return next(args);
  };

function clientStack(noted: string[]): Stack {
  const stack = constructStack<object, object>();
  stack.add(noting("sign", noted), { step: "initialize", priority: "low", name: "sign" });
  stack.add(noting("first", noted), { step: "initialize", priority: "high" });
  stack.addRelativeTo(noting("before sign", noted), { relation: "before", toMiddleware: "sign" });
  stack.add(noting("normal", noted));
  return stack;
}

function commandStack(name: string, noted: string[], toMiddleware = "sign"): Stack {
  const stack = constructStack<object, object>();
  stack.addRelativeTo(noting(name, noted), {
    relation: "after",
    toMiddleware,
    name: `after ${toMiddleware}`,
  });
  return stack;
}

async function run(stack: Stack, command: Stack, commandName: string): Promise<unknown> {
  const handler = stack.concat(command).resolve(async () => ({ response: {}, output: { commandName } }), {
    commandName,
  });
  return (await handler({ input: {} })).output;
}

describe("a client's middleware that is put in order once", () => {
  it("runs in the SDK's own order, with each call's context and its command's own middleware", async () => {
    const [expected, noted]: [string[], string[]] = [[], []];
    const sdks = clientStack(expected);
    const kept = keptOrder(clientStack(noted));
    for (const call of ["one", "two"]) {
      await run(sdks, commandStack(`of ${call}`, expected), call);
      assert.deepEqual(await run(kept, commandStack(`of ${call}`, noted), call), { commandName: call });
    }
    assert.equal(noted.length, 10);
    assert.ok(noted.includes("of two two"));
    assert.deepEqual(noted, expected);
  });

  it("has another order for commands that add something else", async () => {
    const [expected, noted]: [string[], string[]] = [[], []];
    const sdks = clientStack(expected);
    const kept = keptOrder(clientStack(noted));
    for (const [stack, noting] of [
      [sdks, expected],
      [kept, noted],
    ] as const) {
      await run(stack, commandStack("own", noting), "one");
      await run(stack, constructStack<object, object>(), "without");
      await run(stack, commandStack("own", noting, "sign"), "one");
    }
    assert.deepEqual(noted, expected);
  });
});
