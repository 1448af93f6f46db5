// Makes working pages more comfortable. Every page works without this file.
//
// ChartData, the JSON that `ChartFragment.dataJSON` carries:
//   { "categories": ["1", …],
//     "axes":   [{ "unit": "μg/m³" }, { "unit": "mg/m³" }],   one or two; or { "steps": ["Ⅰ", "Ⅱ", …] } for classes
//     "series": [{ "name": "PM₂.₅", "axis": 0, "values": ["38", null, …],
//                  "type": "line" | "bar" | "step" | "target", "isHidden": false }],
//     "marks":  [{ "series": 0, "index": 6, "text": "待核：突跳" }],
//     "limits": [{ "axis": 0, "value": "75", "name": "二级浓度限值" }] }
"use strict";
(() => {
    const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

    // ---- Copy. `navigator.clipboard` does not exist on plain http, which is what an intranet often is.
    const copied = async (text) => {
        if (navigator.clipboard && window.isSecureContext) {
            try { await navigator.clipboard.writeText(text); return true; } catch { /* refused: the old way below */ }
        }
        const area = document.createElement("textarea");
        area.value = text;
        area.className = "vh";
        document.body.append(area);
        area.select();
        let done = false;
        try { done = document.execCommand("copy"); } catch { done = false; }
        area.remove();
        return done;
    };
    for (const button of all("button[data-copy]")) {
        const words = button.textContent;
        button.hidden = false;
        button.addEventListener("click", async () => {
            button.textContent = await copied(button.dataset.copy) ? "已复制" : "未能复制，请选中文字";
            button.focus();
            setTimeout(() => { button.textContent = words; }, 2000);
        });
    }
    for (const button of all("button[data-print]")) {
        button.hidden = false;
        button.addEventListener("click", () => window.print());
    }

    // ---- Explanations: the card of a judged value opens over the page. Without script, or when the card cannot be
    // had, the link leads on: to the card's own page, or in the matrix to the hour, which holds the same card.
    const over = document.createElement("dialog");
    over.className = "over";
    over.setAttribute("aria-labelledby", "explained-head");
    const close = document.createElement("button");
    close.type = "button";
    close.className = "close";
    close.textContent = "关闭";
    const card = document.createElement("div");
    over.append(close, card);
    let opener = null;
    const explain = async (link) => {
        const address = new URL(link.dataset.explain || link.href, location.href);
        address.searchParams.set("part", "card");
        try {
            const answer = await fetch(address, { credentials: "same-origin" });
            if (!answer.ok) { throw new Error(String(answer.status)); }
            card.innerHTML = await answer.text();
        } catch (error) {
            console.warn("card", error);
            location.assign(link.href);
            return;
        }
        if (!over.isConnected) { document.body.append(over); }
        if (!over.open) { opener = link; over.showModal(); }
        over.scrollTop = 0;
        // The first way on, so that Enter once more goes there: what a reviewer of the matrix does.
        (card.querySelector(".actions a") || close).focus();
    };
    document.addEventListener("click", (event) => {
        const link = event.target.closest("a[data-explain]");
        const isPlain = event.button === 0
            && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
        if (!link || !isPlain || event.defaultPrevented || !over.showModal) { return; }
        event.preventDefault();
        explain(link);
    });
    close.addEventListener("click", () => over.close());
    over.addEventListener("click", (event) => {
        const box = over.getBoundingClientRect();
        const isBeside = event.clientX < box.left || event.clientX > box.right || event.clientY < box.top
            || event.clientY > box.bottom;
        // Only a pointer can be beside it: a key's click has no place and comes from what it pressed.
        if (event.target === over && isBeside) { over.close(); }
    });
    over.addEventListener("close", () => {
        card.replaceChildren();
        if (opener) { opener.focus(); }
        opener = null;
    });

    // ---- Matrix: one stop of the tab key, arrows inside, the cell in words below.
    for (const table of all("table[data-matrix]")) {
        const rows = all("tbody tr", table).map((row) => all("td > a", row));
        const cells = rows.flat();
        if (cells.length === 0) { continue; }
        const reading = table.closest("section").querySelector("[data-reading]");
        if (reading) { reading.hidden = false; }
        const enter = (cell) => { for (const other of cells) { other.tabIndex = other === cell ? 0 : -1; } };
        const tell = (cell) => { if (reading) { reading.textContent = cell.getAttribute("aria-label"); } };
        enter(table.querySelector("td.query > a") || cells[0]);
        table.addEventListener("keydown", (event) => {
            const row = rows.findIndex((line) => line.includes(event.target));
            if (row < 0 || event.altKey || event.ctrlKey || event.metaKey) { return; }
            const column = rows[row].indexOf(event.target);
            const last = rows[row].length - 1;
            const goal = {
                ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1],
                ArrowUp: [row - 1, column], ArrowDown: [row + 1, column],
                Home: [row, 0], End: [row, last],
            }[event.key];
            const next = goal && rows[goal[0]] && rows[goal[0]][goal[1]];
            if (goal) { event.preventDefault(); }
            if (next) { enter(next); next.focus(); }
        });
        table.addEventListener("focusin", (event) => {
            if (!cells.includes(event.target)) { return; }
            enter(event.target);
            tell(event.target);
        });
        table.addEventListener("mouseover", (event) => {
            const cell = event.target.closest("td > a");
            if (cell) { tell(cell); }
        });
    }

    // ---- Charts: the server's drawing is replaced only when everything needed is there.
    const ink = "#17242d", soft = "#4a5a66", line = "#d7dfe3";
    const colours = ["#b3261e", "#d9822b", "#0b6b5d", "#6a4fb3", "#2b6cb0", "#5b6b2a"];
    const axis = (side, index) => ({
        type: "value", position: index === 0 ? "left" : "right", name: side.unit || "",
        nameTextStyle: { color: soft },
        ...(side.steps ? { min: 0, max: side.steps.length, interval: 1 } : {}),
        axisLabel: {
            color: soft, formatter: side.steps ? (value) => side.steps[Math.round(value) - 1] || "" : undefined,
        },
        splitLine: { show: index === 0, lineStyle: { color: line } },
    });
    const marks = (one, index, data) => ({
        symbol: "pin", symbolSize: 26, itemStyle: { color: "#a8201a" },
        label: { formatter: "?", color: "#fff", fontWeight: "bold" },
        data: (data.marks || []).filter((mark) => mark.series === index && one.values[mark.index] !== null)
            .map((mark) => ({ coord: [mark.index, Number(one.values[mark.index])], name: mark.text })),
    });
    const limits = (data) => ({
        symbol: "none", silent: true, lineStyle: { color: "#a8201a", type: "dashed" },
        label: { formatter: "{b} {c}", color: "#a8201a", position: "insideEndTop" },
        data: (data.limits || []).map((limit) => ({ yAxis: Number(limit.value), name: limit.name })),
    });
    const series = (one, index, data) => {
        const isTarget = one.type === "target";
        return {
            name: one.name, type: one.type === "bar" ? "bar" : "line",
            step: one.type === "step" || isTarget ? "middle" : undefined,
            yAxisIndex: one.axis || 0, data: one.values, connectNulls: false,
            symbol: isTarget ? "none" : "circle", symbolSize: 5, showSymbol: data.categories.length <= 24,
            lineStyle: { width: 2, type: isTarget ? "dashed" : "solid" },
            itemStyle: { color: isTarget ? soft : colours[index % colours.length] },
            markPoint: marks(one, index, data), markLine: index === 0 ? limits(data) : undefined,
        };
    };
    const option = (data) => ({
        animation: false, aria: { enabled: true }, textStyle: { fontFamily: "inherit", color: ink },
        grid: { left: 48, right: data.axes.length > 1 ? 48 : 20, top: 48, bottom: 28 },
        legend: {
            top: 4, left: 0, textStyle: { color: ink },
            selected: Object.fromEntries(data.series.map((one) => [one.name, !one.isHidden])),
        },
        // Rich text: the HTML tooltip of ECharts carries style attributes, which our Content-Security-Policy refuses.
        tooltip: { trigger: "axis", renderMode: "richText", confine: true },
        xAxis: {
            type: "category", data: data.categories, axisLabel: { color: soft },
            axisLine: { lineStyle: { color: soft } },
        },
        yAxis: data.axes.map(axis), series: data.series.map((one, index) => series(one, index, data)),
    });
    for (const drawing of all("[data-chart]")) {
        if (!window.echarts) { break; }
        const source = document.getElementById(drawing.dataset.chart);
        let data;
        try { data = JSON.parse(source.textContent); } catch (error) { console.error("chart data", error); continue; }
        const words = drawing.querySelector("svg title");
        const live = document.createElement("div");
        live.className = "live";
        live.setAttribute("role", "img");
        if (words) { live.setAttribute("aria-label", words.textContent); }
        drawing.after(live);
        try {
            const chart = window.echarts.init(live);
            chart.setOption(option(data));
            drawing.hidden = true;
            window.addEventListener("resize", () => chart.resize());
            window.addEventListener("beforeprint", () => { drawing.hidden = false; live.hidden = true; });
            window.addEventListener("afterprint", () => { drawing.hidden = true; live.hidden = false; });
        } catch (error) {
            console.error("chart", error);
            live.remove();
        }
    }
})();
