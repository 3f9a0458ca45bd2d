// SPDX-License-Identifier: GPL-3.0-or-later
// From organisation to organisation by the arrow keys.

const CLOSER = 1.25; // by a key or a button
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The neighbour that lies best in a direction: near, and not far aside. -1 where none lies that way. */
const neighbourTowards = (graph, v, [right, down], hidden) => {
    let best = -1, least = Infinity;
    for (const other of graph.neighbours(v, hidden)) {
        const x = graph.x[other] - graph.x[v], y = graph.y[other] - graph.y[v];
        const along = x * right + y * down, aside = Math.abs(x * down - y * right);
        if (along > aside && along + 2 * aside < least) {
            best = other;
            least = along + 2 * aside;
        }
    }
    return best;
};

/** Without a choice, an arrow key chooses the most important organisation. */
const addKeys = (element, graph, state, stage, choose) => element.addEventListener("keydown", event => {
    const way = ARROWS[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey)
        return;
    if (way && state.chosen < 0 && graph.count > 0)
        choose(graph.order[0]);
    else if (way && state.chosen >= 0) {
        const next = neighbourTowards(graph, state.chosen, way, state.hidden);
        if (next >= 0)
            choose(next);
    } else if (event.key === "+" || event.key === "=")
        stage.zoom(CLOSER, state.chosen);
    else if (event.key === "-")
        stage.zoom(1 / CLOSER, state.chosen);
    else if (event.key === "0")
        stage.reset();
    else if (event.key === "Escape")
        choose(-1);
    else
        return;
    event.preventDefault();
});
