// Shows that an article is being read, and keeps it from being sent twice.
export function sends(doc) {
  const form = doc.querySelector("#add");
  if (!form) return;
  form.addEventListener("submit", () => {
    form.querySelector("#progress").hidden = false;
    form.querySelector(".send button").disabled = true;
  });
  addEventListener("pageshow", () => {
    form.querySelector("#progress").hidden = true;
    form.querySelector(".send button").disabled = false;
  });
}
