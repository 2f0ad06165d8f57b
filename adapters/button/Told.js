/** A run that has ended, in the words of whoever reads: headline, figures, problems, what is next. */

const PROBLEMS_MAX = 50;
const PLACES_MAX = 12;
const HOLD_MAX = 1000;

/** @typedef {"good" | "careful" | "bad"} Tone */

/**
 * Return an ended run in words, with everything that can be done next.
 *
 * @param {Record<string, any>} run
 * @param {Asked} asked
 * @param {Words} words
 */
function told_(run, asked, words) {
  const count = (run.result.invoices || 0) + (run.result.credit_notes || 0);
  const isReady = run.state === "done" && !run.result.blocking;
  const canExport = isReady && asked.action === "check" && count > 0;
  return {
    ...headline_(run, words),
    sentence: run.state === "done" && run.action !== "set-up" ? "" : run.sentence,
    added: run.state === "done" && run.column ? { ...run.column, row: 1, column: run.column.header } : null,
    count,
    fee: run.result.fee ? money_(run.result.fee, words) : "",
    figures: isReady && count > 0 ? figures_(run, words) : [],
    plan: run.result.plan || "",
    exportLabel: canExport ? count_(count, words.exportDocuments) : "",
    ...held_(run, asked, words),
    customersLabel: asksCustomers_(run, asked) ? count_(run.result.ask_customers, words.writeCustomersAgain) : "",
    files: (run.export || run.rehearsal || { files: [] }).files,
    accountantText: spoken_(run.accountant_text, run.language, words),
    questions: spoken_(run.questions, run.language, words),
    problems: problems_(run, words),
    pageUrl: run.page_url,
    quote: fill_(words.quote, { code: run.run }),
  };
}

/**
 * Return the documents that stop the export and can be put on hold, and the button that does it.
 *
 * @param {Record<string, any>} run
 * @param {Asked} asked
 * @param {Words} words
 */
function held_(run, asked, words) {
  const wrong = run.result.blocking ? run.result.to_hold || [] : [];
  const hold = [...(asked.hold || []), ...wrong];
  const canHold = asked.action === "check" && wrong.length > 0 && hold.length <= HOLD_MAX;
  return { hold, holdLabel: canHold ? count_(wrong.length, words.holdAndGoOn) : "" };
}

/**
 * Whether a check asks for the word that all customers may be written again.
 *
 * @param {Record<string, any>} run
 * @param {Asked} asked
 */
function asksCustomers_(run, asked) {
  return asked.action === "check" && Boolean(run.result.ask_customers);
}

/**
 * @param {Record<string, any>} run
 * @param {Words} words
 * @returns {{tone: Tone, headline: string}}
 */
function headline_(run, words) {
  const { headlines } = words;
  const { result } = run;
  const period = periodInWords_(run.period, words);
  if (run.state === "unfinished") return { tone: "careful", headline: headlines.unfinished };
  if (run.state !== "done") return { tone: "bad", headline: headlines.stopped };
  if (run.action === "rehearse") return { tone: "good", headline: headlines.rehearsed };
  if (run.export) return { tone: "good", headline: exported_(run, words) };
  if (run.action === "set-up") return { tone: "good", headline: headlines.repaired };
  if (run.column) return { tone: "good", headline: column_(run, words) };
  if (result.blocking) return { tone: "careful", headline: count_(result.blocking, headlines.toFix) };
  const count = (result.invoices || 0) + (result.credit_notes || 0);
  if (!count) return { tone: "good", headline: fill_(headlines.nothingNew, { period }) };
  return { tone: "good", headline: fill_(headlines.nothingWrong, { period }) };
}

/**
 * @param {Record<string, any>} run
 * @param {Words} words
 */
function exported_(run, words) {
  const isAgain = new Date(run.export.made_at) < new Date(run.created_at);
  const { exportedAgain, exported } = words.headlines;
  return fill_(isAgain ? exportedAgain : exported, { number: run.export.number });
}

/**
 * @param {Record<string, any>} run
 * @param {Words} words
 */
function column_({ column, result }, words) {
  const { columnAdded, columnThere } = words.headlines;
  return fill_(result.done ? columnAdded : columnThere, column);
}

/**
 * Return a text for the accountant in the language of the sheet, else of whoever reads; '' when
 * there is none.
 *
 * @param {Record<string, string> | null | undefined} texts by language; English is always there
 * @param {string} language of the sheet
 * @param {Words} words
 */
function spoken_(texts, language, words) {
  return texts ? texts[language] || texts[words.language] || texts.en : "";
}

/**
 * Return what it comes to, a line each: documents, new numbers, total, cost.
 *
 * @param {Record<string, any>} run
 * @param {Words} words
 */
function figures_({ result, balance }, words) {
  const numbers = result.numbers || [];
  const lines = [documents_(result.invoices, result.credit_notes, words)];
  const held = result.held ? [count_(result.held, words.onHold)] : [];
  if (numbers.length) {
    const customers = count_(numbers.length, words.getNumbers);
    lines.push(fill_(customers, { numbers: rangeOf_(numbers) }));
  }
  lines.push(fill_(words.total, { amount: money_(result.gross, words) }));
  if (result.fee !== null) {
    const cost = { fee: money_(result.fee, words), balance: money_(balance, words) };
    lines.push(fill_(words.cost, cost));
  }
  if (result.replaces) lines.push(fill_(words.replaces, { number: result.replaces }));
  return [...lines, ...held];
}

/**
 * Return numbers as a range where none is left out, else the first and the last; it never breaks.
 *
 * @param {string[]} numbers
 */
function rangeOf_(numbers) {
  const sorted = [...numbers].sort((one, other) => Number(one) - Number(other));
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  if (first === last) return first;
  const isWhole = Number(last) - Number(first) === sorted.length - 1;
  return isWhole ? `${first}\u2011${last}` : `${first}\u00a0…\u00a0${last}`;
}

/**
 * Return the problems of a run, the worst first, each with the cells that it stands on.
 *
 * @param {Record<string, any>} run
 * @param {Words} words
 */
function problems_(run, words) {
  const { listed = PROBLEMS_MAX } = run.result;
  const { content } = get_(`${run.problems_url}&limit=${listed}`);
  const items = (content && content.items) || [];
  const { blocking = 0, warnings = 0, later = 0, unlisted_kinds: kinds = 0 } = run.result;
  const more = Math.max(blocking + warnings + later - items.length, 0);
  return {
    groups: /** @type {const} */ (["blocking", "warning", "later"])
      .map((weight) => ({
        weight,
        title: words.weights[weight],
        items: items.filter((/** @type {any} */ item) => item.weight === weight).map(remark_),
      }))
      .filter((group) => group.items.length > 0),
    more: more ? count_(kinds, words.moreProblems).replace("{more}", String(more)) : "",
  };
}

/**
 * Return a problem in the parts that the sidebar sets apart; together they are its sentence.
 *
 * @param {{tab: string, rows: number[], column: string, cure: string, sentence: string}} problem
 */
function remark_({ tab, rows, column, cure, sentence }) {
  const at = sentence.indexOf(": ");
  const rest = sentence.slice(at + 2);
  const isLast = cure !== "" && rest.endsWith(cure);
  // Without rows it is a setting, found by its name; without either it is about the whole file.
  const placed = rows.length || !column ? rows : [0];
  return {
    place: sentence.slice(0, at),
    finding: (isLast ? rest.slice(0, -cure.length) : rest).trim(),
    cure: isLast ? cure : "",
    cells: placed.slice(0, PLACES_MAX).map((row) => ({ tab, row, column })),
  };
}
