"""The map in a real browser: MapLibre draws it from this machine alone, its workers are allowed on this page only, a
rectangle drawn on it narrows a list; where it cannot run, the server's drawing stays."""

import time

from browser import DESKTOP, Browser

MAP = "/map"
_READY_SECONDS = 60
_DRAG = """
    const box = document.querySelector('[data-map] .live').getBoundingClientRect();
    const canvas = document.querySelector('[data-map] canvas');
    const send = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, {
        bubbles: true, cancelable: true, clientX: box.left + x, clientY: box.top + y, pointerId: 1, isPrimary: true }));
    document.querySelector('[data-map-box] button').click();
    Element.prototype.setPointerCapture = () => {};
    send('pointerdown', 5, 5);
    send('pointermove', 200, 200);
    send('pointerup', box.width - 5, box.height - 5);
    return document.querySelector('[data-map-box] select').value;
"""
# Colours that stand on the canvas, as the browser would print it.
_COLOURS = """
    const canvas = document.querySelector('[data-map] canvas');
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [canvas.width, canvas.height];
    const pen = copy.getContext('2d');
    pen.drawImage(canvas, 0, 0);
    const found = new Set();
    const data = pen.getImageData(0, 0, copy.width, copy.height).data;
    for (let place = 0; place < data.length; place += 4 * 7) {
        found.add(`${data[place]} ${data[place + 1]} ${data[place + 2]}`);
    }
    return found.size;
"""


def _waits(browser, expression):
    until = time.monotonic() + _READY_SECONDS
    while time.monotonic() < until:
        if browser.run(f"return Boolean({expression})"):
            return True
        time.sleep(0.2)
    return False


def check(report, product, output):
    browser = Browser(DESKTOP)
    try:
        complaints = browser.open(product.url + MAP)
        report.empty("map: opens without complaint", complaints)
        ready = _waits(browser, "document.querySelector('[data-map-ready]')")
        report.check("map: MapLibre draws it", ready, str(browser.run("return document.body.innerText"))[:500])
        browser.screenshot(output / "map-drawn.png")
        report.check("map: shapes, points and words stand on the canvas", browser.run(_COLOURS) > 20,
                     str(browser.run(_COLOURS)))
        hidden = browser.run("return document.querySelector('[data-map-drawing]').hidden")
        report.check("map: the server's drawing makes way", hidden, "")
        chosen = browser.run(_DRAG)
        arrived = _waits(browser, f"location.pathname === '{chosen}' && document.readyState === 'complete'")
        words = browser.run("return document.body.innerText")
        report.check("map: a rectangle leads to the list of what lies in it",
                     arrived and "位于地图所选范围内" in words and "没有符合条件" not in words, words[:500])
        report.empty("map: nothing is asked for elsewhere", browser.foreign_addresses())
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        browser.driver.get(product.url + MAP)
        browser.screenshot(output / "map-without-script.png")
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
        status, _, page = product.get(MAP)
        report.check("map: without script the server's drawing stands there", status == 200 and b"<svg" in page, "")
    finally:
        browser.close()
