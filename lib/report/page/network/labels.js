// SPDX-License-Identifier: GPL-3.0-or-later
// Names beside marks: important ones first, each where there is room, none on another or on a mark.

const LABELS = 90;          // at once
const TRIED = 1500;         // organisations for whom room is sought
const LABEL_SIZE = 12;      // pixels
const LABEL_LINE = 14;
const LABEL_LETTERS = 22;   // in a line
const LABEL_LINES = 3;
const MARKS_AVOIDED = 400;  // where more are in sight, names may lie on them, and keep a distance from each other
const LABEL_DISTANCE = 28;
const LABEL_CORNER = { width: 48, height: 150 }; // upper right, where the buttons are

/** A name in a few lines. */
const wrapName = name => {
    const lines = [""];
    for (const word of name.split(" ")) {
        const longer = `${lines.at(-1)} ${word}`.trim();
        if (longer.length <= LABEL_LETTERS || lines.at(-1) === "")
            lines[lines.length - 1] = longer;
        else
            lines.push(word);
    }
    const shown = lines.slice(0, LABEL_LINES);
    if (lines.length > LABEL_LINES)
        shown[LABEL_LINES - 1] += "…";
    return shown.map(line => line.length > LABEL_LETTERS + 4 ? `${line.slice(0, LABEL_LETTERS)}…` : line);
};

const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const makeLabels = graph => {
    const lines = new Map(), side = new Map();

    const textOf = (context, v) => {
        if (!lines.has(v)) {
            const text = wrapName(graph.name[v]);
            lines.set(v, { text, width: Math.max(...text.map(line => context.measureText(line).width)) });
        }
        return lines.get(v);
    };

    /** Right, left, below, above; the side that it had first, so that names do not jump. */
    const boxes = (v, x, y, away, { text, width }) => {
        const height = text.length * LABEL_LINE, middle = y - height / 2;
        const all = [[x + away, middle, "left"], [x - away - width, middle, "right"],
                     [x - width / 2, y + away, "center"], [x - width / 2, y - away - height, "center"]];
        const first = side.get(v) ?? 0;
        return [first, 0, 1, 2, 3].map(which => {
            const [left, top, align] = all[which];
            return { which, left, top, right: left + width, bottom: top + height, align };
        });
    };

    /** Names of `wanted`, in that order, on a stage of that size. */
    const draw = (context, wanted, view, width, height) => {
        const inSight = [];
        const taken = [{ left: width - LABEL_CORNER.width, right: width, top: 0, bottom: LABEL_CORNER.height }];
        let drawn = 0;
        for (const v of wanted) {
            const x = view.x + view.zoom * graph.x[v], y = view.y + view.zoom * graph.y[v];
            if (x < 0 || x > width || y < 0 || y > height)
                continue;
            inSight.push({ v, x, y, away: view.size * graph.radius[v] * 1.25 });
            if (inSight.length === TRIED)
                break;
        }
        const crowd = inSight.length > MARKS_AVOIDED, distance = crowd ? LABEL_DISTANCE : 0;
        if (!crowd) {
            for (const { x, y, away } of inSight)
                taken.push({ left: x - away, right: x + away, top: y - away, bottom: y + away });
        }
        context.font = `${LABEL_SIZE}px system-ui, sans-serif`;
        context.textBaseline = "top";
        context.lineJoin = "round";
        context.lineWidth = 3;
        context.strokeStyle = "#fff";
        context.fillStyle = "#1f2933";
        for (const { v, x, y, away } of inSight) {
            const text = textOf(context, v);
            const box = boxes(v, x, y, away + 3, text).find(b => b.left >= 2 && b.right <= width - 2 && b.top >= 2 &&
                b.bottom <= height - 2 && !taken.some(other => meet(b, other)));
            if (!box)
                continue;
            side.set(v, box.which);
            taken.push({ left: box.left - distance, right: box.right + distance, top: box.top - distance,
                         bottom: box.bottom + distance });
            context.textAlign = box.align;
            const at = box.align === "left" ? box.left : box.align === "right" ? box.right : x;
            text.text.forEach((line, i) => {
                context.strokeText(line, at, box.top + i * LABEL_LINE + 1);
                context.fillText(line, at, box.top + i * LABEL_LINE + 1);
            });
            if (++drawn === LABELS)
                break;
        }
    };
    return { draw };
};
