/**
 * A run: started by a press, looked at until it ends.
 *
 * What it ended with is worded in `Told.js`; what the server refuses comes in its own sentence.
 */

const LAST_CHECK = "lastCheck";

/** @typedef {"check" | "export" | "rehearse" | "set-up" | "add-column"} Action what the server can be asked */

/**
 * @typedef {object} Asked what somebody asks for
 * @property {Action} action
 * @property {Period} period
 * @property {"new" | "all"} selection
 * @property {string} plan the plan that was seen, '' for none
 * @property {string[]} [documents] the numbers of the only documents that it is about
 * @property {string[]} [hold] the numbers of those that are put on hold
 * @property {"all" | ""} [customers] whose word there is: all may be written again
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
  const { action, period, selection, plan, documents = [], hold = [], customers = "", column } = asked;
  const about = {
    ...(plan ? { plan } : {}),
    ...(documents.length ? { documents } : {}),
    ...(hold.length ? { hold } : {}),
    ...(customers ? { customers } : {}),
    ...(column ? { column } : {}),
  };
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
  const isSelection = run.selection === asked.selection && areSame_(run.documents, asked.documents);
  const isWord = (run.customers || "") === (asked.customers || "") && areSame_(run.hold, asked.hold);
  return run.action === asked.action && isPeriod && isSelection && isWord && isColumn;
}

/**
 * Whether two lists of numbers are the same; one that is not there is empty.
 *
 * @param {string[]} [some]
 * @param {string[]} [others]
 */
function areSame_(some = [], others = []) {
  return JSON.stringify(some) === JSON.stringify(others);
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
  // A check of some documents is no ground for an export of all, and the phone can name none.
  if (run.action !== "check" || run.state !== "done" || !areSame_(run.documents)) return;
  /** @type {LastCheck} */
  const last = {
    count: run.result.invoices + run.result.credit_notes,
    plan: run.result.plan,
    period: run.period,
    at: Date.now(),
  };
  PropertiesService.getScriptProperties().setProperty(LAST_CHECK, JSON.stringify(last));
}
