// SPDX-License-Identifier: GPL-3.0-or-later
// Marks and dashed lines for sigma, whose own programs know circles and unbroken lines only. The outline of a mark and
// the dashes of a form are written into the text of their shaders.
//
// Of sigma: u_sizeRatio turns a size into pixels, 2 * u_correctionRatio pixels into places of the matrix; colours are
// blended as if multiplied by their opacity; while PICKING_MODE is defined, an item is drawn in the colour of its id.
//
// Each item has six corners of its own, two triangles, and is no instance of one: computers that draw without a graphics
// card take several times as long for a hundred thousand instances.

const LEAST_PICKED = 5;    // pixels
const LEAST_THICKNESS = 0.6;
const LEAST_DASH = 1.3;
const RIM = 0.13;          // of the radius
const FLOAT = 0x1406, BYTE = 0x1401, TRIANGLES = 4; // as WebGL numbers them

/** Six corners, each with its own place in a square and with what they share, into an array of numbers. */
const setCorners = (array, start, corners, shared) => {
    for (const [x, y] of corners) {
        array[start++] = x;
        array[start++] = y;
        for (const number of shared)
            array[start++] = number;
    }
};
const MARK_CORNERS = [[-1, -1], [1, -1], [1, 1], [-1, -1], [1, 1], [-1, 1]];
const LINE_CORNERS = [[0, -1], [1, -1], [1, 1], [0, -1], [1, 1], [0, 1]];

const decimal = number => number.toFixed(4);
const vector = (x, y) => `vec2(${decimal(x)}, ${decimal(y)})`;

/** How far a place is outside an outline, or below 0 inside: over all its edges, the least distance, and a change of
 * sign for each that a line from the place crosses. */
const distanceShader = outline => {
    if (outline.length === 0)
        return "float distanceTo(vec2 p) { return length(p) - 1.0; }";
    const corners = [];
    for (let i = 0; i < outline.length; i += 2)
        corners.push([outline[i] / 100, outline[i + 1] / 100]);
    const edges = corners.map(([x, y], i) => {
        const [toX, toY] = corners[(i + 1) % corners.length];
        return `edge(p, ${vector(x, y)}, ${vector(toX, toY)}, d, s);`;
    });
    return `
void edge(vec2 p, vec2 from, vec2 to, inout float d, inout float s) {
    vec2 e = to - from, w = p - from, b = w - e * clamp(dot(w, e) / dot(e, e), 0.0, 1.0);
    bvec3 c = bvec3(p.y >= from.y, p.y < to.y, e.x * w.y > e.y * w.x);
    d = min(d, dot(b, b));
    if (all(c) || all(not(c)))
        s = -s;
}
float distanceTo(vec2 p) {
    float d = 1e9, s = 1.0;
    ${edges.join("\n    ")}
    return s * sqrt(d);
}`;
};

const MARK_VERTEX = `
attribute vec4 a_id;
attribute vec4 a_fill;
attribute vec4 a_line;
attribute vec2 a_position;
attribute float a_size;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_reach;
varying vec4 v_fill;
varying vec4 v_line;
varying vec2 v_place;
varying float v_pixel;
const float bias = 255.0 / 254.0;
void main() {
    float radius = a_size / u_sizeRatio;
    #ifdef PICKING_MODE
    radius = max(radius, ${decimal(LEAST_PICKED)});
    v_fill = v_line = a_id;
    #else
    v_fill = a_fill;
    v_line = a_line;
    #endif
    v_fill.a *= bias;
    v_line.a *= bias;
    v_pixel = 1.0 / radius;
    v_place = a_corner * (u_reach + v_pixel);
    vec2 away = v_place * radius * 2.0 * u_correctionRatio;
    gl_Position = vec4((u_matrix * vec3(a_position + vec2(away.x, -away.y), 1)).xy, 0, 1);
}`;

const markFragment = outline => `
precision highp float;
varying vec4 v_fill;
varying vec4 v_line;
varying vec2 v_place;
varying float v_pixel;
${distanceShader(outline)}
void main() {
    float d = distanceTo(v_place);
    #ifdef PICKING_MODE
    gl_FragColor = d > 0.0 ? vec4(0.0) : v_fill;
    #else
    float rim = smoothstep(-v_pixel, 0.0, d + ${decimal(RIM)}) * min(1.0, ${decimal(RIM)} / v_pixel);
    vec4 colour = mix(v_fill, v_line, rim);
    gl_FragColor = colour * (1.0 - smoothstep(-0.5 * v_pixel, 0.5 * v_pixel, d));
    #endif
}`;

