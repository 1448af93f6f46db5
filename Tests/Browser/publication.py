"""Publication: a sealed report made public, its package, its page that checks every number without WebCrypto and
without asking the server again, and the script behind it against RFC 8032, libsodium and flipped bits."""

import ctypes
import ctypes.util
import hashlib
import io
import json
import os
import pathlib
import random
import re
import tempfile
import zipfile

import accessibility
from browser import DESKTOP, PHONE, Browser

MOST_BYTES = 500_000
ROUNDS = 24
# RFC 8032, 7.1: seed, public key, message, signature.
RFC_8032 = [
    ("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
     "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
     "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    ("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
     "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    ("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
     "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
     "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
]
_VERIFY = "const b = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));" \
          "return arguments[0].map(([key, message, signature]) => Proof.ed25519(b(key), b(message), b(signature)));"
_HASH = "const b = (hex) => Uint8Array.from(hex.match(/../g) || [], (pair) => parseInt(pair, 16));" \
        "return arguments[0].map((hex) => [Proof.hex(Proof.sha256(b(hex))), Proof.hex(Proof.sha512(b(hex)))]);"
_CHECK = "return arguments[0].map((evidence) => Proof.check(evidence).isProved);"


def check(report, product, place, output):
    """Makes the sealed daily report public and looks at it as a reader does, in a browser without WebCrypto."""
    browser = Browser(DESKTOP)
    browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {
        "source": "Object.defineProperty(Crypto.prototype, 'subtle', {get: () => undefined});"})
    try:
        public = _publish(report, browser, product, place, output)
        if public:
            evidence = _read(report, browser, product, public, place, output)
            _script(report, browser)
            _tampered(report, browser, evidence)
    finally:
        browser.close()


def _publish(report, browser, product, place, output):
    """The decision, the package and the proof of disclosure, on the page of the office."""
    number = re.search(r"/sealed/(\d+)\.docx", place["sealed"]).group(1)
    path = f"/publications/{number}"
    complaints = browser.open(product.url + path)
    report.empty("the page of publication opens without complaint", complaints)
    accessibility.check_page(report, browser, "publication at 1920")
    accessibility.check_keyboard(report, browser, "publication at 1920")
    browser.run("document.querySelector('input[value=open]').form.querySelector('button').click()")
    report.check("a document is made public on its page", "公开（" in _text(browser, ".head"), _text(browser, "main"))
    status, _, body = product.get(f"{path}/package.zip", timeout=180)
    if report.check("the package for the government's site is there", status == 200, f"status {status}"):
        _package(report, body, output)
    browser.screenshot(output / "publication-1920-whole.png", whole_page=True)
    with tempfile.TemporaryDirectory() as folder:
        picture = pathlib.Path(folder) / "page.png"
        browser.screenshot(picture)
        browser.driver.find_element("css selector", "input[name=file]").send_keys(str(picture))
        browser.run("""
            const form = document.querySelector('input[name=file]').form;
            form.elements.address.value = 'https://www.example.gov.cn/hjzl/t1.html';
            form.querySelector('button').click();""")
        text = _text(browser, "main")
    report.check("where it was published is entered with a picture",
                 "已记入台账第" in text and "https://www.example.gov.cn/hjzl/t1.html" in text, text[:300])
    return browser.run("return [...document.links].map((link) => link.getAttribute('href'))"
                       ".find((href) => href.startsWith('/public/documents/'))")


def _package(report, body, output):
    archive = zipfile.ZipFile(io.BytesIO(body))
    lines = archive.read("文件清单.txt").decode("utf-8").splitlines()
    wrong = []
    for name in archive.namelist():
        data = archive.read(name)
        if name != "文件清单.txt" and not any(
                line.startswith(f"{name}\t") and line.endswith(f"\t{len(data)}\t{hashlib.sha256(data).hexdigest()}")
                for line in lines):
            wrong.append(name)
    report.empty("the package lists every file with its hash", wrong)
    folder = output / "package"
    archive.extractall(folder)
    browser = Browser(DESKTOP)
    try:
        # From the disk, as somebody who saved the page: no server at all.
        complaints = browser.open((folder / "index.html").resolve().as_uri())
        report.empty("the package's page opens without complaint", complaints)
        report.check("the package's page checks its numbers from the disk", "核验通过" in _text(browser, "#verdict"),
                     _text(browser, "#steps"))
        browser.screenshot(output / "package-1920.png")
    finally:
        browser.close()


