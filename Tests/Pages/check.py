"""Drives Engross's pages in Chromium as a proofreader would.

    check.py ENGROSS PROJECT [SCREENSHOTS]

Prints a line for each claim that holds; stops at the first that doesn't.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

engross, project = sys.argv[1], pathlib.Path(sys.argv[2])
pictures = pathlib.Path(sys.argv[3]) if len(sys.argv) > 3 else None
work = pathlib.Path(tempfile.mkdtemp())
STATEMENT = "joint-statement-migration-1997"
SIZES = {"wide": (1280, 900), "narrow": (390, 844)}


def run(*words):
    subprocess.run([engross, *map(str, words)], check=True, cwd=work)


def holds(claim, condition, detail=""):
    if not condition:
        sys.exit(f"doesn't hold: {claim}: {detail}")
    print(claim)


class Visit:
    """One page in one window; everything that it asks for or complains of is kept."""

    def __init__(self, browser, path, size="wide", scheme="light", **settings):
        width, height = SIZES[size]
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, **settings)
        self.page = self.context.new_page()
        self.complaints, self.requests = [], []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.url = path.as_uri()
        self.page.goto(self.url)

    def is_quiet(self):
        # What the page itself makes for an export is no request to anywhere.
        asked = [url for url in self.requests
                 if url.split("#")[0] != self.url and not url.startswith("blob:")]
        return not self.complaints and not asked, f"{self.complaints} {asked}"


def is_accessible(browser, path, claim):
    for size in SIZES:
        for scheme in ("light", "dark"):
            visit = Visit(browser, path, size, scheme)
            for details in visit.page.locator("details").all():
                details.evaluate("element => { element.open = true }")
            found = Axe().run(visit.page).response["violations"]
            told = [(v["id"], [n["html"][:160] for n in v["nodes"][:3]]) for v in found]
            holds(f"axe finds nothing in {claim}, {size} and {scheme}", not found, told)
            width = visit.page.evaluate("document.documentElement.scrollWidth")
            holds(f"{claim} isn't wider than the window, {size}", width <= SIZES[size][0], width)
            if pictures:
                visit.page.screenshot(
                    path=pictures / f"{path.stem}-{size}-{scheme}.png", full_page=True)
            visit.context.close()


def proofread(browser):
    source = project / "Samples" / f"{STATEMENT}.txt"
    run("encode", source, "-o", work / f"{STATEMENT}.xml")
    run("html", work / f"{STATEMENT}.xml", "-o", work / f"{STATEMENT}.html")
    visit = Visit(browser, work / f"{STATEMENT}.html")
    page = visit.page
    uncertain = page.locator("#strip > .entries > li").count()
    holds("the uncertain are listed", uncertain >= 3, uncertain)
    holds("the counts stand at the top",
          page.locator("#counts").inner_text().startswith(f"{uncertain} uncertain"))

    page.fill("#proofreader", "Anna <Berg>")
    page.locator("h1").click()
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    holds("j goes to the first uncertain", first.startswith("m"), first)
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.id")
    page.keyboard.press("k")
    holds("k goes back", page.evaluate("document.activeElement.id") == first != second)
    element = json.loads(page.locator(f"#i{first[1:]}").get_attribute("data-json"))["element"]
    page.keyboard.press("a")
    holds("a accepts and goes on", page.evaluate("document.activeElement.id") == second)
    page.keyboard.press("x")
    holds("the counts follow", "1 accepted, 1 rejected" in page.locator("#counts").inner_text(),
          page.locator("#counts").inner_text())

    page.check("#sure")
    date = page.locator("span.t-date.m").first
    # The number of the line is part of the date, and stands in the margin.
    date.scroll_into_view_if_needed()
    box = date.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.keyboard.press("e")
    page.fill("#editor input[name=when]", "1997-05-07")
    page.keyboard.press("Enter")
    holds("e edits a value",
          "accepted: when 1997-05-07" in page.locator("#strip").text_content())

    page.reload()
    holds("decisions are kept", "2 accepted, 1 rejected" in page.locator("#counts").inner_text(),
          page.locator("#counts").inner_text())
    with page.expect_download() as download:
        page.click("[data-do=export]")
    decisions = work / "decisions.jsonl"
    download.value.save_as(decisions)
    lines = [json.loads(line) for line in decisions.read_text().splitlines()]
    holds("three decisions are exported", len(lines) == 3, lines)
    quiet, detail = visit.is_quiet()
    holds("no complaint on the console, and no request leaves the page", quiet, detail)
    visit.context.close()

    judged = work / "judged.xml"
    run("encode", "--apply", decisions, source, "-o", judged)
    run("validate", "-q", judged)
    run("text", judged, "-o", work / "again.txt")
    holds("the text is the same", source.read_bytes() == (work / "again.txt").read_bytes())
    xml = judged.read_text()
    holds("the proofreader is in the header", "<name>Anna &lt;Berg&gt;</name>" in xml)
    holds("what was accepted is the proofreader's",
          f'<{element} resp="#annotator-1" cert="high"' in xml, element)
    holds("the value is corrected", '<date when="1997-05-07" resp="#annotator-1" cert="high">' in xml)
    run("html", judged, "-o", work / "judged.html")
    visit = Visit(browser, work / "judged.html")
    left = visit.page.locator("#strip > .entries > li").count()
    holds("what was judged isn't uncertain any more", left == uncertain - 2, left)
    visit.context.close()


def index(browser):
    pages = work / "pages"
    run("html", "-q", "-d", pages, project / "Samples")
    visit = Visit(browser, pages / "index.html")
    page = visit.page
    page.locator("details.group").first.locator("summary").click()
    page.locator("details.group").first.locator(":scope > button", has_text="Reject").click()
    with page.expect_download() as download:
        page.click("[data-do=export]")
    download.value.save_as(work / "all.jsonl")
    lines = [json.loads(line) for line in (work / "all.jsonl").read_text().splitlines()]
    holds("a group is judged at once", len(lines) > 0 and len({l["file"] for l in lines}) > 0)
    run("encode", "-q", "--apply", work / "all.jsonl", "-d", work / "applied", project / "Samples")
    run("validate", "-q", work / "applied")
    quiet, detail = visit.is_quiet()
    holds("the index asks for nothing", quiet, detail)
    page.locator("table a").first.click()
    holds("the index leads to the pages", page.locator("#reading").count() == 1)
    visit.context.close()
    is_accessible(browser, pages / "index.html", "the index")
    is_accessible(browser, pages / f"{STATEMENT}.html", "the statement's page")
    is_accessible(browser, pages / "press-conference.html", "a transcript's page")
    run("html", "-q", "--view", "reading", "-d", work / "public", project / "Samples")
    is_accessible(browser, work / "public" / "treaty.html", "a treaty to be read")


def hostile(browser):
    for view in ("proof", "reading"):
        path = work / f"hostile-{view}.html"
        run("html", "--view", view, project / "Tests/Pages/hostile.xml", "-o", path)
        visit = Visit(browser, path)
        page = visit.page
        page.mouse.move(300, 300)
        for link in page.locator("a").all():
            link.focus()
        quiet, detail = visit.is_quiet()
        holds(f"hostile text asks for nothing, {view}", quiet, detail)
        holds("and runs nothing", page.evaluate("typeof hacked") == "undefined")
        scripts = page.locator("script").count()
        holds("no script is the document's", scripts == (1 if view == "proof" else 0), scripts)
        made = page.locator("body img, body iframe, body svg, body style, body [style]").count()
        holds("no element is the document's", made == 0, made)
        attributes = page.evaluate(
            "[...document.querySelectorAll('*')].flatMap(e => [...e.attributes])"
            ".filter(a => a.name.startsWith('on')).length")
        holds("no attribute is the document's", attributes == 0, attributes)
        leads = page.evaluate(
            "[...document.querySelectorAll('a[href]')].map(a => a.protocol)"
            ".filter(p => !['file:', 'http:', 'https:', 'mailto:'].includes(p))")
        holds("no link runs anything", leads == [], leads)
        local = page.evaluate(
            "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"
            ".filter(h => /^(file|data|vbscript|javascript)/i.test(h.trim()))")
        holds("none leads to a file of the reader's", local == [], local)
        # A policy that a page hasn't earned would let this run.
        page.evaluate(
            "() => { const s = document.createElement('script'); s.textContent = 'hacked = 2';"
            " document.body.append(s); }")
        holds("even a script that came through wouldn't run",
              page.evaluate("typeof hacked") == "undefined")
        visit.context.close()
        if view == "reading":
            is_accessible(browser, path, "a hostile text")


def without_script(browser):
    visit = Visit(browser, work / f"{STATEMENT}.html", java_script_enabled=False)
    holds("without a script the source is there", visit.page.locator("#s11").is_visible())
    holds("and the reading", visit.page.locator("#m13").is_visible())
    holds("and what is known of each inference", visit.page.locator("#strip li").first.is_visible())
    holds("and no button that does nothing", not visit.page.locator("#bar").is_visible())
    visit.page.click("#s12 a.l")
    holds("lines lead to each other", visit.page.url.endswith("#r12"))
    visit.context.close()


with sync_playwright() as playwright:
    chromium = playwright.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    proofread(chromium)
    without_script(chromium)
    index(chromium)
    hostile(chromium)
    chromium.close()
