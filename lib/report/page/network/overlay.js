// SPDX-License-Identifier: GPL-3.0-or-later
// A canvas above the stage, the same for both: the chosen organisation with its partners, while the stage below is
// pale; the ring around the one that is pointed at; and names.

const makeOverlay = (graph, container) => {
    const canvas = make("canvas", { class: "overlay", "aria-hidden": "true" }), context = canvas.getContext("2d");
    const labels = makeLabels(graph);
    container.append(canvas);

    const drawTie = (t, place, size) => {
        const line = lineOf(graph, t, place, size);
        if (!line)
            return;
        const width = Math.max(1.2, size * graph.width[t]), colour = graph.data.forms[graph.form[t]].colour;
        const scale = width / graph.width[t]; // a line that is too thin to be seen is wider, and so are its dashes
        const length = Math.hypot(line.x2 - line.x1, line.y2 - line.y1), head = arrowLength(graph.width[t]) * size;
        const x = (line.x2 - line.x1) / length, y = (line.y2 - line.y1) / length;
        const back = head * 0.9, at = { ...line };
        if (headAtHigh(graph, t))
            [at.x2, at.y2] = [line.x2 - x * back, line.y2 - y * back];
        if (headAtLow(graph, t))
            [at.x1, at.y1] = [line.x1 + x * back, line.y1 + y * back];
        context.strokeStyle = context.fillStyle = colour;
        context.lineWidth = width;
        context.setLineDash(graph.dashes(graph.form[t], graph.width[t]).map(dash => dash * scale));
        context.beginPath();
        context.moveTo(at.x1, at.y1);
        context.lineTo(at.x2, at.y2);
        context.stroke();
        context.setLineDash([]);
        const drawHead = (px, py, sign) => {
            const side = head * ARROW_SLENDER;
            context.beginPath();
            context.moveTo(px, py);
            context.lineTo(px - sign * head * x - side * y, py - sign * head * y + side * x);
            context.lineTo(px - sign * head * x + side * y, py - sign * head * y - side * x);
            context.fill();
        };
        if (headAtHigh(graph, t))
            drawHead(line.x2, line.y2, 1);
        if (headAtLow(graph, t))
            drawHead(line.x1, line.y1, -1);
    };

    const drawMark = (v, place, size) => {
        const mark = graph.mark(v), { x, y } = place(v);
        tracePath(context, mark, x, y, Math.max(2.5, size * graph.radius[v]));
        context.fillStyle = graph.silent[v] ? "#fff" : mark.colour;
        context.strokeStyle = graph.silent[v] ? "#1f2933" : mark.line;
        context.lineWidth = Math.max(0.8, 0.13 * size * graph.radius[v]);
        context.fill();
        context.stroke();
    };

    const drawRing = (v, place, size) => {
        const { x, y } = place(v);
        context.beginPath();
        context.arc(x, y, Math.max(2.5, size * graph.radius[v] * reachOf(graph.mark(v))) + 4, 0, 2 * Math.PI);
        context.strokeStyle = "#1f2933";
        context.lineWidth = 2;
        context.stroke();
    };

    /** `state` has hidden, chosen and pointed. */
    const draw = (view, state) => {
        const width = container.clientWidth, height = container.clientHeight, ratio = window.devicePixelRatio || 1;
        if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
            canvas.width = Math.round(width * ratio);
            canvas.height = Math.round(height * ratio);
        }
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, width, height);
        const place = v => ({ x: view.x + view.zoom * graph.x[v], y: view.y + view.zoom * graph.y[v] });
        let wanted = graph.order;
        if (state.chosen >= 0) {
            const partners = graph.neighbours(state.chosen, state.hidden);
            for (const t of graph.tiesOf(state.chosen)) {
                if (!state.hidden.has(graph.form[t]))
                    drawTie(t, place, view.size);
            }
            for (const v of partners)
                drawMark(v, place, view.size);
            drawMark(state.chosen, place, view.size);
            wanted = [state.chosen, ...graph.order.filter(v => partners.has(v))];
            drawRing(state.chosen, place, view.size);
        }
        if (state.pointed >= 0)
            drawRing(state.pointed, place, view.size);
        labels.draw(context, wanted, view, width, height);
    };
    return { draw };
};
