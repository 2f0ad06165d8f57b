/**
 * The connection of a file to a server: one pasted line says which server, and that we may.
 *
 * It is kept in the script's properties, which a copy of the file does not inherit: a copy must
 * connect for itself, and is asked what it is.
 */

const CONNECTION = "connection";
const PASTED = /^["'<(]*(https:\/\/[^\s/]+|http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?)(\/[^\s]*?)?\/connect\/([A-Za-z0-9-]{4,40})[\/.,"'>)]*$/;

/**
 * @typedef {object} Connection
 * @property {string} server address without a slash at the end
 * @property {string} workbook the id that the server knows this file by
 * @property {string} folder where the server delivers in Drive; '' when it does not
 * @property {string} [contact] whom to ask about the server
 * @property {string} secret what presses are signed with; '' when Google says who pressed
 */

/** @typedef {"continues" | "test" | "other"} CopyKind what a copied file is */

/** @returns {Connection | null} null while the file is not connected */
function connection_() {
  const kept = PropertiesService.getScriptProperties().getProperty(CONNECTION);
  return kept ? JSON.parse(kept) : null;
}

/**
 * Connect this file.
 *
 * @param {string} pasted the line of the operator's mail
 * @param {CopyKind | null} copy what a copied file is; null while nobody was asked
 */
function connect(pasted, copy) {
  const words = words_();
  const parts = pastedParts_(pasted);
  if (!parts) return { refused: fill_(words.connect.notTheLine, { found: pasted.slice(0, 60) }) };
  return alone_(() => {
    const answer = asked_(parts, copy);
    const choices = answer.content && answer.content.choices;
    if (answer.status === 409 && Array.isArray(choices)) return question_(answer, choices);
    if (answer.status !== 200 || !answer.content) return { refused: sentenceOf_(answer) };
    keep_(parts.server, answer.content);
    return { connected: answer.content.sentence || words.connect.done };
  });
}

/**
 * Return the server's address and the code in the line, null when it is another line.
 *
 * @param {string} pasted
 */
function pastedParts_(pasted) {
  const found = PASTED.exec(pasted.trim());
  return found && { server: `${found[1]}${found[2] || ""}`, code: found[3].toUpperCase() };
}

/**
 * Ask the server; when it cannot read the file yet and says who it is, share the file with it.
 *
 * @param {{server: string, code: string}} parts
 * @param {CopyKind | null} copy
 */
function asked_({ server, code }, copy) {
  const spreadsheet = SpreadsheetApp.getActive();
  const body = { code, workbook: spreadsheet.getId(), title: spreadsheet.getName(), copy };
  const answer = post_(`${server}/connect`, body, "");
  const address = answer.content && answer.content.share_with;
  if (typeof address !== "string") return answer;
  try {
    spreadsheet.addEditor(address);
  } catch {
    return answer; // the firm forbids it, or this person may not share: the sentence says what to do
  }
  return post_(`${server}/connect`, body, "");
}

/**
 * @param {Answer} answer
 * @param {string[]} choices
 */
function question_(answer, choices) {
  const { copies } = words_().connect;
  const known = choices.filter((choice) => choice in copies);
  return {
    question: sentenceOf_(answer),
    choices: known.map((choice) => ({ value: choice, label: copies[/** @type {CopyKind} */ (choice)] })),
  };
}

/**
 * Keep the connection, and make the file ready for a phone.
 *
 * @param {string} server
 * @param {Record<string, any>} content
 */
function keep_(server, content) {
  /** @type {Connection} */
  const connection = {
    server,
    workbook: content.workbook,
    folder: content.folder || "",
    contact: content.contact || "",
    secret: content.secret || "",
  };
  const properties = PropertiesService.getScriptProperties();
  properties.setProperty(CONNECTION, JSON.stringify(connection));
  properties.deleteProperty(LAST_CHECK);
  installPhone_();
}
