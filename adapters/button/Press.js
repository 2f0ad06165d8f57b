/**
 * A press: a signed request that may be repeated, because the server knows it again by its id.
 *
 * The id is made once, when somebody presses; each repeat is signed anew. Signatures follow
 * Standard Webhooks (https://www.standardwebhooks.com, version 1).
 */

const TRIES_MAX = 3;
const PAUSE_MS = 3000;
const LOCK_WAIT_MS = 500;

/** No answer, or one from something between us and the server: it may have the press or not. */
const DOUBTFUL = [0, 502, 503, 504];

/**
 * @typedef {{status: number, content: Record<string, any> | null}} Answer status 0: none came
 * @typedef {{refused: string}} Refused why nothing was started, in a sentence for people
 */

/**
 * Do something that presses, unless somebody is pressing in this file already.
 *
 * @template T
 * @param {() => T} work
 * @returns {T | Refused}
 */
function alone_(work) {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_WAIT_MS)) return { refused: words_().pressedTwice };
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}

/**
 * Post under one id until an answer is certain, at most three times.
 *
 * @param {string} url
 * @param {object} content
 * @param {string} secret what to sign with; '' lets Google say who pressed
 * @returns {Answer}
 */
function post_(url, content, secret) {
  const id = `press_${Utilities.getUuid()}`;
  const payload = JSON.stringify(content);
  let answer = posted_(url, id, payload, secret);
  for (let tries = 1; tries < TRIES_MAX && DOUBTFUL.includes(answer.status); tries += 1) {
    Utilities.sleep(PAUSE_MS * tries);
    answer = posted_(url, id, payload, secret);
  }
  return answer;
}

/**
 * Return the JSON at an address of the server.
 *
 * @param {string} url
 * @returns {Answer}
 */
function get_(url) {
  return fetched_(url, { muteHttpExceptions: true, headers: language_() });
}

/**
 * Return the JSON at an address of the server that is only for whoever may press.
 *
 * @param {string} url
 * @param {string} secret as for `post_`
 * @returns {Answer}
 */
function getProven_(url, secret) {
  const proof = proof_(`look_${Utilities.getUuid()}`, "", secret);
  return fetched_(url, { muteHttpExceptions: true, headers: { ...language_(), ...proof } });
}

/**
 * Return the sentence of an answer that is not the wanted one.
 *
 * @param {Answer} answer
 * @returns {string}
 */
function sentenceOf_({ status, content }) {
  const words = words_();
  if (content && typeof content.detail === "string") return content.detail;
  const connection = connection_();
  const contact = (connection && connection.contact) || words.whoeverSent;
  if (DOUBTFUL.includes(status)) return fill_(words.noAnswer, { contact });
  return fill_(status === 404 ? words.unknownToServer : words.strangeAnswer, { status, contact });
}

/**
 * @param {string} url
 * @param {string} id
 * @param {string} payload
 * @param {string} secret
 * @returns {Answer}
 */
function posted_(url, id, payload, secret) {
  return fetched_(url, {
    method: "post",
    contentType: "application/json",
    headers: { ...language_(), ...proof_(id, payload, secret) },
    payload: utf8_(payload),
    muteHttpExceptions: true,
    followRedirects: false,
  });
}

/**
 * Return the headers that prove who presses, good for this moment only.
 *
 * @param {string} id
 * @param {string} payload
 * @param {string} secret
 */
function proof_(id, payload, secret) {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = { "webhook-id": id, "webhook-timestamp": timestamp };
  return secret
    ? { ...headers, "webhook-signature": signature_(`${id}.${timestamp}.${payload}`, secret) }
    : { ...headers, Authorization: `Bearer ${ScriptApp.getIdentityToken()}` };
}

/**
 * Return the signature of a text; the key is bytes, so the text must be bytes as well.
 *
 * @param {string} text
 * @param {string} secret as "whsec_..."
 */
function signature_(text, secret) {
  const key = Utilities.base64Decode(secret.replace(/^whsec_/, ""));
  const signature = Utilities.computeHmacSha256Signature(utf8_(text), key);
  return `v1,${Utilities.base64Encode(signature)}`;
}

/**
 * Return a text as the bytes that are signed and sent. Without a named character set Apps Script
 * may make "?" of an é.
 *
 * @param {string} text
 */
function utf8_(text) {
  return Utilities.newBlob("").setDataFromString(text, "UTF-8").getBytes();
}

function language_() {
  return { "Accept-Language": words_().language, Accept: "application/json" };
}

/**
 * Fetch, and make an answer of a time-out too; only a missing permission is told as what it is.
 *
 * @param {string} url
 * @param {GoogleAppsScript.URL_Fetch.URLFetchRequestOptions} options
 * @returns {Answer}
 */
function fetched_(url, options) {
  try {
    const response = UrlFetchApp.fetch(url, options);
    return { status: response.getResponseCode(), content: json_(response.getContentText("UTF-8")) };
  } catch (error) {
    if (String(error).includes("script.external_request")) {
      return { status: 403, content: { detail: words_().permissionMissing } };
    }
    return { status: 0, content: null };
  }
}

/**
 * @param {string} text
 * @returns {Record<string, any> | null} null when it is no JSON object
 */
function json_(text) {
  try {
    const value = JSON.parse(text);
    return value && typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
