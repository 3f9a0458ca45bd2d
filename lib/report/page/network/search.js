// SPDX-License-Identifier: GPL-3.0-or-later
// A text field that suggests organisations: a combobox as the ARIA practices have it.

const SUGGESTIONS = 8;

/** Without capitals and accents, so that "gemeente" finds "Gemeente" and "creche" finds "Crèche". */
const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Those that begin with the text first, then those of which a word does, then those that have it anywhere; each in
 * order of importance. Says also how many there are. */
const makeFinder = graph => {
    let names = null;
    return text => {
        names ??= graph.name.map((name, v) => graph.key[v] === name ? folded(name) : folded(`${name} ${graph.key[v]}`));
        const wanted = folded(text.trim()), best = [[], [], []];
        let count = 0;
        if (wanted === "")
            return { found: [], count };
        for (const v of graph.order) {
            const place = names[v].indexOf(wanted);
            if (place < 0)
                continue;
            count++;
            const rank = place === 0 ? 0 : names[v].includes(` ${wanted}`) ? 1 : 2;
            if (best[rank].length < SUGGESTIONS)
                best[rank].push(v);
        }
        return { found: best.flat().slice(0, SUGGESTIONS), count };
    };
};

/** `choose` is called with an organisation, `release` when Escape finds nothing left to close. */
const makeSearch = (graph, choose, release) => {
    const find = makeFinder(graph);
    let found = [], active = -1;
    const list = make("ul", { id: "network-found", role: "listbox", hidden: true, "aria-label": graph.say("search") });
    const count = make("p", { class: "unseen", role: "status" });
    const input = make("input", {
        id: "network-search", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false",
        "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "network-found",
    });

    const close = () => {
        list.hidden = true;
        active = -1;
        input.setAttribute("aria-expanded", "false");
        input.removeAttribute("aria-activedescendant");
    };
    const take = v => {
        input.value = graph.name[v];
        close();
        choose(v);
    };
    const activate = place => {
        active = (place + found.length) % found.length;
        [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
        input.setAttribute("aria-activedescendant", `network-found-${active}`);
    };
    const suggest = () => {
        const answer = find(input.value);
        found = answer.found;
        close();
        list.replaceChildren(...found.map((v, i) => make("li", {
            id: `network-found-${i}`, role: "option", "aria-selected": "false",
            // before the field loses the focus and the list closes
            pointerdown: event => { event.preventDefault(); take(v); },
        }, sampleOfMark(graph.mark(v), graph.silent[v]), nameOf(graph, v))));
        list.hidden = found.length === 0;
        input.setAttribute("aria-expanded", String(found.length > 0));
        count.textContent = input.value.trim() === "" ? "" : graph.say("found", answer.count);
        count.classList.toggle("unseen", answer.count > 0);
    };

    input.addEventListener("input", suggest);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", event => {
        const open = !list.hidden;
        if (event.key === "Enter" && found.length > 0 && open)
            take(found[Math.max(0, active)]);
        else if (event.key === "ArrowDown" && open)
            activate(active + 1);
        else if (event.key === "ArrowUp" && open)
            activate(active < 0 ? -1 : active - 1);
        else if (event.key === "Escape" && open)
            close();
        else if (event.key === "Escape") {
            input.value = "";
            release();
        } else
            return;
        event.preventDefault();
        event.stopPropagation();
    });
    return make("div", { class: "search" },
        make("label", { for: "network-search" }, graph.say("search")), input, list, count);
};
