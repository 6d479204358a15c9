// Judging what a page marks: by keys and buttons, kept in the browser, exported as JSON Lines.
(() => {
  "use strict";
  const one = (id) => document.getElementById(id);
  const bar = one("bar");
  if (!bar) return;

  // The attributes that a person may correct, beside those that are there.
  const editable = {
    date: ["when", "from", "to", "notBefore", "notAfter"], corr: ["text", "type"], gap: ["desc"],
    signed: ["role"], catRef: ["target"],
  };
  const entries = [...document.querySelectorAll("#strip li[data-json]")].map((item) => {
    const number = Number(item.id.slice(1));
    return {
      number, item, mark: one("m" + number), data: JSON.parse(item.dataset.json),
      isUncertain: item.matches(".c-low, .c-medium"),
      text: item.textContent.replace(/\s+/g, " ").trim(),
    };
  }).sort((a, b) => a.number - b.number);
  const file = document.body.dataset.file;

  // Decisions belong to what was decided about: another text has another key.
  const hash = (text) => {
    let value = 2166136261;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16777619);
    return (value >>> 0).toString(36);
  };
  const key = "engross " + file + " " + hash(entries.map((e) => e.item.dataset.json).join());
  const load = (name, other) => {
    try { return JSON.parse(localStorage.getItem(name)) ?? other; } catch { return other; }
  };
  const save = (name, value) => {
    try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* A page may have no storage. */ }
  };
  const decisions = load(key, {});
  const proofreader = one("proofreader");
  proofreader.value = load("engross proofreader", "");
  proofreader.addEventListener("input", () => save("engross proofreader", proofreader.value));

  let current = null;
  const say = (text) => { one("current").textContent = text; };

  const show = (entry) => {
    const decision = decisions[entry.number]?.decision;
    for (const element of [entry.item, entry.mark]) {
      if (!element) continue;
      element.classList.toggle("accepted", decision === "accept");
      element.classList.toggle("rejected", decision === "reject");
      element.classList.toggle("current", entry === current);
    }
    let note = entry.item.querySelector(".decision");
    if (!decision) return note?.remove();
    if (!note) {
      note = document.createElement("strong");
      note.className = "decision";
      entry.item.append(" ", note);
    }
    const values = Object.entries(decisions[entry.number].attributes ?? {}).map((pair) => pair.join(" "));
    note.textContent = (decision === "accept" ? "accepted" : "rejected") + (values.length ? ": " + values.join(", ") : "");
  };

  const count = () => {
    const decided = Object.values(decisions);
    const open = entries.filter((e) => e.isUncertain && !decisions[e.number]).length;
    const accepted = decided.filter((d) => d.decision === "accept").length;
    one("counts").textContent =
      open + " uncertain to judge, " + accepted + " accepted, " + (decided.length - accepted) + " rejected";
  };

  const go = (entry) => {
    const before = current;
    current = entry;
    if (before) show(before);
    if (!entry) return say("Nothing more is uncertain.");
    show(entry);
    const details = entry.item.closest("details");
    if (details && !entry.mark) details.open = true;
    const target = entry.mark ?? entry.item;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
    const line = target.closest(".text") && nearestLine(target);
    for (const other of document.querySelectorAll(".lines .here")) other.classList.remove("here");
    if (line) {
      line.classList.add("here");
      const pane = one("source");
      pane.scrollTop = line.offsetTop - pane.clientHeight / 2;
    }
    say(entry.text);
  };

  const nearestLine = (target) => {
    const inside = target.querySelector("a.l");
    let last = inside;
    if (!last) {
      for (const link of document.querySelectorAll("#reading a.l")) {
        if (link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) last = link;
        else break;
      }
    }
    return last && one("s" + last.id.slice(1));
  };

  const step = (way) => {
    const all = one("sure").checked;
    const list = entries.filter((e) => e === current || all || e.isUncertain && !decisions[e.number]);
    if (way < 0) list.reverse();
    const place = current ? list.indexOf(current) + 1 : 0;
    go(list[place] ?? (list[0] === current ? null : list[0]) ?? null);
  };

  const decide = (decision, attributes) => {
    if (!current) return step(1);
    decisions[current.number] = attributes ? { decision, attributes } : { decision };
    save(key, decisions);
    show(current);
    count();
    step(1);
  };

  const edit = () => {
    if (!current) return;
    const own = { ...current.data.attributes, ...decisions[current.number]?.attributes };
    const names = [...new Set([...Object.keys(own), ...(editable[current.data.element] ?? [])])];
    if (!names.length) return say("A " + current.data.element + " has no value to edit.");
    const editor = one("editor");
    editor.replaceChildren();
    for (const name of names) {
      const label = document.createElement("label");
      const input = document.createElement("input");
      input.type = "text";
      input.name = name;
      input.value = own[name] ?? "";
      label.append(name + " ", input);
      editor.append(label);
    }
    for (const [type, text] of [["submit", "Accept this"], ["reset", "Cancel"]]) {
      const button = document.createElement("button");
      button.type = type;
      button.textContent = text;
      editor.append(button);
    }
    editor.hidden = false;
    editor.querySelector("input").focus();
  };
  one("editor").addEventListener("submit", (event) => {
    event.preventDefault();
    const values = [...new FormData(event.target)].map(([name, value]) => [name, value.trim()]);
    event.target.hidden = true;
    decide("accept", Object.fromEntries(values.filter(([, value]) => value)));
  });
  one("editor").addEventListener("reset", (event) => {
    event.target.hidden = true;
    if (current) go(current);
  });

  const undo = () => {
    if (!current) return;
    delete decisions[current.number];
    save(key, decisions);
    show(current);
    count();
  };

  const lines = () => entries.filter((e) => decisions[e.number]).map((e) =>
    JSON.stringify({
      file, ...e.data, ...decisions[e.number],
      ...(proofreader.value.trim() ? { proofreader: proofreader.value.trim() } : {}),
    }) + "\n").join("");

  const download = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines()], { type: "application/jsonl" }));
    link.download = file.split("/").pop() + ".decisions.jsonl";
    link.click();
    URL.revokeObjectURL(link.href);
  };

  const actions = {
    next: () => step(1), previous: () => step(-1), accept: () => decide("accept"),
    reject: () => decide("reject"), edit, undo, export: download,
  };
  const keys = { j: "next", k: "previous", a: "accept", x: "reject", e: "edit", u: "undo" };
  bar.addEventListener("click", (event) => {
    const action = event.target.closest("[data-do]")?.dataset.do;
    if (action) actions[action]();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !one("keys").checked) return;
    if (event.target.matches("input[type=text]")) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    actions[action]();
  });
  // A mark that is clicked becomes the current one.
  one("reading").addEventListener("click", (event) => {
    const mark = event.target.closest(".m");
    const entry = mark && entries.find((e) => e.mark === mark);
    if (entry && !event.target.closest("a.l")) {
      event.preventDefault();
      go(entry);
    }
  });

  bar.hidden = false;
  entries.forEach(show);
  count();
  say("j goes to the first uncertain reading.");
})();
