"""The rules of access (WCAG 2.2 AA and good practice) on a page as it stands, by axe."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASKED = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
# Contrast is judged also behind drawn edges and marks, where axe would leave it to a person. The
# options of a check are replaced as a whole, so what axe has by itself is told again.
STRICT = """() => axe.configure({ checks: [{
  id: "color-contrast",
  options: { ...axe._audit.checks["color-contrast"].options, ignorePseudo: true },
}] })"""
# Our faces draw no icons out of words. The audit would find that out by painting text, letter by
# letter, which takes a third of its time: it is told beforehand. A rule that breaks is a fault too,
# which axe itself only leaves to a person.
RUN = """async (how) => {
  const faces = {};
  for (const each of document.querySelectorAll("*")) {
    faces[getComputedStyle(each).fontFamily] = { occurrences: 3, numLigatures: 0 };
  }
  axe._cache.set("fonts", faces);
  const { violations, incomplete } = await axe.run(document, how);
  const isBroken = ({ nodes }) =>
    nodes.some((node) => node.none.some((check) => check.id === "error-occurred"));
  return [...violations, ...incomplete.filter(isBroken)];
}"""
# Colours do not know the direction of writing: they are judged once, at each width, from the left.
COLOURS_APART = {"color-contrast": {"enabled": False}}
AXE = Axe()


def faults_of_access(page: Page) -> list[str]:
    known, turned = page.evaluate("['axe' in window, document.dir === 'rtl']")
    if not known:
        page.evaluate(AXE.axe_script)
        page.evaluate(STRICT)
    found = page.evaluate(RUN, {**ASKED, "rules": COLOURS_APART} if turned else ASKED)
    return [f"{fault['id']}: {node['html'][:200]}" for fault in found for node in fault["nodes"]]
