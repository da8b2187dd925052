/** The fields that callers may give. Callers are not type-checked: each is looked at before it is believed. */
export type Params = Readonly<Record<string, unknown>>;
