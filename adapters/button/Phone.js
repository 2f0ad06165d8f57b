/**
 * The phone: it shows no menu and no sidebar, so six rows of tab Start stand in for them.
 *
 * Google runs the trigger as the person who connected the file, at every edit by anybody. So a
 * tick proves nothing about who ticked, and a thumb ticks by accident: a tick can only check; an
 * export needs the number of documents typed.
 */

const PHONE_COLUMN = 2;
const PHONE_ROWS = { title: 20, check: 21, answer: 22, export: 23, details: 24, file: 25 };
const CHECK_MINUTES_MAX = 30;
const LOOKS_MAX = 100;
const LOOK_EVERY_MS = 3000;

/**
 * @typedef {{columnStart: number, columnEnd: number, rowStart: number, rowEnd: number}} Place
 * the plain numbers of an edited range: reading them asks Google for nothing
 */

/**
 * Answer an edit of the two cells of the phone, and leave all others before asking Google anything.
 *
 * @param {GoogleAppsScript.Events.SheetsOnEdit} event
 */
function phoneEdit(event) {
  const place = /** @type {Place} */ (/** @type {unknown} */ (event.range));
  const isOneCell = place.rowStart === place.rowEnd && place.columnStart === place.columnEnd;
  const isCheck = place.rowStart === PHONE_ROWS.check;
  const isExport = place.rowStart === PHONE_ROWS.export;
  if (!isOneCell || place.columnStart !== PHONE_COLUMN || !(isCheck || isExport)) return;
  if (!TITLES.start.map(folded_).includes(folded_(event.range.getSheet().getName()))) return;
  if (isCheck && event.value === "TRUE") phoneCheck_();
  if (isExport && event.value) phoneExport_(String(event.value).trim());
}

/** Check last month. */
function phoneCheck_() {
  const words = words_();
  showOnPhone_({ answer: words.phone.working });
  const [{ period }] = presets_(today_());
  const asked = askedOnPhone_("check", period, "");
  const told = toTheEnd_(asked);
  const name = periodInWords_(period, words);
  showOnPhone_(answered_(told, fill_(words.phone.checked, { period: name }), words));
}

/**
 * Export what the last check found, when exactly that number of documents was typed.
 *
 * @param {string} typed
 */
function phoneExport_(typed) {
  const words = words_();
  const last = lastCheck_();
  const refusal = refusal_(typed, last, words);
  if (refusal || !last) {
    showOnPhone_({ answer: refusal });
    return;
  }
  showOnPhone_({ answer: words.phone.working });
  const told = toTheEnd_(askedOnPhone_("export", last.period, last.plan));
  showOnPhone_(answered_(told, words.phone.exported, words));
}

/**
 * Return why the typed number starts nothing, '' when it does.
 *
 * @param {string} typed
 * @param {LastCheck | null} last
 * @param {Words} words
 */
function refusal_(typed, last, words) {
  const isFresh = last && Date.now() - last.at <= CHECK_MINUTES_MAX * 60 * 1000;
  const cell = "B23";
  if (!last || !isFresh) return fill_(words.phone.noCheck, { cell, found: typed });
  if (typed === String(last.count) && last.count > 0) return "";
  const time = clock_(new Date(last.at));
  return fill_(words.phone.wrongCount, { cell, found: typed, count: last.count, time });
}

/**
 * Press and look until the run has ended, five minutes at most.
 *
 * @param {Asked} asked
 * @returns {any} what `look` told last, or why nothing was started
 */
function toTheEnd_(asked) {
  const pressed = press(asked);
  if ("refused" in pressed) return pressed;
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    const told = look(pressed.url, asked);
    if (!("open" in told) || !told.open) return told;
    Utilities.sleep(LOOK_EVERY_MS);
  }
  return { refused: words_().labels.stillGoing };
}

/**
 * @param {any} told
 * @param {string} what
 * @param {Words} words
 */
function answered_(told, what, words) {
  const time = clock_(new Date());
  if (told.refused) return { answer: `${time} ${told.refused}` };
  const ready = told.fee ? words.phone.ready : words.phone.readyForNothing;
  const found = told.exportLabel ? fill_(ready, told) : told.headline;
  return {
    answer: [`${time} ${what}: ${found}.`, told.sentence].filter(Boolean).join(" "),
    details: told.pageUrl,
    file: told.files.map((/** @type {{url: string}} */ file) => file.url).join(" "),
  };
}

/**
 * Write the six rows anew, unticked and with an empty cell to type in; what is not given is kept.
 *
 * @param {{answer?: string, details?: string, file?: string}} shown
 */
function showOnPhone_(shown) {
  const sheet = tab_("start");
  if (!sheet) return;
  const { phone } = words_();
  const missing = PHONE_ROWS.file - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const height = PHONE_ROWS.file - PHONE_ROWS.title + 1;
  const range = sheet.getRange(PHONE_ROWS.title, 1, height, PHONE_COLUMN);
  const before = range.getValues();
  /** @type {(row: number, text: string | undefined) => string} */
  const kept = (row, text) => (text === undefined ? String(before[row - PHONE_ROWS.title][1]) : text);
  const last = lastCheck_();
  range.setValues([
    [phone.title, ""],
    [phone.check, false],
    [phone.answer, kept(PHONE_ROWS.answer, shown.answer)],
    [last ? fill_(phone.export, { count: last.count }) : phone.exportAfterCheck, ""],
    [phone.details, kept(PHONE_ROWS.details, shown.details)],
    [phone.file, kept(PHONE_ROWS.file, shown.file)],
  ]);
  SpreadsheetApp.flush();
}

/** Draw the rows of the phone and let one trigger, of whoever connects, watch them. */
function installPhone_() {
  const sheet = tab_("start");
  if (!sheet) return;
  showOnPhone_({});
  sheet.getRange(PHONE_ROWS.check, PHONE_COLUMN).insertCheckboxes();
  const watching = ScriptApp.getProjectTriggers();
  if (watching.some((trigger) => trigger.getHandlerFunction() === "phoneEdit")) return;
  ScriptApp.newTrigger("phoneEdit").forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create();
}

/** @returns {LastCheck | null} */
function lastCheck_() {
  const kept = PropertiesService.getScriptProperties().getProperty(LAST_CHECK);
  return kept ? JSON.parse(kept) : null;
}

/**
 * @param {Action} action
 * @param {Period} period
 * @param {string} plan
 * @returns {Asked}
 */
function askedOnPhone_(action, period, plan) {
  return { action, period, selection: "new", plan };
}
