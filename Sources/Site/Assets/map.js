// The map that moves. Everything on it comes from this server; where it cannot be drawn, the server's drawing stays.
"use strict";
(() => {
    const place = document.querySelector("[data-map]");
    const drawing = place && place.querySelector("[data-map-drawing]");
    const bounds = place && place.dataset.map.split(",").map(Number);
    if (!place || !drawing || bounds.length !== 4 || !window.maplibregl) { return; }
    const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
    const ink = "#17242d", soft = "#4a5a66";

    const box = document.createElement("div");
    box.className = "live";
    place.prepend(box);
    let map;
    try {
        map = new window.maplibregl.Map({
            container: box, attributionControl: false, dragRotate: false, pitchWithRotate: false, maxZoom: 18,
            bounds: [[bounds[0], bounds[1]], [bounds[2], bounds[3]]], fitBoundsOptions: { padding: 20 },
            // What is printed is what stands on the canvas.
            canvasContextAttributes: { preserveDrawingBuffer: true },
            style: {
                version: 8, sources: {},
                layers: [{ id: "ground", type: "background", paint: { "background-color": "#eef3f2" } }],
            },
            locale: {
                "NavigationControl.ZoomIn": "放大", "NavigationControl.ZoomOut": "缩小", "Map.Title": "地图",
                "Popup.Close": "关闭", "Marker.Title": "标记", "NavigationControl.ResetBearing": "正北",
            },
        });
    } catch (error) {
        console.warn("map", error);
        box.remove();
        return;
    }
    map.touchZoomRotate.disableRotation();
    map.addControl(new window.maplibregl.NavigationControl({ showCompass: false }), "top-right");
    map.addControl(new window.maplibregl.ScaleControl({ unit: "metric" }), "bottom-left");

    // Words are drawn here: there is no server of fonts, and none is wanted.
    map.on("styleimagemissing", (event) => {
        const match = /^(name|count) (#[0-9a-f]{6}) (.*)$/.exec(event.id);
        if (!match) { return; }
        const scale = 2, size = 12 * scale;
        const canvas = document.createElement("canvas");
        const pen = canvas.getContext("2d");
        const font = `600 ${size}px "Noto Sans CJK SC", "Microsoft YaHei", sans-serif`;
        pen.font = font;
        canvas.width = Math.ceil(pen.measureText(match[3]).width) + 8 * scale;
        canvas.height = size + 8 * scale;
        pen.font = font;
        pen.textAlign = "center";
        pen.textBaseline = "middle";
        pen.lineJoin = "round";
        pen.lineWidth = 3 * scale;
        pen.strokeStyle = match[1] === "count" ? match[2] : "#ffffff";
        pen.strokeText(match[3], canvas.width / 2, canvas.height / 2);
        pen.fillStyle = match[1] === "count" ? "#ffffff" : match[2];
        pen.fillText(match[3], canvas.width / 2, canvas.height / 2);
        if (!map.hasImage(event.id)) {
            map.addImage(event.id, pen.getImageData(0, 0, canvas.width, canvas.height), { pixelRatio: scale });
        }
    });

    const shown = (ids, isShown) => {
        for (const id of ids) { map.setLayoutProperty(id, "visibility", isShown ? "visible" : "none"); }
    };

    const addShapes = (input, index) => {
        const source = `shapes-${index}`;
        const ids = [`${source}-fill`, `${source}-line`, `${source}-name`];
        map.addSource(source, { type: "geojson", data: input.dataset.layer });
        map.addLayer({
            id: ids[0], type: "fill", source, filter: ["==", ["geometry-type"], "Polygon"],
            paint: { "fill-color": "#ffffff", "fill-opacity": 0.6 },
        });
        map.addLayer({ id: ids[1], type: "line", source, paint: { "line-color": "#7a8578", "line-width": 1.2 } });
        map.addLayer({
            id: ids[2], type: "symbol", source, filter: ["!=", ["get", "name"], ""],
            layout: { "icon-image": ["concat", `name ${soft} `, ["get", "name"]] },
        });
        input.addEventListener("change", () => shown(ids, input.checked));
    };

    const addKind = (input) => {
        const source = `kind-${input.value}`;
        const ids = [`${source}-cluster`, `${source}-count`, `${source}-point`];
        const colour = input.dataset.colour;
        map.addSource(source, {
            type: "geojson", data: input.dataset.kind, cluster: true, clusterRadius: 44, clusterMaxZoom: 13,
        });
        map.addLayer({
            id: ids[0], type: "circle", source, filter: ["has", "point_count"],
            paint: {
                "circle-color": colour, "circle-stroke-color": "#ffffff", "circle-stroke-width": 2,
                "circle-radius": ["step", ["get", "point_count"], 13, 10, 16, 100, 20, 1000, 25],
            },
        });
        map.addLayer({
            id: ids[1], type: "symbol", source, filter: ["has", "point_count"],
            layout: {
                "icon-image": ["concat", `count ${colour} `, ["to-string", ["get", "point_count_abbreviated"]]],
                "icon-allow-overlap": true,
            },
        });
        map.addLayer({
            id: ids[2], type: "circle", source, filter: ["!", ["has", "point_count"]],
            paint: {
                "circle-color": colour, "circle-radius": 6, "circle-stroke-color": "#ffffff",
                "circle-stroke-width": 1.5,
            },
        });
        map.on("click", ids[0], async (event) => {
            const cluster = event.features[0];
            const zoom = await map.getSource(source).getClusterExpansionZoom(cluster.properties.cluster_id);
            map.easeTo({ center: cluster.geometry.coordinates, zoom, duration: 300 });
        });
        map.on("click", ids[2], (event) => {
            const point = event.features[0];
            const link = document.createElement("a");
            link.href = `/source/${encodeURIComponent(point.properties.id)}`;
            link.textContent = point.properties.name;
            const words = document.createElement("p");
            words.append(`${input.dataset.title}：`, link);
            new window.maplibregl.Popup({ maxWidth: "280px" })
                .setLngLat(point.geometry.coordinates).setDOMContent(words).addTo(map);
        });
        for (const id of [ids[0], ids[2]]) {
            map.on("mouseenter", id, () => { map.getCanvas().classList.add("points"); });
            map.on("mouseleave", id, () => { map.getCanvas().classList.remove("points"); });
        }
        return ids;
    };

    map.on("load", () => {
        all("[data-layer]").forEach(addShapes);
        const drawn = new Map();
        for (const input of all("[data-kind]")) {
            const show = () => {
                if (!drawn.has(input)) {
                    if (!input.checked) { return; }
                    drawn.set(input, addKind(input));
                }
                shown(drawn.get(input), input.checked);
            };
            input.addEventListener("change", show);
            show();
        }
        drawing.hidden = true;
        const button = document.querySelector("[data-map-show]");
        if (button) { button.hidden = true; }
        choose();
        map.once("idle", () => { place.dataset.mapReady = "yes"; });
    });
    map.on("error", (event) => console.warn("map", event.error && event.error.message));

    // ---- A rectangle drawn on the map narrows the list of a kind.
    const choose = () => {
        const tool = document.querySelector("[data-map-box]");
        if (!tool) { return; }
        const [button, kinds] = [tool.querySelector("button"), tool.querySelector("select")];
        const frame = document.createElement("div");
        frame.className = "choosing";
        frame.hidden = true;
        box.append(frame);
        tool.hidden = false;
        let isOn = false, from = null;
        const set = (on) => {
            isOn = on;
            button.setAttribute("aria-pressed", String(on));
            map.getCanvas().classList.toggle("chooses", on);
            if (on) { map.dragPan.disable(); } else { map.dragPan.enable(); frame.hidden = true; from = null; }
        };
        const at = (event) => {
            const edge = box.getBoundingClientRect();
            return { x: event.clientX - edge.left, y: event.clientY - edge.top };
        };
        button.addEventListener("click", () => set(!isOn));
        box.addEventListener("pointerdown", (event) => {
            if (!isOn || event.target.closest("button")) { return; }
            event.preventDefault();
            event.stopPropagation();
            from = at(event);
            box.setPointerCapture(event.pointerId);
        }, true);
        box.addEventListener("pointermove", (event) => {
            if (!from) { return; }
            const to = at(event);
            frame.hidden = false;
            frame.style.left = `${Math.min(from.x, to.x)}px`;
            frame.style.top = `${Math.min(from.y, to.y)}px`;
            frame.style.width = `${Math.abs(from.x - to.x)}px`;
            frame.style.height = `${Math.abs(from.y - to.y)}px`;
        });
        box.addEventListener("pointerup", (event) => {
            if (!from) { return; }
            const to = at(event);
            const corners = [from, to].map((point) => map.unproject([point.x, point.y]));
            const isDrawn = Math.abs(from.x - to.x) > 4 && Math.abs(from.y - to.y) > 4;
            set(false);
            if (!isDrawn) { return; }
            const sides = [
                Math.min(corners[0].lng, corners[1].lng), Math.min(corners[0].lat, corners[1].lat),
                Math.max(corners[0].lng, corners[1].lng), Math.max(corners[0].lat, corners[1].lat),
            ].map((degrees) => degrees.toFixed(6));
            location.assign(`${kinds.value}?box=${sides.join(",")}`);
        });
        document.addEventListener("keydown", (event) => { if (event.key === "Escape") { set(false); } });
    };
})();
