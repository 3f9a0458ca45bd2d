// SPDX-License-Identifier: GPL-3.0-or-later
// Which forms are shown, and what marks mean.

/** Ties that are to be seen, of all there are; one with two directions counts twice, as in tables. */
const countShown = (graph, hidden) => {
    let shown = 0, all = 0;
    graph.data.forms.forEach((form, number) => {
        shown += hidden.has(number) ? 0 : form.drawn;
        all += form.ties;
    });
    return { shown, all };
};

/** `change` is called with the set of hidden forms. */
const makeFilters = (graph, change) => {
    const hidden = new Set();
    const said = make("p", { class: "said", role: "status" });
    const tell = () => {
        const { shown, all } = countShown(graph, hidden);
        said.textContent = graph.say("shown", shown, all);
    };
    const choices = graph.data.forms.map((form, number) => make("label", {},
        make("input", {
            type: "checkbox", checked: true, value: form.key,
            change: event => {
                hidden[event.target.checked ? "delete" : "add"](number);
                tell();
                change(hidden);
            },
        }),
        sampleOfForm(graph, number), make("span", { class: "what" }, form.name),
        make("span", { class: "many" }, graph.number(form.ties))));
    tell();
    return make("fieldset", { class: "forms" }, make("legend", {}, graph.say("forms")), ...choices, said);
};

/** Groups and their marks; null where there is nothing to tell apart. */
const makeKey = graph => {
    const { groups, marks } = graph.data, own = marks.length - 1;
    const items = groups.names.slice(0, own).map((name, group) => make("li", {}, sampleOfMark(marks[group]), name));
    if (groups.rest !== null)
        items.push(make("li", {}, sampleOfMark(marks[own]), groups.rest));
    if (graph.silent.includes(1))
        items.push(make("li", {}, sampleOfMark({ ...marks[own], outline: [] }, true), graph.say("silent")));
    if (groups.attribute !== null)
        items.unshift(make("li", { class: "attribute" }, groups.attribute));
    return items.length === 0 ? null : make("ul", { class: "key" }, ...items);
};
