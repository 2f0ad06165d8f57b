/** Tabs: found by their names, columns by their headers, never by position. */

const HEADER_ROWS_MAX = 10;

/** The names of the tabs that the button reads itself, in every language of the sheet. */
const TITLES = {
  start: ["Start", "Démarrage"],
  exports: ["Exports", "Exportations", "Exporte", "Batches"],
};

/**
 * Return a tab of the server, null when the sheet has none.
 *
 * @param {keyof typeof TITLES} name
 */
function tab_(name) {
  const titles = TITLES[name].map(folded_);
  const sheets = SpreadsheetApp.getActive().getSheets();
  return sheets.find((sheet) => titles.includes(folded_(sheet.getName()))) || null;
}

/**
 * Return a name as it is compared: without case, accents, doubled spaces and the marks . : *
 *
 * @param {unknown} name
 */
function folded_(name) {
  const letters = String(name).normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const plain = letters.replace(/\u2019/g, "'").replace(/[.:*]/g, " ");
  return plain.replace(/\s+/g, " ").trim().toLowerCase();
}

/**
 * Jump to a cell, so that whoever reads of a problem stands on it.
 *
 * @param {{tab: string, row: number, column: string}} cell row 0: where the tab says `column`
 */
function jump({ tab, row, column }) {
  const spreadsheet = SpreadsheetApp.getActive();
  const sheet = spreadsheet.getSheetByName(tab);
  if (!sheet) return { refused: fill_(words_().noSuchTab, { tab }) };
  const height = row ? Math.min(HEADER_ROWS_MAX, sheet.getMaxRows()) : sheet.getMaxRows();
  const searched = sheet.getRange(1, 1, height, sheet.getMaxColumns());
  const [line, place] = placeOf_(searched.getDisplayValues(), column);
  // A column's header stands above the cell; a setting's name stands left of it.
  const target = row ? sheet.getRange(row, place + 1) : sheet.getRange(line + 1, place + 2);
  spreadsheet.setActiveSheet(sheet);
  target.activate();
  return { jumped: target.getA1Notation() };
}

/**
 * Return the line and the place of the first cell with this name; the first cell without one.
 *
 * @param {string[][]} rows
 * @param {string} name
 */
function placeOf_(rows, name) {
  const wanted = folded_(name);
  const line = rows.findIndex((cells) => cells.some((cell) => folded_(cell) === wanted));
  if (line < 0 || !wanted) return [0, 0];
  return [line, rows[line].findIndex((cell) => folded_(cell) === wanted)];
}

/** Return the exports that tab Exports lists, the newest first. */
function earlierExports() {
  const words = words_();
  const sheet = tab_("exports");
  const rows = sheet ? sheet.getDataRange().getDisplayValues() : [];
  return rows.slice(1).filter((row) => /^\d+$/.test(row[0])).map((row) => earlierExport_(row, words));
}

/**
 * @param {string[]} row No., When, Who, Period, Invoices, Credit notes, Net ... as the server writes
 * @param {Words} words
 */
function earlierExport_(row, words) {
  const [number, when, who, days, invoices, creditNotes] = row;
  const found = /(\d{4}-\d\d-\d\d)\D+(\d{4}-\d\d-\d\d)/.exec(days);
  const period = found && { from: found[1], to: found[2] };
  return {
    title: fill_(words.earlier.title, { number }),
    period,
    days: period ? periodInWords_(period, words) : days,
    documents: documents_(Number(invoices), Number(creditNotes), words),
    made: fill_(words.earlier.made, { when, who }),
    file: row[10] || "",
  };
}
