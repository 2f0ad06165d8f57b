/** Periods: the days from `from` to `to`, both included, as 2026-10-31; pure. */

const EVER = "1900-01-01"; // the server reads it as: from the first document date on

/** @typedef {{from: string, to: string}} Period */

/**
 * Return the periods that people ask for, the likeliest first.
 *
 * @param {string} today as 2026-11-03
 */
function presets_(today) {
  const [year, month] = today.split("-").map(Number);
  const quarter = month - ((month - 1) % 3);
  return [
    { name: /** @type {const} */ ("lastMonth"), period: months_(year, month - 1, 1) },
    { name: /** @type {const} */ ("thisMonth"), period: months_(year, month, 1) },
    { name: /** @type {const} */ ("lastQuarter"), period: months_(year, quarter - 3, 3) },
    { name: /** @type {const} */ ("thisQuarter"), period: months_(year, quarter, 3) },
    {
      name: /** @type {const} */ ("toEndOfLastMonth"),
      period: { from: EVER, to: day_(year, month, 0) },
    },
  ];
}

/**
 * Return the period of whole months; a month of 0 or less lies in the year before.
 *
 * @param {number} year
 * @param {number} month 1 is January
 * @param {number} count
 * @returns {Period}
 */
function months_(year, month, count) {
  return { from: day_(year, month, 1), to: day_(year, month + count, 0) };
}

/**
 * Return a day as text; day 0 is the last one of the month before.
 *
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
function day_(year, month, day) {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/**
 * Return a period as people say it: October 2026, July to September 2026, until a day, or two days.
 *
 * @param {Period} period
 * @param {Words} words
 */
function periodInWords_({ from, to }, words) {
  const [year, month] = from.split("-").map(Number);
  const [lastYear, lastMonth] = to.split("-").map(Number);
  const first = words.months[month - 1];
  const last = words.months[lastMonth - 1];
  const lastDay = `${Number(to.slice(8))} ${last} ${lastYear}`;
  if (from === EVER) return fill_(words.upTo, { day: lastDay });
  const isWhole = from.endsWith("-01") && to === day_(lastYear, lastMonth + 1, 0);
  if (isWhole && year === lastYear) {
    return month === lastMonth ? `${first} ${year}` : `${first} ${words.until} ${last} ${year}`;
  }
  const firstDay = `${Number(from.slice(8))} ${first} ${year}`;
  return `${firstDay} ${words.until} ${lastDay}`;
}
