// SPDX-License-Identifier: GPL-3.0-or-later
// A card beside the mark that one points at.

const makeCard = graph => {
    const card = make("div", { class: "card", hidden: true, "aria-hidden": "true" });
    let shown = -1;

    /** Beside a place of the stage, on the side where there is room. */
    const put = (v, view, width, height) => {
        card.hidden = v < 0;
        if (v < 0) {
            shown = -1;
            return;
        }
        if (v !== shown)
            card.replaceChildren(make("strong", {}, nameOf(graph, v)),
                ...factsOf(graph, v).map(fact => make("span", {}, fact)),
                make("span", {}, graph.say("partners", graph.partners[v])));
        shown = v;
        const x = view.x + view.zoom * graph.x[v], y = view.y + view.zoom * graph.y[v];
        const away = view.size * graph.radius[v] * 1.4 + 10;
        const left = x + away + card.offsetWidth > width ? x - away - card.offsetWidth : x + away;
        card.style.left = `${Math.max(4, left)}px`;
        card.style.top = `${Math.max(4, Math.min(height - card.offsetHeight - 4, y - card.offsetHeight / 2))}px`;
    };
    return { card, put };
};
