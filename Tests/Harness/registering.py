"""Registers sections and devices as an officer does: a file of automatic stations is imported, and the form of each
device that has sent something is filled in on 设备登记."""

import os
import threading

from product import NotReady, waits

READY_SECONDS = 60.0
LISTED_SECONDS = 30.0  # until a device that sent something is listed
HEADER = "省份,流域,断面名称,监测时间,水质类别,pH(无量纲),氨氮(mg/L)"
ROW = "测试省,测试河,{},2026-08-31 20:00,Ⅱ,7.5,0.10"


def sections(product, names):
    """Registers one section a name in a data directory that no server works on, and returns their ids."""
    path = os.path.join(product.folder, "sections.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join([HEADER, *(ROW.format(name) for name in names)]) + "\n")
    status, output, errors = product.run("import", "water", path, "--data", product.data)
    if status != 0:
        raise NotReady(f"import water ended with {status}: {output}{errors}")
    return [f"测试省·{name}" for name in names]


def register(product, devices, items, environment=None):
    """Lets devices of streaming.py say something, registers them at a section each, and leaves the server stopped."""
    places = sections(product, [f"第{number + 1}断面" for number in range(len(devices))])
    product.start(READY_SECONDS, environment=environment)
    stopping = threading.Event()
    threads = [threading.Thread(target=device.stream, args=(product.hj212_port, stopping)) for device in devices]
    for thread in threads:
        thread.start()
    try:
        for device, section in zip(devices, places):
            adopt(product, device.mn, section, items)
    finally:
        stopping.set()
        for thread in threads:
            thread.join()
    if product.stop() != 0:
        raise NotReady(f"the server did not stop after the registration\n{product.last_lines()}")


def adopt(product, mn, section, items, dialect="2017", key_id=""):
    """Binds a device that has sent something to a section, on a server that runs; `items` are what its codes are called
    here, by code."""
    fields = [("follows", "0"), ("object", section), ("owner", "本局"), ("ownership", "bureau"), ("dialect", dialect),
              ("minutes", "10"), ("hours", "1"), ("realtime", "30"), ("acceptedOn", "2026-01-05"), ("filedOn", ""),
              ("keyID", key_id)]
    for code, item in items.items():
        fields += [("code", code), ("item", item), ("power", "0"), ("analyser", ""), ("serial", ""), ("low", ""),
                   ("high", ""), ("unit", "")]
    page = f"/adoption/{mn}"
    if not waits(lambda: product.get(page)[0] == 200, LISTED_SECONDS):
        raise NotReady(f"device {mn} is not listed as waiting")
    status, answer = product.post(page, fields)
    if status != 200 or "已记入台账" not in answer:
        raise NotReady(f"device {mn} was not registered ({status})")
