// Pointing at a card lights its words, pointing at words lights their cards.
export function lights(doc) {
  const tie = (el) => [...el.classList].filter((c) => /^[kv]\d+$/.test(c));
  function light(el, on) {
    const sheet = el.closest(".sheet");
    if (!sheet) return;
    for (const c of tie(el)) {
      for (const other of sheet.querySelectorAll(el.matches(".card") ? `.m.${c}` : `.card.${c}`)) {
        other.classList.toggle("lit", on);
      }
    }
  }
  for (const [on, kinds] of [[true, ["mouseover", "focusin"]], [false, ["mouseout", "focusout"]]]) {
    for (const kind of kinds) {
      doc.addEventListener(kind, (e) => {
        const el = e.target.closest?.(".sheet .card, .sheet .m");
        if (el) light(el, on);
      });
    }
  }
}
