// SPDX-License-Identifier: GPL-3.0-or-later
// Where lines run and how marks are shaped, as in the still picture.

/** How far a mark of radius 1 reaches: outlines are those of radius 100. */
const reachOf = mark => {
    let reach = mark.outline.length ? 0 : 1;
    for (let i = 0; i < mark.outline.length; i += 2)
        reach = Math.max(reach, Math.hypot(mark.outline[i], mark.outline[i + 1]) / 100);
    return reach;
};

/** The line of a tie from rim to rim: parallel ones beside each other. Places are those of `place(v)`, lengths are
 * multiplied by `size`. Null where marks leave no room for it. */
const lineOf = (graph, t, place, size) => {
    const a = place(graph.low[t]), b = place(graph.high[t]);
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const reach = v => size * graph.radius[v] * (reachOf(graph.mark(v)) + 1) / 2;
    const start = reach(graph.low[t]), end = reach(graph.high[t]);
    if (length <= start + end)
        return null;
    const x = (b.x - a.x) / length, y = (b.y - a.y) / length;
    const aside = size * graph.data.ties.gap * (graph.slot[t] - (graph.slots[t] - 1) / 2);
    const across = Math.sign(aside) * Math.min(Math.abs(aside), start, end);
    const inStart = Math.sqrt(Math.max(0, start * start - across * across));
    const inEnd = Math.sqrt(Math.max(0, end * end - across * across));
    return {
        x1: a.x + x * inStart - y * across,
        y1: a.y + y * inStart + x * across,
        x2: b.x - x * inEnd - y * across,
        y2: b.y - y * inEnd + x * across,
    };
};

/** Length and half breadth of an arrow head, for a line of that width, in hundredths of a millimetre. */
const arrowLength = width => 130 + 1.6 * width;
const ARROW_SLENDER = 0.36;

/** Does a tie have a head at its higher, or lower, organisation? */
const headAtHigh = (graph, t) => graph.data.detailed && !graph.undirected[t] && graph.forward[t] > 0;
const headAtLow = (graph, t) => graph.data.detailed && !graph.undirected[t] && graph.backward[t] > 0;

/** The path of a mark on a canvas. */
const tracePath = (context, mark, x, y, radius) => {
    context.beginPath();
    if (mark.outline.length === 0)
        context.arc(x, y, radius, 0, 2 * Math.PI);
    for (let i = 0; i < mark.outline.length; i += 2)
        context.lineTo(x + mark.outline[i] * radius / 100, y + mark.outline[i + 1] * radius / 100);
    context.closePath();
};