def _read(report, browser, product, public, place, output):
    """The public page as a reader sees it."""
    status, _, body = product.get(public)
    report.check("the public page is smaller than 500 kB", status == 200 and len(body) < MOST_BYTES, f"{len(body)}")
    complaints = browser.open(product.url + public)
    report.check("the browser has no WebCrypto", browser.run("return crypto.subtle === undefined"))
    report.empty("the public page opens without complaint", complaints)
    accessibility.check_page(report, browser, "public document at 1920")
    accessibility.check_keyboard(report, browser, "public document at 1920")
    report.check("every number of the public page is proved", "核验通过" in _text(browser, "#verdict"),
                 _text(browser, "#steps"))
    marks = browser.run("return [...document.querySelectorAll('[data-mark]')].map((mark) => mark.textContent)")
    report.check("every printed number agrees with its claim", marks and set(marks) == {"成立"}, str(set(marks)))
    browser.screenshot(output / "public-document-1920-whole.png", whole_page=True)
    printed = _text(browser, "#signer")
    # From here on the server is not asked.
    browser.driver.execute_cdp_cmd("Network.enable", {})
    browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
        "offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0})
    root = browser.run("return Proof.check(JSON.parse(document.getElementById('evidence').textContent)).root")
    asked = [
        ("a name as typed from paper", place["claim"].lower().replace("-", " "), "核验通过"),
        ("another name", "0000-0000-0000", "没有编号为"),
        ("no name", "abc", "不是数字凭证编号"),
        ("the text of the QR code", f"QINGHENG {public} root={root}", "相同，核验通过"),
        ("the code of another document", f"QINGHENG {public} root={'A' * 43}=", "不是这份文件"),
        ("an address from a QR code", f"https://example.gov.cn{public}", "核验通过"),
        ("an address of another moment", re.sub(r"asof=\d+", "asof=1", f"https://example.gov.cn{public}"), "不是这份文件"),
    ]
    for label, typed, wanted in asked:
        browser.run("document.getElementById('typed').value = arguments[0];"
                    "document.querySelector('#lookup button').click();", typed)
        found = _text(browser, "#found")
        report.check(f"{label} is answered offline", wanted in found, found)
    for typed, wanted in ((printed, "相同"), (printed[:-1], "不同"), (printed.replace(printed[0], "G", 1), "不同")):
        browser.run("document.getElementById('printed').value = arguments[0];"
                    "document.querySelector('#compare button').click();", typed)
        report.check("the printed fingerprint is compared", wanted in _text(browser, "#compared"), typed)
    _, _, docx = product.get(place["sealed"], timeout=60)
    changed = bytearray(docx)
    changed[len(changed) // 2] ^= 1
    for data, wanted in ((docx, "逐字节相同"), (bytes(changed), "不是封存的定稿")):
        with tempfile.NamedTemporaryFile(suffix=".docx") as file:
            file.write(data)
            file.flush()
            browser.run("document.getElementById('checked').textContent = ''")
            browser.driver.find_element("id", "file").send_keys(file.name)
            found = browser.driver.execute_async_script("""
                const done = arguments[0];
                const look = () => {
                    const text = document.getElementById('checked').textContent;
                    if (text) { done(text); } else { setTimeout(look, 20); }
                };
                look();""")
        report.check("a file in hand is compared with the sealed one", wanted in found, found)
    browser.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
        "offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})
    evidence = json.loads(browser.run("return document.getElementById('evidence').textContent"))
    report.empty("nothing was asked of another machine", browser.foreign_addresses())
    phone = Browser(PHONE)
    try:
        for name, path in (("public-document", public), ("public-desk", "/public")):
            phone.open(product.url + path)
            accessibility.check_page(report, phone, f"{name} at 390")
            accessibility.check_width(report, phone, f"{name} at 390")
            phone.screenshot(output / f"{name}-390.png")
        found = product.get(f"/public?id={place['claim'].lower()}")
        report.check("a name typed on the public desk leads to its document", found[0] == 200 and
                     place["claim"] in found[2].decode("utf-8"), f"{found[0]}")
    finally:
        phone.close()
    return evidence


def _script(report, browser):
    """Hashes and signatures of our own script against other people's."""
    source = random.Random(8032)
    messages = [source.randbytes(length) for length in
                (0, 1, 55, 56, 63, 64, 65, 111, 112, 119, 120, 127, 128, 129, 255, 1_000, 100_000)]
    hashes = browser.run(_HASH, [message.hex() for message in messages])
    report.check("SHA-256 and SHA-512 agree with those of OpenSSL", hashes == [
        [hashlib.sha256(message).hexdigest(), hashlib.sha512(message).hexdigest()] for message in messages])
    report.check("the signatures of RFC 8032 hold", browser.run(_VERIFY, [row[1:] for row in RFC_8032]) == [True] * 3)
    found = ctypes.util.find_library("sodium")
    if not found:
        report.skip("signatures of libsodium", "libsodium is not installed")
        return
    sodium = ctypes.CDLL(found)
    sodium.sodium_init()
    good, bad = [], []
    seeds = [bytes.fromhex(row[0]) for row in RFC_8032] + [source.randbytes(32) for _ in range(ROUNDS)]
    for place, seed in enumerate(seeds):
        key, secret, signature = (ctypes.create_string_buffer(size) for size in (32, 64, 64))
        sodium.crypto_sign_seed_keypair(key, secret, seed)
        message = bytes.fromhex(RFC_8032[place][2]) if place < len(RFC_8032) else source.randbytes(place * 9)
        sodium.crypto_sign_detached(signature, None, message, ctypes.c_ulonglong(len(message)), secret)
        row = [key.raw, message, signature.raw]
        good.append([part.hex() for part in row])
        for part in range(3):
            if row[part]:
                flipped = bytearray(row[part])
                flipped[source.randrange(len(flipped))] ^= 1 << source.randrange(8)
                bad.append([bytes(flipped).hex() if other == part else row[other].hex() for other in range(3)])
    report.check("libsodium makes the signatures of RFC 8032",
                 [row[2] for row in good[:3]] == [row[3] for row in RFC_8032])
    report.check("the signatures of libsodium hold", all(browser.run(_VERIFY, good)))
    # One flipped bit in key, message or signature; libsodium says the same of each.
    verdicts = [sodium.crypto_sign_verify_detached(bytes.fromhex(s), bytes.fromhex(m),
                                                   ctypes.c_ulonglong(len(m) // 2), bytes.fromhex(k)) == 0
                for k, m, s in bad]
    report.check("one flipped bit spoils a signature, as it does for libsodium",
                 browser.run(_VERIFY, bad) == verdicts == [False] * len(bad))
    order = (1 << 252) + 27742317777372353535851937790883648493
    key, message, signature = (bytes.fromhex(part) for part in good[0])
    larger = signature[:32] + (int.from_bytes(signature[32:], "little") + order).to_bytes(32, "little")
    small = (1).to_bytes(32, "little")
    odd = [(key, larger), (small, small + bytes(32)), (bytes(32), signature), (b"\xff" * 32, signature)]
    report.check("a scalar above the order, keys of small order and bytes that are no point are refused",
                 browser.run(_VERIFY, [[k.hex(), message.hex(), s.hex()] for k, s in odd]) == [False] * len(odd))


def _tampered(report, browser, evidence):
    """One letter changed anywhere in what the page carries is found."""
    def changed(change):
        copy = json.loads(json.dumps(evidence))
        change(copy)
        return copy

    def other(text, place):
        letter = "A" if text[place] != "A" else "B"
        return text[:place] + letter + text[place + 1:]

    def digit(text):
        place = re.search(r'"printed":"[^"]*?(\d)', text).start(1)
        return text[:place] + ("1" if text[place] != "1" else "2") + text[place + 1:]

    note = evidence["checkpoint"]
    cases = {
        "a printed number": lambda copy: copy["claims"].__setitem__(0, digit(copy["claims"][0])),
        "a claim left out": lambda copy: copy["claims"].pop(),
        "two claims exchanged": lambda copy: copy["claims"].reverse(),
        "the record of the sealing": lambda copy: copy.__setitem__(
            "record", copy["record"].replace('"asOf":', '"asOf":1', 1)),
        "the place in the ledger": lambda copy: copy.__setitem__("index", copy["index"] - 1),
        "the size of the ledger": lambda copy: copy.__setitem__("size", copy["size"] + 1),
        "a hash of the path": lambda copy: copy["path"].__setitem__(0, other(copy["path"][0], 3)),
        "the path cut": lambda copy: copy["path"].pop(),
        "the root of the checkpoint": lambda copy: copy.__setitem__(
            "checkpoint", other(note, note.index("\n", note.index("\n") + 1) + 3)),
        "the signature": lambda copy: copy.__setitem__("checkpoint", other(note, len(note) - 20)),
        "the name of the ledger": lambda copy: copy.__setitem__("checkpoint", "x" + note),
        "the key": lambda copy: copy.__setitem__("keys", [other(key, len(key) - 5) for key in copy["keys"]]),
        "no key": lambda copy: copy.__setitem__("keys", []),
        "another suite": lambda copy: copy.__setitem__("suite", "SM3"),
    }
    verdicts = browser.run(_CHECK, [evidence] + [changed(change) for change in cases.values()])
    report.check("the evidence holds as it came", verdicts[0])
    report.empty("whatever is changed in the evidence is found",
                 [name for name, holds in zip(cases, verdicts[1:]) if holds])
    source = random.Random(os.environ.get("QINGHENG_SEED", "27"))
    flipped = []
    for _ in range(60):
        copy = json.loads(json.dumps(evidence))
        name = source.choice(["record", "checkpoint", "claims", "path"])
        texts = copy[name] if isinstance(copy[name], list) else [copy[name]]
        place = source.randrange(len(texts))
        # A cosignature's or an unknown key's line may change without harm: of the note its text is meant.
        end = len(texts[place]) if name != "checkpoint" else texts[place].index("\n\n")
        spots = [spot for spot in range(end) if texts[place][spot].isalnum()]
        spot = source.choice(spots)
        texts[place] = texts[place][:spot] + chr(ord(texts[place][spot]) ^ 1) + texts[place][spot + 1:]
        copy[name] = texts if isinstance(copy[name], list) else texts[0]
        flipped.append(copy)
    report.check("one flipped bit anywhere in the evidence is found", not any(browser.run(_CHECK, flipped)))


def _text(browser, selector):
    return browser.run("return document.querySelector(arguments[0])?.innerText ?? ''", selector)
