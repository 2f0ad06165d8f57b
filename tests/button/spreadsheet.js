/** The spreadsheet and its menu: tabs of cells, ranges that must lie in the grid. */
"use strict";

const { strict } = require("./strict.js");

function letter(column) {
  return String.fromCharCode(64 + column);
}

/** A range; its four plain numbers, which an edit brings along, can be read without asking Google. */
function range(world, name, [row, column, height = 1, width = 1]) {
  const rows = world.sheets[name];
  const grid = gridOf(world, name);
  if (row < 1 || column < 1 || row + height - 1 > grid.rows || column + width - 1 > grid.columns) {
    throw new Error("Those columns or rows are out of bounds.");
  }
  const read = (make) =>
    Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (_, x) => make((rows[row - 1 + y] || [])[column - 1 + x])),
    );
  const place = {
    rowStart: row,
    rowEnd: row + height - 1,
    columnStart: column,
    columnEnd: column + width - 1,
  };
  return strict("Range", {
    ...place,
    getValues: () => read((value) => value ?? ""),
    getDisplayValues: () => read((value) => String(value ?? "")),
    getSheet: () => sheet(world, name),
    getA1Notation: () => `${letter(column)}${row}`,
    activate: () => void (world.active = `${name}!${letter(column)}${row}`),
    insertCheckboxes: () => void (world.checkbox = `${name}!${letter(column)}${row}`),
    setValues(values) {
      if (values.length !== height || values.some((cells) => cells.length !== width)) {
        throw new Error("The data does not fit the range.");
      }
      values.forEach((cells, y) => {
        while (rows.length < row + y) rows.push([]);
        cells.forEach((value, x) => void (rows[row - 1 + y][column - 1 + x] = value));
      });
    },
  }, world);
}

function gridOf(world, name) {
  return { rows: Math.max(world.sheets[name].length, world.rows || 1000), columns: 26 };
}

function sheet(world, name) {
  return strict("Sheet", {
    getName: () => name,
    getMaxRows: () => gridOf(world, name).rows,
    getMaxColumns: () => gridOf(world, name).columns,
    getRange: (...place) => range(world, name, place),
    getDataRange: () => {
      const rows = world.sheets[name];
      const width = Math.max(1, ...rows.map((cells) => cells.length));
      return range(world, name, [1, 1, Math.max(1, rows.length), width]);
    },
    insertRowsAfter: (after, count) => void (world.rows = after + count),
  }, world);
}

function spreadsheet(world) {
  return strict("Spreadsheet", {
    getId: () => world.spreadsheetId,
    getName: () => world.title,
    getSpreadsheetLocale: () => world.sheetLocale,
    getSpreadsheetTimeZone: () => world.timeZone,
    getSheets: () => Object.keys(world.sheets).map((name) => sheet(world, name)),
    getSheetByName: (name) => (name in world.sheets ? sheet(world, name) : null),
    setActiveSheet: () => undefined,
    addEditor(address) {
      if (world.sharingIsForbidden) throw new Error("Sharing outside Acme is not allowed.");
      world.editors.push(address);
    },
  }, world);
}

function ui(world) {
  return strict("Ui", {
    createMenu(title) {
      const menu = { title, items: [] };
      const builder = strict("Menu", {
        addItem: (label, name) => (menu.items.push([label, name]), builder),
        addSeparator: () => (menu.items.push(null), builder),
        addToUi: () => void world.menus.push(menu),
      });
      return builder;
    },
    showSidebar: (output) => void world.sidebars.push(output.shown),
  }, world);
}

module.exports = { range, spreadsheet, ui };
