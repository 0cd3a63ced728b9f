// Small aids. Every page works without this file; nothing here is needed to save.

const root = document.documentElement;
root.classList.add("js-enabled");

const byId = (id) => document.getElementById(id);
const form = byId("main-form");
// Words belong to the person who typed them: nobody else at this machine is offered them.
const mine = `engage:${root.dataset.person ?? ""}:`;
const key = mine + location.pathname;

// A place to keep words when the line is down; a browser may refuse it.
const shelf = {
  get: () => { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
  set: (typed) => { try { localStorage.setItem(key, JSON.stringify(typed)); } catch { /* full or refused */ } },
  drop: () => { try { localStorage.removeItem(key); } catch { /* refused */ } },
  empty: () => {
    try {
      Object.keys(localStorage).filter((name) => name.startsWith(mine)).forEach((name) => localStorage.removeItem(name));
    } catch { /* refused */ }
  },
};

// The summary of what to look at gets the focus first; else the button that moved a row.
// After loading, and again while the page settles, since going to a #place takes the focus away.
function placeFocus() {
  const summary = document.querySelector("[data-focus-first]");
  const moved = byId(sessionStorage.getItem("engage-moved") ?? "");
  sessionStorage.removeItem("engage-moved");
  const next = moved?.disabled ? moved.parentElement.querySelector("button:not([disabled])") : moved;
  const target = summary ?? next;
  if (!target) return;
  const settle = (times) => {
    if (document.activeElement !== target) target.focus();
    if (times) waiting = setTimeout(settle, 60, times - 1);
  };
  let waiting = setTimeout(settle, 40, 8);
  for (const touch of ["keydown", "pointerdown"]) addEventListener(touch, () => clearTimeout(waiting), { once: true });
}
window.addEventListener("load", placeFocus);

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-move]");
  if (button?.id) sessionStorage.setItem("engage-moved", button.id);
});

// Alt with an arrow moves the row in which one stands.
document.addEventListener("keydown", (event) => {
  const way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
  if (!way || !event.altKey || event.ctrlKey || event.metaKey) return;
  const button = event.target.closest(".row")?.querySelector(`[data-move="${way}"]:not([disabled])`);
  if (!button) return;
  event.preventDefault();
  button.click();
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const leave of document.querySelectorAll("[data-sign-out]")) {
  leave.addEventListener("submit", shelf.empty);
}

// Puts other words into the line; the line itself stays, since htmx will replace it.
function say(name) {
  const words = byId(`words-${name}`)?.content.firstElementChild;
  const line = byId("saved-line");
  if (!words || !line) return;
  const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  line.className = words.className;
  line.replaceChildren(...words.cloneNode(true).childNodes);
  const text = line.querySelector("span");
  text.textContent = text.textContent.replace("{time}", time);
  repeatBelow();
}

// The line at the foot of a long form says what the line at its head says.
function repeatBelow() {
  const line = byId("saved-line");
  for (const below of document.querySelectorAll(".endbar .saved")) {
    below.className = line.className;
    below.replaceChildren(...line.cloneNode(true).childNodes);
  }
}

// Everything typed in the form, save what the server set.
function typed() {
  const kept = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !["csrf_token", "seen"].includes(name)) (kept[name] ??= []).push(value);
  }
  return kept;
}

function putBack(kept) {
  const at = {};
  for (const box of form.elements) {
    if (!box.name || ["hidden", "submit", "button"].includes(box.type) || box.tagName === "FIELDSET") continue;
    const values = kept[box.name] ?? [];
    if (["checkbox", "radio"].includes(box.type)) box.checked = values.includes(box.value);
    else box.value = values[(at[box.name] = (at[box.name] ?? -1) + 1)] ?? "";
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

function offerKept() {
  const kept = shelf.get();
  if (!kept) return;
  if (JSON.stringify(kept) === JSON.stringify(typed())) return shelf.drop();
  const offer = byId("words-kept")?.content.cloneNode(true);
  if (!offer) return;
  form.before(offer);
  byId("kept-here").addEventListener("click", (event) => {
    const wish = event.target.dataset.kept;
    if (!wish) return;
    if (wish === "restore") putBack(kept);
    else shelf.drop();
    byId("kept-here").remove();
  });
}

// A page that nobody looks at does not say that it is open.
byId("here")?.addEventListener("htmx:beforeRequest", (event) => { if (document.hidden) event.preventDefault(); });

if (form) {
  let broken = false;
  // Help that is opened inside the form is fetched too; it says nothing of what is saved.
  const ofForm = (act) => (event) => { if (event.target === form) act(event); };
  const lineDown = ofForm((event) => {
    // The server answered, but to nobody it knows: signed out meanwhile, perhaps in another tab.
    const signedOut = [400, 401, 403].includes(event.detail.xhr?.status);
    if (!broken) say(signedOut ? "signed-out" : "broken");
    broken = true;
    shelf.set(typed());
  });
  offerKept();
  form.addEventListener("htmx:beforeRequest", ofForm(() => { if (!broken) say("saving"); }));
  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) form.addEventListener(name, lineDown);
  form.addEventListener("htmx:afterRequest", ofForm((event) => {
    if (!event.detail.successful) return;
    broken = false;
    shelf.drop();
  }));
  document.addEventListener("htmx:afterSettle", repeatBelow);
  form.addEventListener("submit", () => { if (broken || !navigator.onLine) shelf.set(typed()); });
  window.addEventListener("online", () => { if (broken) form.dispatchEvent(new Event("change", { bubbles: true })); });
}
