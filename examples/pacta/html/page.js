"use strict";
(() => {
    const root = document.documentElement;
    const find = (selector, within = document) => within.querySelector(selector);
    const all = (selector, within = document) => [...within.querySelectorAll(selector)];

    /* A new element; `content` is text, an element, or a list of them. */
    function make(tag, properties = {}, content = []) {
        const element = Object.assign(document.createElement(tag), properties);
        element.append(...[content].flat().filter((part) => part !== null && part !== undefined));
        return element;
    }

    /* ---- Documents: the text, its records, and where they are marked ---- */

    const arrays = { r: "references", i: "instruments", q: "quotations", c: "clauses", p: "provisions", d: "diagnostics" };

    class Page {
        constructor(article) {
            this.article = article;
            this.name = article.dataset.name;
            this.sheet = find(".text", article);
            this.side = find(".side", article);
            this.text = this.sheet.textContent;
            this.records = JSON.parse(find("script.records", article).textContent);
            this.marks = all("[data-r]", this.sheet);
            this.nodes = null;
            this.elements = new Map(); /* by key */
            for (const mark of this.marks) {
                const key = mark.dataset.r;
                if (!this.elements.has(key))
                    this.elements.set(key, []);
                this.elements.get(key).push(mark);
            }
            this.citing = new Map(); /* references by the provision that they name */
            this.records.references.forEach((reference, index) => {
                for (const target of reference.targets)
                    if (target.provision !== undefined && target.provision !== null)
                        this.citing.set(target.provision, (this.citing.get(target.provision) || new Set()).add(index));
            });
        }

        record(key) {
            return this.records[arrays[key[0]]][Number(key.slice(1))];
        }

        words(span) {
            return this.text.slice(span.begin, span.end).replace(/\s+/g, " ").trim();
        }

        anchor(provision) {
            const [label] = this.elements.get("p" + provision) || [];
            return label;
        }

        /* The element that holds the character at an offset. */
        at(offset) {
            if (this.nodes === null) {
                this.nodes = [];
                const walker = document.createTreeWalker(this.sheet, NodeFilter.SHOW_TEXT);
                for (let begin = 0; walker.nextNode(); begin += walker.currentNode.length)
                    this.nodes.push({ begin, node: walker.currentNode });
            }
            let low = 0;
            for (let high = this.nodes.length; high - low > 1;) {
                const middle = (low + high) >> 1;
                if (this.nodes[middle].begin <= offset)
                    low = middle;
                else
                    high = middle;
            }
            return this.nodes[low].node.parentElement;
        }
    }

    const pages = all("article.document").map((article) => new Page(article));
    let page = pages[0];
    if (!page) /* none could be read */
        return;

    /* ---- The record of a mark, in words ---- */

    const titles = { r: "Reference", i: "Instrument", q: "Quotation", c: "Norm", p: "Provision", d: "To note" };
    const classes = { r: "reference", i: "instrument", q: "quotation", c: "clause", p: "provision", d: "diagnostic" };
    const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

    /* Words of the text that lead to where they stand. */
    function jump(span, said) {
        const button = make("button", { type: "button", className: "jump" }, said || page.words(span));
        button.addEventListener("click", () => go(page.at(span.begin)));
        return button;
    }

    function toRecord(key, said) {
        const button = make("button", { type: "button", className: "jump" }, said);
        button.addEventListener("click", () => {
            const [mark] = page.elements.get(key) || [];
            if (mark)
                go(mark);
            show([key]);
        });
        return button;
    }

    /* An item is named behind what it is an item of: "Article 4, 2., (a)". */
    function provisionName(index) {
        const provision = page.records.provisions[index];
        const parts = [provision.label, provision.heading].filter(Boolean).map((span) => page.words(span));
        const name = parts.join(" ") || provision.eid;
        const around = page.records.provisions[provision.parent];
        const isItem = around && around.label && provision.eid.startsWith(around.eid + "__");
        return isItem ? `${provisionName(provision.parent)}, ${name}` : name;
    }

    function toProvision(index) {
        const label = page.anchor(index);
        const name = provisionName(index);
        return label && label.id ? make("a", { href: "#" + encodeURIComponent(label.id) }, name) : name;
    }

    function instrumentName(id) {
        if (id === null || id === undefined)
            return null;
        const index = page.records.instruments.findIndex((instrument) => instrument.id === id);
        const known = index >= 0 ? page.records.instruments[index] : null;
        const code = make("code", {}, id);
        return known && known.title ? [toRecord("i" + index, known.title), " ", code] : code;
    }

    function source(value) {
        if (!value)
            return null;
        return [jump(value), ` (${value.kind}${value.stands_for ? ": " + value.stands_for : ""})`];
    }

    const someProvision = (index) => (index === null || index === undefined ? null : toProvision(index));
    const list = (items, to) => (items.length > 0 ? items.map(to) : null);
    const few = 12;

    /* What can be long is cut, and says so. */
    function many(items, to) {
        const shown = items.slice(0, few).map(to);
        if (items.length > few)
            shown.push(`and ${items.length - few} more`);
        return shown.length > 0 ? shown : null;
    }

    function target(value, reference) {
        const end = value.through === "" ? " and further" : value.through ? ` to ${value.through}` : "";
        const parts = [make("code", {}, value.eid + end)];
        if (value.provision !== undefined && value.provision !== null)
            parts.push(" ", toProvision(value.provision));
        if (value.instrument && value.instrument !== reference.instrument)
            parts.push(" of ", make("code", {}, value.instrument));
        return parts;
    }

    const resolutions = {
        registry: "the table of instruments knows the name", symbol: "by its number", defined: "the text defines the name",
        named: "named in full", context: "from the context", internal: "a provision of this document",
        dangling: "there is no such provision", unresolved: "which instrument is open",
    };

    /* Rows of a name and one value, or several. */
    const fields = {
        r: (reference) => [
            ["Instrument", reference.instrument === "this" ? "this document" : instrumentName(reference.instrument)],
            ["Provisions", many(reference.targets, (value) => target(value, reference))],
            ["Found", resolutions[reference.resolution] || reference.resolution],
            ["Rule", reference.rule && make("code", {}, reference.rule)],
        ],
        i: (instrument, key) => [
            ["Title", instrument.title],
            ["Id", make("code", {}, instrument.id)],
            ["Address", /^https?:/i.test(instrument.iri || "") ? make("a", { href: instrument.iri, rel: "noreferrer" }, instrument.iri) : instrument.iri],
            ["Called", list(instrument.aliases, (alias) => alias)],
            ["Mentions", many(instrument.mentions, (mention) => jump(mention))],
            ["Cited", many(page.records.references.flatMap((reference, index) => (reference.instrument === instrument.id ? [index] : [])),
                (index) => toRecord("r" + index, page.words(page.records.references[index])))],
        ],
        q: (quotation) => [
            ["Kind", { provision: "words of an instrument", statement: "somebody’s words", title: "a title", term: "a term, or words set off" }[quotation.kind]],
            ["Source", source(quotation.source)],
            ["Passed on by", source(quotation.carrier)],
            ["Said with", quotation.cue && jump(quotation.cue)],
            ["Provision", quotation.reference !== null ? toRecord("r" + quotation.reference, page.words(page.records.references[quotation.reference])) : null],
            ["Goes on from", quotation.continues !== null ? toRecord("q" + quotation.continues, page.words(page.records.quotations[quotation.continues]).slice(0, 60)) : null],
            ["Inside", quotation.parent !== null ? toRecord("q" + quotation.parent, page.words(page.records.quotations[quotation.parent]).slice(0, 60)) : null],
        ],
        c: (clause) => [
            ["Who", clause.actor && jump(clause.actor)],
            ["Words", clause.cue && page.words(clause.cue)],
            ["Condition", list(clause.conditions, (span) => jump(span))],
            ["Exception", list(clause.exceptions, (span) => jump(span))],
            ["Topic", clause.topic && clause.topic.replace(/-/g, " ")],
            ["Stands in", clause.provision !== null ? toProvision(clause.provision) : clause.eid && make("code", {}, clause.eid)],
            ["Instrument", clause.instrument === "this" ? null : instrumentName(clause.instrument)],
            ["Cites", many(clause.references, (index) => toRecord("r" + index, page.words(page.records.references[index])))],
            ["Given", { text: null, quoted: "in a quotation", reported: "in the reporter’s words" }[clause.origin]],
            ["Source", source(clause.source)],
        ],
        p: (provision, key) => [
            ["Unit", provision.unit],
            ["Address", make("code", {}, provision.eid)],
            ["Heading", provision.heading && page.words(provision.heading)],
            ["Inside", someProvision(provision.parent)],
            ["Cited by", many([...(page.citing.get(Number(key.slice(1))) || [])],
                (index) => toRecord("r" + index, `${page.words(page.records.references[index])}${citedFrom(index)}`))],
        ],
        d: (diagnostic) => [["What", diagnostic.message], ["Code", make("code", {}, diagnostic.code)]],
    };

    /* The provision that a reference stands in. */
    function citedFrom(index) {
        const reference = page.records.references[index];
        let inside = -1;
        page.records.provisions.forEach((provision, at) => {
            if (provision.begin <= reference.begin && reference.end <= provision.end && !/__/.test(provision.eid))
                inside = at;
        });
        return inside < 0 ? "" : ` in ${provisionName(inside)}`;
    }

    function quoted(key, record) {
        const span = key[0] === "p" ? record.label || record.heading : key[0] === "i" ? null : record;
        return span ? make("blockquote", {}, page.words(span)) : null;
    }

    function section(key) {
        const record = page.record(key);
        if (!record)
            return null;
        const kind = key[0] === "c" ? record.modality || "none" : "";
        const title = key[0] === "c" && record.modality ? capital(record.modality) : titles[key[0]];
        const rows = fields[key[0]](record, key).filter(([, value]) => value);
        return make("section", { className: `${classes[key[0]]} ${kind}` }, [
            make("h2", {}, title),
            quoted(key, record),
            make("dl", {}, rows.flatMap(([name, value]) => [
                make("dt", {}, name),
                ...(Array.isArray(value) && value.some(Array.isArray) ? value : Array.isArray(value) && name !== "Source" && name !== "Passed on by" && name !== "Instrument" ? value : [value])
                    .map((one) => make("dd", {}, one)),
            ])),
        ]);
    }

    /* ---- Showing: hover for a look, click or focus to keep ---- */

    const panel = find("#ui-record");
    const panelFields = find(".fields", panel);
    const wide = matchMedia("(min-width: 72.01rem)");
    const order = "rqcipd"; /* what a reader asks for first */
    let kept = [];
    let lit = [];

    function keysAt(element) {
        const keys = [];
        for (let at = element; at && at !== page.sheet; at = at.parentElement) {
            const mark = at.closest("[data-r]");
            if (!mark || !page.sheet.contains(mark))
                break;
            if (!keys.includes(mark.dataset.r) && isShown(mark))
                keys.push(mark.dataset.r);
            at = mark;
        }
        return keys;
    }

    /* What belongs to a record elsewhere in the text: a quotation's source, a clause's actor. */
    function related(key) {
        const record = page.record(key);
        const spans = [record.source, record.carrier, record.cue, record.actor].filter(Boolean);
        return [...(page.elements.get(key) || []), ...spans.map((span) => page.at(span.begin)).filter((element) => element.dataset.r)];
    }

    function light(keys) {
        for (const element of lit)
            element.classList.remove("on");
        lit = keys.slice(0, 1).filter((key) => key[0] !== "p").flatMap((key) => (key[0] === "i" ? page.elements.get(key) || [] : related(key)));
        for (const element of lit)
            element.classList.add("on");
    }

    function show(keys) {
        const sections = keys.map(section).filter(Boolean);
        light(keys);
        panelFields.replaceChildren(...sections);
        panel.hidden = sections.length === 0 && !wide.matches;
        panel.scrollTop = 0;
        if (sections.length === 0 && wide.matches)
            panelFields.append(make("p", { className: "hint" },
                "Point at what is marked for its record; click to keep it here. j and k go from mark to mark."));
    }

    function keep(keys) {
        kept = keys;
        show(keys);
    }

    const pointing = (event) => (event.target.closest ? keysAt(event.target) : []);
    for (const each of pages) {
        each.sheet.addEventListener("pointerover", (event) => {
            if (event.pointerType !== "mouse" || !wide.matches)
                return;
            const keys = pointing(event);
            if (keys.length > 0)
                show(keys);
        });
        each.sheet.addEventListener("pointerleave", () => wide.matches && show(kept));
        each.sheet.addEventListener("click", (event) => {
            const keys = pointing(event);
            keep(keys);
            const mark = event.target.closest("[data-r]");
            if (mark)
                rove(mark);
        });
        each.sheet.addEventListener("focusin", (event) => {
            if (event.target.matches("[data-r]")) {
                keep(keysAt(event.target));
                rove(event.target);
            }
        });
    }
    find(".close", panel).addEventListener("click", () => keep([]));

    /* Goes to an element of the text and lets it be seen. */
    function go(element) {
        element.scrollIntoView({ block: "center" });
        element.classList.add("goal");
        setTimeout(() => element.classList.remove("goal"), 1600);
    }

    /* ---- From mark to mark: one stop for Tab, then j and k ---- */

    const modalities = all(".norms input").map((input) => input.value);
    const off = new Set();

    /* Whether the kind that an element marks is switched on. */
    function isShown(mark) {
        const key = mark.dataset.r;
        const kind = { r: "reference", i: "instrument", q: "quotation", p: "heading", d: "diagnostic" }[key[0]];
        if (key[0] === "c")
            return !off.has(page.record(key).modality || "none");
        if (key[0] === "q" && !mark.classList.contains("quotation"))
            return !off.has("source");
        return !off.has(kind);
    }

    /* Where one record begins: not its parts, nor pieces of it further on. */
    const isStop = (mark) => mark.matches(".clause, .quotation, .reference, .instrument, .diagnostic") && !mark.matches(".again") && isShown(mark);

    const walk = find(".walk");
    let stops = [];
    let stop = -1;
    let roving = null;

    function rove(mark) {
        if (roving && roving !== mark) /* would take the focus away */
            roving.removeAttribute("tabindex");
        roving = mark;
        mark.tabIndex = 0;
        stop = stops.indexOf(mark);
        place();
    }

    function place() {
        find(".place", walk).textContent = stops.length === 0 ? "none" : `${stop < 0 ? "–" : stop + 1} of ${stops.length}`;
    }

    /* The stop that is next on the screen where none is chosen. */
    function firstVisible() {
        const top = find("#ui-bar").getBoundingClientRect().bottom;
        const index = stops.findIndex((mark) => mark.getBoundingClientRect().top >= top);
        return index < 0 ? 0 : index;
    }

    function step(by) {
        if (stops.length === 0)
            return;
        const next = stop < 0 ? firstVisible() : (stop + by + stops.length) % stops.length;
        const mark = stops[next];
        rove(mark);
        mark.focus({ preventScroll: true });
        mark.scrollIntoView({ block: "center" });
        keep(keysAt(mark));
    }

    function findStops() {
        stops = page.marks.filter(isStop);
        stop = roving ? stops.indexOf(roving) : -1;
        if (stop < 0 && stops.length > 0) {
            if (roving)
                roving.removeAttribute("tabindex");
            roving = stops[0];
            roving.tabIndex = 0;
        }
        place();
    }

    find(".before", walk).addEventListener("click", () => step(-1));
    find(".after", walk).addEventListener("click", () => step(1));
    document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element) || event.target.matches("select, input"))
            return;
        if (event.key === "j" || event.key === "k")
            step(event.key === "j" ? 1 : -1);
        else if (event.key === "Escape")
            keep([]);
        else if (event.key === "Enter" && event.target.matches("mark[data-r]"))
            keep(keysAt(event.target));
    });

    /* ---- The legend: counts, and what is switched off ---- */

    function countOf(kind) {
        const records = page.records;
        const simple = { reference: records.references, instrument: records.instruments, quotation: records.quotations, heading: records.provisions,
            diagnostic: records.diagnostics }[kind];
        if (simple)
            return simple.length;
        if (kind === "source")
            return new Set([...records.quotations, ...records.clauses].filter((record) => record.source).map((record) => record.source.begin)).size;
        return records.clauses.filter((clause) => (clause.modality || "none") === kind).length;
    }

    function count() {
        for (const chip of all(".chip")) {
            const number = countOf(find("input", chip).value);
            find("output", chip).value = number;
            chip.hidden = number === 0;
        }
        for (const fieldset of all(".legend fieldset"))
            fieldset.hidden = all(".chip", fieldset).every((chip) => chip.hidden);
    }

    /* Classes tell the style sheet; clauses' parts have no class of their own for it. */
    function switchKinds() {
        off.clear();
        for (const input of all(".chip input"))
            if (!input.checked)
                off.add(input.value);
        root.dataset.off = [...off].join(" ");
        for (const mark of all(".actor, .condition, .exception", page.sheet))
            mark.classList.toggle("off", !isShown(mark));
        findStops();
        show(kept.filter((key) => (page.elements.get(key) || []).some(isShown)));
    }

    find(".legend").addEventListener("change", switchKinds);
    find(".legend").addEventListener("submit", (event) => event.preventDefault());

    /* ---- At the side: provisions, instruments, who is quoted ---- */

    function tally(title, entries, choose) {
        if (entries.length === 0)
            return [];
        return [make("h2", {}, title), make("ul", { className: "list" }, entries.map(([name, number, value]) => {
            const button = make("button", { type: "button" }, [make("span", {}, name), make("span", {}, String(number))]);
            button.addEventListener("click", () => choose(value));
            return make("li", {}, button);
        }))];
    }

    function sources() {
        const found = new Map();
        page.records.quotations.forEach((quotation, index) => {
            if (!quotation.source)
                return;
            const name = quotation.source.stands_for || page.words(quotation.source);
            found.set(name, [...(found.get(name) || []), index]);
        });
        return [...found].sort((a, b) => b[1].length - a[1].length).map(([name, indices]) => [name, indices.length, indices]);
    }

    function fillSide() {
        if (page.filled)
            return;
        page.filled = true;
        const tree = find(".tree", page.side);
        const hasTree = tree.childElementCount > 0;
        tree.hidden = !hasTree;
        if (hasTree)
            tree.prepend(make("h2", {}, "Provisions"));
        const instruments = page.records.instruments
            .map((instrument, index) => [instrument.title || instrument.id, instrument.mentions.length, "i" + index])
            .sort((a, b) => b[1] - a[1]);
        const turn = new Map(); /* a further click goes on to the next one */
        page.side.append(
            ...tally("Who is quoted", sources(), (indices) => {
                const at = ((turn.get(indices) ?? -1) + 1) % indices.length;
                turn.set(indices, at);
                const [mark] = page.elements.get("q" + indices[at]) || [];
                if (mark)
                    go(mark);
                keep(["q" + indices[at]]);
            }),
            ...tally("Instruments", instruments, (key) => {
                const marks = page.elements.get(key) || [];
                const at = ((turn.get(key) ?? -1) + 1) % Math.max(marks.length, 1);
                turn.set(key, at);
                if (marks.length > 0)
                    go(marks[at]);
                keep([key]);
                closeSide();
            }));
        page.side.hidden = page.side.querySelectorAll("li").length === 0;
    }

    const contents = find(".contents-button");
    const narrow = matchMedia("(max-width: 48rem)");
    function openSide(open) {
        page.side.classList.toggle("open", open);
        contents.setAttribute("aria-expanded", String(open));
    }
    const closeSide = () => openSide(false);
    contents.addEventListener("click", () => openSide(!page.side.classList.contains("open")));
    for (const each of pages)
        each.side.addEventListener("click", (event) => event.target.closest("a") && closeSide());
    document.addEventListener("keydown", (event) => event.key === "Escape" && closeSide());

    /* The tree shows where the reader is. */
    let here = null;
    function follow() {
        if (narrow.matches || !page.links)
            return;
        const top = find("#ui-bar").getBoundingClientRect().bottom + 48;
        let low = 0;
        for (let high = page.links.length; high - low > 1;) {
            const middle = (low + high) >> 1;
            if (page.links[middle].label.getBoundingClientRect().top <= top)
                low = middle;
            else
                high = middle;
        }
        const link = page.links[low] && page.links[low].link;
        if (!link || link === here)
            return;
        if (here)
            here.removeAttribute("aria-current");
        here = link;
        link.setAttribute("aria-current", "location");
        if (link.offsetParent && !page.side.matches(":hover")) {
            const box = link.getBoundingClientRect(), around = page.side.getBoundingClientRect();
            if (box.top < around.top + 40 || box.bottom > around.bottom - 40)
                page.side.scrollTop += box.top - around.top - around.height / 3;
        }
    }
    let following = 0;
    addEventListener("scroll", () => {
        if (!following)
            following = requestAnimationFrame(() => {
                following = 0;
                follow();
            });
    }, { passive: true });

    /* ---- One document at a time ---- */

    function choose(index) {
        closeSide();
        page = pages[index];
        for (const each of pages)
            each.article.hidden = each !== page;
        const about = page.records.document;
        const language = about.language ? new Intl.DisplayNames(["en"], { type: "language" }).of(about.language) : null;
        find(".tools .about").textContent = [about.form === "other" ? null : capital(about.form), language,
            `${about.bytes.toLocaleString("en")} bytes`].filter(Boolean).join(" · ");
        find(".tools .name").textContent = page.name;
        if (!page.links)
            page.links = all(".tree a", page.side).map((link) => ({ link, label: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
                .filter(({ link, label }) => label && (label.closest("h2, h3, h4, h5, h6") || !link.closest("details details")));
        fillSide();
        contents.hidden = page.side.hidden || !narrow.matches;
        count();
        roving = null;
        kept = [];
        switchKinds();
        measure();
        follow();
    }

    const bar = find("#ui-bar");
    function measure() {
        root.style.setProperty("--bar", `${bar.offsetHeight}px`);
        contents.hidden = page.side.hidden || !narrow.matches;
    }
    addEventListener("resize", measure);
    wide.addEventListener("change", () => show(kept));

    const picker = find(".picker select");
    if (pages.length > 1) {
        picker.append(...pages.map((each, index) => make("option", { value: index }, each.name)));
        picker.addEventListener("change", () => {
            choose(Number(picker.value));
            scrollTo(0, 0);
        });
        find(".picker").hidden = false;
        find(".tools .name").hidden = true;
    }

    /* An address inside the page leads to the document that has it. */
    function arrive() {
        const goal = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
        const index = goal ? pages.findIndex((each) => each.article.contains(goal)) : -1;
        if (index >= 0 && pages[index] !== page) {
            picker.value = index;
            choose(index);
        }
        if (index >= 0) {
            goal.scrollIntoView();
            if (goal.dataset.r)
                keep([goal.dataset.r]);
        }
    }
    addEventListener("hashchange", arrive);

    const theme = find(".theme");
    const darkByDefault = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : darkByDefault.matches);
    const nameTheme = () => (theme.textContent = isDark() ? "Light" : "Dark");
    theme.addEventListener("click", () => {
        root.dataset.theme = isDark() ? "light" : "dark";
        nameTheme();
    });
    darkByDefault.addEventListener("change", nameTheme);
    nameTheme();
    theme.hidden = false;
    walk.hidden = false;
    root.classList.add("walking");
    choose(0);
    arrive();
})();
