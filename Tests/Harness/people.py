"""People with accounts at a server under test: accounts, signing in, tokens for their programs."""

import base64
import http.cookiejar
import pathlib
import re
import urllib.parse
import urllib.request

import one_time_code
from product import ROOT, NotReady

PASSWORD = "Ce-shi-2026-x"
_GIVEN = re.compile(r"：(\S+)\s*$")
# As the nation publishes it; three hours of two stations.
AIR = ("timepoint,stationcode,longitude,latitude,area,positionname,primarypollutant,aqi,pm10,pm10_24h,pm2_5,pm2_5_24h,"
       "o3,o3_24h,o3_8h,o3_8h_24h,no2,no2_24h,so2,so2_24h,co,co_24h\n"
       "2026-11-20T0800,9001A,117.01,39.01,示例市,测点1,,,118,,75,,31,,,,42,,6,,0.9,\n"
       "2026-11-20T0900,9001A,117.01,39.01,示例市,测点1,,,110,,70,,35,,,,40,,7,,0.8,\n"
       "2026-11-20T0800,9002A,117.02,39.02,示例市,测点2,,,98,,60,,33,,,,38,,5,,0.7,\n")


class Person:
    """Somebody at a browser without script."""

    def __init__(self, product):
        self.url = product.url
        self._jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._jar))

    @property
    def cookie(self):
        """What the browser sends along, as one header."""
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self._jar)

    def get(self, path):
        with self.opener.open(self.url + path, timeout=30) as answer:
            return answer.read().decode("utf-8")

    def post(self, path, on, **fields):
        """Sends a form that stands on a page; lists are sent field by field."""
        return self.send(path, self.get(on), **fields)

    def send(self, path, page, **fields):
        token = re.search(r'name="token" value="([^"]+)"', page)
        pairs = [(name, one) for name, value in fields.items()
                 for one in (value if isinstance(value, list) else [value])]
        if token:
            pairs.append(("token", token.group(1)))
        request = urllib.request.Request(self.url + path, urllib.parse.urlencode(pairs).encode(), {"Origin": self.url})
        with self.opener.open(request, timeout=30) as answer:
            return answer.read().decode("utf-8")


def signed_in(product, login, given):
    """Signs in with a password that was given and does what must be done first: an own password, one-time codes."""
    person = Person(product)
    person.post("/sign-in", "/sign-in", login=login, password=given)
    person.post("/account/password", "/account/password", present=given, new=PASSWORD, again=PASSWORD)
    page = person.get("/account/factor")
    seed = re.search(r'name="seed" value="([0-9a-f]+)"', page).group(1)
    person.send("/account/factor", page, seed=seed, code=one_time_code.code(base32(bytes.fromhex(seed))))
    return person


def token_of(product, login, given, rights):
    """The same, and issues a token."""
    person = signed_in(product, login, given)
    page = person.post("/account/tokens", "/account", title="接口测试", days="1", right=rights)
    return re.search(r"data-issued>([0-9a-f]{64})<", page).group(1)


def base32(seed):
    """A seed as authenticator apps take it."""
    return base64.b32encode(seed).decode()


def take_in(report, product, rows, *command):
    """One check: a file of these rows goes in by a command of the binary, before the server runs."""
    path = pathlib.Path(product.folder) / "in.csv"
    path.write_text(rows, encoding="utf-8")
    status, _, complaint = product.run("import", command[0], str(path), *command[1:], "--data", product.data)
    report.check(f"a file is imported ({' '.join(command)})", status == 0, complaint)


def without_limits(product):
    """Lets programs and strangers ask as often as a test likes: a bureau's own rules beside the bundled ones."""
    bundled = (ROOT / "Catalog/accounts/rates.yaml").read_text("utf-8")
    rules = pathlib.Path(product.folder) / "rules/accounts"
    rules.mkdir(parents=True)
    (rules / "rates.yaml").write_text(
        re.sub(r"per_minute: \d+, burst: \d+", "per_minute: 1000000, burst: 1000000", bundled), "utf-8")
    product.arguments += ["--catalog", str(rules.parent)]


def add(product, login, role):
    """Opens an account, before the server runs; returns the password that its owner has to change."""
    status, printed, complaint = product.run(
        "user", "add", login, "--name", login, "--unit", "测试科", "--role", role, "--data", product.data)
    found = _GIVEN.search(printed)
    if status != 0 or not found:
        raise NotReady(f"user add {login}: {complaint}")
    return found.group(1)
