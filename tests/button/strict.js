/** Stubs that throw at whatever they lack, so that a misspelt method is found out. */
"use strict";

/** Return a stub that has these members and throws at any other. */
function strict(name, members, world) {
  return new Proxy(members, {
    get(target, key) {
      if (typeof key === "symbol" || key in target) {
        if (world && typeof target[key] === "function") world.serviceCalls += 1;
        return target[key];
      }
      throw new Error(`${name}.${key} is not in the stubs`);
    },
    set(_, key) {
      throw new Error(`${name}.${String(key)} cannot be set`);
    },
  });
}

module.exports = { strict };
