/** What a text entered by hand is worth: fine, odd but sendable, or impossible. */
export type Check =
  | { readonly verdict: "ok" }
  | { readonly verdict: "warning"; readonly message: string }
  | { readonly verdict: "error"; readonly message: string };
