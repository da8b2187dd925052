/** Whether a value is of a shape: what comes from the other side of a webview may be anything. */
export type Shape<T> = (value: unknown) => value is T;

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type ShapeOf<S> = S extends Shape<infer T> ? T : never;
type Fields<Needed, More> = { readonly [Name in keyof Needed]: ShapeOf<Needed[Name]> } & {
  readonly [Name in keyof More]?: ShapeOf<More[Name]>;
};

export const text: Shape<string> = (value): value is string => typeof value === "string";
export const flag: Shape<boolean> = (value): value is boolean => typeof value === "boolean";
export const number: Shape<number> = (value): value is number =>
  typeof value === "number" && Number.isFinite(value);

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return (value): value is T => values.some((each) => each === value);
}

export function listOf<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((each) => item(each));
}

/** An object with fields that it needs, and others that may be absent. More that it has is let be. */
export function record<Needed extends Shapes, More extends Shapes = Record<never, never>>(
  needed: Needed,
  more?: More,
): Shape<Fields<Needed, More>> {
  const isField = (value: object, name: string, shape: Shape<unknown>) => shape(Reflect.get(value, name));
  return (value): value is Fields<Needed, More> =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(needed).every(([name, shape]) => isField(value, name, shape)) &&
    Object.entries(more ?? {}).every(
      ([name, shape]) => Reflect.get(value, name) === undefined || isField(value, name, shape),
    );
}

export function anyShape<const S extends readonly Shape<unknown>[]>(...shapes: S): Shape<ShapeOf<S[number]>> {
  return (value): value is ShapeOf<S[number]> => shapes.some((shape) => shape(value));
}
