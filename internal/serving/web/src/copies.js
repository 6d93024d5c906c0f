// A button beside each citation that copies it, where the browser lets a page do so.
export function copies(doc) {
  if (!navigator.clipboard) return;
  function button(words) {
    const b = doc.createElement("button");
    b.className = "copy";
    b.type = "button";
    b.textContent = "Copy";
    b.addEventListener("click", async () => {
      await navigator.clipboard.writeText(words.textContent);
      b.textContent = "Copied";
      setTimeout(() => { b.textContent = "Copy"; }, 2000);
    });
    return b;
  }
  function prepare() {
    for (const words of doc.querySelectorAll(".citation")) {
      if (!words.nextElementSibling?.matches(".copy")) words.after(button(words));
    }
  }
  doc.addEventListener("htmx:afterSettle", prepare);
  prepare();
}
