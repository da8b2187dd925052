/**
 * The stories that `npm test` tells in the oldest VS Code as well: one for each thing of VS Code's that we build on.
 * All of them are told there by `npm test -- uiOldest`, and before a release.
 */
export const toldInOldest = [
  // Menus, pickers with several steps, modals, notifications, rows that change while they are watched.
  "Authorize Ingress by clicks",
  "Authorize VPC Ingress by clicks",
  // Several rows at once, and what a menu hands over of them.
  "several rows by clicks",
  // Focus, and what a screen reader is told.
  "the main job by the keyboard alone",
  // The mark of a list that grows: `keepScrollPosition` and the items' identity.
  "the mark in a list that is still being read",
  // A custom editor and its page.
  "the access map by the keyboard alone",
  // The second view, titles with actions, a virtual document.
  "the history below the tree",
  // Welcome contents, the walkthrough, context keys.
  "the view of somebody who has configured nothing",
  "the first grant, from a fresh install without AWS files",
  // Rows that VS Code restores, and what is kept between windows.
  "what was open, in the next window",
  "Refresh above the tree",
];
