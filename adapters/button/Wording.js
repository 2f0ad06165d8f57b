/**
 * How sentences are made: the language of the reader, counts, money.
 *
 * The sentences themselves stand in one file per language, as data. Another language is one more
 * file like WordsEnglish.js: its function is found by its name.
 */

/** @typedef {ReturnType<typeof wordsEnglish_>} Words every sentence that people read */

const WORDS_NAME = /^words[A-Z][a-z]+_$/;

/**
 * Return every language by its code; Apps Script keeps the functions of all files in one place.
 *
 * @returns {Record<string, Words>}
 */
function languages_() {
  const all = /** @type {Record<string, () => Words>} */ (/** @type {unknown} */ (globalThis));
  const spoken = Object.keys(all).filter((name) => WORDS_NAME.test(name)).map((name) => all[name]());
  return Object.fromEntries(spoken.map((words) => [words.language, words]));
}

/** Return the words in the language of whoever reads; of the sheet, when we do not speak theirs. */
function words_() {
  const spoken = [Session.getActiveUserLocale(), SpreadsheetApp.getActive().getSpreadsheetLocale()];
  const languages = languages_();
  const codes = spoken.map((locale) => String(locale).slice(0, 2));
  return languages[codes.find((code) => code in languages) || "en"];
}

/**
 * Return a sentence with its {gaps} filled in.
 *
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 */
function fill_(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => (name in values ? String(values[name]) : gap));
}

/**
 * Return a count in words: the first form is for one, the second for any other number.
 *
 * @param {number} count
 * @param {string[]} forms
 */
function count_(count, forms) {
  return fill_(forms[count === 1 ? 0 : 1], { count });
}

/**
 * Return an amount such as "-48310.22" as people write it, without making a float of it.
 *
 * @param {string} amount
 * @param {Words} words
 */
function money_(amount, words) {
  const [whole, cents = "00"] = amount.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, words.thousands) + words.decimal + cents;
}

/**
 * Return how many documents there are, in words.
 *
 * @param {number} invoices
 * @param {number} creditNotes
 * @param {Words} words
 */
function documents_(invoices, creditNotes, words) {
  const parts = [count_(invoices, words.invoices)];
  if (creditNotes) parts.push(count_(creditNotes, words.creditNotes));
  return parts.join(", ");
}

/** Return today in the sheet's own time zone, as 2026-11-03. */
function today_() {
  return Utilities.formatDate(new Date(), timeZone_(), "yyyy-MM-dd");
}

/**
 * Return the clock time of an instant, as the sheet's own time zone has it.
 *
 * @param {Date} at
 */
function clock_(at) {
  return Utilities.formatDate(at, timeZone_(), "HH:mm");
}

function timeZone_() {
  return SpreadsheetApp.getActive().getSpreadsheetTimeZone();
}
