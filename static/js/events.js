// Sends a new event, and keeps it in this browser until the server has it. The form works without.

const form = document.getElementById("main-form");
const sent = document.getElementById("sent");
// An event belongs to the person who typed it: nobody else at this machine sends it. Signing out
// does not take it away, since it stands nowhere else.
const mine = `engage-unsent:${document.documentElement.dataset.person ?? ""}:`;
const PATIENCE = 20000;
const AGAIN = 30000;

const shelf = {
  put: (key, event) => { try { localStorage.setItem(mine + key, JSON.stringify(event)); return true; } catch { return false; } },
  drop: (key) => { try { localStorage.removeItem(mine + key); } catch { /* refused */ } },
  all: () => {
    try {
      return Object.keys(localStorage).filter((name) => name.startsWith(mine))
        .map((name) => [name.slice(mine.length), JSON.parse(localStorage.getItem(name))]);
    } catch { return []; }
  },
};

function say(name) {
  const words = document.getElementById(`words-${name}`).content.firstElementChild;
  const line = document.getElementById("line");
  const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  line.className = words.className;
  line.setAttribute("role", "status");
  line.replaceChildren(...words.cloneNode(true).childNodes);
  const text = line.querySelector("span");
  text.textContent = text.textContent.replace("{time}", time);
}

// What became of it: "held" by the server, "empty", "unknown" to it who asks, or "unsent".
async function send({ address, typed }) {
  const body = new URLSearchParams(typed);
  body.set("csrf_token", form.elements.csrf_token.value);
  const given = new AbortController();
  const late = setTimeout(() => given.abort(), PATIENCE);
  try {
    const headers = { "HX-Request": "true" };
    const answer = await fetch(address, { method: "POST", body, headers, signal: given.signal });
    if (answer.ok) return held(await answer.text());
    return [{ 400: "unknown", 401: "unknown", 403: "unknown", 422: "empty" }[answer.status] ?? "unsent"];
  } catch { return ["unsent"]; } finally { clearTimeout(late); }
}

// Only the server's own words count: on some lines somebody else answers first.
function held(words) {
  const told = new DOMParser().parseFromString(words, "text/html").querySelector("[data-held]");
  return told ? ["held", told] : ["unsent"];
}

function tell(told) {
  sent.append(told);
  return told.querySelector("a").href;
}

// An empty form for another event.
function next() {
  form.reset();
  form.elements.entry_key.value = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  document.getElementById("another")?.parentElement.remove();
  say("next");
}

function offerNext() {
  if (document.getElementById("another")) return;
  document.getElementById("line").after(document.getElementById("words-another").content.cloneNode(true));
  document.getElementById("another").addEventListener("click", () => { next(); form.elements.title.focus(); });
}

let busy = false;
let more = false;
let waiting;

// Everything that is kept, one after the other; the line that is down is tried again later.
async function sendKept() {
  clearTimeout(waiting);
  if (busy) return;
  busy = true;
  for (const [key, event] of shelf.all()) {
    const [what, told] = await send(event);
    if (what === "held" || what === "empty") shelf.drop(key);
    if (what === "held") {
      tell(told);
      if (key === form.elements.entry_key.value) next();
    } else if (what !== "empty") {
      say(what);
      break;
    }
  }
  busy = false;
  if (more) {
    more = false;
    sendKept();
  } else if (shelf.all().length) waiting = setTimeout(sendKept, AGAIN);
}

async function save() {
  const key = form.elements.entry_key.value;
  const event = { address: form.action, typed: [...new FormData(form)].filter(([name]) => name !== "csrf_token") };
  const kept = shelf.put(key, event);
  say("sending");
  if (busy && kept) {
    more = true;  // what is being sent comes first
    return;
  }
  busy = true;
  const [what, told] = await send(event);
  busy = false;
  if (what === "held") {
    shelf.drop(key);
    location.assign(tell(told));
  } else if (what === "empty") {
    shelf.drop(key);
    form.submit();  // the server says so on its page
  } else {
    say(what === "unsent" && !kept ? "unkept" : what);
    if (kept) offerNext();
    waiting = setTimeout(sendKept, AGAIN);
  }
}

// Before anything else hears of it; a button with a name, such as another language, goes its own way.
document.addEventListener("submit", (event) => {
  if (event.target !== form || event.submitter?.name) return;
  event.preventDefault();
  event.stopPropagation();
  save();
}, true);
window.addEventListener("online", sendKept);
sendKept();
