// SPDX-License-Identifier: GPL-3.0-or-later
// The chosen organisation and its partners as text, form by form: what the picture shows, for who cannot see it, and
// for who wants it in words.

const SPOKEN = 12; // partners whose names are read aloud

/** What is known of an organisation, in a few words each. */
const factsOf = (graph, v) => {
    const facts = [];
    if (graph.groupName(v) !== null)
        facts.push(graph.groupName(v));
    if (graph.value && graph.value[v] !== null)
        facts.push(`${graph.data.measure} ${graph.number(graph.value[v])}`);
    if (graph.silent[v])
        facts.push(graph.say("silent"));
    return facts;
};

/** Which way a tie goes, seen from an organisation: a sign and a word; empty for a tie without direction. */
const directionOf = (graph, t, v) => {
    if (graph.undirected[t])
        return ["", ""];
    const [out, back] = graph.low[t] === v ? [graph.forward[t], graph.backward[t]]
                                           : [graph.backward[t], graph.forward[t]];
    return out > 0 && back > 0 ? ["↔", graph.say("both")] : out > 0 ? ["→", graph.say("to")] : ["←", graph.say("from")];
};

const weightOf = (graph, t) => Math.max(graph.forward[t], graph.backward[t]);

const makePartners = (graph, choose) => {
    const place = make("div", { class: "partners", hidden: true });
    const said = make("p", { class: "unseen", role: "status" });

    const listOf = (v, form, ties) => make("li", {},
        make("h5", {}, sampleOfForm(graph, form), graph.data.forms[form].name),
        make("ul", {}, ...ties.map(t => {
            const other = graph.other(t, v), [sign, word] = directionOf(graph, t, v);
            return make("li", {}, make("button", { type: "button", "data-organisation": other, click: () => choose(other) },
                sign === "" ? null : make("span", { class: "way", title: word }, sign),
                sign === "" ? null : make("span", { class: "unseen" }, `${word}: `),
                nameOf(graph, other)),
                make("span", { class: "many", title: graph.say("weight", weightOf(graph, t)) },
                    graph.number(weightOf(graph, t))));
        })));

    const show = (v, hidden) => {
        place.hidden = v < 0;
        if (v < 0) {
            said.textContent = "";
            return;
        }
        const byForm = graph.data.forms.map(() => []);
        for (const t of graph.tiesOf(v)) {
            if (!hidden.has(graph.form[t]))
                byForm[graph.form[t]].push(t);
        }
        for (const ties of byForm)
            ties.sort((a, b) => weightOf(graph, b) - weightOf(graph, a) || a - b);
        const partners = graph.neighbours(v, hidden);
        const some = hidden.size > 0 ? "partners_seen" : "partners";
        const count = graph.say(some, hidden.size > 0 || graph.data.ties.left_out === 0 ? partners.size : graph.partners[v]);
        const facts = factsOf(graph, v);
        place.replaceChildren(...[
            make("h4", {}, nameOf(graph, v),
                make("button", { type: "button", class: "release", title: graph.say("release"),
                                 "aria-label": graph.say("release"), click: () => choose(-1) }, "×")),
            make("p", { class: "facts" }, [...facts, count].join(" · ")),
            graph.data.ties.left_out > 0 && hidden.size === 0 && partners.size < graph.partners[v]
                ? make("p", { class: "facts" }, graph.say("only_drawn", partners.size, graph.partners[v])) : null,
            make("ul", {}, ...byForm.flatMap((ties, form) => ties.length > 0 ? [listOf(v, form, ties)] : [])),
        ].filter(child => child !== null));
        const names = [...partners].slice(0, SPOKEN).map(other => graph.name[other]);
        said.textContent = `${graph.name[v]}: ${[...facts, count].join(", ")}. ${names.join(", ")}` +
            (partners.size > SPOKEN ? ", …" : "");
    };
    return { place, said, show };
};
