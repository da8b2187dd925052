// What a service's error may tell besides its words is shown, logged and kept: it is let through by its form
// alone, so that neither a whole answer nor a line of the log can come as one.

/** `InvalidPermission.Duplicate` */
export const codeForm = /^[\w.:-]{1,128}$/;

/** `817fa999-3647-11e0-ae57-f96cfe56749c` */
export const idForm = /^[\w.:=+/-]{1,128}$/;
