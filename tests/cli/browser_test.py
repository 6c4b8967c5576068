#!/usr/bin/env python3
"""browser_test.py PROGRAM PRESS TREATY: what a reader does with the page of
--html, in headless Chromium; skipped where there is none. With SCREENSHOTS in
the environment, pictures of it are left in that folder."""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from browser import Browser, command
from html_test_texts import HOSTILE, seen

SKIP = 77
program, press, treaty = sys.argv[1:4]
shots = os.environ.get("SCREENSHOTS")

# The lowest contrast of text to what is behind it, and where that is.
CONTRAST = """(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const over = (back, colour) => {
        canvas.fillStyle = `rgb(${back})`; canvas.fillRect(0, 0, 1, 1);
        canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const light = (colour) => {
        const [r, g, b] = colour.map((v) => (v / 255 <= 0.03928 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    let worst = [99, ""];
    for (const element of document.querySelectorAll(".text *, .bar *, .side *, .record *")) {
        if (element.checkVisibility() === false || !element.textContent.trim() || element.matches(".furniture"))
            continue;
        const chain = [];
        for (let at = element; at; at = at.parentElement)
            chain.unshift(getComputedStyle(at).backgroundColor);
        const back = chain.reduce(over, [255, 255, 255]), front = over(back, getComputedStyle(element).color);
        const [a, b] = [light(back), light(front)];
        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (contrast < worst[0])
            worst = [contrast, element.className + " in " + element.parentElement.className];
    }
    return worst;
})()"""
OVERFLOW = "document.documentElement.scrollWidth - innerWidth"
PANEL = "document.querySelector('#ui-record').innerText"


class Reader(Browser):
    def open(self, files, *options):
        page = Path(self.folder.name) / "page.html"
        page.write_bytes(subprocess.run([program, "--html", *options, *files], stdout=subprocess.PIPE).stdout)
        self.go(page.as_uri())
        assert self.loaded == [page.as_uri()], ("asks for more", self.loaded)
        assert not self.errors, self.errors

    def middle(self, selector, index=0):
        """Brings an element into view; where it is."""
        return self.run(f"""(() => {{
            const element = document.querySelectorAll({selector!r})[{index}];
            element.scrollIntoView({{ block: "center" }});
            const box = element.getClientRects()[0];
            return [box.x + box.width / 2, box.y + box.height / 2];
        }})()""")

    def click(self, selector, index=0):
        self.point(*self.middle(selector, index), click=True)

    def shot(self, name):
        if shots:
            self.run("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))")
            self.screenshot(f"{shots}/{name}.png")

    def legible(self, what):
        contrast, where = self.run(CONTRAST)
        assert contrast >= 4.5, f"{what}: contrast {contrast:.2f} of {where}"
        assert self.run(OVERFLOW) <= 0, f"{what}: wider than the window"


def read_press(reader):
    reader.look(1440, 900)
    reader.open([press])
    reader.legible("press")
    reader.shot("press")
    reader.point(*reader.middle(".text .quotation", 1))
    hovered = reader.run(PANEL)
    assert "Quotation" in hovered, hovered
    reader.click(".text .quotation .cue")
    kept = reader.run(PANEL)
    assert "Obligation" in kept and "mutual assistance" in kept and "Article 51 of the U.N. Charter" in kept, kept
    reader.point(5, 890)
    assert reader.run(PANEL) == kept, "what was clicked is not kept"
    reader.shot("press-record")
    # from the quotation to its source
    assert reader.run("""(() => {
        const rows = [...document.querySelectorAll("section.quotation dt")];
        rows.find((row) => row.textContent === "Source").nextElementSibling.querySelector("button").click();
        return document.querySelector(".text .goal").textContent.includes("Article 4 of the");
    })()"""), "no way from the quotation to its source"
    # the list of who is quoted
    assert "Kim Jong Un" in reader.run("document.querySelector('.side').innerText")
    reader.look(1440, 900, "dark")
    assert reader.run("getComputedStyle(document.body).backgroundColor") != "rgb(255, 253, 248)"
    reader.legible("dark")
    reader.shot("press-dark")
    reader.click(".theme")
    assert reader.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 253, 248)", "no way back to light"


def read_treaty(reader):
    reader.look(1440, 900)
    reader.open([treaty], "--form", "treaty")
    reader.legible("treaty")
    reader.shot("treaty")
    # a reference leads to its provision
    wanted = reader.run("document.querySelector('.text a.reference').hash")
    reader.click(".text a.reference")
    assert reader.run("location.hash") == wanted
    assert reader.run("document.querySelector(':target').dataset.r") in reader.run("document.querySelector(location.hash).dataset.r")
    assert reader.becomes("document.querySelector('section.provision') !== null"), "no record of the provision"
    # so does the tree
    reader.run("document.querySelectorAll('.tree a')[1].click()")
    assert reader.becomes("location.hash === document.querySelectorAll('.tree a')[1].hash")
    assert reader.becomes("document.querySelectorAll('.tree [aria-current]').length === 1")
    # a kind that is switched off looks like text, and is not stepped to
    def looks():
        return reader.run("(() => { const s = getComputedStyle(document.querySelector('.text a.reference')); "
                          "return [s.color === getComputedStyle(document.querySelector('.text a.reference').parentElement).color, "
                          "s.textDecorationLine, Number(document.querySelector('.place').textContent.split(' ').pop())]; })()")
    on = looks()
    reader.run("document.querySelector('.chip.reference input').click()")
    off = looks()
    assert on[1] == "underline" and off[0] and off[1] == "none" and off[2] < on[2], (on, off)
    reader.run("document.querySelector('.chip.reference input').click()")
    assert looks() == on


