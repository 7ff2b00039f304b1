"use strict";
{
  const form = document.getElementById("entrance");
  const field = form.elements.files;
  const list = form.querySelector(".chosen");
  const status = form.querySelector("[role=status]");
  const [check, clear] = form.querySelectorAll("button");
  const words = form.dataset;
  const megabytes = (bytes) => (bytes / 2 ** 20).toFixed(1).replace(".0", "");

  const show = () => {
    const files = [...field.files];
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    list.replaceChildren(
      ...files.map((file) => {
        const row = document.createElement("li");
        row.textContent = file.name;
        return row;
      }),
    );
    clear.hidden = files.length === 0;
    let told = files.length ? words.chosen.replace("{}", files.length).replace("{}", megabytes(bytes)) : "";
    let wrong = "";
    if (files.length > +words.mostFiles) wrong = words.tooMany.replace("{}", files.length);
    else if (bytes > +words.mostBytes) wrong = words.tooLarge.replace("{}", megabytes(bytes));
    status.textContent = wrong || told;
    status.className = wrong ? "wrong" : "";
    check.disabled = wrong !== "";
  };

  /* Files dropped anywhere join those chosen before. */
  const add = (files) => {
    const all = new DataTransfer();
    for (const file of [...field.files, ...files]) all.items.add(file);
    field.files = all.files;
    show();
  };

  const dragged = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragover", (event) => {
    if (!dragged(event)) return;
    event.preventDefault();
    form.classList.add("over");
  });
  addEventListener("dragleave", (event) => event.relatedTarget || form.classList.remove("over"));
  addEventListener("drop", (event) => {
    if (!dragged(event)) return;
    event.preventDefault();
    form.classList.remove("over");
    add(event.dataTransfer.files);
  });

  field.addEventListener("change", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", () => {
    check.disabled = clear.hidden = true;
    form.classList.add("busy");
    status.textContent = words.busy;
  });
  addEventListener("pageshow", () => {
    form.classList.remove("busy");
    show();
  });
}
