// "Next page" adds its rows below those that are here; without this it is a link.
export function pages(doc, htmx) {
  function prepare() {
    const next = doc.querySelector(".pages .next");
    if (!next || !doc.querySelector(".results .rows")) return;
    next.textContent = "More";
    next.setAttribute("hx-get", next.getAttribute("href"));
    next.setAttribute("hx-select", ".results .rows > li");
    next.setAttribute("hx-target", ".results .rows");
    next.setAttribute("hx-swap", "beforeend");
    next.setAttribute("hx-select-oob", "#pages");
    htmx.process(next);
  }
  doc.addEventListener("htmx:afterSettle", prepare);
  prepare();
}
