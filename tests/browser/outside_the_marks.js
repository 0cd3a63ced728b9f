// Runs in each page of the made-up language once it is laid out, and tells what it finds as errors:
// letters outside ⟦ and ⟧, which nobody was asked to translate, and words that are cut off.
addEventListener("load", () => {
  const own = document.documentElement.lang;
  // Codes and names stand in bdi, the words of people in .words; languages are named in themselves.
  const PLAIN = "script, style, template, noscript, textarea, bdi, .words, [hreflang]";
  const MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec";
  const DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday";
  // Languages are offered by their own names.
  const LANGUAGES = "العربية|中文|English|Français|Русский|Español|Esperanto";
  const CODES = "[A-Z]{2}-\\d{4}-\\d+|[A-Z]{3}";
  const NAMES = new RegExp(`(?<!\\p{L})(Engage|Orvanda|UTC|${CODES}|${MONTHS}|${DAYS}|${LANGUAGES})(?!\\p{L})`, "gu");
  const LETTER = /\p{L}/u;
  const told = (what, words, place) => console.error(`${what}: “${words.trim().slice(0, 90)}” in ${place}`);
  const shape = (element) => element.cloneNode(false).outerHTML.slice(0, 120);
  const isOthers = (element) => element.closest(PLAIN) || element.closest("[lang]").lang !== own;

  let depth = 0;
  const outside = (text) => [...text].filter((sign) => {
    depth += { "⟦": 1, "⟧": -1 }[sign] ?? 0;
    return depth === 0 && sign !== "⟧";
  }).join("").replace(NAMES, "");

  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { data, parentElement } = words.currentNode;
    if (isOthers(parentElement)) continue;
    const rest = outside(data);
    if (LETTER.test(rest)) told("not translated", rest, shape(parentElement));
  }
  if (depth) told("a mark is not closed", String(depth), location.pathname);
  for (const name of ["title", "aria-label", "alt", "placeholder"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      depth = 0;
      if (!isOthers(element) && LETTER.test(outside(element.getAttribute(name)))) {
        told(`not translated (${name})`, element.getAttribute(name), shape(element));
      }
    }
  }

  const isUnseen = (element) => element.closest(".govuk-visually-hidden, .skip, [hidden], thead") || element.clientWidth < 2;
  for (const element of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(element);
    const clips = /hidden|clip/.test(style.overflowX) || style.textOverflow === "ellipsis";
    if (clips && element.scrollWidth > element.clientWidth + 1 && !isUnseen(element)) {
      told("cut off", element.textContent, shape(element));
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) told("wider than the screen", "", location.pathname);
});
