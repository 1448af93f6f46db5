// What the Tab key should reach, in the order of the document, and what it does reach.
// watchKeyboard() begins; window.keyboard then holds { stops, reached } as plain values.
function watchKeyboard() {
    const candidates = "a[href],area[href],button,input:not([type=hidden]),select,textarea,summary,iframe,"
        + "[tabindex],[contenteditable=true]";
    const seen = (element) =>
        element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
    const name = (element) => {
        const words = element.getAttribute("aria-label") || element.textContent || element.name || element.id;
        return `${element.tagName.toLowerCase()} “${words.trim().replace(/\s+/g, " ").slice(0, 30)}”`;
    };
    const isStop = (element) => {
        if (element.disabled || element.tabIndex < 0 || !seen(element) || element.closest("[inert]")) { return false; }
        if (element.type !== "radio" || !element.name) { return true; }
        const same = `input[type=radio][name="${CSS.escape(element.name)}"]`;
        const group = [...(element.form || document).querySelectorAll(same)]
            .filter((radio) => !radio.disabled && seen(radio));
        return element === (group.find((radio) => radio.checked) || group[0]);
    };
    // What may change to show the focus, on the element itself or on the cell or label around it.
    const look = (element) => [element, element.parentElement].flatMap((at) => {
        const style = getComputedStyle(at);
        const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
        const outline = isOutlined ? `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}` : "none";
        const { boxShadow, backgroundColor, borderColor, borderWidth, textDecoration } = style;
        return [outline, boxShadow, backgroundColor, borderColor, borderWidth, textDecoration];
    }).join("|");

    // A transition would show its first picture, which is the old look. An adopted sheet, for the page's own policy
    // rightly refuses inline styles.
    const still = new CSSStyleSheet();
    still.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important }");
    document.adoptedStyleSheets.push(still);

    const stops = [...document.querySelectorAll(candidates)].filter(isStop);
    const before = new Map(stops.map((element) => [element, look(element)]));
    window.keyboard = {
        stops: stops.map(name),
        positive: stops.filter((element) => element.tabIndex > 0).map(name),
        reached: [],
    };
    document.addEventListener("focusin", (event) => {
        const element = event.target;
        const box = element.getBoundingClientRect();
        window.keyboard.reached.push({
            stop: stops.indexOf(element),
            name: name(element),
            isShown: !before.has(element) || before.get(element) !== look(element),
            isOnScreen: box.width > 0 && box.right > 0 && box.bottom > 0
                && box.left < innerWidth && box.top < innerHeight,
        });
    });
    return window.keyboard.stops.length;
}
