"""Debian's Chromium, driven without a window, that keeps a list of every address it asked for."""

import base64
import json
import os
import pathlib
import urllib.parse

os.environ.update(SE_OFFLINE="true", SE_AVOID_STATS="true")  # the driver is Debian's: nothing is looked up or reported

from selenium import webdriver  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402
from selenium.webdriver.common.action_chains import ActionChains  # noqa: E402

DESKTOP = (1920, 1080)
PHONE = (390, 844)
HOST = "127.0.0.1"
_LOCAL_SCHEMES = {"data", "blob", "about", "chrome", "chrome-extension", "devtools", "chrome-error"}
_FLAGS = [
    "--headless=new", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-default-apps", "--disable-domain-reliability",
    "--disable-client-side-phishing-detection", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--lang=zh-CN", "--force-color-profile=srgb",
    # What a page asks for elsewhere is seen in the log and goes nowhere.
    f"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE {HOST}",
]


class Browser:
    """One browser of one size."""

    def __init__(self, size):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in _FLAGS + (["--no-sandbox"] if os.geteuid() == 0 else []):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(60)
        self.addresses = []
        self.resize(size)

    def resize(self, size):
        """Makes it one of another size; the next page is drawn for it."""
        self.size = size
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size == PHONE})

    def open(self, address):
        """Opens a page and waits until its scripts and fonts are ready; returns what its scripts complained about."""
        self.driver.get(address)
        self.driver.execute_async_script(
            "const done = arguments[0]; document.fonts.ready.then(() => requestAnimationFrame(() => done()));")
        self._note_addresses()
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def run_file(self, name, call):
        """Evaluates a file beside this one and then the expression `call`, whose value is returned."""
        source = (pathlib.Path(__file__).parent / name).read_text(encoding="utf-8")
        return self.driver.execute_script(f"{source}\nreturn {call};")

    def press(self, key, times=1):
        self.press_all([key] * times)

    def press_all(self, keys):
        actions = ActionChains(self.driver, duration=0)
        for key in keys:
            actions.send_keys(key)
        actions.perform()

    def screenshot(self, path, whole_page=False):
        """A PNG of the first screen, or of the whole page."""
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {
            "format": "png", "captureBeyondViewport": whole_page,
            **({"clip": {"x": 0, "y": 0, "width": self.size[0], "scale": 1,
                         "height": self.run("return document.documentElement.scrollHeight")}} if whole_page else {})})
        path.write_bytes(base64.b64decode(shot["data"]))

    def foreign_addresses(self):
        """Every address asked for so far that is not on this machine."""
        self._note_addresses()
        return sorted({address for address in self.addresses if not _is_local(address)})

    def accessible_names(self):
        """(role, name) of every node of the accessibility tree, as a screen reader would be told."""
        nodes = self.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        return [(node.get("role", {}).get("value", ""), node.get("name", {}).get("value", ""))
                for node in nodes if not node.get("ignored")]

    def close(self):
        self.driver.quit()

    def _note_addresses(self):
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                self.addresses.append(message["params"]["request"]["url"])
            elif message["method"] == "Network.webSocketCreated":
                self.addresses.append(message["params"]["url"])


def _is_local(address):
    parts = urllib.parse.urlsplit(address)
    return parts.scheme in _LOCAL_SCHEMES or parts.hostname == HOST
