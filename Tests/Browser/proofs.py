"""Proofs as people use them: a report sealed on its page, the claim of a number in it, its bundle, its QR code."""

import io
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse
import zipfile

import pages
from product import ROOT

_WAIT_SECONDS = 120  # sealing closes the packet log and computes the report, in a debug build


def seal(browser, product, day):
    """Seals the daily report as a person does; returns what the addresses of the pages of proofs need."""
    browser.open(product.url + pages.DAILY.format(day=day))
    browser.driver.set_page_load_timeout(_WAIT_SECONDS)
    browser.run("""
        const form = document.querySelector('#seal form');
        form.closest('details').open = true;
        form.elements.confirmed.click();
        form.querySelector('button').click();
    """)
    notice = browser.driver.find_element("css selector", "p.notice").text
    browser.driver.set_page_load_timeout(60)
    found = browser.run("""
        const [claim] = [...document.querySelectorAll('.refs li')].filter((row) => row.innerText.includes('日评价浓度'))
            .map((row) => row.querySelector('a.claim').pathname.split('/').pop());
        return [claim, document.querySelector('.seals a[href*="asof="]').href,
                document.querySelector('.seals a[download]').getAttribute('href')];
    """)
    asof = urllib.parse.parse_qs(urllib.parse.urlsplit(found[1]).query)["asof"][0]
    return {"claim": found[0], "asof": asof, "sealed": found[2], "notice": notice}


def check(report, browser, product, place):
    """The page of a claim says what is asked of it, its bundle is proved by the other verifier, refusals are plain."""
    report.check("a report is sealed on its page", "已封存：台账第" in place["notice"], place["notice"])
    browser.open(product.url + pages.DAILY.format(**place))
    browser.run("""
        const form = document.querySelector('#seal form');
        form.elements.confirmed.checked = true;
        form.querySelector('button').click();
    """)
    refusal = browser.run("return document.querySelector('#seal .refused')?.textContent || ''")
    report.check("a report in which nothing has changed is not sealed again", "没有再次封存" in refusal, refusal)

    address = pages.CLAIM.format(**place)
    browser.open(product.url + address)
    text = browser.run("return document.querySelector('main').innerText")
    missing = [word for word in ("印在哪里", "指标定义", "规则版本", "输入的根", "已签名", "无外部见证", "能说明", "不能说明") if word not in text]
    report.empty("the page of a claim tells what it must", missing)
    browser.run("document.querySelector('#proof form button').click()")
    report.check("the raw data are not handed out without a reason",
                 browser.run("return document.querySelector('#proof form :invalid')?.name") == "reason")
    status, _, bundle = product.get(address + ".zip", timeout=60)
    report.check("the public bundle can be fetched", status == 200 and zipfile.is_zipfile(io.BytesIO(bundle)))
    with tempfile.NamedTemporaryFile(suffix=".zip") as file:
        file.write(bundle)
        file.flush()
        verdict = subprocess.run([_python(), str(ROOT / "Tools/verify.py"), file.name], capture_output=True, text=True)
    report.check("the other verifier proves the bundle", verdict.returncode == 0 and place["claim"] in verdict.stdout,
                 verdict.stdout + verdict.stderr)
    for name in ("abc", "7F3K-2M9Q-4X6T"):
        status, _, body = product.get(f"/claims/{name}")
        report.check(f"{name} is no claim, and the page says so", status == 404 and "没有这个数字凭证" in body.decode())


def check_code(report, place, output):
    """The QR code of the sealed document is read from its printed page."""
    name = place["sealed"].rsplit("/", 1)[1].removesuffix(".docx")
    if not shutil.which("zbarimg") or not (output / f"{name}.pdf").exists():
        report.skip("the QR code of a sealed document", "zbarimg or the printed document is not there")
        return
    subprocess.run(["pdftoppm", "-r", "150", "-png", str(output / f"{name}.pdf"), str(output / f"{name}-150")],
                   check=True)
    pictures = sorted(str(path) for path in output.glob(f"{name}-150*.png"))
    read = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *pictures],
                          capture_output=True, text=True).stdout
    wanted = rf"^QINGHENG {re.escape(pages.PUBLIC_DAILY.format(**place))}\?asof={place['asof']} root=\S{{44}}$"
    report.check("the printed QR code leads to the sealed document", re.search(wanted, read, re.M), read)


def _python():
    """The interpreter for which script/bootstrap installs the package `cryptography`."""
    return shutil.which("python3", path="/usr/bin") or sys.executable
