/** One request to this machine: JSON on standard input, its answer as JSON on standard output. */
"use strict";

const http = require("node:http");
const fs = require("node:fs");

const { url, method, headers, body } = JSON.parse(fs.readFileSync(0, "utf8"));
const bytes = Buffer.from(body, "base64");
const request = http.request(url, { method, headers: { ...headers, "content-length": bytes.length } });
request.on("error", (error) => {
  process.stderr.write(error.message);
  process.exit(1);
});
request.on("response", (response) => {
  const chunks = [];
  response.on("data", (chunk) => chunks.push(chunk));
  response.on("end", () => {
    const content = Buffer.concat(chunks).toString("base64");
    process.stdout.write(JSON.stringify({ status: response.statusCode, body: content }));
  });
});
request.end(bytes);
