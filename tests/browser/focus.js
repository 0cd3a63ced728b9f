// What the keyboard can reach, how each looks without the focus, and the one that has it now.
const ASK = "a[href], button, input, select, textarea, summary, [tabindex='0']";
const look = (element) => [element, element.nextElementSibling].filter(Boolean).flatMap((each) =>
  [null, "::before"].map((part) => {
    const style = getComputedStyle(each, part);
    return style.outline + style.boxShadow;
  })).join();
// A link or a button shows the focus in itself; a radio or a tick beside it, in the drawn box.
const isDrawnBeside = (element) => ["radio", "checkbox"].includes(element.type);
const own = (element) => isDrawnBeside(element) ? look(element) : getComputedStyle(element).outline + getComputedStyle(element).boxShadow;
const isThere = (element) => element.checkVisibility() && !element.disabled && element.tabIndex >= 0 && element.type !== "hidden";

document.activeElement?.blur();
const reachable = [...document.querySelectorAll(ASK)].filter(isThere);
const before = new Map(reachable.map((element) => [element, own(element)]));
const reached = new Set();
let last = -1;
const nameOf = (element) => `${element.tagName}.${element.className} ${element.name || element.textContent.trim().slice(0, 30)}`;

window.stop = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const place = reachable.indexOf(element);
  const turned = reached.has(element);
  reached.add(element);
  last = place;
  const box = element.getBoundingClientRect();
  const rtl = document.dir === "rtl";
  return {
    name: nameOf(element), place, turned_round: turned,
    in_form: element.form?.id === "main-form" && Boolean(element.closest("#main-form")),
    top: box.top + scrollY, bottom: box.bottom + scrollY, start: rtl ? box.right : box.left,
    seen: before.get(element) !== own(element),
  };
};

// Of radios with one name the Tab key reaches one; the arrows go on from there.
window.passedOver = () => reachable.filter((element) => {
  if (reached.has(element)) return false;
  const isBrother = (other) => other.type === "radio" && other.name === element.name && other.form === element.form;
  return !(element.type === "radio" && [...reached].some(isBrother));
}).map(nameOf);
