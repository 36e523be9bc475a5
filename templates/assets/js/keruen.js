// What the pages gain when scripts run: menus that close, codes that copy. Nothing depends on it.

// A menu closes when the reader clicks elsewhere or presses Escape.
const openMenus = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("click", (event) => {
  for (const menu of openMenus()) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// The copy button is hidden in the page, because without a script it could do nothing.
const showCopyButtons = () => {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy][hidden]")) button.hidden = false;
};

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
  button.lastChild.textContent = button.dataset.copied;
});

document.addEventListener("htmx:after:swap", showCopyButtons);
showCopyButtons();

// Whoever sent a wrong form is taken to the list of what to mend.
document.getElementById("errors")?.focus();
