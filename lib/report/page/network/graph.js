// SPDX-License-Identifier: GPL-3.0-or-later
// The data that the library wrote, made handy: who is tied to whom, what is important, and words with values.

/** A column as an array of its own: one of which all values are alike was written as that value. */
const column = (given, count, Kind) => Array.isArray(given) ? Kind.from(given) : new Kind(count).fill(given);

class Graph {
    constructor(data) {
        const { organisations, ties } = data;
        this.data = data;
        this.count = organisations.count;
        this.name = organisations.name;
        this.key = organisations.key ?? organisations.name;
        this.group = column(organisations.group, this.count, Int32Array);
        this.x = column(organisations.x, this.count, Float64Array);
        this.y = column(organisations.y, this.count, Float64Array);
        this.radius = column(organisations.radius, this.count, Float64Array);
        this.value = organisations.value === undefined ? null : column(organisations.value, this.count, Array);
        this.partners = column(organisations.partners, this.count, Int32Array);
        this.silent = column(organisations.silent, this.count, Uint8Array);

        this.ties = ties.count;
        this.low = column(ties.low, this.ties, Int32Array);
        this.high = column(ties.high, this.ties, Int32Array);
        this.form = column(ties.form, this.ties, Uint8Array);
        this.forward = column(ties.forward, this.ties, Float64Array);
        this.backward = column(ties.backward, this.ties, Float64Array);
        this.undirected = column(ties.undirected, this.ties, Uint8Array);
        this.width = column(ties.width, this.ties, Float64Array);
        this.findSlots();
        this.findTies();
        this.order = this.sortByImportance();
    }

    /** The places of parallel ties beside each other. Ties of a pair follow each other. */
    findSlots() {
        this.slot = new Uint8Array(this.ties);
        this.slots = new Uint8Array(this.ties);
        for (let first = 0, next; first < this.ties; first = next) {
            for (next = first; next < this.ties && this.low[next] === this.low[first] &&
                 this.high[next] === this.high[first];)
                next++;
            for (let t = first; t < next; t++) {
                this.slot[t] = t - first;
                this.slots[t] = next - first;
            }
        }
    }

    /** The ties of each organisation, one after the other. */
    findTies() {
        const end = new Int32Array(this.count + 1);
        for (let t = 0; t < this.ties; t++) {
            end[this.low[t] + 1]++;
            end[this.high[t] + 1]++;
        }
        for (let v = 0; v < this.count; v++)
            end[v + 1] += end[v];
        const next = end.slice();
        this.firstTie = end;
        this.tie = new Int32Array(2 * this.ties);
        for (let t = 0; t < this.ties; t++) {
            this.tie[next[this.low[t]]++] = t;
            this.tie[next[this.high[t]]++] = t;
        }
    }

    sortByImportance() {
        const order = Array.from(this.name, (_, v) => v);
        const value = v => this.value ? this.value[v] ?? -1 : this.partners[v];
        return order.sort((a, b) => value(b) - value(a) || this.partners[b] - this.partners[a] || a - b);
    }

    tiesOf(v) {
        return this.tie.subarray(this.firstTie[v], this.firstTie[v + 1]);
    }

    other(t, v) {
        return this.low[t] === v ? this.high[t] : this.low[t];
    }

    /** Those tied to an organisation in a form that is not hidden. */
    neighbours(v, hidden) {
        const found = new Set();
        for (const t of this.tiesOf(v)) {
            if (!hidden.has(this.form[t]))
                found.add(this.other(t, v));
        }
        return found;
    }

    /** What a mark looks like: that of its group, or the last one, which the others share. */
    mark(v) {
        const { marks } = this.data;
        return this.group[v] >= 0 && this.group[v] < marks.length - 1 ? marks[this.group[v]] : marks.at(-1);
    }

    groupName(v) {
        return this.group[v] >= 0 ? this.data.groups.names[this.group[v]] : null;
    }

    /** Lengths of dashes and gaps of a form's line of that width. */
    dashes(form, width) {
        const { dash, growth } = this.data.forms[form];
        return dash.map((length, i) => length + growth[i] * width);
    }

    number(value) {
        const digits = Math.abs(value) < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 };
        return value.toLocaleString(this.data.language === "nl" ? "nl-BE" : "en-GB", digits);
    }

    /** A sentence with values: {1} is the first, {1?one|many} a word by how many it is. */
    say(word, ...values) {
        return this.data.words[word].replace(/\{(\d)(?:\?([^|}]*)\|([^}]*))?\}/g, (_, place, one, many) => {
            const value = values[place - 1];
            return one !== undefined ? value === 1 ? one : many
                 : typeof value === "number" ? this.number(value) : value;
        });
    }
}
