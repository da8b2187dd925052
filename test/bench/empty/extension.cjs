/** The extension that does nothing: what VS Code itself takes for an activation. */
exports.activate = () => undefined;
