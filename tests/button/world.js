/**
 * Google as the button sees it: a stub for each service, which throws at whatever it lacks.
 *
 * Where Google is known to trap, the stub traps as well: bytes are signed, a text without a named
 * character set loses its accents, a range must lie in the grid and values must fit it.
 */
"use strict";

const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const { spawnSync } = require("node:child_process");
const { spreadsheet, ui } = require("./spreadsheet.js");
const { strict } = require("./strict.js");

const BUTTON = path.join(__dirname, "..", "..", "adapters", "button");
const FETCH_OPTIONS = new Set(
  ["method", "contentType", "headers", "payload", "muteHttpExceptions", "followRedirects"],
);

/** What stands around the script; a test changes what it needs. */
function newWorld() {
  return {
    email: "an@acme.example",
    locale: "en",
    sheetLocale: "nl_BE",
    timeZone: "Europe/Brussels",
    spreadsheetId: "sheet-1",
    title: "Verkoop 2026",
    identityToken: "token of an@acme.example",
    lockIsTaken: false,
    sharingIsForbidden: false,
    now: null, // milliseconds; null: the clock of the machine
    properties: {},
    sheets: {},
    answers: [], // for the next fetches: an answer, {throws}, "real" or "lost"; then all are real
    requests: [],
    slept: [],
    menus: [],
    sidebars: [],
    editors: [],
    triggers: [],
    required: [],
    active: null,
    serviceCalls: 0,
  };
}

const signed = (bytes) => [...bytes].map((byte) => (byte > 127 ? byte - 256 : byte));

function unsigned(bytes) {
  if (!bytes.every((byte) => Number.isInteger(byte) && byte >= -128 && byte <= 127)) {
    throw new Error("Apps Script has bytes from -128 to 127");
  }
  return Buffer.from(bytes.map((byte) => byte & 0xff));
}

/** A text as bytes; without UTF-8 it loses what ASCII lacks. */
function encoded(text, charset) {
  return charset === "UTF-8" ? Buffer.from(text, "utf8") : Buffer.from(text.replace(/[^\x00-\x7f]/g, "?"));
}

function asBytes(value, charset) {
  return Array.isArray(value) ? unsigned(value) : encoded(value, charset);
}

function formatted(date, timeZone, format) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(date.getTime()));
  const { year, month, day, hour, minute } = Object.fromEntries(parts.map((p) => [p.type, p.value]));
  const formats = { "yyyy-MM-dd": `${year}-${month}-${day}`, "HH:mm": `${hour}:${minute}` };
  if (!(format in formats)) throw new Error(`the format ${format} is not in the stubs`);
  return formats[format];
}

function utilities(world) {
  const charset = { UTF_8: "UTF-8" };
  const sha256 = "SHA-256";
  return {
    Charset: charset,
    DigestAlgorithm: { SHA_256: sha256 },
    getUuid: () => crypto.randomUUID(),
    sleep: (ms) => {
      world.slept.push(ms);
      if (world.now !== null) world.now += ms;
    },
    formatDate: formatted,
    base64Decode: (text) => signed(Buffer.from(text, "base64")),
    base64Encode: (bytes) => asBytes(bytes).toString("base64"),
    computeHmacSha256Signature: (value, key, set) =>
      signed(crypto.createHmac("sha256", asBytes(key, set)).update(asBytes(value, set)).digest()),
    computeDigest: (algorithm, value, set) => {
      if (algorithm !== sha256) throw new Error("only SHA-256 is in the stubs");
      return signed(crypto.createHash("sha256").update(asBytes(value, set)).digest());
    },
    newBlob: (text) => blob(encoded(text)),
  };
}

function blob(bytes) {
  return strict("Blob", {
    setDataFromString: (text, charset) => blob(encoded(text, charset)),
    getBytes: () => signed(bytes),
  });
}

function urlFetch(world) {
  return {
    fetch(url, options = {}) {
      const unknown = Object.keys(options).find((key) => !FETCH_OPTIONS.has(key));
      if (unknown) throw new Error(`UrlFetchApp.fetch has no option ${unknown}`);
      const payload = "payload" in options ? asBytes(options.payload) : Buffer.alloc(0);
      const request = {
        url,
        method: (options.method || "get").toUpperCase(),
        headers: { ...options.headers, ...(options.contentType && { "content-type": options.contentType }) },
        body: payload.toString("base64"),
      };
      world.requests.push({ ...request, text: payload.toString("utf8") });
      return response(answerTo(world, request), options.muteHttpExceptions);
    },
  };
}

