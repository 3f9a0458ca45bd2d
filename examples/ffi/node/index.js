// SPDX-License-Identifier: GPL-3.0-or-later
// samen: collaboration between organisations, measured. index.d.ts has the types, README.md the use.
export { SamenError } from "./lib/errors.js";
export { Table, Column, fromArrow } from "./lib/table.js";
export { Network, read, check, network } from "./lib/network.js";
export { View } from "./lib/view.js";
export { measures, options, columns, help } from "./lib/describe.js";
export { version } from "./lib/library.js";
