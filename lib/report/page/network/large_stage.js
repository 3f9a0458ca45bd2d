// SPDX-License-Identifier: GPL-3.0-or-later
// A stage of many organisations and ties, drawn by sigma. Lines are straight, from middle to middle, without heads.

/** How much closer than the whole one can come: until neighbours are well apart. */
const largeClosest = graph => Math.max(12, Math.sqrt(graph.count) / 2.5);

const largeGraph = graph => {
    const made = new graphology.MultiUndirectedGraph();
    for (let v = 0; v < graph.count; v++) {
        const mark = graph.mark(v), silent = graph.silent[v];
        made.addNode(v, {
            x: graph.x[v], y: -graph.y[v], size: graph.radius[v], type: `mark${graph.data.marks.indexOf(mark)}`,
            color: silent ? "#ffffff" : mark.colour, line: silent ? "#1f2933" : mark.line,
        });
    }
    for (let t = 0; t < graph.ties; t++)
        made.addEdgeWithKey(t, graph.low[t], graph.high[t], {
            size: graph.width[t], type: `form${graph.form[t]}`,
        });
    return made;
};

const openLargeStage = (container, graph, listener) => {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const programs = (list, name, make) => Object.fromEntries(list.map((item, i) => [`${name}${i}`, make(item)]));
    const made = largeGraph(graph);
    const sigma = new Sigma(made, container, {
        nodeProgramClasses: programs(graph.data.marks, "mark", markProgram),
        edgeProgramClasses: programs(graph.data.forms, "form", form => lineProgram(graph, form)),
        defaultNodeType: "mark0", defaultEdgeType: "form0",
        renderLabels: false, defaultDrawNodeHover: () => {}, enableEdgeEvents: false, enableCameraRotation: false,
        itemSizesReference: "positions", zoomToSizeRatioFunction: Math.sqrt, // marks grow more slowly than distances
        minCameraRatio: 1 / largeClosest(graph), maxCameraRatio: 2, stagePadding: 10,
        inertiaDuration: still ? 0 : 200, zoomDuration: still ? 0 : 150, zoomingRatio: 1.3,
    });
    const camera = sigma.getCamera();

    const start = { x: graph.x.slice(), y: graph.y.slice() }, away = new Set();
    const put = (v, x, y) => {
        graph.x[v] = x;
        graph.y[v] = y;
        made.mergeNodeAttributes(v, { x, y: -y });
    };
    let dragged = -1, moved = false; // sigma takes the end of a drag for a click
    const choose = v => {
        if (!moved)
            listener.chosen(v);
    };
    sigma.on("enterNode", ({ node }) => listener.pointed(Number(node)));
    sigma.on("leaveNode", () => listener.pointed(-1));
    sigma.on("clickNode", ({ node }) => choose(Number(node)));
    sigma.on("clickStage", () => choose(-1));
    sigma.on("afterRender", listener.changed);
    sigma.on("downStage", () => { moved = false; });
    sigma.on("downNode", ({ node }) => {
        dragged = Number(node);
        moved = false;
        sigma.setCustomBBox(sigma.getCustomBBox() ?? sigma.getBBox()); // all others stay where they are
    });
    sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
        if (dragged < 0)
            return;
        const place = sigma.viewportToGraph(event);
        moved = true;
        away.add(dragged);
        put(dragged, place.x, -place.y);
        preventSigmaDefault();
    });
    for (const end of ["upNode", "upStage"])
        sigma.on(end, () => { dragged = -1; });

    const go = state => still ? camera.setState(state) : camera.animate(state, { duration: 150 });
    return {
        view: () => {
            const origin = sigma.graphToViewport({ x: 0, y: 0 }), far = sigma.graphToViewport({ x: 1000, y: 0 });
            return { x: origin.x, y: origin.y, zoom: (far.x - origin.x) / 1000, size: sigma.scaleSize(1) };
        },
        show: hidden => sigma.setSetting("edgeReducer", hidden.size === 0 ? null
            : (t, data) => hidden.has(graph.form[t]) ? { ...data, hidden: true } : data),
        zoom: (factor, v) => {
            const { width, height } = sigma.getDimensions(), middle = { x: width / 2, y: height / 2 };
            const kept = v < 0 ? middle : sigma.graphToViewport({ x: graph.x[v], y: -graph.y[v] });
            go(sigma.getViewportZoomedState(kept, camera.getBoundedRatio(camera.ratio / factor)));
        },
        reset: () => {
            for (const v of away)
                put(v, start.x[v], start.y[v]);
            away.clear();
            go({ x: 0.5, y: 0.5, ratio: 1 });
        },
        centre: v => {
            const place = sigma.getNodeDisplayData(String(v));
            go({ x: place.x, y: place.y });
        },
    };
};
