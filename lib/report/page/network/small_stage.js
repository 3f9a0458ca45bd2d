// SPDX-License-Identifier: GPL-3.0-or-later
// A stage of up to some thousand organisations and ties, drawn by cytoscape.js.

const SMALL_UNIT = 0.1;  // of its own coordinates in one of ours, so that all is in sight at a zoom of about 1
const SMALL_ROOM = 10;   // pixels around the whole
const SMALL_CLOSEST = 12; // times the whole

/** cytoscape makes heads of max(29, (13.37 * width) ** 0.9) units times the scale, and its triangle takes 0.3 of that. */
const smallArrowScale = (graph, width) =>
    arrowLength(width) * SMALL_UNIT / (0.3 * Math.max(29, (13.37 * width * SMALL_UNIT) ** 0.9));

/** Classes say what many have alike: the mark of a group, the form, who is silent, which way. That is quicker than to work
 * it out for each. */
const smallElements = graph => {
    const elements = [], { marks } = graph.data;
    for (let v = 0; v < graph.count; v++)
        elements.push({
            group: "nodes", data: { id: `o${v}` }, position: { x: graph.x[v] * SMALL_UNIT, y: graph.y[v] * SMALL_UNIT },
            classes: `mark${marks.indexOf(graph.mark(v))}${graph.silent[v] ? " silent" : ""}`,
        });
    for (let t = 0; t < graph.ties; t++)
        elements.push({
            group: "edges", data: { id: `t${t}`, source: `o${graph.low[t]}`, target: `o${graph.high[t]}` },
            classes: `form${graph.form[t]}${headAtHigh(graph, t) ? " out" : ""}${headAtLow(graph, t) ? " back" : ""}`,
        });
    return elements;
};

const smallStyle = graph => {
    const number = element => Number(element.id().slice(1));
    const rule = (selector, style) => ({ selector, style });
    const across = node => {
        const v = number(node);
        return 2 * reachOf(graph.mark(v)) * graph.radius[v] * SMALL_UNIT;
    };
    return [
        rule("node", {
            "width": across, "height": across, "overlay-opacity": 0,
            "border-width": node => Math.min(28, 0.13 * graph.radius[number(node)]) * SMALL_UNIT,
        }),
        rule("edge", {
            "curve-style": "straight", "source-endpoint": "data(start)", "target-endpoint": "data(end)",
            "width": edge => graph.width[number(edge)] * SMALL_UNIT, "opacity": graph.data.ties.opacity,
            "overlay-opacity": 0, "events": "no",
        }),
        ...graph.data.marks.map((mark, i) => rule(`.mark${i}`, {
            "background-color": mark.colour, "border-color": mark.line,
            ...mark.outline.length > 0 && {
                "shape": "polygon",
                "shape-polygon-points": mark.outline.map(place => place / (100 * reachOf(mark))).join(" "),
            },
        })),
        rule(".silent", { "background-color": "#fff", "border-color": "#1f2933" }),
        ...graph.data.forms.map((form, i) => rule(`.form${i}`, {
            "line-color": form.colour, "target-arrow-color": form.colour, "source-arrow-color": form.colour,
            ...form.dash.length > 0 && {
                "line-style": "dashed",
                "line-dash-pattern": edge => graph.dashes(i, graph.width[number(edge)]).map(length => length * SMALL_UNIT),
            },
        })),
        rule(".out, .back", { "arrow-scale": edge => smallArrowScale(graph, graph.width[number(edge)]) }),
        rule(".out", { "target-arrow-shape": "triangle" }),
        rule(".back", { "source-arrow-shape": "triangle" }),
        rule(".hidden", { display: "none" }),
    ];
};

const openSmallStage = (container, graph, listener) => {
    const place = v => ({ x: graph.x[v] * SMALL_UNIT, y: graph.y[v] * SMALL_UNIT });

    /** Ends of a line, from the middles of its marks; marks that touch have a line without length. */
    const endsOf = t => {
        const line = lineOf(graph, t, place, SMALL_UNIT), a = place(graph.low[t]), b = place(graph.high[t]);
        return line ? { start: `${line.x1 - a.x}px ${line.y1 - a.y}px`, end: `${line.x2 - b.x}px ${line.y2 - b.y}px` }
                    : { start: "0px 0px", end: `${a.x - b.x}px ${a.y - b.y}px` };
    };
    const elements = smallElements(graph);
    for (let t = 0; t < graph.ties; t++)
        Object.assign(elements[graph.count + t].data, endsOf(t));
    // cytoscape adds a style element to the page, which its policy does not allow, unless an element has this id; what
    // it would say, position: relative, is in our own styles.
    container.id = "__________cytoscape_stylesheet";
    const cy = cytoscape({
        container, elements, style: smallStyle(graph), layout: { name: "preset" },
        autounselectify: true, boxSelectionEnabled: false, selectionType: "single",
    });
    const box = graph.data.box.map(length => length * SMALL_UNIT);
    const organisation = element => Number(element.id().slice(1));
    const start = { x: graph.x.slice(), y: graph.y.slice() }, dragged = new Set();

    const whole = () => {
        const [x, y, width, height] = box;
        const zoom = Math.min((cy.width() - 2 * SMALL_ROOM) / width, (cy.height() - 2 * SMALL_ROOM) / height);
        cy.minZoom(zoom / 2).maxZoom(zoom * SMALL_CLOSEST);
        cy.viewport({ zoom, pan: { x: cy.width() / 2 - zoom * (x + width / 2), y: cy.height() / 2 - zoom * (y + height / 2) } });
    };
    cy.on("mouseover", "node", event => listener.pointed(organisation(event.target)));
    cy.on("mouseout", "node", () => listener.pointed(-1));
    cy.on("tap", event => listener.chosen(event.target === cy ? -1 : organisation(event.target)));
    cy.on("position", "node", event => {
        const v = organisation(event.target), { x, y } = event.target.position();
        dragged.add(v);
        graph.x[v] = x / SMALL_UNIT;
        graph.y[v] = y / SMALL_UNIT;
        for (const t of graph.tiesOf(v))
            cy.getElementById(`t${t}`).data(endsOf(t));
        listener.changed();
    });
    cy.on("pan zoom", listener.changed);
    cy.on("resize", whole);
    whole();
    const reset = () => {
        for (const v of dragged)
            cy.getElementById(`o${v}`).position({ x: start.x[v] * SMALL_UNIT, y: start.y[v] * SMALL_UNIT });
        dragged.clear();
        whole();
    };
    return {
        reset,
        view: () => ({ x: cy.pan().x, y: cy.pan().y, zoom: cy.zoom() * SMALL_UNIT, size: cy.zoom() * SMALL_UNIT }),
        show: hidden => cy.batch(() => {
            for (let t = 0; t < graph.ties; t++)
                cy.getElementById(`t${t}`).toggleClass("hidden", hidden.has(graph.form[t]));
        }),
        zoom: (factor, v) => cy.zoom({
            level: cy.zoom() * factor,
            renderedPosition: v < 0 ? { x: cy.width() / 2, y: cy.height() / 2 }
                                    : cy.getElementById(`o${v}`).renderedPosition(),
        }),
        centre: v => cy.center(cy.getElementById(`o${v}`)),
    };
};
