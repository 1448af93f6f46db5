// Contrast of every visible text on the page after WCAG 2.2, 1.4.3: 4.5:1, large text 3:1.
// Defines faultsOfContrast(): one line a text that is too faint, worst first.
const colourCanvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

// Any CSS colour as [r, g, b, alpha], read back from the browser itself.
function colour(text) {
    colourCanvas.clearRect(0, 0, 1, 1);
    colourCanvas.fillStyle = "#000";
    colourCanvas.fillStyle = text;
    colourCanvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = colourCanvas.getImageData(0, 0, 1, 1).data;
    return a === 0 ? [0, 0, 0, 0] : [r, g, b, a / 255];
}

function over(top, bottom) {
    return [0, 1, 2].map((i) => top[i] * top[3] + bottom[i] * (1 - top[3])).concat(1);
}

function luminance(rgb) {
    const [r, g, b] = rgb.map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one, other) {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
}

// Every colour that may lie under the text of an element: one for a plain background, several for a pattern.
function backgrounds(element) {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
        const style = getComputedStyle(at);
        const stops = style.backgroundImage.match(/(?:rgba?|hsla?|oklch|color)\([^)]*\)/g) || [];
        const plain = colour(style.backgroundColor);
        if (stops.length) { layers.push(stops.map((stop) => colour(stop))); }
        if (plain[3] > 0) { layers.push([plain]); }
        if (plain[3] === 1) { break; }
    }
    let under = [[255, 255, 255, 1]];
    for (const layer of layers.reverse()) {
        under = layer.flatMap((top) => under.map((bottom) => over(top, bottom)));
    }
    return under;
}

// What is painted under a text inside an SVG drawing: the shapes of the drawing at its middle, then the page.
function backgroundsInDrawing(text) {
    const box = text.getBoundingClientRect();
    const page = backgrounds(text.closest("svg").parentElement);
    const shapes = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)
        .filter((shape) => shape !== text && shape instanceof SVGGeometryElement)
        .filter((shape) => getComputedStyle(shape).fill !== "none");
    return shapes.reverse().reduce((under, shape) => {
        const style = getComputedStyle(shape);
        const fill = colour(style.fill);
        fill[3] *= Number(style.fillOpacity) * Number(style.opacity);
        return under.map((bottom) => over(fill, bottom));
    }, page);
}

function opacity(element) {
    let all = 1;
    for (let at = element; at; at = at.parentElement) { all *= Number(getComputedStyle(at).opacity); }
    return all;
}

function isSeen(element, box) {
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) { return false; }
    if (box.width < 2 || box.height < 2) { return false; }
    // Text kept for screen readers only, clipped to a point.
    for (let at = element; at; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.clip === "rect(0px, 0px, 0px, 0px)" || style.clipPath === "inset(50%)") { return false; }
        const isPoint = at.getClientRects().length > 0 && at.clientWidth <= 1 && at.clientHeight <= 1;
        if (style.overflow !== "visible" && isPoint && !(at instanceof SVGElement)) { return false; }
    }
    return true;
}

function faultsOfContrast() {
    const faults = [];
    const notJudged = "script,style,noscript,template,option,:disabled,[aria-disabled=true]";
    const judge = (element, foreground, under, words) => {
        const style = getComputedStyle(element);
        const size = parseFloat(style.fontSize);
        const wanted = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
        const ink = colour(foreground);
        ink[3] *= opacity(element);
        const found = Math.min(...under.map((bottom) => ratio(over(ink, bottom), bottom)));
        if (found < wanted - 0.005) {
            const name = element.tagName.toLowerCase() + [...element.classList].map((word) => "." + word).join("");
            const ground = under.map((bottom) => `rgb(${bottom.slice(0, 3).map(Math.round)})`).join(" or ");
            const where = `${name} “${words.trim().slice(0, 24)}” ${foreground} on ${ground}`;
            faults.push([found, `${found.toFixed(2)}:1 (wants ${wanted}) ${where}`]);
        }
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const element = node.parentElement;
        if (!node.data.trim() || element.closest(notJudged)) { continue; }
        const range = document.createRange();
        range.selectNodeContents(node);
        if (!isSeen(element, range.getBoundingClientRect())) { continue; }
        if (element instanceof SVGElement) {
            element.scrollIntoView({ block: "center" });
            judge(element, getComputedStyle(element).fill, backgroundsInDrawing(element), node.data);
        } else {
            judge(element, getComputedStyle(element).color, backgrounds(element), node.data);
        }
    }
    const fields = "input:not([type=hidden],[type=checkbox],[type=radio]),select,textarea";
    for (const field of document.querySelectorAll(fields)) {
        if (field.disabled || !isSeen(field, field.getBoundingClientRect())) { continue; }
        judge(field, getComputedStyle(field).color, backgrounds(field), field.value || field.name);
        if (!field.placeholder) { continue; }
        judge(field, getComputedStyle(field, "::placeholder").color, backgrounds(field), field.placeholder);
    }
    window.scrollTo(0, 0);
    return faults.sort((a, b) => a[0] - b[0]).map((fault) => fault[1]);
}