function answerTo(world, request) {
  const next = world.answers.shift() || "real";
  if (next.throws) throw new Error(next.throws);
  if (next !== "real" && next !== "lost") {
    return { status: next.status, body: Buffer.from(next.body || "").toString("base64") };
  }
  const answer = really(request);
  if (next === "lost") throw new Error(`Timeout: ${request.url}`);
  return answer;
}

/** Ask a server on this machine and wait: UrlFetchApp knows no promise. */
function really(request) {
  if (!request.url.startsWith("http://127.0.0.1:")) throw new Error(`not this machine: ${request.url}`);
  const done = spawnSync(process.execPath, [path.join(__dirname, "fetch.js")], {
    input: JSON.stringify(request),
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(`Address unavailable: ${request.url} ${done.stderr}`);
  return JSON.parse(done.stdout);
}

function response({ status, body }, isMuted) {
  if (status >= 400 && !isMuted) throw new Error(`Request failed with code ${status}`);
  const bytes = Buffer.from(body, "base64");
  return strict("HTTPResponse", {
    getResponseCode: () => status,
    getContent: () => signed(bytes),
    getContentText: (charset) => {
      if (charset !== "UTF-8") throw new Error("a text without a character set is guessed");
      return bytes.toString("utf8");
    },
  });
}

function html(runs) {
  const file = (name) => fs.readFileSync(path.join(BUTTON, `${name}.html`), "utf8");
  const output = (content) => {
    const shown = { title: "", content };
    const made = strict("HtmlOutput", {
      shown,
      getContent: () => content,
      setTitle: (title) => ((shown.title = title), made),
    });
    return made;
  };
  return {
    createHtmlOutputFromFile: (name) => output(file(name)),
    createTemplateFromFile(name) {
      const values = {};
      const evaluate = () =>
        output(file(name).replace(/<\?!=\s*(.+?)\s*\?>/g, (_, code) => runs(code, values)));
      return new Proxy({ evaluate }, {
        set: (_, key, value) => ((values[key] = value), true),
      });
    },
  };
}

function scripts(world) {
  const trigger = (name) => strict("Trigger", { getHandlerFunction: () => name });
  return {
    AuthMode: { FULL: "FULL" },
    requireScopes: (mode, scopes) => void world.required.push([mode, ...scopes]),
    getIdentityToken: () => world.identityToken,
    getOAuthToken: () => "what Google lets the script do",
    getProjectTriggers: () => world.triggers.map(trigger),
    newTrigger: (name) =>
      strict("TriggerBuilder", {
        forSpreadsheet: () =>
          strict("SpreadsheetTriggerBuilder", {
            onEdit: () => strict("Trigger", { create: () => void world.triggers.push(name) }),
          }),
      }),
  };
}

/** Return the global names of Apps Script; `runs` evaluates code inside the script. */
function services(world, runs) {
  const lock = strict("Lock", {
    tryLock: () => (world.lockIsTaken ? false : (world.lockIsTaken = true)),
    releaseLock: () => void (world.lockIsTaken = false),
  });
  const properties = strict("Properties", {
    getProperty: (key) => world.properties[key] ?? null,
    setProperty: (key, value) => void (world.properties[key] = value),
    deleteProperty: (key) => void delete world.properties[key],
  });
  const all = {
    HtmlService: html(runs),
    LockService: { getDocumentLock: () => lock },
    PropertiesService: { getScriptProperties: () => properties },
    ScriptApp: scripts(world),
    Session: {
      getActiveUser: () => strict("User", { getEmail: () => world.email }),
      getActiveUserLocale: () => world.locale,
    },
    SpreadsheetApp: { getActive: () => spreadsheet(world), getUi: () => ui(world), flush() {} },
    UrlFetchApp: urlFetch(world),
    Utilities: utilities(world),
  };
  const named = Object.entries(all).map(([name, members]) => [name, strict(name, members, world)]);
  return Object.fromEntries(named);
}

module.exports = { BUTTON, newWorld, services };
