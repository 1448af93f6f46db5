"""Documents as their readers get them: opened by another program, turned into pages, looked at."""

import io
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile


def check(report, product, path, output, page=None):
    """The document at `path` is a docx that LibreOffice lays out, and its text says what its web page says: `page`, or
    the same path without its ending."""
    name = pathlib.PurePosixPath(path).name
    status, _, body = product.get(path, timeout=60)
    if not report.check(f"{name} can be fetched", status == 200, f"status {status}"):
        return
    archive = io.BytesIO(body)
    is_docx = zipfile.is_zipfile(archive) and "word/document.xml" in zipfile.ZipFile(archive).namelist()
    if not report.check(f"{name} is a docx", is_docx, "not a zip with a document"):
        return
    (output / name).write_bytes(body)
    if not shutil.which("soffice"):
        report.skip(f"{name} as pages", "soffice is not installed")
        return
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf",
                        "--outdir", str(output), str(output / name)], capture_output=True, timeout=180)
    pdf = output / (pathlib.Path(name).stem + ".pdf")
    if not report.check(f"{name} is laid out by LibreOffice", pdf.exists(), "no PDF came out"):
        return
    subprocess.run(["pdftoppm", "-r", "70", "-png", str(pdf), str(output / pathlib.Path(name).stem)], check=True)
    printed = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    _, _, shown = product.get(page or path.removesuffix(".docx"))
    paper = re.search(r"<main.*?</main>", shown.decode("utf-8"), re.S)
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", paper.group() if paper else "", re.S)
    title = re.sub(r"<[^>]+>|\s", "", heading.group(1)) if heading else ""
    report.check(f"{name} carries the title of its page", title and title in re.sub(r"\s", "", printed),
                 f"“{title}” is not in the document")
    report.check(f"{name} has numbers and no placeholder",
                 re.search(r"\d", printed) and not re.search(r"\{\{|\}\}|NaN|nil", printed), printed[:200])
