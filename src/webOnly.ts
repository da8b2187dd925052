import { commands, type ExtensionContext, env, Uri, window } from "vscode";

/**
 * What VS Code runs in place of `extension.ts` where a window has no machine behind it (vscode.dev): there are no
 * files of the AWS CLI to read there, and no sockets to ask AWS with. The view and each command say so.
 */
export function activate(context: ExtensionContext): void {
  void commands.executeCommand("setContext", "elasticacheAccess.webOnly", true);
  context.subscriptions.push(
    window.registerTreeDataProvider<never>("elasticacheAccess.access", {
      getChildren: () => [],
      getTreeItem: (row) => row,
    }),
    ...commandsOf(context.extension.packageJSON).map((id) => commands.registerCommand(id, tell)),
  );
}

/** The result that whoever calls a command gets. */
async function tell() {
  const message = "This window has no machine to run ElastiCache Access on.";
  const more = "Learn More";
  void window.showWarningMessage(message, more).then((chosen) => {
    if (chosen === more) {
      void env.openExternal(Uri.parse("https://code.visualstudio.com/docs/remote/remote-overview"));
    }
  });
  return { outcome: "failed", failure: { kind: "unexpected", message } };
}

function commandsOf(manifest: {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}): readonly string[] {
  return manifest.contributes.commands.map(({ command }) => command);
}
