/** A text in some format, or one sentence about why the format cannot say it. */
export type Written =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: string };
