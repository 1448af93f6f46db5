// The matrix of a day's values by keyboard. Without this script the same form works by its check boxes and buttons.
"use strict";
(() => {
    const form = document.querySelector("form[data-review]");
    if (!form) { return; }
    const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
    const rows = all("table.cells tbody tr", form)
        .map((row) => all("td", row).map((cell) => cell.querySelector("input")));
    const cells = rows.flat().filter((cell) => cell);
    const reading = form.querySelector("[data-reading]");
    const reasons = all("select[name=reason] option[data-digit]", form);
    const keys = form.querySelector("[data-keys]");
    if (keys) { keys.hidden = false; }
    if (reading) { reading.hidden = false; }

    const enter = (cell) => { for (const other of cells) { other.tabIndex = other === cell ? 0 : -1; } };
    const first = cells.find((cell) => cell.hasAttribute("data-at"))
        || cells.find((cell) => cell.closest("td.query")) || cells[0];
    if (first) { enter(first); }
    const led = cells.find((cell) => cell.hasAttribute("data-at"));
    if (led) { led.focus(); }

    // The nearest cell that takes a decision, step by step in one direction.
    const next = (cell, down, right) => {
        let row = rows.findIndex((line) => line.includes(cell));
        let column = rows[row].indexOf(cell);
        for (;;) {
            row += down;
            column += right;
            if (!rows[row] || column < 0 || column >= rows[row].length) { return null; }
            if (rows[row][column]) { return rows[row][column]; }
        }
    };

    // What the page chose belongs to the value it led to; who moves on means something else.
    let picked = led ? cells.filter((cell) => cell.checked) : [];
    const leave = () => {
        for (const cell of picked) { cell.checked = false; }
        picked = [];
    };

    const submit = (cell, decision) => {
        if (!cells.some((other) => other.checked)) { cell.checked = true; }
        const goal = decision === "undo" ? cell : next(cell, 0, 1) || cell;
        form.elements.at.value = goal.dataset.place;
        const button = document.createElement("button");
        button.name = "decision";
        button.value = decision;
        button.hidden = true;
        form.append(button);
        form.requestSubmit(button);
        button.remove();
    };

    // What a reason asks for is asked for before it is sent; Enter there sends it.
    let pending = null;
    const flag = (cell, digit, isDoubt) => {
        const reason = reasons.find((option) => option.dataset.digit === digit);
        if (!reason) { return; }
        const field = !reason.dataset.asks ? null
            : reason.dataset.asks.includes("记录") ? (isDoubt ? null : form.elements.citation) : form.elements.note;
        if (field && !field.value.trim()) {
            reason.selected = true;
            pending = { cell, decision: isDoubt ? "doubt" : "reject" };
            field.focus();
            return;
        }
        submit(cell, `${isDoubt ? "doubt" : "reject"}:${reason.value}`);
    };
    for (const field of [form.elements.note, form.elements.citation]) {
        if (!field) { continue; }
        field.addEventListener("keydown", (event) => {
            if (event.key !== "Enter" || !pending || event.isComposing) { return; }
            event.preventDefault();
            submit(pending.cell, pending.decision);
        });
    }

    const views = all("[data-views] a");
    const view = (step) => {
        const now = views.findIndex((link) => link.hasAttribute("aria-current"));
        const link = views[(now + step + views.length) % views.length];
        if (link) { link.click(); }
    };

    form.addEventListener("keydown", (event) => {
        const cell = event.target;
        if (!cells.includes(cell) || event.altKey || event.ctrlKey || event.metaKey) { return; }
        const moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
        const move = moves[event.key];
        const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
        const mayDecide = form.querySelector("button[name=decision]") !== null;
        if (move) {
            const goal = next(cell, move[0], move[1]);
            if (goal) {
                leave();
                enter(goal);
                goal.focus();
            }
        } else if (event.key === "Enter" && mayDecide) {
            submit(cell, "accept");
        } else if (digit && mayDecide) {
            flag(cell, digit[1], event.shiftKey);
        } else if (event.key.toLowerCase() === "u" && mayDecide) {
            submit(cell, "undo");
        } else if (event.key.toLowerCase() === "o") {
            // The hour with its minutes, its checks and the contractor's records.
            const [, hour, station] = cell.dataset.place.split("@");
            location.assign(`/air/stations/${station}/hours/${form.elements.day.value}/${hour}`);
        } else {
            return;
        }
        event.preventDefault();
    });
    // These lead elsewhere and hold wherever nothing is typed.
    document.addEventListener("keydown", (event) => {
        const isTyping = event.target.closest("input:not([type=checkbox]), select, textarea");
        if (isTyping || event.altKey || event.ctrlKey || event.metaKey) { return; }
        if (event.key.toLowerCase() === "f") {
            view(event.shiftKey ? -1 : 1);
        } else if (event.key.toLowerCase() === "n") {
            const link = document.querySelector("[data-queue]");
            if (link) { link.click(); }
        }
    });
    // The course of the value's day beside its neighbours and the day before; it follows the focus when that rests.
    const beside = document.querySelector("[data-beside]");
    let shown = "";
    let resting = null;
    const draw = async (cell) => {
        const [item, , station] = cell.dataset.place.split("@");
        const address = new URL(beside.dataset.beside, location.href);
        address.search = new URLSearchParams({ day: form.elements.day.value, item, station, part: "card" });
        if (address.search === shown) { return; }
        shown = address.search;
        try {
            const answer = await fetch(address, { credentials: "same-origin" });
            if (!answer.ok) { throw new Error(String(answer.status)); }
            const text = await answer.text();
            if (address.search === shown) { beside.innerHTML = text; }
        } catch (error) {
            console.warn("chart", error);
            shown = "";
        }
    };
    form.addEventListener("focusin", (event) => {
        if (!cells.includes(event.target)) { return; }
        if (beside) {
            clearTimeout(resting);
            resting = setTimeout(draw, 200, event.target);
        }
        enter(event.target);
        if (reading) { reading.textContent = event.target.getAttribute("aria-label"); }
    });
})();
