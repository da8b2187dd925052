/** An IAM policy of a page: the title above it, and the actions that it allows. */
export interface PagePolicy {
  readonly title: string;
  readonly actions: readonly string[];
}

/** The policies of a page, each a block of JSON below a title. */
export function policiesOf(page: string): readonly PagePolicy[] {
  const blocks = page.matchAll(/^## (.+)\n(?:(?!^## |^```)[\s\S])*?^```json\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, title = "", body = ""]) => ({ title, actions: actionsOf(JSON.parse(body)) }));
}

function actionsOf(policy: {
  readonly Statement: readonly { readonly Effect: string; readonly Action: readonly string[] }[];
}): readonly string[] {
  return policy.Statement.flatMap(({ Effect, Action }) => (Effect === "Allow" ? Action : []));
}
