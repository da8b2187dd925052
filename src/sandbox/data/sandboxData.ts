/** What to begin with. `scale`: that many groups in the home region, each with so many `grants`; without it, few. */
export type SandboxData = "demo" | "empty" | { readonly scale: number; readonly grants?: number };
