/**
 * The button of a sheet: its menu, its sidebar, and what every other file here needs of them.
 *
 * Apps Script runs all files as one program. A name that ends in `_` cannot be called from the
 * sidebar; one without can. Sources: developers.google.com/apps-script (guides and reference).
 */

/** What Google asks people to allow; the same list stands in appsscript.json. */
const SCOPES = [
  "https://www.googleapis.com/auth/spreadsheets.currentonly",
  "https://www.googleapis.com/auth/script.external_request",
  "https://www.googleapis.com/auth/script.container.ui",
  "https://www.googleapis.com/auth/script.scriptapp",
  "https://www.googleapis.com/auth/userinfo.email",
  "https://www.googleapis.com/auth/drive.file",
  "openid",
];

/** The menu: the pane's name in the words, and the function that opens it; null is a line. */
const MENU = /** @type {const} */ ([
  ["check", "openCheck"],
  ["export", "openExport"],
  null,
  ["earlier", "openEarlier"],
  ["rehearse", "openRehearse"],
  ["questions", "openQuestions"],
  null,
  ["connect", "openConnect"],
  ["repair", "openRepair"],
  ["addColumn", "openAddColumn"],
  ["help", "openHelp"],
]);

/** Put the menu into the sheet; Google calls this when somebody opens the file. */
function onOpen() {
  const ui = SpreadsheetApp.getUi();
  const words = words_();
  const menu = ui.createMenu(words.menu.title);
  for (const item of MENU) {
    if (item) menu.addItem(words.menu[item[0]], item[1]);
    else menu.addSeparator();
  }
  menu.addToUi();
}

function openCheck() {
  showSidebar_("check");
}

function openExport() {
  showSidebar_("export");
}

function openEarlier() {
  showSidebar_("earlier");
}

function openRehearse() {
  showSidebar_("rehearse");
}

function openQuestions() {
  showSidebar_("questions");
}

/** Ask for every permission before anything else: Google lets people leave single boxes unticked. */
function openConnect() {
  ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, SCOPES);
  showSidebar_("connect");
}

function openRepair() {
  showSidebar_("repair");
}

function openAddColumn() {
  showSidebar_("addColumn");
}

function openHelp() {
  showSidebar_("help");
}

/**
 * Show one pane in the sidebar, with everything that it needs to draw itself.
 *
 * @param {Pane} pane
 */
function showSidebar_(pane) {
  const words = words_();
  const template = HtmlService.createTemplateFromFile("Sidebar");
  template.start = forScript_(start_(pane, words));
  const sidebar = template.evaluate().setTitle(words.titles[pane]);
  SpreadsheetApp.getUi().showSidebar(sidebar);
}

/**
 * Return the content of another file of the sidebar; called from the template.
 *
 * @param {string} name
 */
function include_(name) {
  return HtmlService.createHtmlOutputFromFile(name).getContent();
}

/**
 * Return what the sidebar starts with.
 *
 * @param {Pane} pane
 * @param {Words} words
 */
function start_(pane, words) {
  const connection = connection_();
  return {
    pane,
    language: words.language,
    title: words.titles[pane],
    labels: words.labels,
    help: words.help,
    isConnected: connection !== null,
    deliversToDrive: Boolean(connection && connection.folder),
    youAre: fill_(words.youAre, { email: Session.getActiveUser().getEmail() }),
    periods: presets_(today_()).map((preset) => ({
      period: preset.period,
      label: `${periodInWords_(preset.period, words)} · ${words.presets[preset.name]}`,
    })),
  };
}

/**
 * Return a value as JSON that may stand in a script of a page, whatever its texts hold.
 *
 * @param {unknown} value
 */
function forScript_(value) {
  return JSON.stringify(value).replace(/</g, "\\u003c");
}

/** @typedef {Exclude<keyof Words["menu"], "title">} Pane a pane of the sidebar */
