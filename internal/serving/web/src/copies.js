// A button that copies the citation, where the browser lets a page do so.
export function copies(doc) {
  const words = doc.querySelector("#citation");
  if (!words || !navigator.clipboard) return;
  const button = doc.createElement("button");
  button.className = "copy";
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(words.textContent);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  words.after(button);
}
