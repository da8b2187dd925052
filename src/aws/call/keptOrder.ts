import { constructStack } from "@smithy/core/client";

export type Stack<I extends object, O extends object> = ReturnType<typeof constructStack<I, O>>;
/** A function from the handler after it, and the call's context, to a handler. There are five types of them. */
type Middleware = (...given: never[]) => unknown;
type Named = { readonly name?: string };
type Relative<I extends object, O extends object> = Parameters<Stack<I, O>["addRelativeTo"]>[1];

/**
 * A client's stack of middleware that is put in order once. The SDK's is cloned and sorted for each call, which takes a
 * third of the call's CPU time; its own option for keeping it, `cacheMiddleware`, is not for calls with a signal. What
 * the command of a call adds is its own, and so is the call's context. Nothing may be added to the client afterwards.
 */
export function keptOrder<I extends object, O extends object>(stack: Stack<I, O>): Stack<I, O> {
  const orders = new Map<string, readonly (Middleware | number)[]>();
  return {
    ...stack,
    concat: <I2 extends I, O2 extends O>(from: Stack<I2, O2>): Stack<I2, O2> => {
      const { own, names } = entriesOf(from);
      const order = orders.get(names) ?? orderOf(stack.concat(from), own);
      orders.set(names, order);
      return {
        ...from,
        resolve: (handler, context) => {
          let next: unknown = handler;
          for (const each of order.slice(0, -1)) {
            next = Reflect.apply(middlewareOf(each, own), undefined, [next, context]);
          }
          return Reflect.apply(middlewareOf(order.at(-1) ?? 0, own), undefined, [next, context]);
        },
      };
    },
  };
}

/** What a command adds to a client's stack, and by which names. */
function entriesOf<I extends object, O extends object>(stack: Stack<I, O>) {
  const own: Middleware[] = [];
  const names: (string | undefined)[] = [];
  const take = (middleware: Middleware, options: Named = {}): void => {
    own.push(middleware);
    names.push(options.name);
  };
  stack.applyToStack({ ...constructStack<I, O>(), add: take, addRelativeTo: take });
  return { own, names: names.join("\n") };
}

/** The middleware of a stack from the innermost to the outermost; a command's own by their numbers. */
function orderOf<I extends object, O extends object>(
  stack: Stack<I, O>,
  own: readonly Middleware[],
): readonly (Middleware | number)[] {
  const order: (Middleware | number)[] = [];
  const noting = (middleware: Middleware) => ({
    // The options that a stack hands on name the middleware once more, and that would be taken.
    middleware: <Handler>(next: Handler): Handler => {
      const number = own.indexOf(middleware);
      order.push(number < 0 ? middleware : number);
      return next;
    },
  });
  const recording = constructStack<I, O>();
  stack.applyToStack({
    ...recording,
    add: (middleware: Middleware, options?: Named) => {
      const noted = noting(middleware);
      recording.add(noted.middleware, { ...options, ...noted });
    },
    addRelativeTo: (middleware: Middleware, options: Relative<I, O>) => {
      const noted = noting(middleware);
      recording.addRelativeTo(noted.middleware, { ...options, ...noted });
    },
  });
  recording.resolve(() => Promise.reject(new Error("Only put in order")), {});
  return order;
}

function middlewareOf(entry: Middleware | number, own: readonly Middleware[]): Middleware {
  const middleware = typeof entry === "number" ? own[entry] : entry;
  if (middleware === undefined) {
    throw new Error("A command adds other middleware than before");
  }
  return middleware;
}