def use_keys(reader):
    reader.open([treaty], "--form", "treaty")
    reader.key("Tab")
    assert reader.run("document.activeElement.className") == "skip", "the first stop is not the text"
    reader.key("j")
    first = reader.run("document.activeElement.dataset.r")
    reader.key("j")
    second = reader.run("document.activeElement.dataset.r")
    assert first and second and first != second, (first, second)
    assert reader.run("getComputedStyle(document.activeElement).outlineStyle") == "solid", "focus is not seen"
    reader.key("k")
    assert reader.run("document.activeElement.dataset.r") == first
    assert reader.run(PANEL)
    reader.key("Escape")
    assert reader.run("document.querySelectorAll('#ui-record section').length") == 0
    assert reader.run("document.querySelectorAll('.text [tabindex]').length") == 1, "more than one stop for Tab"


def listen(reader):
    """What a screen reader is told: names, headings, regions."""
    nodes = reader.call("Accessibility.getFullAXTree")["nodes"]
    roles = {}
    for node in nodes:
        role, name = node.get("role", {}).get("value"), node.get("name", {}).get("value", "")
        if not node.get("ignored"):
            roles.setdefault(role, []).append(name)
    for role in ["button", "link", "checkbox", "navigation", "complementary", "group"]:
        assert all(roles.get(role, ["x"])) or role == "group", f"{role} without a name"
    assert roles.get("main") is not None and roles.get("heading") and roles.get("status") is not None, sorted(map(str, roles))
    assert "Provisions" in roles["navigation"]


def hold_phone(reader):
    for scheme in ["light", "dark"]:
        reader.look(390, 844, scheme)
        reader.open([treaty], "--form", "treaty")
        reader.legible(f"phone, {scheme}")
        reader.shot(f"phone-{scheme}")
        assert reader.run("document.querySelector('#ui-record').hidden"), "the record covers the text"
        reader.click(".text .clause .cue")
        assert not reader.run("document.querySelector('#ui-record').hidden")
        reader.shot(f"phone-record-{scheme}")
        reader.click("#ui-record .close")
        assert reader.run("document.querySelector('#ui-record').hidden")
        reader.click(".contents-button")
        assert reader.run("document.querySelector('.side').checkVisibility()")
        reader.shot(f"phone-contents-{scheme}")
        reader.click(".tree a", 1)
        assert not reader.run("document.querySelector('.side').checkVisibility()"), "the contents stay over the text"


def distrust(reader):
    """Texts that would do something, and those whose characters pages treat in a way of their own."""
    reader.look(1440, 900)
    name = Path(reader.folder.name) / "<b>&\"'.txt"
    name.write_bytes(HOSTILE.encode())
    for form in ["treaty", "press"]:
        reader.open([str(name), press], "--form", form)
        assert reader.run("window.pwned === undefined")
        text = reader.run("document.querySelector('.text').textContent")
        assert text == seen(HOSTILE), "the text is another"
        reader.run("document.querySelectorAll('.text [data-r]').forEach((mark) => mark.click())")
        assert reader.run("window.pwned === undefined") and not reader.errors, reader.errors
    # two documents: one is seen, an address leads to the other
    assert reader.run("document.querySelectorAll('article:not([hidden])').length") == 1
    reader.run("(() => { const select = document.querySelector('.picker select'); select.value = 1; "
               "select.dispatchEvent(new Event('change')); })()")
    assert reader.run("document.querySelector('article:not([hidden])').dataset.name") == Path(press).name


def read_long(reader):
    text = "".join(f"Article {n}\n\n1. Each Party shall, subject to Article {n // 2 + 1}, inform the other of what it does.\n\n"
                   f"2. No Party may wait, unless:\n\n(a) Article {n} says so; or\n\n(b) the other Party agrees.\n\n" for n in range(1, 2500))
    name = Path(reader.folder.name) / "long.txt"
    name.write_text(text)
    reader.open([str(name)], "--form", "treaty")
    assert reader.run("document.querySelector('.text').textContent.length") == len(text)
    reader.run("location.hash = '#art_2400'")
    assert reader.run("(() => { const box = document.querySelector(':target').getBoundingClientRect(); "
                      "return box.top >= 0 && box.bottom <= innerHeight; })()"), "does not arrive"
    reader.shot("long")


if command() is None:
    print("skipped: no chromium")
    sys.exit(SKIP)
reader = Reader()
try:
    for step in [read_press, read_treaty, listen, use_keys, hold_phone, distrust, read_long]:
        step(reader)
        assert not reader.errors, (step.__name__, reader.errors)
finally:
    reader.close()
