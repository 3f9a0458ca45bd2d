// SPDX-License-Identifier: GPL-3.0-or-later
// The live network, put together: controls and stage in front of the still picture, which stays for print and for
// browsers that cannot.

const MARK_LEAST = 2; // pixels

/** Buttons on the stage, each with a sign drawn in a square of 16. */
const makeButtons = (graph, state, live, stage) => {
    const button = (word, path, click) => make("button", { type: "button", title: graph.say(word),
                                                           "aria-label": graph.say(word), click },
        makeSvg("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" },
            makeSvg("path", { d: path, fill: "none", stroke: "currentColor", "stroke-width": 1.6 })));
    const screen = () => document.fullscreenElement ? document.exitFullscreen() : live.requestFullscreen();
    return make("div", { class: "buttons" },
        button("closer", "M8 2.5v11M2.5 8h11", () => stage.zoom(CLOSER, state.chosen)),
        button("farther", "M2.5 8h11", () => stage.zoom(1 / CLOSER, state.chosen)),
        button("whole", "M2.5 3.5h11v9h-11zM5 8h6M8 5.5v5", () => stage.reset()),
        document.fullscreenEnabled
            ? button("screen", "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10", screen) : null);
};

/** The wheel scrolls the page until the stage has the focus, so that nobody is caught on it by passing. */
const guardWheel = field => field.addEventListener("wheel", event => {
    if (!field.contains(document.activeElement) && !event.ctrlKey)
        event.stopPropagation();
}, { capture: true, passive: true });

/** A large still picture lies in the page as text, until it is printed or nothing else can be shown. */
const unpackStill = figure => {
    const packed = figure.querySelector(".still noscript");
    packed?.replaceWith(document.createRange().createContextualFragment(packed.textContent));
};

/** Marks that would be too small for a screen are larger, as far as there is room for so many. */
const enlargeMarks = (graph, width, height) => {
    const pixels = Math.min(MARK_LEAST, Math.sqrt(width * height / graph.count) / 6);
    const least = pixels * graph.data.box[2] / width;
    graph.radius = graph.radius.map(radius => Math.max(radius, least));
};

const openNetwork = (figure, graph) => {
    const state = { hidden: new Set(), chosen: -1, pointed: -1 };
    const ground = make("div", { class: "ground" });
    const field = make("div", { class: "field", tabindex: 0, role: "application", "aria-label": graph.say("picture"),
                                "aria-describedby": "network-description" }, ground);
    const { card, put } = makeCard(graph);
    const partners = makePartners(graph, choose);
    const panel = make("div", { class: "panel" },
        makeSearch(graph, choose, () => choose(-1)), partners.place,
        makeFilters(graph, hidden => {
            state.hidden = hidden;
            stage.show(hidden);
            partners.show(state.chosen, hidden);
            redraw();
        }));
    const scene = make("div", { class: "scene" }, field, card);
    const live = make("div", { class: "live" }, scene, panel,
        make("div", { class: "below" }, makeKey(graph), make("p", { class: "hint" }, graph.say("hint"))),
        make("p", { id: "network-description", class: "unseen" }, graph.data.description), partners.said);

    let waiting = false, overlay = null, stage = null;
    function redraw() {
        if (waiting || !stage)
            return;
        waiting = true;
        requestAnimationFrame(() => {
            waiting = false;
            const view = stage.view();
            overlay.draw(view, state);
            put(state.pointed, view, field.clientWidth, field.clientHeight);
        });
    }

    function choose(v) {
        state.chosen = v;
        state.pointed = -1;
        field.classList.toggle("pale", v >= 0);
        partners.show(v, state.hidden);
        if (v >= 0)
            bringIntoSight(v);
        redraw();
    }

    function bringIntoSight(v) {
        const view = stage.view(), x = view.x + view.zoom * graph.x[v], y = view.y + view.zoom * graph.y[v];
        if (x < 30 || y < 30 || x > field.clientWidth - 30 || y > field.clientHeight - 30)
            stage.centre(v);
    }

    figure.querySelector(".still").before(live);
    figure.classList.add("is-live");
    const listener = {
        pointed: v => {
            state.pointed = v;
            field.classList.toggle("pointing", v >= 0);
            redraw();
        },
        chosen: choose,
        changed: redraw,
    };
    enlargeMarks(graph, field.clientWidth, field.clientHeight);
    try {
        stage = (graph.data.large ? openLargeStage : openSmallStage)(ground, graph, listener);
    } catch (error) {
        live.replaceWith(make("p", { class: "hint" }, graph.say("unable")));
        figure.classList.remove("is-live");
        figure.dataset.ready = "no";
        unpackStill(figure);
        console.warn(error);
        return;
    }
    overlay = makeOverlay(graph, field);
    scene.append(makeButtons(graph, state, live, stage));
    addKeys(field, graph, state, stage, choose);
    guardWheel(field);
    window.addEventListener("beforeprint", () => unpackStill(figure));
    field.addEventListener("pointerup", () => field.focus({ preventScroll: true })); // cytoscape blurs when it is pressed
    new ResizeObserver(redraw).observe(field);
    redraw();
    requestAnimationFrame(() => requestAnimationFrame(() => {
        figure.dataset.readyAfter = Math.round(performance.now()); // milliseconds since the page was asked for
        figure.dataset.ready = "yes";
    }));
};

const networkData = document.getElementById("network-data");
if (networkData)
    openNetwork(document.getElementById("network"), new Graph(JSON.parse(networkData.textContent)));
