// Judging what was decided alike in several documents, at once.
(() => {
  "use strict";
  const one = (id) => document.getElementById(id);
  const bar = one("bar");
  const rows = [...document.querySelectorAll(".alike li")].map((item) => ({
    item, element: item.parentElement.dataset.element, members: JSON.parse(item.dataset.members),
  }));
  if (!bar || !rows.length) return;

  const load = (name, other) => {
    try { return JSON.parse(localStorage.getItem(name)) ?? other; } catch { return other; }
  };
  const save = (name, value) => {
    try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* A page may have no storage. */ }
  };
  const key = "engross index " + location.pathname;
  const id = (row) => row.element + " " + JSON.stringify(row.members);
  const decisions = load(key, {});
  const proofreader = one("proofreader");
  proofreader.value = load("engross proofreader", "");
  proofreader.addEventListener("input", () => save("engross proofreader", proofreader.value));

  const count = () => {
    let accepted = 0;
    let rejected = 0;
    for (const row of rows) {
      const decision = decisions[id(row)];
      if (decision === "accept") accepted += row.members.length;
      if (decision === "reject") rejected += row.members.length;
    }
    one("counts").textContent = accepted + " accepted, " + rejected + " rejected";
  };
  const show = (row) => {
    const decision = decisions[id(row)];
    row.item.classList.toggle("accepted", decision === "accept");
    row.item.classList.toggle("rejected", decision === "reject");
    for (const button of row.item.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.decision === decision));
    }
  };
  const decide = (some, decision) => {
    const isSame = some.every((row) => decisions[id(row)] === decision);
    for (const row of some) {
      if (isSame) delete decisions[id(row)];
      else decisions[id(row)] = decision;
      show(row);
    }
    save(key, decisions);
    count();
  };
  const buttons = (some, what) => [["accept", "Accept"], ["reject", "Reject"]].map(([decision, text]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.decision = decision;
    button.textContent = text + what;
    button.addEventListener("click", () => decide(some, decision));
    return button;
  });
  for (const row of rows) row.item.prepend(...buttons([row], ""));
  for (const list of document.querySelectorAll(".alike")) {
    list.before(...buttons(rows.filter((row) => row.item.parentElement === list), " all of these"));
  }

  bar.addEventListener("click", (event) => {
    if (event.target.dataset.do !== "export") return;
    const name = proofreader.value.trim();
    const lines = rows.filter((row) => decisions[id(row)]).flatMap((row) =>
      row.members.map(([file, start, end]) => JSON.stringify({
        file, start, end, element: row.element, decision: decisions[id(row)],
        ...(name ? { proofreader: name } : {}),
      }) + "\n"));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
    link.download = "decisions.jsonl";
    link.click();
    URL.revokeObjectURL(link.href);
  });

  bar.hidden = false;
  rows.forEach(show);
  count();
})();
