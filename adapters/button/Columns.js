/**
 * The columns that can be added: the server says which there are, the sheet which it has.
 */

/** @typedef {{tab: string, header: string}} Column a column, by the tab's title in the sheet */

/**
 * Return what each tab lacks, by the tab's title; a tab that the sheet lacks is left out.
 *
 * @returns {{tab: string, columns: {header: string, description: string}[]}[] | Refused}
 */
function offeredColumns() {
  const connection = connection_();
  if (!connection) return { refused: words_().notConnected };
  const workbook = encodeURIComponent(connection.workbook);
  const answer = getProven_(`${connection.server}/workbooks/${workbook}/columns`, connection.secret);
  if (answer.status !== 200 || !answer.content) return { refused: sentenceOf_(answer) };
  const sheets = SpreadsheetApp.getActive().getSheets();
  return answer.content.tabs.flatMap((/** @type {OfferedTab} */ tab) => lacking_(tab, sheets));
}

/**
 * @typedef {object} OfferedTab
 * @property {string[]} names of the tab, in every language
 * @property {{header: string, names: string[], description: string}[]} columns
 */

/**
 * @param {OfferedTab} offered
 * @param {GoogleAppsScript.Spreadsheet.Sheet[]} sheets
 */
function lacking_({ names, columns }, sheets) {
  const titles = names.map(folded_);
  const sheet = sheets.find((one) => titles.includes(folded_(one.getName())));
  if (!sheet) return [];
  const height = Math.min(HEADER_ROWS_MAX, sheet.getMaxRows());
  const rows = sheet.getRange(1, 1, height, sheet.getMaxColumns()).getDisplayValues();
  const there = new Set(rows.flat().map(folded_));
  const lacking = columns.filter((column) => !column.names.some((name) => there.has(folded_(name))));
  if (!lacking.length) return [];
  const shown = lacking.map(({ header, description }) => ({ header, description }));
  return [{ tab: sheet.getName(), columns: shown }];
}
