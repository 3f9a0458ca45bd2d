// SPDX-License-Identifier: GPL-3.0-or-later
// Making elements. Texts become text nodes: no name can become markup.

const SVG = "http://www.w3.org/2000/svg";

const fill = (element, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) {
        if (typeof value === "function")
            element.addEventListener(name, value);
        else if (value !== null && value !== false)
            element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter(child => child !== null));
    return element;
};

const make = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
const makeSvg = (tag, attributes = {}, ...children) =>
    fill(document.createElementNS(SVG, tag), attributes, children);

const SAMPLE_SCALE = 0.09; // pixels for a hundredth of a millimetre

/** A piece of a form's line. */
const sampleOfForm = (graph, form) => {
    const width = 2, dash = graph.data.forms[form].dash.map(length => length * SAMPLE_SCALE);
    return makeSvg("svg", { class: "sample", width: 36, height: 12, viewBox: "0 0 36 12", "aria-hidden": "true" },
        makeSvg("line", { x1: 1, y1: 6, x2: 35, y2: 6, stroke: graph.data.forms[form].colour, "stroke-width": width,
                          "stroke-dasharray": dash.length ? dash.join(" ") : null }));
};

/** A mark, hollow for who did not respond. */
const sampleOfMark = (mark, hollow = false) => {
    const pen = { fill: hollow ? "#fff" : mark.colour, stroke: hollow ? "#1f2933" : mark.line, "stroke-width": 14 };
    const points = [];
    for (let i = 0; i < mark.outline.length; i += 2)
        points.push(`${mark.outline[i]},${mark.outline[i + 1]}`);
    return makeSvg("svg", { class: "sample", width: 16, height: 16, viewBox: "-170 -170 340 340", "aria-hidden": "true" },
        points.length ? makeSvg("polygon", { points: points.join(" "), ...pen })
                      : makeSvg("circle", { r: 100, ...pen }));
};

/** An organisation's name, whatever way its letters run. */
const nameOf = (graph, v) => make("bdi", {}, graph.name[v]);
