/**
 * The button's script in node:vm, between stubs of Google's services.
 *
 * Reads orders as lines of JSON and answers each with a line: {"value": ...} or {"error": "..."}.
 *   {"order": "world", "changes": {...}}     changes what stands around the script, answers all of it
 *   {"order": "call", "name": ..., "values": [...]}   calls any function of the script
 *   {"order": "run", "name": ..., "values": [...]}    the same as the sidebar may: no name with _
 *   {"order": "edit", "tab": ..., "place": [row, column], "value": ...}   somebody types
 */
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const vm = require("node:vm");
const { range } = require("./spreadsheet.js");
const { BUTTON, newWorld, services } = require("./world.js");

const world = newWorld();
const context = vm.createContext({});
Object.assign(context, services(world, evaluated));
context.nowOfTheWorld = () => world.now ?? Date.now();
vm.runInContext(
  `{ const Clock = Date;
     Date = class extends Clock {
       constructor(...parts) { super(...(parts.length ? parts : [nowOfTheWorld()])); }
       static now() { return nowOfTheWorld(); }
     }; }`,
  context,
);
const files = fs.readdirSync(BUTTON).filter((name) => name.endsWith(".js")).map((name) => path.join(BUTTON, name));
files.push(...process.argv.slice(2).filter((argument) => argument.endsWith(".js")));
// Apps Script lets people order the files: no order may matter.
if (process.argv.includes("--backwards")) files.reverse();
for (const file of files) {
  vm.runInContext(fs.readFileSync(file, "utf8"), context, { filename: path.basename(file) });
}

function evaluated(code, values) {
  const make = vm.runInContext(`((${Object.keys(values).join(", ")}) => (${code}))`, context);
  return make(...Object.values(values));
}

const ORDERS = {
  world({ changes = {} }) {
    Object.assign(world, changes);
    return world;
  },
  call({ name, values = [] }) {
    const called = vm.runInContext(`typeof ${name} === "function" ? ${name} : null`, context);
    if (!called) throw new Error(`the script has no function ${name}`);
    return called(...inside(values));
  },
  run({ name, values }) {
    if (name.endsWith("_")) throw new Error(`the sidebar cannot call ${name}`);
    return ORDERS.call({ name, values });
  },
  /** Answers how often the trigger asked Google for anything. */
  edit({ tab, place, value }) {
    context.editedByTheWorld = { range: range(world, tab, place), value };
    world.serviceCalls = 0;
    vm.runInContext("phoneEdit(editedByTheWorld)", context);
    return world.serviceCalls;
  },
};

/** Values as the script's own: arrays of another realm are none to it. */
function inside(values) {
  context.valuesOfTheWorld = JSON.stringify(values);
  return vm.runInContext("JSON.parse(valuesOfTheWorld)", context);
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const order = JSON.parse(line);
  let answer;
  try {
    answer = { value: ORDERS[order.order](order) ?? null };
  } catch (error) {
    answer = { error: error.message };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});
