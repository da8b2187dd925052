/** What to begin with. `scale`: that many groups in the home region. */
export type SandboxData = "demo" | "empty" | { readonly scale: number };
