const vscode = require("vscode");

/**
 * What `npm start` loads beside the extension: the window opens on the view, which no option of VS Code's does. The
 * extension itself has no activation at start, and is to have none.
 */
exports.activate = async () => {
  await vscode.commands.executeCommand("elasticacheAccess.access.focus");
};
