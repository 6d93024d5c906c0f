// Keys for what the page can do; each is also a link or a button on it.
const places = { f: "/find", t: "/timeline", d: "/due", s: "/sources", n: "/add", h: "/help" };
const states = { a: "accepted", r: "rejected", u: "unsure" };

export function keys(doc) {
  let going = false; // after g
  const rows = () => [...doc.querySelectorAll("[data-row]")];
  const here = () => doc.querySelector("[data-row].here");

  function stand(row) {
    here()?.classList.remove("here");
    row.classList.add("here");
    const link = row.querySelector(".go") ?? row;
    link.focus({ preventScroll: true });
    row.scrollIntoView({ block: row.matches(".card") ? "center" : "nearest" });
  }

  function step(by) {
    const all = rows();
    if (all.length === 0) return;
    const at = all.indexOf(here());
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
    if (all[next]) stand(all[next]);
  }

  function decide(state) {
    const button = here()?.querySelector(`.decide button[value=${state}]`);
    if (button) button.form.requestSubmit(button);
  }

  const acts = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => { const q = doc.querySelector("#q"); q.focus(); q.select(); },
    "?": () => doc.querySelector("#keys").showModal(),
    o: () => (here()?.querySelector(".meta a[href^='/documents']") ?? doc.querySelector("#original"))?.click(),
    c: () => {
      const quote = here()?.querySelector(".quote");
      if (quote) quote.open = true;
      (quote ?? doc.querySelector(".cite"))?.querySelector(".copy")?.click();
    },
    z: () => (doc.querySelector(".did button") ?? doc.querySelector(".undo button"))?.click(),
    Enter: () => (here()?.querySelector(".go") ?? here()?.querySelector(".n"))?.click(),
  };

  doc.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
    if (e.target.closest("input, textarea, select, dialog[open]")) {
      if (e.key === "Escape") e.target.blur();
      return;
    }
    if (e.key === "Enter" && e.target.closest("a, button, summary")) return;
    if (going && places[e.key]) {
      going = false;
      e.preventDefault();
      doc.location.assign(places[e.key]);
      return;
    }
    going = e.key === "g";
    const act = states[e.key] ? () => decide(states[e.key]) : acts[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });

  const target = doc.location.hash && doc.getElementById(decodeURIComponent(doc.location.hash.slice(1)));
  if (target?.matches("[data-row]")) stand(target);
}
