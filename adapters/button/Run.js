/**
 * A run as people see it: started by a press, looked at until it ends, told in their language.
 *
 * The server's figures are worded here; what it refuses comes in its own sentence.
 */

const LAST_CHECK = "lastCheck";
const PROBLEMS_MAX = 50;
const PLACES_MAX = 12;

/** @typedef {"check" | "export" | "rehearse" | "set-up" | "add-column"} Action what the server can be asked */
/** @typedef {"good" | "careful" | "bad"} Tone */

/**
 * @typedef {object} Asked what somebody asks for
 * @property {Action} action
 * @property {Period} period
 * @property {"new" | "all"} selection
 * @property {string} plan the plan that was seen, '' for none
 * @property {Column} [column] the column that is added
 */

/**
 * @typedef {object} LastCheck the last check that ended well in this file
 * @property {number} count documents
 * @property {string} plan
 * @property {Period} period
 * @property {number} at milliseconds since 1970
 */

/**
 * Press; the answer names the run to look at.
 *
 * @param {Asked} asked
 * @returns {{url: string} | Refused}
 */
function press(asked) {
  const connection = connection_();
  if (!connection) return { refused: words_().notConnected };
  const { action, period, selection, plan, column } = asked;
  const about = { ...(plan ? { plan } : {}), ...(column ? { column } : {}) };
  const body = { workbook: connection.workbook, period, selection, ...about };
  return alone_(() => {
    const answer = post_(`${connection.server}/webhooks/${action}`, body, connection.secret);
    if (answer.status !== 202 || !answer.content) return { refused: sentenceOf_(answer) };
    return { url: answer.content.status_url };
  });
}

/**
 * Look how far a run is.
 *
 * @param {string} url the address that the press was answered with
 * @param {Asked} asked
 */
function look(url, asked) {
  const words = words_();
  if (!isOurs_(url)) return { refused: words.movedServer };
  const { status, content: run } = get_(url);
  if (DOUBTFUL.includes(status)) return { open: true, stage: words.stages.silent };
  if (status !== 200 || !run) return { refused: sentenceOf_({ status, content: run }) };
  const isOpen = run.state === "waiting" || run.state === "running";
  if (isOpen) return { open: true, percent: run.percent, stage: stage_(run, asked, words) };
  if (!isWhatWasAsked_(run, asked)) return { refused: someoneElses_(run, words) };
  remember_(run);
  showOnPhone_({}); // the server wrote tab Start anew
  return { open: false, ...told_(run, asked, words) };
}

/**
 * Whether an address belongs to the connected server: nothing else is ever asked.
 *
 * @param {string} url
 */
function isOurs_(url) {
  const connection = connection_();
  return connection !== null && url.startsWith(`${connection.server}/runs/`);
}

/**
 * @param {Record<string, any>} run
 * @param {Asked} asked
 * @param {Words} words
 */
function stage_(run, asked, words) {
  if (!isWhatWasAsked_(run, asked)) return someoneElses_(run, words);
  if (isOthers_(run)) return joined_(run, words);
  if (run.waiting_for) return fill_(words.stages.behind, { code: run.waiting_for });
  const stages = /** @type {Record<string, string>} */ (words.stages);
  return stages[run.stage] || run.stage || words.stages.waiting;
}

/**
 * @param {Record<string, any>} run
 * @param {Asked} asked
 */
function isWhatWasAsked_(run, asked) {
  const { from, to } = asked.period;
  const isPeriod = run.period.from === from && run.period.to === to;
  const { tab, header } = run.column || {};
  const isColumn = tab === asked.column?.tab && header === asked.column?.header;
  return run.action === asked.action && isPeriod && run.selection === asked.selection && isColumn;
}

/**
 * Whether somebody else pressed this, and one's own press was answered with it.
 *
 * @param {Record<string, any>} run
 */
function isOthers_(run) {
  const own = Session.getActiveUser().getEmail(); // '' where Google does not say
  return own !== "" && run.pressed_by.includes("@") && run.pressed_by !== own;
}

/**
 * @param {Record<string, any>} run
 * @param {Words} words
 */
function joined_(run, words) {
  return fill_(words.joined, {
    who: run.pressed_by,
    doing: words.doing[/** @type {Action} */ (run.action)],
    time: clock_(new Date(run.created_at)),
    percent: run.percent,
  });
}

/**
 * @param {Record<string, any>} run
 * @param {Words} words
 */
function someoneElses_(run, words) {
  return fill_(words.someoneElse, {
    who: run.pressed_by,
    time: clock_(new Date(run.created_at)),
    period: periodInWords_(run.period, words),
    percent: run.percent,
  });
}

/** @param {Record<string, any>} run */
function remember_(run) {
  if (run.action !== "check" || run.state !== "done") return;
  /** @type {LastCheck} */
  const last = {
    count: run.result.invoices + run.result.credit_notes,
    plan: run.result.plan,
    period: run.period,
    at: Date.now(),
  };
  PropertiesService.getScriptProperties().setProperty(LAST_CHECK, JSON.stringify(last));
}

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
    files: (run.export || run.rehearsal || { files: [] }).files,
    accountantText: spoken_(run.accountant_text, words),
    questions: spoken_(run.questions, words),
    problems: problems_(run, words),
    pageUrl: run.page_url,
    quote: fill_(words.quote, { code: run.run }),
  };
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
 * Return a text of the server in the reader's language, '' when there is none.
 *
 * @param {Record<string, string> | null | undefined} texts by language; English is always there
 * @param {Words} words
 */
function spoken_(texts, words) {
  return texts ? texts[words.language] || texts.en : "";
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
  const { content } = get_(`${run.problems_url}&limit=${PROBLEMS_MAX}`);
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