/** A class of sigma's for marks of a shape. */
const markProgram = mark => {
    const { NodeProgram } = Sigma.rendering, { floatColor } = Sigma.utils;
    return class extends NodeProgram {
        getDefinition() {
            return {
                VERTICES: 6, METHOD: TRIANGLES, VERTEX_SHADER_SOURCE: MARK_VERTEX,
                FRAGMENT_SHADER_SOURCE: markFragment(mark.outline),
                UNIFORMS: ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_reach"],
                ATTRIBUTES: [
                    { name: "a_corner", size: 2, type: FLOAT },
                    { name: "a_position", size: 2, type: FLOAT },
                    { name: "a_size", size: 1, type: FLOAT },
                    { name: "a_fill", size: 4, type: BYTE, normalized: true },
                    { name: "a_line", size: 4, type: BYTE, normalized: true },
                    { name: "a_id", size: 4, type: BYTE, normalized: true },
                ],
            };
        }

        processVisibleItem(id, start, data) {
            setCorners(this.array, start, MARK_CORNERS,
                [data.x, data.y, data.size, floatColor(data.color), floatColor(data.line), id]);
        }

        setUniforms({ matrix, sizeRatio, correctionRatio }, { gl, uniformLocations: at }) {
            gl.uniformMatrix3fv(at.u_matrix, false, matrix);
            gl.uniform1f(at.u_sizeRatio, sizeRatio);
            gl.uniform1f(at.u_correctionRatio, correctionRatio);
            gl.uniform1f(at.u_reach, reachOf(mark));
        }
    };
};

const LINE_VERTEX = `
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_growth;
uniform float u_least;
varying float v_along;
varying float v_across;
varying float v_half;
void main() {
    vec2 way = a_to - a_from;
    float pixels = length(way) / (2.0 * u_correctionRatio);
    float half_width = 0.5 * max(a_width / u_sizeRatio, ${decimal(LEAST_THICKNESS)});
    float unit = max((1.0 + u_growth * a_width) / u_sizeRatio, u_least);
    vec2 aside = vec2(-way.y, way.x) / max(length(way), 1e-9);
    v_half = half_width;
    v_across = a_corner.y * (half_width + 0.5);
    v_along = a_corner.x * pixels / unit;
    vec2 place = mix(a_from, a_to, a_corner.x) + aside * v_across * 2.0 * u_correctionRatio;
    gl_Position = vec4((u_matrix * vec3(place, 1)).xy, 0, 1);
}`;

/** Is a place along the line in a gap? */
const gapShader = dash => {
    let end = 0;
    const gaps = dash.map((length, i) => {
        const start = end;
        end += length;
        return i % 2 ? `(at > ${decimal(start)} && at < ${decimal(end)})` : null;
    }).filter(gap => gap !== null);
    return dash.length === 0 ? "" : `
    float at = mod(v_along, ${decimal(end)});
    if (${gaps.join(" || ")})
        discard;`;
};

const lineFragment = dash => `
precision highp float;
varying float v_along;
varying float v_across;
varying float v_half;
uniform vec3 u_colour;
uniform float u_opacity;
void main() {${gapShader(dash)}
    float cover = clamp(v_half + 0.5 - abs(v_across), 0.0, 1.0) * min(1.0, 2.0 * v_half);
    gl_FragColor = vec4(u_colour, 1.0) * cover * u_opacity;
}`;

/** A class of sigma's for the lines of a form, which cannot be pointed at. */
const lineProgram = (graph, form) => {
    const { EdgeProgram } = Sigma.rendering, { colorToArray } = Sigma.utils;
    const dashed = form.dash.length > 0, colour = colorToArray(form.colour).slice(0, 3).map(part => part / 255);
    return class extends EdgeProgram {
        getDefinition() {
            return {
                VERTICES: 6, METHOD: TRIANGLES, VERTEX_SHADER_SOURCE: LINE_VERTEX,
                FRAGMENT_SHADER_SOURCE: lineFragment(form.dash),
                UNIFORMS: ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_growth", "u_least", "u_colour", "u_opacity"],
                ATTRIBUTES: [
                    { name: "a_corner", size: 2, type: FLOAT },
                    { name: "a_from", size: 2, type: FLOAT },
                    { name: "a_to", size: 2, type: FLOAT },
                    { name: "a_width", size: 1, type: FLOAT },
                ],
            };
        }

        processVisibleItem(id, start, from, to, data) {
            setCorners(this.array, start, LINE_CORNERS, [from.x, from.y, to.x, to.y, data.size]);
        }

        setUniforms({ matrix, sizeRatio, correctionRatio }, { gl, uniformLocations: at }) {
            gl.uniformMatrix3fv(at.u_matrix, false, matrix);
            gl.uniform1f(at.u_sizeRatio, sizeRatio);
            gl.uniform1f(at.u_correctionRatio, correctionRatio);
            gl.uniform1f(at.u_growth, dashed ? form.growth[0] / form.dash[0] : 0); // alike for all dashes
            gl.uniform1f(at.u_least, dashed ? LEAST_DASH / Math.min(...form.dash) : 1);
            gl.uniform3f(at.u_colour, ...colour);
            gl.uniform1f(at.u_opacity, graph.data.ties.opacity);
        }
    };
};
