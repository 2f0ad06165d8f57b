/**
 * Drive: saves a file of an export as the person who presses, in a folder that the button made.
 *
 * For whoever has no Shared Drive. The permission `drive.file` shows the button nothing but what
 * it made itself. Sources: developers.google.com/drive/api (manage uploads, search, properties).
 */

const DRIVE_FILES = "https://www.googleapis.com/drive/v3/files";
const DRIVE_UPLOADS = "https://www.googleapis.com/upload/drive/v3/files?uploadType=multipart";
const DRIVE_FIELDS = "id,name,webViewLink,sha256Checksum";
const FOLDER_TYPE = "application/vnd.google-apps.folder";

/** @typedef {{id: string, name: string, webViewLink: string, sha256Checksum?: string}} DriveFile */

/**
 * Save a file of an export; a file with the same bytes is found again, not saved twice.
 *
 * @param {string} url
 * @param {string} name
 */
function saveInDrive(url, name) {
  const words = words_();
  if (!isOurs_(url)) return { refused: words.movedServer };
  const response = UrlFetchApp.fetch(url, { muteHttpExceptions: true });
  if (response.getResponseCode() !== 200) return { refused: words.drive.noFile };
  const content = response.getContent();
  const digest = hex_(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, content));
  return alone_(() => {
    try {
      const folder = yearFolder_(name);
      const file = found_("sha256", digest) || uploaded_(name, content, { folder, digest });
      if (file.sha256Checksum !== digest) return { refused: words.drive.otherBytes };
      return { saved: fill_(words.drive.saved, { name: file.name }), url: file.webViewLink };
    } catch (error) {
      return { refused: fill_(words.drive.refused, { why: String(error).replace(/^Error: /, "") }) };
    }
  });
}

/**
 * Return the id of the year's folder, in the button's own folder for this file.
 *
 * @param {string} name begins with the year: "2026-10 Export 12 ..."
 */
function yearFolder_(name) {
  const spreadsheet = SpreadsheetApp.getActive();
  const id = spreadsheet.getId();
  const year = name.slice(0, 4);
  const top = madeFolder_(`Boekbrug - ${spreadsheet.getName()}`, id, "root");
  return madeFolder_(year, `${id} ${year}`, top);
}

/**
 * @param {string} name
 * @param {string} mark how the folder is found again, whatever people call it later
 * @param {string} parent
 */
function madeFolder_(name, mark, parent) {
  const found = found_("boekbrug", mark);
  if (found) return found.id;
  const metadata = {
    name,
    mimeType: FOLDER_TYPE,
    parents: [parent],
    appProperties: { boekbrug: mark },
  };
  const options = { contentType: "application/json", payload: utf8_(JSON.stringify(metadata)) };
  return drive_(`${DRIVE_FILES}?fields=id`, { method: "post", ...options }).id;
}

/**
 * Return what the button made under this mark, null when there is nothing (any more).
 *
 * @param {string} key
 * @param {string} value
 * @returns {DriveFile | null}
 */
function found_(key, value) {
  const query = `appProperties has { key='${key}' and value='${value}' } and trashed=false`;
  const fields = `files(${DRIVE_FIELDS})`;
  const url = `${DRIVE_FILES}?q=${encodeURIComponent(query)}&fields=${encodeURIComponent(fields)}`;
  return drive_(url, { method: "get" }).files[0] || null;
}

/**
 * @param {string} name
 * @param {GoogleAppsScript.Byte[]} content
 * @param {{folder: string, digest: string}} where
 * @returns {DriveFile}
 */
function uploaded_(name, content, { folder, digest }) {
  const boundary = `boekbrug-${Utilities.getUuid()}`;
  const metadata = { name, parents: [folder], appProperties: { sha256: digest } };
  const head =
    `--${boundary}\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n` +
    `${JSON.stringify(metadata)}\r\n--${boundary}\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const tail = `\r\n--${boundary}--\r\n`;
  return drive_(`${DRIVE_UPLOADS}&fields=${DRIVE_FIELDS}`, {
    method: "post",
    contentType: `multipart/related; boundary=${boundary}`,
    payload: [...utf8_(head), ...content, ...utf8_(tail)],
  });
}

/**
 * Ask Drive as the person who presses.
 *
 * @param {string} url
 * @param {GoogleAppsScript.URL_Fetch.URLFetchRequestOptions} options
 * @returns {any}
 * @throws {Error} Drive's own sentence when it refuses
 */
function drive_(url, options) {
  const response = UrlFetchApp.fetch(url, {
    ...options,
    headers: { Authorization: `Bearer ${ScriptApp.getOAuthToken()}` },
    muteHttpExceptions: true,
  });
  const status = response.getResponseCode();
  const content = json_(response.getContentText("UTF-8"));
  if (status === 200 && content) return content;
  throw new Error((content && content.error && content.error.message) || `Google Drive: ${status}`);
}

/**
 * Return bytes as hexadecimal digits; Apps Script has bytes from -128 to 127.
 *
 * @param {GoogleAppsScript.Byte[]} bytes
 */
function hex_(bytes) {
  return bytes.map((byte) => (byte & 0xff).toString(16).padStart(2, "0")).join("");
}
